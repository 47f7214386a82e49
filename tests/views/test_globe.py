"""The globe of a city: in its middle the city, all land within the limb, seen from above."""

import itertools
import re
from dataclasses import replace
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import Language
from generator.views.globe import RADIUS, globe_of, globe_paths
from generator.views.site import Site

ENGLISH = Language("en", {})
Points = list[tuple[int, int]]


def drawn(path: str) -> list[Points]:
    """Return the points of each part of a path, without the limb."""
    found = []
    for part in re.findall(r"M[^Mza]+(?![^Mz]*a)", path):
        numbers = [int(number) for number in re.findall(r"-?\d+", part)]
        steps = zip(numbers[::2], numbers[1::2], strict=True)
        found.append(
            list(itertools.accumulate(steps, lambda at, by: (at[0] + by[0], at[1] + by[1])))
        )
    return found


def is_land(path: str, x: float, y: float) -> bool:
    """Inside an odd number of lines: odd crossings of a line to the right."""
    crossings = path.count("a") // 2
    for ring in drawn(path):
        for (from_x, from_y), (to_x, to_y) in itertools.pairwise([*ring, ring[0]]):
            if (from_y > y) != (to_y > y):
                crossings += from_x + (y - from_y) / (to_y - from_y) * (to_x - from_x) > x
    return crossings % 2 == 1


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_all_that_is_drawn_lies_within_the_limb(latitude: float, longitude: float) -> None:
    for path in globe_paths(latitude, longitude):
        assert ENGLISH.grouped(path) == path, "a page groups the numbers of texts"
        assert all(hypot(*point) <= RADIUS + 1 for part in drawn(path) for point in part)


@pytest.mark.parametrize(
    ("latitude", "longitude", "expected"),
    [(43.3, 76.9, True), (24.7, 46.7, True), (-25, 135, True), (66.3, 14.1, True),
     (40.4, -3.7, True), (0, -150, False), (30, -40, False), (-40, 90, False)],
)  # fmt: skip
def test_in_the_middle_lies_what_is_there(
    latitude: float, longitude: float, expected: bool
) -> None:
    """Spain, and the sea west of Australia, have land on the opposite side of the world."""
    land, _ = globe_paths(latitude, longitude)
    assert is_land(land, 0.5, 0.5) is expected


def test_north_is_above_and_east_to_the_right() -> None:
    """From the Gulf of Guinea: the Sahara above, the Congo to the right, Brazil to the left."""
    land, _ = globe_paths(0, 0)
    assert is_land(land, 0.5, -RADIUS * 0.34)
    assert is_land(land, RADIUS * 0.36, 0.5)
    assert is_land(land, -RADIUS * 0.74, RADIUS * 0.14)
    assert not is_land(land, 0.5, RADIUS * 0.34)


def test_a_city_without_coordinates_has_no_globe(site: Site) -> None:
    city = site.publication.cities["almaty"]
    globe = globe_of(site, city)
    assert globe is not None
    assert globe.place == "43°\N{NO-BREAK SPACE}N, 77°\N{NO-BREAK SPACE}E"
    record = city.record.model_copy(update={"latitude": None})
    nowhere = replace(city, document=replace(city.document, record=record))
    assert globe_of(site, nowhere) is None
