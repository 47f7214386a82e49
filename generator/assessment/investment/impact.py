"""What projects would change on the criteria, and what was achieved.

Before: the ratings are made again with the expected values, low, central and high; coverage and
peers stay. After: the share of the expected change that came about. It is never attributed to
the project alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.assessment.rating.area_ratings import aggregate_areas
from generator.assessment.rating.benchmarking import band_of, percent_of_benchmark, points_of
from generator.assessment.rating.indicator_ratings import pool_data_points
from generator.assessment.rating.normalisation import normalise
from generator.assessment.results import RATED, CityResult, IndicatorResult
from generator.frozen import dataclass
from generator.model.framework import Framework
from generator.model.observables import Observable
from generator.model.project_records import BundleOverlap, Impact

CASES = ("low", "central", "high")
RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Standing:
    """A value with its rating; of an area only the score and, if it is rated, the band."""

    value: float | None
    score: float | None
    band: str | None


@dataclass(frozen=True, slots=True)
class Effect:
    """An observable or an area before, and after in the three cases of `CASES`."""

    subject: str
    before: Standing
    low: Standing
    central: Standing
    high: Standing


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The effects that can be scored, areas of every scheme, and what cannot with its reason."""

    observables: tuple[Effect, ...]
    areas: tuple[Effect, ...]
    unscorable: Mapping[str, str]


def what_if(
    framework: Framework,
    result: CityResult,
    impacts: Iterable[Impact],
    overlaps: Iterable[BundleOverlap] = (),
) -> WhatIf:
    """Return how a city would be rated if the impacts came about as expected."""
    grouped: dict[str, list[Impact]] = {}
    for impact in impacts:
        grouped.setdefault(impact.observable, []).append(impact)
    less = {one.observable: one.less for one in overlaps}
    reasons = {name: why_not_scorable(result.observables.get(name)) for name in grouped}
    scorable = {name: group for name, group in grouped.items() if not reasons[name]}
    after = {
        case: rescore(
            framework,
            result,
            {
                name: expected_value(result.observables[name], group, case, less.get(name, 0.0))
                for name, group in scorable.items()
            },
        )
        for case in CASES
    }
    observables = tuple(_of_observable(name, result, after) for name in scorable)
    areas = tuple(_of_area(name, result, after) for name in result.areas)
    return WhatIf(
        observables,
        tuple(one for one in areas if _moves(one)),
        {name: reason for name, reason in reasons.items() if reason},
    )


def why_not_scorable(result: IndicatorResult | None) -> str:
    """Return why an effect cannot be scored; empty if it can."""
    if result is None or result.score is None or result.selection.value is None:
        return "baseline-missing"
    post = result.goalpost
    return "no-number" if post is None or post.scores is not None else ""


def expected_value(
    result: IndicatorResult, impacts: Sequence[Impact], case: str, less: float = 0.0
) -> float:
    """Return the value after impacts on one observable, within its possible range.

    x' = x prod(1 + d) + sum d over relative and absolute impacts; of an overlap group only the
    largest counts. `less` is what members of a bundle claim twice: it shortens the change, as a
    share of x if all impacts are relative.
    """
    before = result.selection.value or 0.0
    counted = largest_of_groups(impacts)
    value = before
    for impact in counted:
        if impact.kind == RELATIVE:
            value *= 1.0 + change_in(impact, case)
    value += sum(change_in(one, case) for one in counted if one.kind != RELATIVE)
    shared = less * abs(before) if all(one.kind == RELATIVE for one in counted) else less
    change = value - before
    shortened = max(0.0, abs(change) - shared)
    return clip(before + (shortened if change > 0 else -shortened), result.observable)


def change_in(impact: Impact, case: str) -> float:
    """Return the change of a case; the central one where a low or high one is not stated."""
    stated: float | None = getattr(impact, case)
    return impact.central if stated is None else stated


def largest_of_groups(impacts: Sequence[Impact]) -> tuple[Impact, ...]:
    """Return the impacts with only the largest of each overlap group, the first among equals."""
    best: dict[str, Impact] = {}
    for impact in impacts:
        group = impact.overlap_group
        if group and (group not in best or abs(impact.central) > abs(best[group].central)):
            best[group] = impact
    return tuple(
        one for one in impacts if not one.overlap_group or best[one.overlap_group] is one
    )  # fmt: skip


def clip(value: float, observable: Observable) -> float:
    """Return a value within what its unit allows."""
    if observable.minimum is not None:
        value = max(value, observable.minimum)
    if observable.maximum is not None and not observable.may_exceed:
        value = min(value, observable.maximum)
    return value


def rescore(framework: Framework, result: CityResult, values: Mapping[str, float]) -> CityResult:
    """Return the ratings of a city with other values of rated observables."""
    if not values:
        return result
    observables = dict(result.observables)
    for name, value in values.items():
        observables[name] = with_value(framework, observables[name], value)
    for name in dict.fromkeys(result.observables[one].observable.indicator for one in values):
        if observables[name].data_points:
            observables[name] = pool_data_points(framework, name, observables)
    indicators = {name: observables[name] for name in result.indicators}
    areas = aggregate_areas(framework, indicators)
    return replace(result, observables=observables, indicators=indicators, areas=areas)


def with_value(framework: Framework, result: IndicatorResult, value: float) -> IndicatorResult:
    """Return a rated result with another value, its score, band and points."""
    post = result.goalpost
    score = normalise(value, post) if post is not None else None
    if post is None or score is None:
        return result
    policy = framework.policy
    percent = percent_of_benchmark(value, post, result.observable.direction, score)
    return replace(
        result,
        selection=replace(result.selection, value=value),
        state=RATED,
        score=score,
        band=None if result.stands_apart else band_of(score, policy.bands),
        percent=percent,
        points=None if percent is None else points_of(percent, policy.points),
        trace=None,
        points_trace=None,
        interval=None,
    )


def _of_observable(name: str, before: CityResult, after: Mapping[str, CityResult]) -> Effect:
    def standing(result: CityResult) -> Standing:
        one = result.observables[name]
        return Standing(one.selection.value, one.score, one.band)

    return Effect(name, standing(before), *(standing(after[case]) for case in CASES))


def _of_area(name: str, before: CityResult, after: Mapping[str, CityResult]) -> Effect:
    def standing(result: CityResult) -> Standing:
        one = result.areas[name]
        return Standing(None, one.score, one.band)

    return Effect(name, standing(before), *(standing(after[case]) for case in CASES))


def _moves(effect: Effect) -> bool:
    return any(getattr(effect, case).score != effect.before.score for case in CASES)
