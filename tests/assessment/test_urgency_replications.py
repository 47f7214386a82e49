"""How sure an urgency is: it keeps its level and its place in enough replications, or not."""

from dataclasses import replace

import numpy as np
import pytest

from generator.assessment import assess_city
from generator.assessment.advice.urgency_replications import replicate_urgency, with_places
from generator.assessment.rating.draws import Replications, draw_spread
from generator.assessment.results import AreaUrgency, CityResult, UrgencyResult
from generator.assessment.traces import Trace
from tests.assessment.conftest import HEADER, Read

NOISE = Replications(seed=1, count=1000, weights=0.25, goalposts=0.0)


def urgency(gap: float, importance: float = 0.75, trend: float = 1.0) -> UrgencyResult:
    return UrgencyResult(
        "x", gap * importance * trend, "urgent", gap, 2, "framework", importance, "limited", trend,
        (), Trace("urgency", (), (), (), None),
    )  # fmt: skip


def test_factors_are_varied_as_weights_are_and_for_all_alike() -> None:
    drawn = replicate_urgency(NOISE, urgency(0.5), np.full(1000, 50.0))
    noise = draw_spread(0.25, 1, 1000, "urgency", "importance", "2")
    assert drawn.tolist() == pytest.approx((0.5 * 0.75 * (1 + noise)).tolist())
    other = replicate_urgency(NOISE, replace(urgency(0.5), observable="y"), np.full(1000, 50.0))
    assert drawn.tolist() == other.tolist()


def test_a_trend_that_says_nothing_is_not_varied() -> None:
    still = replace(NOISE, weights=0.0, count=1)
    found = replicate_urgency(still, urgency(0.4, 1.0, 1.5), np.full(1, 60.0))
    assert found.tolist() == pytest.approx([0.6])
    plain = replicate_urgency(NOISE, urgency(0.4, 1.0), np.full(1000, 60.0))
    turned = replicate_urgency(NOISE, urgency(0.4, 1.0, 1.25), np.full(1000, 60.0))
    assert len(set(np.round(turned / plain, 9))) > 900


def test_scores_beyond_their_ends_make_no_gap_beyond_one() -> None:
    still = replace(NOISE, weights=0.0, count=2)
    found = replicate_urgency(still, urgency(1.0), np.array([-25.0, 125.0]))
    assert found.tolist() == [0.75, 0.0]


def assessed(read: Read, values: dict[str, str], importance: int) -> CityResult:
    rows = "".join(f"{name},2024,{value},%,book,,\n" for name, value in values.items())
    judged = ", ".join(
        f"{name}: {{value: {importance}, reason: Vote, author: Council}}" for name in values
    )
    record = f"name: X\ncountry: DE\nprofile_year: 2024\nimportance: {{{judged}}}\n"
    publication = read({"x": {"city.yml": record, "observations.csv": HEADER + rows}})
    return assess_city(publication.framework, publication.cities["x"], 2024)


def test_robust_can_fail_and_can_hold(read: Read) -> None:
    """No access at all: 1 with the highest importance, 0.75 and close to the edge with the next."""
    values = {"household-sanitation": "1.0", "potable-water-supply": "1.0"}
    sure = assessed(read, values, importance=3).urgencies["household-sanitation"]
    assert (sure.level, sure.holds, sure.robust) == ("urgent", 1.0, True)
    values = {"household-sanitation": "15.0", "potable-water-supply": "1.0"}
    unsure = assessed(read, values, importance=2).urgencies["household-sanitation"]
    assert unsure.level == "urgent"
    assert 0.5 < (unsure.holds or 0) < 0.9
    assert not unsure.robust


def test_a_low_level_holds_and_is_not_called_robust(read: Read) -> None:
    found = assessed(read, {"household-sanitation": "99.0"}, importance=2)
    low = found.urgencies["household-sanitation"]
    assert (low.level, low.holds, low.robust) == ("low", 1.0, False)


def test_the_order_of_areas_has_its_share_within_scheme_and_level() -> None:
    names = ("s/a", "t/x", "s/a/b", "s/c", "s/c/d")
    trace = Trace("urgency-of-area", (), (), (), None)
    urgencies = {name: AreaUrgency(name, 0.5, "high", (), trace) for name in names}
    draws = {
        "s/a": np.array([0.9, 0.9, 0.9, 0.2]), "s/c": np.array([0.5, 0.5, 0.9, 0.5]),
        "s/a/b": np.array([0.9, 0.9, 0.9, 0.9]), "s/c/d": np.array([0.1, 0.1, 0.1, 0.1]),
        "t/x": np.array([0.4, 0.4, 0.4, 0.4]),
    }  # fmt: skip
    found = with_places(urgencies, draws)
    shares = {name: one.above_next for name, one in found.items()}
    assert shares == {"s/a": 0.625, "s/c": None, "s/a/b": 1.0, "s/c/d": None, "t/x": None}
