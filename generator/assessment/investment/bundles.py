"""Projects combined: their flows are aligned by calendar year, added, and appraised as one.

Rates of return, payback and debt cover are computed anew, never averaged; the net present value
is the sum of the members' in the first year of the bundle, and of the shared items.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.assessment.investment.appraisal import (
    appraise,
    project_flows,
    projects_of,
    selected_variant,
    tonnes_avoided,
)
from generator.assessment.investment.cash_flows import ECONOMIC, FINANCIAL, Flow
from generator.assessment.investment.project_results import (
    Appraisal,
    BundleMemberResult,
    BundleResult,
)
from generator.assessment.investment.sensitivity import Rates, value_in
from generator.assessment.investment.terms import Terms, terms_of, usual_rates
from generator.model.framework import Framework
from generator.model.project_records import Bundle, InvestmentProject
from generator.model.publication import City

FILE = "bundles.yml"
Member = tuple[str, str]
"""Project and variant."""


def appraise_bundles(framework: Framework, city: City) -> Mapping[str, BundleResult]:
    """Return the appraisal of every bundle of a city, by id."""
    document = city.documents.get(FILE)
    bundles: Mapping[str, Bundle] = document.record if document is not None else {}
    return {name: appraise_bundle(framework, city, name, one) for name, one in bundles.items()}


def appraise_bundle(framework: Framework, city: City, name: str, bundle: Bundle) -> BundleResult:
    """Return the appraisal of a bundle, and what each member adds to it."""
    known = projects_of(city)
    members = {
        (one.project, one.variant or selected_variant(known[one.project])): known[one.project]
        for one in bundle.projects
    }
    flows = {member: project_flows(city, *member) for member in members}
    terms = common_rates(
        [terms_of(framework, city, record) for record in members.values()],
        usual_rates(framework, city),
    )
    shared = shared_flows(bundle)
    tonnes = sum(tonnes_avoided(record, variant) for (_, variant), record in members.items())
    result = appraise_together(name, list(flows.values()), shared, terms, tonnes)
    return describe(result, flows, shared, members)


def common_rates(terms: Sequence[Terms], usual: Rates) -> list[Terms]:
    """Return terms with the rates that all share; those of the country where members differ."""
    same = len({tuple(one.rates.items()) for one in terms}) == 1
    return [one if same else replace(one, rates=usual, stated=False) for one in terms]


def shared_flows(bundle: Bundle) -> tuple[Flow, ...]:
    """Return the shared items as flows of their own."""
    return tuple(
        Flow(item.year, item.kind, item.amount, item.perspective, item.item, file=FILE)
        for item in bundle.shared_items
    )


def appraise_together(
    name: str,
    members: Sequence[Sequence[Flow]],
    shared: Sequence[Flow],
    terms: Sequence[Terms],
    tonnes: float = 0.0,
) -> Appraisal:
    """Return the appraisal of flows added up; refused where members differ in their terms."""
    differing = differences(terms)
    missing = differing if all(members) else (*differing, "flows")
    if missing:
        return Appraisal(name, terms[0].currency or "", terms[0].price_year, missing=missing)
    flows = [flow for member in members for flow in member] + list(shared)
    return appraise(name, flows, terms[0], tonnes)


def differences(terms: Sequence[Terms]) -> tuple[str, ...]:
    """Return in what the terms of projects differ, so that their flows cannot be added."""
    facets: dict[str, set[object]] = {
        "currencies-differ": {one.currency for one in terms},
        "price-years-differ": {one.price_year for one in terms},
        "price-bases-differ": {one.price_basis for one in terms},
    }
    return tuple(name for name, values in facets.items() if len(values) > 1)


def describe(
    appraisal: Appraisal,
    flows: Mapping[Member, Sequence[Flow]],
    shared: Sequence[Flow],
    members: Mapping[Member, InvestmentProject],
) -> BundleResult:
    """Return a bundle with its parts; a member that loses what others earn is named."""
    parts = tuple(
        BundleMemberResult(
            project, variant,
            part_value(appraisal, flows[project, variant], FINANCIAL),
            part_value(appraisal, flows[project, variant], ECONOMIC),
        )
        for project, variant in flows
    )  # fmt: skip
    pays = appraisal.financial is not None and appraisal.financial.npv >= 0
    losing = [one.project for one in parts if (one.financial_npv or 0.0) < 0]
    conditions: dict[str, tuple[str, ...]] = {}
    for (project, _), record in members.items():
        for condition in record.conditions:
            conditions[condition] = (*conditions.get(condition, ()), project)
    return BundleResult(
        bundle=appraisal.subject,
        appraisal=appraisal,
        members=parts,
        shared_financial=part_value(appraisal, shared, FINANCIAL),
        shared_economic=part_value(appraisal, shared, ECONOMIC),
        cross_subsidised=tuple(losing) if pays else (),
        conditions=conditions,
    )


def part_value(appraisal: Appraisal, flows: Sequence[Flow], view: str) -> float | None:
    """Return the NPV of a part in the first year and at the rate of the whole."""
    whole = appraisal.financial if view == FINANCIAL else appraisal.economic
    if whole is None or not flows:
        return None
    return value_in(flows, view, {view: whole.rate}, whole.first_year) or 0.0
