"""What a unit of improvement costs, for projects whose benefits have no price."""

from collections.abc import Sequence

from generator.assessment.investment.cash_flows import (
    ECONOMIC,
    FINANCIAL,
    Flow,
    in_view,
    present_value,
    span,
)
from generator.assessment.investment.project_results import UnitCost
from generator.assessment.investment.terms import Terms, missing_of
from generator.model.project_records import Impact, InvestmentProject


def unit_costs(
    record: InvestmentProject, variant: str, flows: Sequence[Flow], terms: Terms
) -> tuple[UnitCost, ...]:
    """Return present costs per unit of each indicator's central improvement.

    Economic costs where there are any, else financial ones.
    """
    outlays = [flow for flow in flows if flow.signed < 0]
    if missing_of(outlays, terms):
        return ()
    view = ECONOMIC if in_view(outlays, ECONOMIC) else FINANCIAL
    first = span(outlays)[0]
    cost = -present_value(in_view(outlays, view), terms.rates[view], first)
    return tuple(
        UnitCost(impact.observable, cost / abs(change_of(impact)), _comparator(record, impact))
        for impact in record.impacts
        if impact.variant in (None, variant) and change_of(impact)
    )


def change_of(impact: Impact) -> float:
    """Return the central change in the unit of the indicator; a relative one of its baseline."""
    if impact.kind != "relative":
        return impact.central
    return impact.central * impact.baseline.value if impact.baseline else 0.0


def _comparator(record: InvestmentProject, impact: Impact) -> float | None:
    stated = record.comparator
    if stated is None or stated.observable != impact.observable:
        return None
    return stated.cost_per_unit
