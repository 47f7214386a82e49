"""The map of dots: places keep their order, names do not cover each other."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import Language
from generator.views.coverage_map import LETTER, LINE, PAGE, Spot, lay_out_map
from generator.views.land import holds, rings

ENGLISH = Language("en", {})
SPOTS = st.lists(
    st.builds(
        Spot, st.text("abcdef", min_size=1, max_size=14), st.floats(-80, 80), st.floats(-180, 180)
    ),
    min_size=1,
    max_size=30,
)


def test_without_a_place_there_is_no_map() -> None:
    assert lay_out_map([]) is None


def test_north_is_up_and_east_is_right() -> None:
    drawn = lay_out_map([Spot("a", 50, 10), Spot("b", 45, 70)])
    assert drawn is not None
    first, second = drawn.dots
    assert first.y < second.y
    assert first.x < second.x
    assert [line.degrees for line in drawn.meridians] == [10, 20, 30, 40, 50, 60, 70]


def test_two_places_of_one_town_share_a_dot_and_one_name() -> None:
    drawn = lay_out_map([Spot("aaaaaaaa", 50, 10), Spot("bbbbbbbb", 50, 10)])
    assert drawn is not None
    assert drawn.dots[0].label is not None
    assert drawn.dots[0].x == drawn.dots[1].x


def test_a_country_that_is_long_from_north_to_south_gives_no_tall_map() -> None:
    drawn = lay_out_map([Spot("a", 70, 10), Spot("b", 30, 11)])
    assert drawn is not None
    assert drawn.height < 0.7 * drawn.width


@given(SPOTS)
def test_every_dot_lies_in_the_drawing_and_no_name_covers_another(spots: list[Spot]) -> None:
    drawn = lay_out_map(spots)
    assert drawn is not None
    boxes = []
    for dot in drawn.dots:
        assert 0 <= dot.x <= PAGE.width
        assert 0 <= dot.y <= drawn.height
        if dot.label is not None:
            x, y, anchor = dot.label.x, dot.label.y, dot.label.anchor
            width = len(dot.name) * LETTER
            left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor]
            boxes.append((left, y - LINE + 3, left + width, y + 3))
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = one[2] <= other[0] + 0.2 or other[2] <= one[0] + 0.2
            assert apart or one[3] <= other[1] + 0.2 or other[3] <= one[1] + 0.2


@given(SPOTS)
def test_the_land_lies_under_the_dots_of_its_places(spots: list[Spot]) -> None:
    drawn = lay_out_map(spots)
    assert drawn is not None
    assert ENGLISH.grouped(drawn.land) == drawn.land, "a page groups the numbers of texts"
    left, above, across, down = map(float, re.findall(r"-?[\d.]+", drawn.land))
    for spot, dot in zip(spots, drawn.dots, strict=True):
        assert left + 10 * spot.longitude * across == pytest.approx(dot.x, abs=0.3)
        assert above - 10 * spot.latitude * down == pytest.approx(dot.y, abs=0.3)


@pytest.mark.parametrize(
    ("latitude", "longitude", "is_land"),
    [(42.9, 74.6, True), (67.5, 60, True), (66.5, -150, True),
     (24.7, 46.7, True), (40.4, -3.7, True), (-25, 135, True),
     (30, -40, False), (0, -150, False), (42, 5, False), (43.5, 34, False)],
)  # fmt: skip
def test_the_shipped_land_has_the_shape_of_the_world(
    latitude: float, longitude: float, is_land: bool
) -> None:
    """The Mediterranean and the Black Sea are no land."""
    assert any(holds(ring, latitude, longitude) for ring in rings()) is is_land
