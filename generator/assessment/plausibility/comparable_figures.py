"""The figures of a city that relations hold against each other, by name and period.

Of observations those in use, without a breakdown, whose measure is the one asked for (no
proxies); of context figures every number that is not set aside.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from generator.assessment.plausibility.findings import Row
from generator.assessment.plausibility.relation_text import CONTEXT, Factor
from generator.assessment.rating.figures_in_use import figures_of_periods
from generator.assessment.rating.selection import is_headline, value_of
from generator.frozen import dataclass
from generator.model.city_tables import ContextFigure, Observation
from generator.model.framework import Framework
from generator.model.framework_tables import Unit
from generator.model.publication import City
from generator.model.scalars import Fault, Period, parse_number
from generator.model.territories import PROXY


class Figure(NamedTuple):
    """A number of a city and the row that states it."""

    name: str
    value: float
    row: Row

    @property
    def period(self) -> Period | None:
        return self.row.period

    @property
    def step(self) -> float:
        """The step to which the value is stated: its resolution, or its last digit."""
        stated = self.row.resolution if isinstance(self.row, Observation) else None
        decimals = len(self.row.value.partition(".")[2]) if self.row.value else MOST_DECIMALS
        return stated or 10.0**-decimals


BREAK = "B"
"""The status of a figure with which a series begins anew."""
POWER = "power"
"""The test for figures that are ten, a hundred … times the others."""
MOST_DECIMALS = 12
"""Those of a quotient, which is stated to no step."""


class Amount(NamedTuple):
    """The value of a term and the figures that it is made of."""

    value: float
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Figures:
    """The figures of a city: `series` of each observable by period, and those of the context."""

    series: Mapping[str, Mapping[Period | None, Figure]]
    context: Mapping[str, tuple[Figure, ...]]
    in_use: Mapping[str, Figure]

    @cached_property
    def stretches(self) -> Mapping[str, tuple[tuple[Figure, ...], ...]]:
        """The dated figures of each series in order of time, between breaks, and the context."""
        dated = {name: _stretches(series) for name, series in self.series.items()}
        return {**dated, **{name: (figures,) for name, figures in self.context.items()}}

    def apart(self, name: str, test: str) -> tuple[tuple[Figure, ...], ...]:
        """Return the stretches of a series for a test; no break explains a power of ten."""
        stretches = self.stretches.get(name, ())
        if test == POWER and name in self.series:
            return (tuple(chain(*stretches)),)
        return stretches

    def anchors(self, term: Iterable[Factor]) -> tuple[Figure, ...]:
        """Return the figures of the first named factor: each tells of what time a term is."""
        name = next(factor.name for factor in term if factor.name)
        return self.context.get(name, ()) or tuple(self.series.get(name, {}).values())

    def amount(self, term: Iterable[Factor], anchor: Figure) -> Amount | None:
        """Return the value of a term at the time of a figure; None if a part is not known."""
        value, used = 1.0, []
        for factor in term:
            number = factor.number
            if factor.name:
                figure = self._near(factor.name, anchor)
                if figure is None:
                    return None
                used.append(figure)
                number = figure.value
            if factor.divides and not number:
                return None
            value = value / number if factor.divides else value * number
        return Amount(value, tuple(used))

    def _near(self, name: str, anchor: Figure) -> Figure | None:
        """Return the figure that goes with another: of an observable that of the same period.

        Of the context the one of the same period and source, of the same period, of the same
        source, else the one in use.
        """
        if name == anchor.name:
            return anchor
        if not name.startswith(CONTEXT):
            return self.series.get(name, {}).get(anchor.period)

        def apart(one: Figure) -> tuple[bool, bool]:
            return (one.period != anchor.period, one.row.source != anchor.row.source)

        known = self.context.get(name, ())
        nearest = min(known, key=apart, default=None)
        if nearest is not None and not all(apart(nearest)):
            return nearest
        return self.in_use.get(name)


def _stretches(series: Mapping[Period | None, Figure]) -> tuple[tuple[Figure, ...], ...]:
    """Return the dated figures of a series in order of time, parted where it breaks."""
    dated = [(period, one) for period, one in series.items() if period is not None]
    parted: list[list[Figure]] = [[]]
    for _, one in sorted(dated, key=lambda pair: (pair[0].last, pair[0].first)):
        if isinstance(one.row, Observation) and one.row.status == BREAK:
            parted.append([])
        parted[-1].append(one)
    return tuple(map(tuple, parted))


def comparable_figures(framework: Framework, city: City) -> Figures:
    """Return the figures of a city."""
    context: dict[str, tuple[Figure, ...]] = {}
    wanted = {one.variable: one.unit for one in framework.context_variables}
    for row in city.context:
        unit = framework.unit_of.get(wanted.get(row.variable) or "")
        if not framework.is_in_unit(row.unit, wanted.get(row.variable)):
            continue
        for number in _number(row, unit):
            name = f"{CONTEXT}{row.variable}"
            context[name] = (*context.get(name, ()), Figure(name, number, row))
    used = {name: city.context_in_use(name.removeprefix(CONTEXT)) for name in context}
    stated = (one for figures in context.values() for one in figures)
    in_use = {one.name: one for one in stated if one.row == used[one.name]}
    named = _by_name(framework, city)
    series = {name: dict(_series(framework, name, rows)) for name, rows in named.items()}
    return Figures(series, context, in_use)


def _number(row: ContextFigure, unit: Unit | None) -> Iterator[float]:
    """Yield the number of a row; none that is set aside, no number, or impossible in its unit."""
    try:
        number = parse_number(row.value)
    except Fault:
        return
    least = unit.minimum if unit is not None else None
    if row.use is not False and (least is None or number >= least):
        yield number


def _by_name(framework: Framework, city: City) -> Mapping[str, list[Observation]]:
    found: dict[str, list[Observation]] = {}
    observables = framework.observables
    for row in city.observations:
        observable = observables.get(row.observable)
        wanted = observable.unit if observable is not None else row.unit
        fits = row.unit == wanted or framework.is_in_unit(row.unit, wanted)
        if fits and row.comparability != PROXY and is_headline(row):
            found.setdefault(row.observable, []).append(row)
    return found


def _series(
    framework: Framework, name: str, rows: Iterable[Observation]
) -> Iterator[tuple[Period | None, Figure]]:
    observable, statuses = framework.observables.get(name), framework.status_of
    if observable is None:
        return
    for row, _, unsettled in figures_of_periods(rows):
        value = value_of(row, observable.multiplier)
        status = statuses.get(row.status or "A")
        measured = status is None or status.rated != "no"
        if value is not None and measured and not unsettled:
            yield row.period, Figure(name, value, row)
