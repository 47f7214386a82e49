"""A city beside its peers: percentile, median, quartiles, and what limits the comparison.

Context only: no comparison changes a score. Everything is made from scores as they are printed,
so that a change too small to be seen changes no other city's pages.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from generator.assessment.peers import Group
from generator.assessment.results import CityResult, IndicatorResult, Trace, TraceInput
from generator.model.city_tables import Observation
from generator.model.framework_records import ComparisonPolicy
from generator.model.publication import Publication

TENTH = Decimal("0.1")
YEAR, BOUNDARY, DEFINITION, QUALITY = "year", "boundary", "definition", "quality"
NEAR = "near"
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


def as_printed(score: float) -> float:
    """Return a score rounded half up to the decimal with which it is printed."""
    return float(Decimal(repr(score)).quantize(TENTH, ROUND_HALF_UP))


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


def compare_city(
    publication: Publication, results: Mapping[str, CityResult], name: str, group: Group
) -> Mapping[str, Comparison]:
    """Return the comparisons of a city within one of its groups, by observable and area."""
    policy = publication.framework.policy.comparison
    found: dict[str, Comparison] = {}
    for key, result in results[name].observables.items():
        if result.score is not None:
            found[key] = _of_observable(publication, results, name, group, key)
    for key, area in results[name].areas.items():
        if area.band is not None:
            scores = {
                city: as_printed(other.score)
                for city in group.members
                if (other := results[city].areas[key]).band and other.score is not None
            }
            found[key] = _compare(name, key, group, scores, policy, {}, ())
    return found


def _of_observable(
    publication: Publication,
    results: Mapping[str, CityResult],
    name: str,
    group: Group,
    key: str,
) -> Comparison:
    policy = publication.framework.policy.comparison
    scores: dict[str, float] = {}
    warnings: dict[str, tuple[str, ...]] = {}
    excluded: list[str] = []
    here = results[name].observables[key]
    for city in group.members:
        there = results[city].observables[key]
        if there.score is None:
            continue
        years = years_apart(here, there)
        if years > policy.years_exclude:
            excluded.append(city)
            continue
        scores[city] = as_printed(there.score)
        found = tuple(_warn(publication, (name, here), (city, there), years, policy))
        if city != name and found:
            warnings[city] = found
    return _compare(name, key, group, scores, policy, warnings, tuple(excluded))


def _compare(
    name: str,
    key: str,
    group: Group,
    scores: Mapping[str, float],
    policy: ComparisonPolicy,
    warnings: Mapping[str, tuple[str, ...]],
    excluded: tuple[str, ...],
) -> Comparison:
    ordered = sorted(scores.values())
    summary = summarise(ordered, policy.minimum)
    percentile = percentile_of(scores[name], ordered, policy.minimum)
    return Comparison(
        name, key, group.id, scores, summary, percentile, policy.minimum, warnings, excluded
    )


def years_apart(here: IndicatorResult, there: IndicatorResult) -> int:
    """Return the years between two figures; between data points the most."""
    pairs = zip(here.carriers, there.carriers, strict=True)
    apart = [
        abs(one.period.last - other.period.last)
        for one, other in ((a.selection.shown, b.selection.shown) for a, b in pairs)
        if one is not None and other is not None and one.period and other.period
    ]
    return max(apart, default=0)


def _warn(
    publication: Publication,
    here: tuple[str, IndicatorResult],
    there: tuple[str, IndicatorResult],
    years: int,
    policy: ComparisonPolicy,
) -> Iterator[str]:
    """Yield why two figures are not fully comparable."""
    if years > policy.years_warn:
        yield YEAR
    boundaries = [publication.cities[name].record.boundary for name, _ in (here, there)]
    kinds = {boundary.kind for boundary in boundaries if boundary is not None}
    if len(kinds) > 1:
        yield BOUNDARY
    rows = [list(_rows(result)) for _, result in (here, there)]
    if any(_other_definition(row) for row in (*rows[0], *rows[1])):
        yield DEFINITION
    qualities = {row.quality for row in (*rows[0], *rows[1]) if row.quality}
    if len(qualities) > 1:
        yield QUALITY


def _rows(result: IndicatorResult) -> Iterator[Observation]:
    for one in result.carriers:
        if one.score is not None and one.selection.shown is not None:
            yield one.selection.shown


def _other_definition(row: Observation) -> bool:
    return row.comparability == NEAR or row.status == DIFFERS
