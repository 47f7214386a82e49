"""Investment projects: is it worth it, for whom, and under which conditions.

One currency, prices of a stated year, year 0 being the first year with a flow. Method: EU guide
to cost-benefit analysis (2014). Steps: cash flows, returns, sensitivity, viability.
"""

from collections.abc import Iterable, Mapping, Sequence

from generator.assessment.investment import returns
from generator.assessment.investment.cash_flows import (
    ECONOMIC,
    FINANCIAL,
    Flow,
    flows_of,
    in_view,
    of_kinds,
    scaled,
    span,
    yearly,
)
from generator.assessment.investment.cost_effectiveness import unit_costs
from generator.assessment.investment.funding import funding_mix
from generator.assessment.investment.project_results import (
    Appraisal,
    ConditionCase,
    ProjectResult,
    Returns,
    UnitCost,
)
from generator.assessment.investment.sensitivity import switching_values, vary
from generator.assessment.investment.terms import Terms, missing_of, terms_of
from generator.assessment.investment.viability import classify, debt_cover, funding_gap
from generator.assessment.traces import Trace, TraceInput
from generator.model.framework import Framework
from generator.model.project_records import InvestmentProject, LocalConditionState
from generator.model.publication import City, documents_in

BASE = "base"


def appraise_projects(framework: Framework, city: City) -> Mapping[str, ProjectResult]:
    """Return the appraisal of every project of a city, by id."""
    return {name: appraise_project(framework, city, name) for name in projects_of(city)}


def projects_of(city: City) -> Mapping[str, InvestmentProject]:
    """Return the projects of a city by id, in the order of their ids."""
    return {name: one.record for name, one in documents_in(city.documents, "projects").items()}


def appraise_project(framework: Framework, city: City, project: str) -> ProjectResult:
    """Return the appraisal of each variant, and the sums of the funding of the selected."""
    record = projects_of(city)[project]
    terms = terms_of(framework, city, record)
    selected = selected_variant(record)
    variants = {
        name: appraise_variant(record, name, project_flows(city, project, name), terms)
        for name in record.variants or (BASE,)
    }
    return ProjectResult(project, selected, variants, funding_mix(record, selected))


def selected_variant(record: InvestmentProject) -> str:
    """Return the variant marked as selected, else the first, else `base`."""
    marked = [name for name, variant in record.variants.items() if variant.selected]
    return (marked or list(record.variants) or [BASE])[0]


def project_flows(city: City, project: str, variant: str) -> tuple[Flow, ...]:
    table = city.cash_flows.get(f"projects/{project}.cash-flows.csv")
    return flows_of(table, variant) if table is not None else ()


def appraise_variant(
    record: InvestmentProject, variant: str, flows: Sequence[Flow], terms: Terms
) -> Appraisal:
    """Return the appraisal of one variant with its emissions, effects and local conditions."""
    effects = {
        name: case for name, case in record.conditions.items() if changes_flows(case, variant)
    }
    costs = unit_costs(record, variant, flows, terms)
    return appraise(variant, flows, terms, tonnes_avoided(record, variant), costs, effects)


def tonnes_avoided(record: InvestmentProject, variant: str) -> float:
    """Return the tonnes of CO2 equivalent that a variant avoids over its life, undiscounted."""
    return sum(one.tco2e_avoided for one in record.emissions if one.variant in (None, variant))


def changes_flows(condition: LocalConditionState, variant: str) -> bool:
    """Return whether a condition is not met yet and would change the flows of a variant."""
    return condition.state != "met" and any(
        effect.variant in (None, variant) for effect in condition.effects
    )


def appraise(
    subject: str,
    flows: Sequence[Flow],
    terms: Terms,
    tonnes: float = 0.0,
    costs: tuple[UnitCost, ...] = (),
    conditions: Mapping[str, LocalConditionState] | None = None,
) -> Appraisal:
    """Return the appraisal of flows; what it lacks if it cannot be made."""
    missing = missing_of(flows, terms)
    blank = Appraisal(
        subject, terms.currency or "", terms.price_year, unit_costs=costs,
        tonnes_avoided=tonnes if tonnes > 0 else None, missing=missing,
    )  # fmt: skip
    if missing:
        return blank
    first, last = span(flows)
    rates = {view: rate for view, rate in terms.rates.items() if in_view(flows, view)}
    financial, economic = (
        measure(flows, view, terms, first, last) if view in rates else None
        for view in (FINANCIAL, ECONOMIC)
    )
    cover = debt_cover(flows)
    gap, share = funding_gap(flows, financial)
    viability, lacking, warnings = classify(flows, financial, economic, cover, costs, terms.policy)
    return Appraisal(
        subject=subject,
        currency=terms.currency or "",
        price_year=terms.price_year,
        first_year=first,
        last_year=last,
        financial=financial,
        economic=economic,
        investment=sum(flow.amount for flow in of_kinds(flows, ("investment",))),
        funding_gap=gap,
        grant_share=share,
        debt_cover=cover,
        tonnes_avoided=blank.tonnes_avoided,
        abatement_financial=_abatement(financial, tonnes),
        abatement_economic=_abatement(economic, tonnes),
        unit_costs=costs,
        sensitivity=vary(flows, rates, first),
        switching=switching_values(flows, rates, first),
        conditions=condition_cases(subject, flows, terms, conditions or {}),
        viability=viability,
        missing=lacking,
        warnings=warnings,
    )


def measure(flows: Sequence[Flow], view: str, terms: Terms, first: int, last: int) -> Returns:
    """Return every measure of the flows of a view, at its rate, in the year `first`."""
    seen, rate = in_view(flows, view), terms.rates[view]
    net = yearly(seen, first, last)
    gains = yearly([flow for flow in seen if flow.signed > 0], first, last)
    outlays = yearly([flow for flow in seen if flow.signed < 0], first, last)
    value = returns.npv(net, rate)
    return Returns(
        view=view,
        rate=rate,
        first_year=first,
        flows=net,
        npv=value,
        internal_rates=returns.irr(net),
        modified_rate=returns.mirr(net, rate, rate),
        benefit_cost_ratio=returns.benefit_cost_ratio(gains, [-one for one in outlays], rate),
        profitability_index=returns.profitability_index(net, rate),
        payback=returns.payback(net),
        discounted_payback=returns.payback(net, rate),
        annual_equivalent=returns.annual_equivalent(value, rate, len(net) - 1),
        trace=_trace(seen, rate, first, value, terms.currency or ""),
    )


def _trace(flows: Iterable[Flow], rate: float, first: int, value: float, unit: str) -> Trace:
    inputs = tuple(
        TraceInput(flow.kind, flow.signed, unit, str(flow.year), source=flow.source,
                   file=flow.file, line=flow.line)
        for flow in flows
    )  # fmt: skip
    return Trace("npv", inputs, (("first_year", float(first)),), (("rate", rate),), value)


def _abatement(view: Returns | None, tonnes: float) -> float | None:
    return None if view is None else returns.abatement_cost(view.npv, tonnes)


def condition_cases(
    variant: str,
    flows: Sequence[Flow],
    terms: Terms,
    conditions: Mapping[str, LocalConditionState],
) -> tuple[ConditionCase, ...]:
    """Return the appraisal as it is, with each unmet condition met, and with all of them."""
    if not conditions:
        return ()
    names = tuple(conditions)
    groups = [(), *((name,) for name in names), *([names] if len(names) > 1 else [])]
    return tuple(_condition_case(variant, flows, terms, conditions, group) for group in groups)


def _condition_case(
    variant: str,
    flows: Sequence[Flow],
    terms: Terms,
    conditions: Mapping[str, LocalConditionState],
    met: tuple[str, ...],
) -> ConditionCase:
    changed = tuple(flows)
    for name in met:
        for effect in conditions[name].effects:
            if effect.variant in (None, variant):
                changed = scaled(changed, (effect.kind,), effect.change, effect.from_)
    again = appraise(variant, changed, terms)
    return ConditionCase(
        conditions=met,
        financial_npv=again.financial.npv if again.financial else None,
        economic_npv=again.economic.npv if again.economic else None,
        internal_rates=again.financial.internal_rates if again.financial else (),
        funding_gap=again.funding_gap,
        viability=again.viability,
    )
