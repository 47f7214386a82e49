"""Which figure of a year is used where sources, or territories, give several.

In: the observations of one observable without a breakdown. Out: one for each period, and those
beside it. The figure marked `use` counts; else that of the territory nearest to the city; among
several of one territory none, unless they are equal.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.model.city_tables import Observation
from generator.model.territories import CITY

NEAREST = (CITY, "urban-area", "county", "region", "country")
"""The territories from the city outwards."""


class FigureOfPeriod(NamedTuple):
    """The figure of a period and the others; `unsettled`: none of several is marked as used."""

    row: Observation
    others: tuple[Observation, ...] = ()
    unsettled: bool = False

    @property
    def is_set_aside(self) -> bool:
        """Whether every figure of the period is marked as not used."""
        return all(row.use is False for row in self.rows)

    @property
    def rows(self) -> tuple[Observation, ...]:
        return (self.row, *self.others)

    def beside(self, row: Observation) -> tuple[Observation, ...]:
        """Return the figures of the period but `row`."""
        return tuple(one for one in self.rows if one is not row)


def figures_of_periods(rows: Iterable[Observation]) -> list[FigureOfPeriod]:
    """Return the figure of each period, in the order of the rows."""
    found: dict[object, list[Observation]] = {}
    for row in rows:
        found.setdefault(row.period, []).append(row)
    return [figure_among(group) for group in found.values()]


def figure_among(rows: Sequence[Observation]) -> FigureOfPeriod:
    """Return the figure that is used among those of one period."""
    if len(rows) == 1:
        return FigureOfPeriod(rows[0], unsettled=rows[0].use is False)
    marked = [row for row in rows if row.use]
    open_rows = [row for row in rows if row.use is not False]
    candidates = marked or _stated_ones(list(_nearest(open_rows))) or list(rows)
    chosen = candidates[0]
    unsettled = not open_rows or (not marked and len(set(map(_stated, candidates))) > 1)
    return FigureOfPeriod(chosen, tuple(row for row in rows if row is not chosen), unsettled)


def _nearest(rows: Sequence[Observation]) -> Iterator[Observation]:
    """Yield the rows of the territory nearest to the city."""
    nearest = min((_distance(row) for row in rows), default=0)
    yield from (row for row in rows if _distance(row) == nearest)


def _distance(row: Observation) -> int:
    return NEAREST.index(row.territory) if row.territory in NEAREST else 0


def _stated_ones(rows: Sequence[Observation]) -> Sequence[Observation]:
    """Return the rows with a figure, if there are any: they come before those that say why not."""
    return [row for row in rows if any(part is not None for part in _stated(row))] or rows


def _stated(row: Observation) -> tuple[str | float | None, ...]:
    return (row.value, row.numerator, row.denominator)
