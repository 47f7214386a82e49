"""The programme in figures: resources in US dollars, what is late, where it is, partnerships.

Rates are those of the files; a resource without a rate is counted and not converted.
"""

from collections.abc import Callable, Iterable, Mapping

from generator.frozen import dataclass
from generator.model.framework_tables import Country
from generator.model.governance_tables import Partnership
from generator.model.programme_tables import Deliverable, Resource
from generator.model.publication import City

DOLLAR = "USD"
CLOSED = ("delivered", "cancelled")


@dataclass(frozen=True, slots=True)
class Mobilised:
    """US dollars by state, for one type or year; `unconverted` counts rows without a rate.

    A row stands in one state, the furthest that it has reached: the states add up.
    """

    key: str
    by_state: Mapping[str, float]
    unconverted: int

    @property
    def total(self) -> float:
        return sum(self.by_state.values())


@dataclass(frozen=True, slots=True)
class LevelFigures:
    """The partnerships of a level: each pair once, however many of its cities record it."""

    level: str
    pairs: int
    active: int
    with_results: int
    across_economies: int


def in_dollars(row: Resource) -> float | None:
    """Return the amount in US dollars at the rate of the row; None if it states none."""
    if row.currency == DOLLAR:
        return row.amount
    if row.currency is None or not row.usd_rate:
        return None
    return row.amount / row.usd_rate


def sum_resources(rows: Iterable[Resource], key: Callable[[Resource], str]) -> list[Mobilised]:
    """Return the sums by key and state, in the order in which the keys appear."""
    groups: dict[str, list[Resource]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return [_sum(name, group) for name, group in groups.items()]


def _sum(name: str, rows: list[Resource]) -> Mobilised:
    by_state: dict[str, float] = {}
    unconverted = 0
    for row in rows:
        amount = in_dollars(row)
        if amount is None:
            unconverted += 1
        else:
            by_state[row.state] = by_state.get(row.state, 0.0) + amount
    return Mobilised(name, by_state, unconverted)


def is_late(row: Deliverable, as_of: str) -> bool:
    """Return whether a deliverable is still open after its planned day, month or year."""
    if row.planned is None or row.actual is not None or row.state in CLOSED:
        return False
    return row.planned < as_of[: len(row.planned)]


def count_partnerships(
    cities: Iterable[City], levels: Iterable[str], countries: Mapping[str, Country]
) -> list[LevelFigures]:
    """Return the figures of each level; a pair that both cities record counts once."""
    pairs: dict[tuple[str, frozenset[str]], list[tuple[City, Partnership]]] = {}
    for city in cities:
        for row in city.partnerships:
            pair = frozenset({city.id, row.partner_city or f"{row.partner}, {row.country}"})
            pairs.setdefault((row.level, pair), []).append((city, row))
    found = []
    for level in levels:
        records = [rows for (at, _), rows in pairs.items() if at == level]
        found.append(
            LevelFigures(
                level=level,
                pairs=len(records),
                active=sum(any(row.status == "active" for _, row in one) for one in records),
                with_results=sum(any(row.results for _, row in one) for one in records),
                across_economies=sum(_is_across(one[0], countries) for one in records),
            )
        )
    return found


def _is_across(record: tuple[City, Partnership], countries: Mapping[str, Country]) -> bool:
    """Return whether the two countries belong to different economy groups."""
    city, row = record
    groups = [countries.get(code or "") for code in (city.record.country, row.country)]
    known = [one.economy_group for one in groups if one is not None and one.economy_group]
    return len(known) == 2 and known[0] != known[1]
