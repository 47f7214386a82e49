"""Appraisal of projects: classes, support, conditions, sensitivity, debt, bundles; laws."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.assessment.investment import returns
from generator.assessment.investment.appraisal import appraise
from generator.assessment.investment.bundles import appraise_together, common_rates, part_value
from generator.assessment.investment.cash_flows import (
    ECONOMIC,
    FINANCIAL,
    Flow,
    in_view,
    of_kinds,
    present_value,
    scaled,
    span,
)
from generator.assessment.investment.project_results import Appraisal, Returns, UnitCost
from generator.assessment.investment.sensitivity import switching_values
from generator.assessment.investment.terms import Terms
from generator.model.policy_records import AppraisalPolicy
from generator.model.project_records import ConditionEffect, LocalConditionState

POLICY = AppraisalPolicy.model_construct(
    financial_rate=0.04, social_rate=0.05, dscr_minimum=1.2, funding_tolerance=0.005
)
TERMS = Terms("EUR", 2024, "real", MappingProxyType({"financial": 0.06, "economic": 0.05}),
              stated=True, policy=POLICY)  # fmt: skip


def flow(year: int, kind: str, amount: float, perspective: str = "both") -> Flow:
    return Flow(year, kind, amount, perspective)


def annuity(outlay: float, yearly: float, years: int, first: int = 2025) -> tuple[Flow, ...]:
    """Return an outlay and the same revenue in each of the years after it."""
    later = (flow(first + year, "revenue", yearly) for year in range(1, years + 1))
    return (flow(first, "investment", outlay), *later)


def financial(found: Appraisal) -> Returns:
    assert found.financial is not None
    return found.financial


def economic(found: Appraisal) -> Returns:
    assert found.economic is not None
    return found.economic


def test_a_project_that_pays_is_viable() -> None:
    """-100 and 18 a year for eight years at 6 %: annuity factor 6.2098, NPV 11.78."""
    found = appraise("base", annuity(100, 18, 8), TERMS)
    assert found.viability == "financially-viable"
    assert financial(found).npv == pytest.approx(11.776, abs=5e-4)
    assert found.funding_gap == 0
    assert (found.first_year, found.last_year, found.investment) == (2025, 2033, 100)


def test_a_loss_for_the_owner_and_a_gain_for_all_is_viable_with_support() -> None:
    """FNPV -40 + 2 x 6.2098 = -27.58; with 6 a year of cleaner air the ENPV is 11.7 at 5 %."""
    air = tuple(flow(2025 + year, "external-benefit", 6) for year in range(1, 9))
    found = appraise("base", (*annuity(40, 2, 8), *air), TERMS)
    assert found.viability == "viable-with-support"
    assert financial(found).npv == pytest.approx(-27.580, abs=5e-4)
    assert economic(found).npv == pytest.approx(-40 + 8 * 6.46321, abs=1e-3)
    assert found.funding_gap == pytest.approx(27.580, abs=5e-4)
    assert found.grant_share == pytest.approx(0.68951, abs=1e-5)


def test_a_loss_for_all_is_not_viable_as_formulated() -> None:
    found = appraise("base", annuity(40, 2, 8), TERMS)
    assert found.viability == "not-viable"


def test_a_project_that_pays_its_owner_and_costs_others_says_so() -> None:
    smoke = tuple(flow(2025 + year, "external-cost", 9) for year in range(1, 9))
    found = appraise("base", (*annuity(100, 18, 8), *smoke), TERMS)
    assert found.viability == "financially-viable"
    assert found.warnings == ("economic-loss",)


def test_financial_flows_alone_do_not_show_what_others_gain() -> None:
    flows = tuple(replace(one, perspective="financial") for one in annuity(40, 2, 8))
    found = appraise("base", flows, TERMS)
    assert found.economic is None
    assert (found.viability, found.missing) == ("not-assessable", ("economic",))


def test_external_flows_stay_out_of_the_financial_view() -> None:
    air = flow(2026, "external-benefit", 1000, "financial")
    seen = in_view((*annuity(100, 18, 8), air), FINANCIAL)
    assert air not in seen
    assert air in in_view((air,), ECONOMIC)


def test_grants_and_loans_are_no_part_of_the_return() -> None:
    money = (flow(2025, "grant", 60), flow(2026, "debt-service", 20))
    plain = appraise("base", annuity(100, 18, 8), TERMS)
    financed = appraise("base", (*annuity(100, 18, 8), *money), TERMS)
    assert financial(financed).npv == financial(plain).npv
    assert economic(financed).npv == economic(plain).npv


def test_debt_cover_is_what_revenue_leaves_over_the_service_of_the_year() -> None:
    """Cash 30 - 6 = 24; service 20 and 10: cover 1.2 and 2.4."""
    flows = (
        flow(2025, "investment", 30), flow(2026, "revenue", 30), flow(2027, "revenue", 30),
        flow(2026, "operating", 6), flow(2027, "operating", 6),
        flow(2026, "debt-service", 20), flow(2027, "debt-service", 10),
    )  # fmt: skip
    found = appraise("base", flows, TERMS)
    assert found.debt_cover is not None
    assert found.debt_cover.minimum == pytest.approx(1.2)
    assert found.debt_cover.average == pytest.approx(1.8)
    assert found.debt_cover.minimum_year == 2026
    assert found.viability == "financially-viable"


def test_thin_debt_cover_keeps_a_project_from_standing_alone() -> None:
    flows = (*annuity(100, 18, 8), flow(2026, "debt-service", 17))
    found = appraise("base", flows, TERMS)
    assert (found.viability, found.warnings) == ("viable-with-support", ("debt-cover",))


@pytest.mark.parametrize(
    ("terms", "missing"),
    [
        (replace(TERMS, currency=None), "currency"),
        (replace(TERMS, price_year=None), "price-year"),
        (replace(TERMS, price_basis=None), "price-basis"),
        (replace(TERMS, price_basis="nominal", stated=False), "nominal-rate"),
        (replace(TERMS, rates={"financial": -1.0, "economic": 0.05}), "rate"),
    ],
)
def test_what_is_missing_is_listed(terms: Terms, missing: str) -> None:
    found = appraise("base", annuity(100, 18, 8), terms)
    assert (found.viability, found.missing) == ("not-assessable", (missing,))
    assert found.financial is None


def test_without_flows_nothing_is_appraised() -> None:
    assert appraise("base", (), TERMS).missing == ("flows",)
    assert appraise("base", (flow(2025, "grant", 5),), TERMS).missing == ("flows",)


def test_benefits_without_a_price_are_judged_by_a_comparator_alone() -> None:
    flows = (flow(2025, "investment", 100),)
    costs = (UnitCost("x", 50.0, 60.0),)
    assert appraise("base", flows, TERMS).missing == ("benefits",)
    assert appraise("base", flows, TERMS, costs=costs).viability == "cost-effective"
    dear = (UnitCost("x", 70.0, 60.0),)
    assert appraise("base", flows, TERMS, costs=dear).viability == "not-assessable"


def test_the_pump_project_has_two_rates() -> None:
    flows = (
        flow(2025, "investment", 1600),
        flow(2026, "revenue", 10000),
        flow(2027, "operating", 10000),
    )
    rates = financial(appraise("base", flows, TERMS)).internal_rates
    assert rates == pytest.approx((0.25, 4.0))


def test_net_savings_per_tonne_are_negative_costs() -> None:
    found = appraise("base", annuity(100, 18, 8), TERMS, tonnes=500)
    assert found.abatement_financial == pytest.approx(-11.776 / 500, abs=1e-5)
    assert appraise("base", annuity(100, 18, 8), TERMS).abatement_financial is None


def test_the_npv_recomputes_from_its_trace() -> None:
    trace = financial(appraise("base", annuity(100, 18, 8), TERMS)).trace
    first, rate = dict(trace.steps)["first_year"], float(dict(trace.settings)["rate"])
    again = sum(
        float(one.value) / (1 + rate) ** (int(one.period) - first) for one in trace.inputs
    )  # fmt: skip
    assert again == pytest.approx(trace.result)


def condition(state: str, change: float, since: int | None = None) -> LocalConditionState:
    effect = ConditionEffect.model_construct(
        variant=None, kind="revenue", change=change, from_=since
    )
    return LocalConditionState.model_construct(text="", state=state, effects=(effect,))


def test_conditions_are_met_one_by_one_and_all_together() -> None:
    """Revenue 2 x 6.2098 = 12.42; doubled in each case, then fourfold: -2.74."""
    needed = {"tariff": condition("not-met", 1.0), "law": condition("in-progress", 1.0)}
    found = appraise("base", annuity(40, 2, 8), TERMS, conditions=needed)
    assert [case.conditions for case in found.conditions] == [
        (), ("tariff",), ("law",), ("tariff", "law"),
    ]  # fmt: skip
    values = [case.financial_npv for case in found.conditions]
    assert values == pytest.approx([-27.580, -15.161, -15.161, 9.678], abs=1e-3)
    assert found.conditions[-1].viability == "financially-viable"


def test_a_condition_changes_flows_from_its_year_on() -> None:
    needed = {"tariff": condition("not-met", 0.5, 2032)}
    (_, met) = appraise("base", annuity(40, 2, 8), TERMS, conditions=needed).conditions
    assert met.financial_npv == pytest.approx(-27.580 + 1.06**-7 + 1.06**-8, abs=1e-3)


def test_sensitivity_lists_the_largest_movement_first() -> None:
    cases = appraise("base", annuity(100, 18, 8), TERMS).sensitivity
    assert [one.component for one in cases[:4]] == ["revenue"] * 4
    assert [one.amount for one in cases[:4]] == [-0.2, -0.1, 0.1, 0.2]
    assert cases[0].financial_npv == pytest.approx(11.776 - 0.2 * 111.776, abs=1e-3)
    assert {one.component for one in cases} == {"investment", "revenue", "rate", "delay"}
    late = next(one for one in cases if one.component == "delay" and one.amount == 1)
    assert late.financial_npv == pytest.approx(-100 + 111.776 / 1.06, abs=1e-3)


# The bundle of the method: three projects at 6 %.

BUNDLE = (annuity(100, 18, 8), annuity(60, 22, 4), annuity(40, 2, 8))


def test_the_bundle_of_the_method() -> None:
    """NPV 11.78, 16.23 and -27.58 make +0.43, IRR 6.06 %, discounted payback 7.97 years."""
    found = appraise_together("bundle", BUNDLE, (), [TERMS] * 3)
    values = [part_value(found, flows, FINANCIAL) for flows in BUNDLE]
    assert values == pytest.approx([11.78, 16.23, -27.58], abs=0.005)
    whole = financial(found)
    assert whole.npv == pytest.approx(0.43, abs=0.005)
    assert whole.internal_rates == pytest.approx((0.0606,), abs=5e-5)
    assert whole.discounted_payback == pytest.approx(7.97, abs=0.005)


def test_a_bundle_aligns_by_calendar_year() -> None:
    later = annuity(60, 22, 4, first=2027)
    found = appraise_together("bundle", (BUNDLE[0], later), (), [TERMS] * 2)
    assert financial(found).flows[:4] == (-100, 18, -42, 40)
    assert part_value(found, later, FINANCIAL) == pytest.approx(16.2323 / 1.06**2, abs=1e-3)


def test_shared_items_are_a_line_of_their_own() -> None:
    saving = (flow(2025, "saving", 5),)
    found = appraise_together("bundle", BUNDLE, saving, [TERMS] * 3)
    assert financial(found).npv == pytest.approx(5.428, abs=5e-4)


@pytest.mark.parametrize(
    ("other", "missing"),
    [
        (replace(TERMS, currency="USD"), "currencies-differ"),
        (replace(TERMS, price_year=2020), "price-years-differ"),
        (replace(TERMS, price_basis="nominal"), "price-bases-differ"),
    ],
)
def test_flows_in_other_terms_are_never_added(other: Terms, missing: str) -> None:
    found = appraise_together("bundle", BUNDLE[:2], (), [TERMS, other])
    assert (found.missing, found.financial) == ((missing,), None)


def test_members_at_different_rates_are_valued_at_those_of_the_country() -> None:
    other = replace(TERMS, rates={"financial": 0.03, "economic": 0.05})
    usual = {"financial": 0.04, "economic": 0.05}
    assert [one.rates for one in common_rates([TERMS, other], usual)] == [usual, usual]
    assert common_rates([TERMS, TERMS], usual) == [TERMS, TERMS]


def test_a_member_without_flows_keeps_a_bundle_from_being_appraised() -> None:
    found = appraise_together("bundle", (BUNDLE[0], ()), (), [TERMS] * 2)
    assert found.missing == ("flows",)


# Laws.

AMOUNTS = st.floats(1, 1000)
PROJECTS = st.builds(annuity, AMOUNTS, AMOUNTS, st.integers(1, 20), st.integers(2020, 2030))


@given(st.lists(PROJECTS, min_size=1, max_size=4))
def test_the_npv_of_a_bundle_is_the_sum_of_its_members(projects: list[tuple[Flow, ...]]) -> None:
    found = appraise_together("bundle", projects, (), [TERMS] * len(projects))
    parts = [part_value(found, flows, FINANCIAL) or 0.0 for flows in projects]
    assert financial(found).npv == pytest.approx(sum(parts), abs=1e-6)


@given(st.lists(st.builds(annuity, AMOUNTS, AMOUNTS, st.integers(1, 20)), min_size=1, max_size=4))
def test_the_rate_of_a_bundle_lies_between_those_of_its_members(
    projects: list[tuple[Flow, ...]],
) -> None:
    """For conventional flows that start together, with a rate within the limits each."""
    each = [financial(appraise("x", flows, TERMS)).internal_rates for flows in projects]
    assume(all(each))
    found = appraise_together("bundle", projects, (), [TERMS] * len(projects))
    (rate,) = financial(found).internal_rates
    assert min(rates[0] for rates in each) - 1e-9 <= rate <= max(rates[0] for rates in each) + 1e-9


@given(PROJECTS)
def test_a_switching_value_gives_an_npv_of_zero(flows: tuple[Flow, ...]) -> None:
    first, _ = span(flows)
    for switch in switching_values(flows, {FINANCIAL: 0.06}, first):
        changed = scaled(flows, (switch.component,), switch.share)
        size = present_value(of_kinds(flows, ("revenue",)), 0.06, first)
        assert present_value(changed, 0.06, first) == pytest.approx(0, abs=1e-6 * max(size, 1))


@given(PROJECTS)
def test_the_funding_gap_as_a_grant_closes_it(flows: tuple[Flow, ...]) -> None:
    found = financial(appraise("x", flows, TERMS))
    gap = appraise("x", flows, TERMS).funding_gap
    assert gap is not None
    with_grant = returns.npv((found.flows[0] + gap, *found.flows[1:]), found.rate)
    assert with_grant == pytest.approx(max(found.npv, 0.0), abs=1e-6)
