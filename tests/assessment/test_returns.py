"""NPV, every internal rate, MIRR, payback: published examples, oracles, laws."""

import csv
import math
import random
from itertools import pairwise
from pathlib import Path

import numpy_financial
import pytest
import pyxirr
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.assessment.investment import returns

EXAMPLES = Path(__file__).parent / "examples"


def read_examples(name: str) -> list[dict[str, str]]:
    with (EXAMPLES / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def numbers(text: str) -> tuple[float, ...]:
    return tuple(float(part) for part in text.split(";") if part)


def measured(row: dict[str, str]) -> tuple[float, ...]:
    """Return the measure of a published example; empty where it does not exist."""
    flows = numbers(row["cash_flows"])
    rate = float(row["discount_rate"] or 0)
    finance, reinvest = float(row["finance_rate"] or 0), float(row["reinvestment_rate"] or 0)
    match row["metric"]:
        case "npv":
            found = [returns.npv(flows, rate)]
        case "irr_pct" | "irr_all_pct":
            found = [100 * one for one in returns.irr(flows)]
        case "mirr_pct":
            share = returns.mirr(flows, finance, reinvest)
            found = [] if share is None else [100 * share]
        case "pi":
            index = returns.profitability_index(flows, rate)
            found = [] if index is None else [index]
        case metric:
            years = returns.payback(flows, rate if metric == "discounted_payback" else 0.0)
            found = [] if years is None else [years]
    return tuple(found)


@pytest.mark.parametrize(
    "row", read_examples("appraisal-examples.csv"), ids=lambda row: f"{row['case']}-{row['metric']}"
)
def test_published_appraisals(row: dict[str, str]) -> None:
    expected = numbers(row["expected"])
    assert measured(row) == pytest.approx(expected, abs=float(row["tolerance"] or 0))


@pytest.mark.parametrize(
    "row", read_examples("abatement-cost-examples.csv"), ids=lambda row: row["case"]
)
def test_published_abatement_costs(row: dict[str, str]) -> None:
    cost = returns.abatement_cost(float(row["npv"]), float(row["lifetime_tco2e"]))
    assert cost == float(row["expected_cost_per_tco2e"])


def test_nothing_avoided_has_no_abatement_cost() -> None:
    assert returns.abatement_cost(-100, 0) is None
    assert returns.abatement_cost(-100, -5) is None


def test_two_rates_below_zero_are_found() -> None:
    """-100, 100, 0, -7: the libraries give one of the two."""
    found = returns.irr((-100, 100, 0, -7))
    assert found == pytest.approx((-0.679, -0.0833), abs=5e-4)


def test_rates_beyond_the_limits_are_none() -> None:
    assert returns.irr((-1, 12)) == ()
    assert returns.irr((-1, 11)) == pytest.approx((10,))
    assert returns.irr((-1000, 5)) == ()


def test_a_rate_that_is_only_touched_is_found_once() -> None:
    """(v - 1/1.1)^2: the NPV touches zero at 10 % and is positive on both sides."""
    assert returns.irr((1, -2.2, 1.21)) == pytest.approx((0.1,), abs=1e-6)


@pytest.mark.parametrize("flows", [(), (0.0, 0.0), (5.0,), (-5.0,), (1.0, 2.0)])
def test_flows_without_a_change_of_sign_have_no_rate(flows: tuple[float, ...]) -> None:
    assert returns.irr(flows) == ()


def test_flows_over_four_hundred_years_do_not_overflow() -> None:
    flows = (-100.0, *[5.0] * 400)
    assert returns.irr(flows) == pytest.approx((0.05,), abs=1e-6)
    assert len(returns.irr((*flows, -100_000.0))) == 2


def test_a_sign_that_changes_every_year_of_a_hundred_does_not_overflow() -> None:
    """The first and the last flow are negative and the sum is not: a rate on either side of 0."""
    flows = [-100, *(5 + 20 * (-1) ** year for year in range(1, 100))]  # whole numbers
    found = returns.irr(flows)
    assert returns.sign_changes(flows) == 98
    assert min(found) < 0 < max(found)
    for rate in found:
        size = sum(abs(flow) / (1 + rate) ** year for year, flow in enumerate(flows))
        assert returns.npv(flows, rate) == pytest.approx(0, abs=1e-12 * size)


def conventional(draw: random.Random) -> list[float]:
    """Return an outlay and then receipts that more than repay it."""
    years = draw.randint(2, 30)
    flows = [draw.uniform(0, 100) for _ in range(years)]
    return [-draw.uniform(0.2, 0.95) * sum(flows), *flows]


def test_oracles_agree_on_a_thousand_conventional_flows() -> None:
    draw = random.Random(20260101)
    for _ in range(1000):
        flows = conventional(draw)
        (rate,) = returns.irr(flows)
        assert rate == pytest.approx(float(numpy_financial.irr(flows)), abs=1e-7)
        assert rate == pytest.approx(pyxirr.irr(flows), abs=1e-7)
        at = draw.uniform(0.001, 0.2)
        assert returns.npv(flows, at) == pytest.approx(float(numpy_financial.npv(at, flows)))
        ours = returns.mirr(flows, at, at / 2)
        assert ours == pytest.approx(float(numpy_financial.mirr(flows, at, at / 2)), abs=1e-12)


FLOWS = st.lists(st.integers(-1000, 1000).map(float), min_size=1, max_size=30)


@given(FLOWS)
def test_every_rate_gives_an_npv_of_zero_and_there_are_no_more_than_sign_changes(
    flows: list[float],
) -> None:
    found = returns.irr(flows)
    assert len(found) <= returns.sign_changes(flows)
    for rate in found:
        size = sum(abs(flow) / (1 + rate) ** year for year, flow in enumerate(flows))
        assert returns.npv(flows, rate) == pytest.approx(0, abs=1e-12 * size)


ROOTS = st.lists(st.integers(-60, 120), min_size=1, max_size=5, unique=True)


@given(ROOTS, st.lists(st.integers(1, 20), max_size=2))
def test_no_known_rate_is_missed(per_cent: list[int], complex_parts: list[int]) -> None:
    """Flows are multiplied out from known rates; pairs of complex rates must add none."""
    ordered = sorted(per_cent)
    assume(all(b - a >= 10 for a, b in pairwise(ordered)))
    flows = [1.0]
    for rate in ordered:
        flows = multiply(flows, [-1.0, 1 + rate / 100])
    for part in complex_parts:
        flows = multiply(flows, [1.0 + part, 0.0, 1.0])
    expected = tuple(rate / 100 for rate in ordered)
    assert returns.irr(flows) == pytest.approx(expected, abs=1e-5)


def multiply(one: list[float], other: list[float]) -> list[float]:
    found = [0.0] * (len(one) + len(other) - 1)
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            found[i + j] += a * b
    return found


@given(FLOWS, st.floats(0, 0.5))
def test_payback_is_the_time_after_which_the_sum_stays_above_zero(
    flows: list[float], rate: float
) -> None:
    years = returns.payback(flows, rate)
    discounted = [flow / (1 + rate) ** year for year, flow in enumerate(flows)]
    total = math.fsum(discounted)
    assume(abs(total) > 1e-6)
    assert (years is None) == (total < 0)
    if years is not None:
        assert 0 <= years <= len(flows) - 1


def test_the_annual_equivalent_has_the_same_value() -> None:
    equal = returns.annual_equivalent(1000, 0.1, 4)
    assert equal is not None
    assert returns.npv((0, *[equal] * 4), 0.1) == pytest.approx(1000)
    assert returns.annual_equivalent(1000, 0.0, 4) == 250
    assert returns.annual_equivalent(1000, 0.1, 0) is None
    with pytest.raises(ValueError, match="a share above -1"):
        returns.annual_equivalent(1000, -1.0, 4)


def test_measures_that_do_not_exist() -> None:
    assert returns.mirr((1, 2), 0.1, 0.1) is None
    assert returns.mirr((-1,), 0.1, 0.1) is None
    assert returns.profitability_index((1, -2), 0.1) is None
    assert returns.benefit_cost_ratio((1, 2), (0, 0), 0.1) is None
    assert returns.payback(()) is None
    assert returns.mirr((-1, -2), 0.1, 0.1) is None
    assert returns.mirr((0, 0), 0.1, 0.1) is None
    assert returns.profitability_index((), 0.1) is None
    assert returns.profitability_index((0, 5), 0.1) is None
    assert returns.payback((-100, 99)) is None


# Each measure by hand, each at its edges.


def test_the_present_value_discounts_each_year_once_more() -> None:
    assert returns.npv((-100, 110, 121), 0.1) == pytest.approx(100)
    assert returns.npv((7,), 0.5) == 7
    assert returns.npv((), 0.1) == 0


def test_the_modified_rate_takes_each_rate_for_its_side() -> None:
    """Outlays 100 + 100 / 1.25 = 180; receipts 60 x 1.1 + 330 = 396; two years: root of 2.2."""
    flows = (-100, -100, 0.0, 60, 330)
    assert returns.mirr(flows, 0.25, 0.1) == pytest.approx(2.2**0.25 - 1)
    assert returns.mirr((-100, 110), 0.3, 0.3) == pytest.approx(0.1)
    assert returns.mirr((-0.5, 0.25), 0.1, 0.1) == pytest.approx(-0.5)


def test_the_lowest_rate_itself_is_no_rate_and_the_next_one_is() -> None:
    assert returns.irr((-100, 1)) == ()
    assert returns.irr((-99, 1)) == pytest.approx((1 / 99 - 1,))
    assert returns.irr((-1, 11)) == pytest.approx((10,))


def test_a_sum_counts_as_zero_up_to_the_rounding_of_its_terms() -> None:
    """The sum at 1 is 2^-49, or 3 x 2^-50; the terms add up to 2 without their signs."""
    step = 2.0**-50
    assert returns.polynomial_roots((1 + step, -(1 - step)), 0.5, 1.0) == (1.0,)
    assert returns.polynomial_roots((1 + 2 * step, -(1 - step)), 0.5, 1.0) == ()


def test_years_without_a_flow_change_no_rate() -> None:
    for zeros in range(4):
        assert returns.irr((-100, 0, 121, *[0] * zeros)) == pytest.approx((0.1,))
    assert returns.irr((0, 0, -100, 110)) == pytest.approx((0.1,))
    assert returns.sign_changes((-1, 0, 0, 1, 0, -1)) == 2
    assert returns.sign_changes((0, 1, 0, 1)) == 0


def test_ratios_of_amounts_below_one() -> None:
    assert returns.benefit_cost_ratio((1,), (0.5,), 0.1) == 2
    assert returns.benefit_cost_ratio((0, 110), (50, 55), 0.1) == pytest.approx(1)
    assert returns.profitability_index((-0.5, 1.1), 0.1) == pytest.approx(2)
    assert returns.abatement_cost(-100, 0.5) == 200


def test_payback_at_its_edges() -> None:
    assert returns.payback((-100, 100)) == 1
    assert returns.payback((-100, 50, 100)) == 1.5
    assert returns.payback((-100, 0, 242), 0.1) == pytest.approx(1.5)
    assert returns.payback((-100, 200, -150, 100)) == 2.5  # for good, not the first time
    assert returns.payback((0, 5)) == 0
    assert returns.payback((5,)) == 0


def test_the_annual_equivalent_of_one_year_is_its_end() -> None:
    assert returns.annual_equivalent(100, 0.1, 1) == pytest.approx(110)
    assert returns.annual_equivalent(100, 0.0, 1) == 100
    assert returns.annual_equivalent(100, 1.0, 1) == pytest.approx(200)


@pytest.mark.parametrize("rate", [-1.0, -1.5])
def test_a_rate_that_leaves_nothing_of_a_later_flow_is_refused(rate: float) -> None:
    with pytest.raises(ValueError, match="a share above -1"):
        returns.npv((-100.0,), rate)
