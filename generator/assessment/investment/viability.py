"""The class of a project: who gains, who pays, and what to say beside it.

A negative financial with a positive economic net present value is the case for public support,
not a failure.
"""

from collections.abc import Iterable, Sequence

from generator.assessment.investment.cash_flows import (
    ECONOMIC,
    FINANCIAL,
    SERVICE,
    Flow,
    in_view,
    of_kinds,
    present_value,
)
from generator.assessment.investment.project_results import (
    COST_EFFECTIVE,
    NOT_ASSESSABLE,
    NOT_VIABLE,
    VIABLE,
    WITH_SUPPORT,
    DebtCover,
    Returns,
    UnitCost,
)
from generator.model.policy_records import AppraisalPolicy


def debt_cover(flows: Iterable[Flow]) -> DebtCover | None:
    """Return cash available over debt service; None without debt service.

    Cash available: revenue and savings less operating cost and replacements of the same year,
    in the financial view.
    """
    seen = [flow for flow in flows if flow.perspective != ECONOMIC]
    service: dict[int, float] = {}
    for flow in of_kinds(seen, ("debt-service",)):
        service[flow.year] = service.get(flow.year, 0.0) + flow.amount
    cash = of_kinds(seen, SERVICE)
    covers = {
        year: sum(flow.signed for flow in cash if flow.year == year) / due
        for year, due in service.items()
        if due > 0
    }
    if not covers:
        return None
    worst = min(covers, key=lambda year: (covers[year], year))
    return DebtCover(covers[worst], sum(covers.values()) / len(covers), worst)


def funding_gap(
    flows: Sequence[Flow], financial: Returns | None
) -> tuple[float | None, float | None]:
    """Return G = max(0, -FNPV) and its share in the present value of the investment."""
    if financial is None:
        return None, None
    gap = max(0.0, -financial.npv)
    outlay = of_kinds(in_view(flows, FINANCIAL), ("investment",))
    worth = -present_value(outlay, financial.rate, financial.first_year)
    return gap, gap / worth if worth > 0 else None


def classify(
    flows: Sequence[Flow],
    financial: Returns | None,
    economic: Returns | None,
    cover: DebtCover | None,
    costs: Iterable[UnitCost],
    policy: AppraisalPolicy,
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the class, what is missing for one, and what to say beside it.

    The first that holds: financially viable (FNPV >= 0, and debt cover where there is debt),
    viable with support (ENPV > 0), cost-effective (benefits have no price, and a unit costs no
    more than its comparator), not viable as formulated (ENPV <= 0).
    """
    if not any(flow.signed > 0 for flow in flows if flow.kind != "grant"):
        cheap = any(one.comparator is not None and one.cost <= one.comparator for one in costs)
        return (COST_EFFECTIVE, (), ()) if cheap else (NOT_ASSESSABLE, ("benefits",), ())
    pays = financial is not None and financial.npv >= 0
    covered = cover is None or round(cover.minimum, 9) >= policy.dscr_minimum
    warnings = () if covered else ("debt-cover",)
    if pays and covered:
        harm = economic is not None and economic.npv < 0
        return VIABLE, (), ("economic-loss",) if harm else ()
    if economic is None:
        return NOT_ASSESSABLE, ("economic",), warnings
    return WITH_SUPPORT if economic.npv > 0 else NOT_VIABLE, (), warnings
