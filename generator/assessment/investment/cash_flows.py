"""Cash flows of a project: which sign, which perspective, aligned by calendar year.

Amounts in the files are 0 or more; the kind gives the sign. Loans and grants finance a project
and are no part of its return: their flows serve the debt cover only. External costs and
benefits fall on others and count in the economic view alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.frozen import dataclass
from generator.model.city_tables import CashFlow
from generator.model.tables import Table

FINANCIAL = "financial"
ECONOMIC = "economic"
BOTH = "both"

SIGNS: Mapping[str, int] = {
    "investment": -1,
    "replacement": -1,
    "operating": -1,
    "external-cost": -1,
    "debt-service": -1,
    "revenue": 1,
    "saving": 1,
    "residual": 1,
    "external-benefit": 1,
    "grant": 1,
}
FINANCING = frozenset({"debt-service", "grant"})
EXTERNAL = frozenset({"external-cost", "external-benefit"})
SERVICE = ("revenue", "saving", "operating", "replacement")
"""What is left of these pays the debt service."""


@dataclass(frozen=True, slots=True)
class Flow:
    """One amount, 0 or more, of a calendar year, with the line it comes from."""

    year: int
    kind: str
    amount: float
    perspective: str = BOTH
    item: str = ""
    source: str = ""
    file: str = ""
    line: int | None = None

    @property
    def signed(self) -> float:
        """Return the amount as money in (positive) or out (negative)."""
        return SIGNS[self.kind] * self.amount


def flows_of(table: Table[CashFlow], variant: str) -> tuple[Flow, ...]:
    """Return the flows of a variant, by year and line."""
    rows = sorted((row for row in table if row.variant == variant), key=lambda row: row.year)
    return tuple(
        Flow(row.year, row.kind, row.amount, row.perspective, row.item or "", row.source or "",
             table.file, row.line)
        for row in rows
    )  # fmt: skip


def in_view(flows: Iterable[Flow], view: str) -> tuple[Flow, ...]:
    """Return the flows that make the return in a view, `financial` or `economic`."""

    def counts(flow: Flow) -> bool:
        if flow.kind in FINANCING or (view == FINANCIAL and flow.kind in EXTERNAL):
            return False
        return flow.perspective in (view, BOTH) or flow.kind in EXTERNAL

    return tuple(flow for flow in flows if counts(flow))


def span(flows: Iterable[Flow]) -> tuple[int, int]:
    """Return the first and the last year of flows; there must be one."""
    years = [flow.year for flow in flows]
    return min(years), max(years)


def yearly(flows: Iterable[Flow], first: int, last: int) -> tuple[float, ...]:
    """Return the net flow of every year from `first` to `last`."""
    sums = dict.fromkeys(range(first, last + 1), 0.0)
    for flow in flows:
        sums[flow.year] += flow.signed
    return tuple(sums.values())


def present_value(flows: Iterable[Flow], rate: float, first: int) -> float:
    """Return the value of flows in the year `first`: sum of c / (1 + r)^(year - first)."""
    return sum(flow.signed / (1.0 + rate) ** (flow.year - first) for flow in flows)


def of_kinds(flows: Iterable[Flow], kinds: Iterable[str]) -> tuple[Flow, ...]:
    wanted = frozenset(kinds)
    return tuple(flow for flow in flows if flow.kind in wanted)


def scaled(
    flows: Iterable[Flow], kinds: Iterable[str], change: float, since: int | None = None
) -> tuple[Flow, ...]:
    """Return the flows with the amounts of some kinds changed by a share, from a year on."""
    wanted = frozenset(kinds)
    return tuple(
        replace(flow, amount=flow.amount * (1.0 + change))
        if flow.kind in wanted and (since is None or flow.year >= since)
        else flow
        for flow in flows
    )


def delayed(flows: Sequence[Flow], years: int) -> tuple[Flow, ...]:
    """Return the flows with all but the investment some years later: the works drag on."""
    return tuple(
        flow if flow.kind == "investment" else replace(flow, year=flow.year + years)
        for flow in flows
    )
