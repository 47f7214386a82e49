"""What is counted of a city for pages on the quality of all data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assessment.results import Interval
from generator.assessment.shares import in_percent
from generator.assessment.tallies import could_be_another
from generator.views.certainty import ends_table, sureness_text
from generator.views.site import Site


@pytest.mark.parametrize(
    ("bands", "expected"),
    [
        ((("low", 0.9), ("moderate", 0.1)), True),
        ((("low", 0.906), ("moderate", 0.094)), False),
        ((("low", 0.904), ("moderate", 0.096)), True),
        ((("low", 0.85), ("moderate", 0.08), ("good", 0.07)), False),
        ((("moderate", 1.0),), True),
        ((), False),
    ],
)
def test_a_band_could_be_another_that_is_likely_enough(
    bands: tuple[tuple[str, float], ...], expected: bool
) -> None:
    assert could_be_another("low", Interval(0, 1, 2, bands), 0.1) is expected


def test_the_methodology_counts_what_the_results_say(site: Site) -> None:
    results = [site.results[city.id] for city in site.cities]
    areas = [area for one in results for area in one.areas.values() if area.band]
    unsure = [
        area
        for area in areas
        if any(round(share, 2) >= 0.1 for band, share in area.interval.bands if band != area.band)
    ]
    assert f"Of {len(areas)} rated areas of all cities {len(unsure)} (" in sureness_text(site)
    carriers = [
        one for result in results for one in result.observables.values() if not one.data_points
    ]
    targets = [one.score for one in carriers if one.band]
    positions = [one.position for one in carriers if one.position is not None]
    leading, target = ends_table(site).rows
    for row, scores in ((leading, positions), (target, targets)):
        assert int(str(row[1])) == len(scores)
        assert int(str(row[2])) == sum(score in (0, 100) for score in scores)


@given(st.lists(st.integers(1, 999), min_size=1, max_size=4))
def test_shares_in_per_cent_add_up_to_a_hundred(parts: list[int]) -> None:
    shares = [(str(at), part / sum(parts)) for at, part in enumerate(parts)]
    found = in_percent(shares)
    assert sum(found.values()) == 100
    assert all(abs(found[name] - 100 * share) < 1 for name, share in shares)
