"""A city beside its peers: percentile, median, quartiles, and what limits the comparison.

Context only: no comparison changes a score. Cities are compared observable by observable, by
their positions between the trailing and the leading cities, and never by targets. Everything is
made from positions as they are printed, so that a change too small to be seen changes no other
city's pages.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field

from generator.assessment.comparison.peer_groups import Group
from generator.assessment.results import CityResult, IndicatorResult
from generator.assessment.traces import Trace, TraceInput
from generator.frozen import dataclass
from generator.model.benchmark_policy import ComparisonPolicy
from generator.model.city_tables import Observation
from generator.model.framework import Framework
from generator.model.framework_tables import LEADING_CITIES
from generator.model.publication import City

YEAR, BOUNDARY, DEFINITION, QUALITY = "year", "boundary", "definition", "quality"
NEAR = "near"
DIFFERS = "D"


@dataclass(frozen=True, slots=True)
class Summary:
    """How positions are spread; the quartiles (type 7) only from the policy's minimum of cities."""

    cities: int
    minimum: float
    lower_quartile: float | None
    median: float | None
    upper_quartile: float | None
    maximum: float


@dataclass(frozen=True)
class Comparison:
    """A city's position in an observable beside those of its group.

    `positions` are all that are compared, the city's own among them. `warnings` by city: `year`,
    `boundary`, `definition`, `quality`; `excluded` are the cities whose period is too far off.
    `percentile` is None below the policy's minimum of cities.
    """

    city: str
    subject: str
    group: str
    positions: Mapping[str, float]
    summary: Summary
    percentile: float | None
    minimum: int
    warnings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    excluded: tuple[str, ...] = ()

    @property
    def trace(self) -> Trace:
        """How percentile and summary came about; the inputs are the printed positions."""
        inputs = tuple(TraceInput(name, at) for name, at in self.positions.items())
        parts = ("minimum", "lower_quartile", "median", "upper_quartile", "maximum")
        steps = tuple(
            (part, value) for part in parts if (value := getattr(self.summary, part)) is not None
        )
        settings: tuple[tuple[str, float | str], ...] = (
            ("city", self.city), ("comparison.minimum", float(self.minimum)),
        )  # fmt: skip
        return Trace("comparison", inputs, steps, settings, self.percentile)


def quantile(ordered: Sequence[float], share: float) -> float:
    """Return a quantile of ascending values: linear interpolation, type 7."""
    at = share * (len(ordered) - 1)
    below = int(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (at - below) * (ordered[above] - ordered[below])


def summarise(scores: Sequence[float], minimum: int) -> Summary:
    """Return the spread of one or more scores."""
    ordered = sorted(scores)
    if len(ordered) < minimum:
        return Summary(len(ordered), ordered[0], None, None, None, ordered[-1])
    low, middle, high = (quantile(ordered, share) for share in (0.25, 0.5, 0.75))
    return Summary(len(ordered), ordered[0], low, middle, high, ordered[-1])


def percentile_of(score: float, ordered: Sequence[float], minimum: int) -> float | None:
    """Return 100 (worse + 0.5 equal others) / (n - 1) among ascending scores, `score` one of them.

    None below `minimum` scores.
    """
    if len(ordered) < max(minimum, 2):
        return None
    worse, equal = bisect_left(ordered, score), bisect_right(ordered, score)
    return 100.0 * (worse + 0.5 * (equal - worse - 1)) / (len(ordered) - 1)


@dataclass(frozen=True, slots=True)
class Figure:
    """What is compared of a city's observable: the position as printed, and what it rests on."""

    position: float
    year: int | None = None
    boundary: str = ""
    other_definition: bool = False
    qualities: frozenset[str] = frozenset()


FigureOf = Callable[[str, str], Figure | None]
"""Gives the figure of a city for an observable; None if it has no position."""
FiguresAmong = Callable[[tuple[str, ...]], Callable[[str], Mapping[str, Figure]]]
"""Gives for some cities what gives, for an observable, the figures of those with a position."""


def subjects_of(framework: Framework) -> tuple[str, ...]:
    """Return the observables with leading cities, in the order of the framework."""
    led = {post.observable for post in framework.goalposts if post.family == LEADING_CITIES}
    return tuple(name for name in framework.observables if name in led)


def printed_position(result: CityResult, observable: str) -> float | None:
    """Return a position as it is printed; None without one."""
    return result.observables[observable].printed_position


def figures_of(framework: Framework, city: City, result: CityResult) -> Mapping[str, Figure]:
    """Return what is compared of a city, by observable."""
    found, boundary = {}, _boundary(city)
    for observable in subjects_of(framework):
        position = printed_position(result, observable)
        if position is not None:
            found[observable] = _figure(result.observables[observable], position, boundary)
    return found


def _boundary(city: City) -> str:
    boundary = city.record.boundary
    return (boundary.kind or "") if boundary is not None else ""


def _figure(result: IndicatorResult, position: float, boundary: str) -> Figure:
    row = result.selection.shown
    if row is None:
        raise ValueError(result.observable.id)
    return Figure(
        position,
        row.period.last if row.period else None,
        boundary,
        _other_definition(row),
        frozenset([row.quality] if row.quality else []),
    )


def compare_in_group(
    policy: ComparisonPolicy,
    figure: FigureOf,
    among: FiguresAmong,
    subjects: Iterable[str],
    name: str,
    group: Group,
) -> Mapping[str, Comparison]:
    """Return the comparisons of a city within one of its groups, by observable."""
    figures = among(group.members)
    return {
        subject: _compare(policy, figures(subject), here, name, group.id, subject)
        for subject in subjects
        if (here := figure(name, subject)) is not None
    }


def _compare(
    policy: ComparisonPolicy,
    figures: Mapping[str, Figure],
    here: Figure,
    name: str,
    group: str,
    subject: str,
) -> Comparison:
    positions: dict[str, float] = {}
    warnings: dict[str, tuple[str, ...]] = {}
    excluded: list[str] = []
    for city, there in figures.items():
        years = years_apart(here, there)
        if years > policy.years_exclude:
            excluded.append(city)
            continue
        positions[city] = there.position
        found = warnings_of(here, there, years > policy.years_warn)
        if found and city != name:
            warnings[city] = found
    ordered = sorted(positions.values())
    summary = summarise(ordered, policy.minimum)
    percentile = percentile_of(positions[name], ordered, policy.minimum)
    return Comparison(
        name, subject, group, positions, summary, percentile, policy.minimum, warnings,
        tuple(excluded),
    )  # fmt: skip


def years_apart(here: Figure, there: Figure) -> int:
    """Return the years between two figures; 0 if one has no year."""
    return 0 if here.year is None or there.year is None else abs(here.year - there.year)


def warnings_of(here: Figure, there: Figure, other_year: bool) -> tuple[str, ...]:
    """Return why two figures are not fully comparable."""
    found = [YEAR] if other_year else []
    if here.boundary and there.boundary and here.boundary != there.boundary:
        found.append(BOUNDARY)
    if here.other_definition or there.other_definition:
        found.append(DEFINITION)
    if len(here.qualities | there.qualities) > 1:
        found.append(QUALITY)
    return tuple(found)


def _other_definition(row: Observation) -> bool:
    return row.comparability == NEAR or row.status == DIFFERS
