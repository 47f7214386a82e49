"""A city beside its peers: percentile, median, quartiles, and what limits the comparison.

Context only: no comparison changes a score. Everything is made from scores as they are printed,
so that a change too small to be seen changes no other city's pages.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from generator.assessment.comparison.peer_groups import Group
from generator.assessment.results import CityResult, IndicatorResult
from generator.assessment.traces import Trace, TraceInput
from generator.model.city_tables import Observation
from generator.model.framework import Framework
from generator.model.framework_records import ComparisonPolicy
from generator.model.publication import City

YEAR, BOUNDARY, DEFINITION, QUALITY = "year", "boundary", "definition", "quality"
NEAR = "near"
EXACT_PLACES = 9
"""Places to which a computed number is exact, whatever the order of its terms."""
DIFFERS = "D"


@dataclass(frozen=True, slots=True)
class Summary:
    """How scores are spread; the quartiles (type 7) only from the policy's minimum of cities."""

    cities: int
    minimum: float
    lower_quartile: float | None
    median: float | None
    upper_quartile: float | None
    maximum: float


@dataclass(frozen=True)
class Comparison:
    """A city's score of an observable or area beside those of its group.

    `scores` are all that are compared, the city's own among them. `warnings` by city: `year`,
    `boundary`, `definition`, `quality`; `excluded` are the cities whose period is too far off.
    `percentile` is None below the policy's minimum of cities.
    """

    city: str
    subject: str
    group: str
    scores: Mapping[str, float]
    summary: Summary
    percentile: float | None
    minimum: int
    warnings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    excluded: tuple[str, ...] = ()

    @property
    def trace(self) -> Trace:
        """How percentile and summary came about; the inputs are the printed scores."""
        inputs = tuple(TraceInput(name, score) for name, score in self.scores.items())
        parts = ("minimum", "lower_quartile", "median", "upper_quartile", "maximum")
        steps = tuple(
            (part, value) for part in parts if (value := getattr(self.summary, part)) is not None
        )
        settings: tuple[tuple[str, float | str], ...] = (
            ("city", self.city), ("comparison.minimum", float(self.minimum)),
        )  # fmt: skip
        return Trace("comparison", inputs, steps, settings, self.percentile)


def as_printed(score: float, decimals: int = 1) -> float:
    """Return a score rounded half up to the decimals with which it is printed.

    To nine places first: the mean of 46.3 and 1.4 is 23.849999999999998 in binary numbers.
    """
    exact = Decimal(repr(round(score, EXACT_PLACES)))
    return float(exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


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
    """What is compared of a city's observable or area: the score as printed, and what it rests on.

    `years` of the figures shown, of each data point; None for one without a year.
    """

    score: float
    years: tuple[int | None, ...] = ()
    boundary: str = ""
    other_definition: bool = False
    qualities: frozenset[str] = frozenset()


FigureOf = Callable[[str, str], Figure | None]
"""Gives the figure of a city for an observable or area; None if it has no score."""


def subjects_of(framework: Framework) -> tuple[str, ...]:
    """Return what is compared: observables, schemes and areas, in the order of the framework."""
    return (*framework.observables, *(row.scheme for row in framework.schemes), *framework.area_of)


def printed_score(framework: Framework, result: CityResult, subject: str) -> float | None:
    """Return a score as it is printed; of areas only what is rated. None without one."""
    if subject in framework.observables:
        score = result.observables[subject].score
    else:
        area = result.areas[subject]
        score = area.score if area.band is not None else None
    return None if score is None else as_printed(score)


def figures_of(framework: Framework, city: City, result: CityResult) -> Mapping[str, Figure]:
    """Return what is compared of a city, by subject."""
    found, boundary = {}, _boundary(city)
    for subject in subjects_of(framework):
        score = printed_score(framework, result, subject)
        if score is not None:
            one = result.observables.get(subject)
            found[subject] = _figure(one, score, boundary) if one else Figure(score)
    return found


def _boundary(city: City) -> str:
    boundary = city.record.boundary
    return (boundary.kind or "") if boundary is not None else ""


def _figure(result: IndicatorResult, score: float, boundary: str) -> Figure:
    rows = list(_rows(result))
    shown = (one.selection.shown for one in result.carriers)
    return Figure(
        score,
        tuple(row.period.last if row is not None and row.period else None for row in shown),
        boundary,
        any(_other_definition(row) for row in rows),
        frozenset(row.quality for row in rows if row.quality),
    )


def compare_in_group(
    policy: ComparisonPolicy,
    figure: FigureOf,
    subjects: Iterable[str],
    name: str,
    group: Group,
) -> Mapping[str, Comparison]:
    """Return the comparisons of a city within one of its groups, by observable and area."""
    return {
        subject: _compare(policy, figure, here, name, group, subject)
        for subject in subjects
        if (here := figure(name, subject)) is not None
    }


def _compare(
    policy: ComparisonPolicy,
    figure: FigureOf,
    here: Figure,
    name: str,
    group: Group,
    subject: str,
) -> Comparison:
    scores: dict[str, float] = {}
    warnings: dict[str, tuple[str, ...]] = {}
    excluded: list[str] = []
    for city in group.members:
        there = figure(city, subject)
        if there is None:
            continue
        years = years_apart(here, there)
        if years > policy.years_exclude:
            excluded.append(city)
            continue
        scores[city] = there.score
        found = warnings_of(here, there, years > policy.years_warn)
        if found and city != name:
            warnings[city] = found
    ordered = sorted(scores.values())
    summary = summarise(ordered, policy.minimum)
    percentile = percentile_of(scores[name], ordered, policy.minimum)
    return Comparison(
        name, subject, group.id, scores, summary, percentile, policy.minimum, warnings,
        tuple(excluded),
    )  # fmt: skip


def years_apart(here: Figure, there: Figure) -> int:
    """Return the years between two figures; between data points the most."""
    if here.years == there.years:
        return 0
    pairs = zip(here.years, there.years, strict=True)
    return max((abs(a - b) for a, b in pairs if a is not None and b is not None), default=0)


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


def _rows(result: IndicatorResult) -> Iterator[Observation]:
    for one in result.carriers:
        if one.score is not None and one.selection.shown is not None:
            yield one.selection.shown


def _other_definition(row: Observation) -> bool:
    return row.comparability == NEAR or row.status == DIFFERS
