"""Urgency: the printed product, its levels, the order of areas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assessment import assess_city
from generator.assessment.advice.urgency import level_of, urgency_of
from generator.assessment.results import CityResult
from tests.assessment.conftest import HEADER, Read
from tests.assessment.policies import shipped

POLICY = shipped().urgency


def test_the_printed_example() -> None:
    assert urgency_of(0.62, 1, 1.5) == pytest.approx(0.93)
    assert level_of(0.93, POLICY) == "urgent"


def test_urgency_never_passes_one() -> None:
    assert urgency_of(1, 1, 1.5) == 1


@pytest.mark.parametrize(
    ("urgency", "level"),
    [(0, "low"), (0.19, "low"), (0.2, "medium"), (0.4, "high"), (0.6, "urgent"), (1, "urgent")],
)
def test_an_edge_belongs_to_the_level_above(urgency: float, level: str) -> None:
    assert level_of(urgency, POLICY) == level


@given(st.floats(0, 100), st.floats(0, 100), st.sampled_from(sorted(POLICY.trend.values())))
def test_a_better_score_is_never_more_urgent(one: float, two: float, pace: float) -> None:
    low, high = sorted((one, two))
    assert urgency_of((100 - low) / 100, 1, pace) >= urgency_of((100 - high) / 100, 1, pace)


# A city made up. Sanitation: worst 9.7 %, so that 81.94 % scores 80.

OBSERVATIONS = (
    HEADER
    + """\
household-sanitation,2016,90,%,book,,
household-sanitation,2018,88,%,book,,
household-sanitation,2020,86,%,book,,
household-sanitation,2022,83,%,book,,
household-sanitation,2024,81.94,%,book,,
basic-water-supply,2024,70,%,book,,
wastewater-collection,2024,67,%,book,,
potable-water-supply,2024,20,%,book,E,
access-to-electricity,2019,100,%,book,,
"""
)
CITY = """\
name: Musterstadt
country: DE
profile_year: 2024
importance: {household-sanitation: {value: 3, reason: Cholera, author: Council}}
"""
PRIORITIES = """\
area,rank,reason,decided_by,date,document
action/energy,1,Bills,Council,2024,
action/water-and-sanitation,2,Pipes,Council,2024,
"""


@pytest.fixture
def assessed(read: Read) -> CityResult:
    files = {
        "city.yml": CITY,
        "observations.csv": OBSERVATIONS,
        "priority-areas.csv": PRIORITIES,
    }
    publication = read({"musterstadt": files})
    return assess_city(publication.framework, publication.cities["musterstadt"], 2024)


def test_a_product_has_its_parts(assessed: CityResult) -> None:
    found = assessed.urgencies["household-sanitation"]
    assert found.importance_from == "city"
    parts = (found.gap, found.importance_factor, found.trend_factor)
    assert parts == pytest.approx((0.2, 1, 1.5))
    assert found.urgency == pytest.approx(0.3)


def test_a_trend_that_is_not_borne_out_makes_nothing_more_urgent(read: Read) -> None:
    two_years = "".join(
        line for line in OBSERVATIONS.splitlines(keepends=True) if ",2018," not in line
    )
    publication = read({"musterstadt": {"city.yml": CITY, "observations.csv": two_years}})
    found = assess_city(publication.framework, publication.cities["musterstadt"], 2024)
    assert found.trends["household-sanitation"].trend == "deterioration"
    urgency = found.urgencies["household-sanitation"]
    assert (urgency.trend, urgency.trend_factor) == ("unclear", 1)


def test_an_estimate_and_an_old_figure_are_to_be_confirmed(assessed: CityResult) -> None:
    urgencies = assessed.urgencies
    assert urgencies["household-sanitation"].confirm == ()
    assert urgencies["potable-water-supply"].confirm == ("status",)
    assert urgencies["access-to-electricity"].confirm == ("age",)


def test_what_an_area_adds_up_to_is_its_urgency(assessed: CityResult) -> None:
    for area in assessed.area_urgencies.values():
        inputs = area.trace.inputs
        total = sum(one.weight * float(one.value) for one in inputs)
        assert area.urgency == pytest.approx(total, abs=1e-9)
        assert len(area.contributors) == min(3, len(inputs))


def test_the_most_urgent_area_comes_first(assessed: CityResult) -> None:
    values = [area.urgency for area in assessed.area_urgencies.values()]
    assert values == sorted(values, reverse=True)


def test_missing_core_indicators_that_could_be_rated_come_first(assessed: CityResult) -> None:
    gaps = assessed.data_gaps
    assert "household-sanitation" not in {gap.indicator for gap in gaps}
    order = [(-gap.importance, not gap.assessable) for gap in gaps]
    assert order == sorted(order)


def test_the_order_of_the_committee_stands_beside_the_evidence(assessed: CityResult) -> None:
    found = [
        (one.area, one.committee_rank, one.evidence_rank, one.comparison)
        for one in assessed.priorities
    ]
    assert found == [
        ("action/energy", 1, None, "not-rated"),  # one rated indicator is too few
        ("action/water-and-sanitation", 2, 1, "lower"),
    ]


def test_every_trend_has_its_factor(read: Read) -> None:
    publication = read({"musterstadt": {"observations.csv": HEADER}})
    assert set(POLICY.trend) == set(publication.framework.words["trend"])
