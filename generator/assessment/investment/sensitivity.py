"""How far the appraisal depends on its assumptions: one thing at a time.

Investment, operating cost and revenue change by a share, the rate by points, and all but the
investment comes later by years. The switching value is the change at which the NPV is zero.
"""

from collections.abc import Mapping, Sequence

from generator.assessment.investment.cash_flows import (
    ECONOMIC,
    FINANCIAL,
    SIGNS,
    Flow,
    delayed,
    in_view,
    of_kinds,
    present_value,
    scaled,
)
from generator.assessment.investment.project_results import Change, SwitchingValue

COMPONENTS: Mapping[str, tuple[str, ...]] = {
    "investment": ("investment",),
    "operating": ("operating",),
    "revenue": ("revenue", "saving"),
}
SHARES = (-0.20, -0.10, 0.10, 0.20)
POINTS = (-0.02, 0.02)
DELAYS = (1, 2)
RATE = "rate"
DELAY = "delay"

Rates = Mapping[str, float]
"""View to discount rate; only the views that can be judged."""


def value_in(flows: Sequence[Flow], view: str, rates: Rates, first: int) -> float | None:
    """Return the NPV of a view in the year `first`; None if the view has no rate or flow."""
    seen = in_view(flows, view)
    return present_value(seen, rates[view], first) if seen and view in rates else None


def vary(flows: Sequence[Flow], rates: Rates, first: int) -> tuple[Change, ...]:
    """Return the sensitivity table, the largest movement first (a tornado)."""
    cases = [
        _case(component, share, scaled(flows, kinds, share), rates, first)
        for component, kinds in COMPONENTS.items()
        if of_kinds(flows, kinds)
        for share in SHARES
    ]
    cases += [
        _case(RATE, points, flows, {view: rate + points for view, rate in rates.items()}, first)
        for points in POINTS
    ]
    cases += [_case(DELAY, years, delayed(flows, years), rates, first) for years in DELAYS]
    base = _case("", 0.0, flows, rates, first)
    return _tornado(cases, base)


def _case(component: str, amount: float, flows: Sequence[Flow], rates: Rates, first: int) -> Change:
    financial = value_in(flows, FINANCIAL, rates, first)
    economic = value_in(flows, ECONOMIC, rates, first)
    return Change(component, amount, financial, economic)


def _tornado(cases: Sequence[Change], base: Change) -> tuple[Change, ...]:
    """Return components in the order of their largest movement, each from its lowest change."""
    largest: dict[str, float] = {}
    for case in cases:
        moved = max(_movement(case, base), largest.get(case.component, 0.0))
        largest[case.component] = moved
    order = sorted(largest, key=lambda component: -largest[component])
    return tuple(sorted(cases, key=lambda case: (order.index(case.component), case.amount)))


def _movement(case: Change, base: Change) -> float:
    """Return by how much the NPV moves: the financial one where there is one."""
    if case.financial_npv is not None and base.financial_npv is not None:
        return abs(case.financial_npv - base.financial_npv)
    if case.economic_npv is not None and base.economic_npv is not None:
        return abs(case.economic_npv - base.economic_npv)
    return 0.0


def switching_values(flows: Sequence[Flow], rates: Rates, first: int) -> tuple[SwitchingValue, ...]:
    """Return, for each kind of flow in each view, delta = -NPV / PV of that kind."""
    found = []
    for view, rate in rates.items():
        seen = in_view(flows, view)
        total = present_value(seen, rate, first)
        for kind in SIGNS:
            part = present_value(of_kinds(seen, (kind,)), rate, first)
            if part != 0.0:
                found.append(SwitchingValue(view, kind, -total / part))
    return tuple(found)
