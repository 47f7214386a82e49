"""By how much a value may be off: each class of quality, the nearer end, the source's own range."""

import pytest

from generator.assessment.plausibility.relations_held import findings_of
from generator.assessment.rating.data_errors import (
    classes_of,
    error_of,
    is_decided_by_error,
    probability_reached,
    range_of,
    room_of,
    step_of,
)
from generator.model.city_tables import Observation
from generator.model.policy_records import DataError
from generator.model.publication import Publication
from tests.assessment.conftest import HEADER, Read
from tests.assessment.policies import shipped
from tests.roots import CHECKOUT
from tests.sites import site_of

SHARES = {name: error.share for name, error in shipped().evidence.errors.items()}


@pytest.fixture
def known(read: Read) -> Publication:
    return read({"musterstadt": {"observations.csv": HEADER}})


def row(value: str, observable: str = "household-internet-access", **more: object) -> Observation:
    given = dict.fromkeys(Observation.__dataclass_fields__)
    return Observation(**{**given, "line": 2, "observable": observable, "value": value, **more})


def test_every_class_has_its_share_and_its_reason() -> None:
    errors = shipped().evidence.errors
    assert all(isinstance(error, DataError) and len(error.reason) > 40 for error in errors.values())
    assert set(errors) >= {"exact", "near", "undated", "low-reliability", "resolution"}


@pytest.mark.parametrize(
    ("more", "classes"),
    [
        ({}, ["exact"]),
        ({"comparability": "near"}, ["near"]),
        ({"period_basis": "report"}, ["exact", "undated"]),
        ({"status": "U", "comparability": "near"}, ["near", "low-reliability"]),
        ({"quality": "personal"}, ["exact", "low-reliability"]),
        ({"territory": "urban-area"}, ["exact", "territory"]),
        ({"territory": "city"}, ["exact"]),
        ({"territory": "region"}, ["exact"]),  # rated only where it is the city
        ({"quality": "measured", "status": "P"}, ["exact"]),
    ],
)
def test_the_classes_of_a_row(more: dict[str, object], classes: list[str]) -> None:
    assert list(classes_of(row("40", **more), shipped().evidence)) == classes


def test_independent_errors_add_up_as_squares(known: Publication) -> None:
    """A near figure of 40 % in whole per cent: a tenth of 40, and half a step of 1."""
    found = error_of(known.framework, row("40", comparability="near"), 40.0)
    assert found == pytest.approx(((SHARES["near"] * 40) ** 2 + 0.5**2) ** 0.5)


def test_with_access_and_without_are_equally_sure(known: Publication) -> None:
    with_access = error_of(known.framework, row("85.0"), 85.0)
    without = error_of(known.framework, row("15.0"), 15.0)
    assert with_access == pytest.approx(without)
    assert with_access == pytest.approx(((SHARES["exact"] * 15) ** 2 + 0.05**2) ** 0.5)


def test_near_the_ends_an_error_counts_on_a_tenth_at_least(known: Publication) -> None:
    assert shipped().evidence.least_room == 0.1
    for text in ("100.0", "99.0", "0.0"):
        found = error_of(known.framework, row(text, comparability="near"), float(text))
        assert found == pytest.approx(((SHARES["near"] * 10) ** 2 + 0.05**2) ** 0.5)
    assert range_of(known.framework, "household-internet-access") == (0, 100)


def test_of_a_rate_only_zero_is_an_end(known: Publication) -> None:
    assert range_of(known.framework, "traffic-fatalities")[1] == 100_000
    assert room_of(known.framework, "traffic-fatalities", 11.08) == 11.08
    assert range_of(known.framework, "air-pollution.pm2-5")[1] is None


def test_the_range_of_the_source_comes_first(known: Publication) -> None:
    stated = row("20", comparability="near", lower=15.0, upper=25.0)
    assert error_of(known.framework, stated, 20.0) == 5.0


def test_without_a_largest_value_the_error_grows_with_the_value(known: Publication) -> None:
    assert room_of(known.framework, "air-pollution.pm2-5", 400.0) == 400.0
    assert room_of(known.framework, "household-internet-access", 80.0) == pytest.approx(20.0)


def test_a_stated_step_comes_before_the_last_digit(known: Publication) -> None:
    """Particles stated to 10 µg/m³ only: 20 is anywhere from 15 to 25, and a little beyond."""
    assert step_of(row("20", resolution=10.0)) == 10.0
    found = error_of(known.framework, row("20", "air-pollution.pm10", resolution=10.0), 20.0)
    assert found == pytest.approx(((SHARES["exact"] * 20) ** 2 + 5**2) ** 0.5)


@pytest.mark.parametrize(
    ("text", "step"), [("20", 1.0), ("20.0", 0.1), ("0.05", 0.01), ("1e3", 0.0), ("", 0.0)]
)
def test_the_step_of_the_last_digit(text: str, step: float) -> None:
    assert step_of(row(text)) == pytest.approx(step)


@pytest.mark.parametrize(
    ("observable", "value", "unit", "decided"),
    [
        ("potable-water-supply", "99.9", "percent", True),
        ("potable-water-supply", "100", "percent", False),
        ("potable-water-supply", "91.5", "percent", False),
        ("child-care-availability", "47.6", "percent", True),
        ("child-care-availability", "43.5", "percent", True),
        ("child-care-availability", "71.5", "percent", False),
        ("household-internet-access", "99.9", "percent", False),
    ],
)
def test_a_target_is_in_doubt_within_the_error_of_the_figure(
    read: Read, observable: str, value: str, unit: str, decided: bool
) -> None:
    rows = f"{HEADER}{observable},2024,{value},{unit},book,,near\n"
    publication = read({"musterstadt": {"observations.csv": rows}})
    result = site_of(publication, CHECKOUT).results["musterstadt"].observables[observable]
    assert result.score is not None
    assert is_decided_by_error(publication.framework, result) is decided
    probability = probability_reached(publication.framework, result)
    assert probability is not None
    if decided:
        assert 0 < probability < 1
        assert (probability > 0.5) is result.is_reached
    elif observable != "household-internet-access":
        assert probability == result.is_reached


def test_the_probability_of_a_target_is_the_share_of_the_range_beyond_it(read: Read) -> None:
    """From 43 to 53 % in child care seven tenths lie above 46 %; of a rate the part below."""
    header = HEADER.rstrip() + ",lower,upper\n"
    rows = "child-care-availability,2024,48,percent,book,,near,43,53\n"
    publication = read({"musterstadt": {"observations.csv": header + rows}})
    result = site_of(publication, CHECKOUT).results["musterstadt"].observables
    one = result["child-care-availability"]
    assert one.goalpost is not None
    assert one.goalpost.best is not None
    expected = (53 - one.goalpost.best) / 10
    assert probability_reached(publication.framework, one) == pytest.approx(expected)
    assert probability_reached(publication.framework, result["resilience-plans"]) is None


def test_the_rate_of_a_handful_of_events_may_jump(read: Read) -> None:
    """The figures of Osh: a zero or one death more makes a rate of 14 or 28, by chance."""
    series = [68.1, 13.5, 51.9, 16.7, 33.6, 16.5, 14.0, 8.6, 300]
    unit = {"maternal-mortality-rate": "per 100 000 live births",
            "traffic-fatalities": "per 100 000 inhabitants"}  # fmt: skip
    rows = "".join(
        f"{name},{2015 + at},{value},{unit[name]},book,,exact\n"
        for name in unit
        for at, value in enumerate(series)
    )
    publication = read({"musterstadt": {"observations.csv": HEADER + rows}})
    found = findings_of(publication.framework, publication.cities["musterstadt"])
    accused = {one.left for one in found if one.kind == "steady"}
    assert accused == {"traffic-fatalities"}
