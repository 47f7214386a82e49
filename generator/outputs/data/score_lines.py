"""The lines of scores: what the profiles show of every indicator, data point and area."""

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.assessment.evidence_states import EvidenceCounts, count_evidence, state_of
from generator.assessment.rating.headline_gate import unnamed_among
from generator.assessment.results import AreaResult, CityResult, IndicatorResult
from generator.model.city_tables import Observation
from generator.model.framework_tables import LEADING_CITIES, TARGET, has_scale
from generator.model.open_data_rating_tables import Score
from generator.model.publication import City, Publication
from generator.model.rounding import round_half_up

FLOOR = "floor"
SCORE_DECIMALS = 1
PERCENT_DECIMALS = 2
"""As printed on the pages."""


def score_rows(publication: Publication, city: City, result: CityResult) -> Iterator[Score]:
    """Yield the row of every indicator, data point and area of a city, and of it as a whole."""
    framework = publication.framework
    for name in framework.observables:
        yield _score_of_observable(city, result.observables[name], result.unnamed.get(name, ""))
    areas = {row.scheme: row.name for row in framework.schemes}
    areas |= {row.area: row.name for row in framework.areas}
    for area, title in areas.items():
        members = [result.indicators[name] for name in framework.placed_below(area)]
        _, doubts = unnamed_among(result, members)
        counts = count_evidence(members)
        yield _score_of_area(city, area, title, result.areas[area], counts, Counter(doubts))


def _score_of_observable(city: City, one: IndicatorResult, doubt: str) -> Score:
    observable, shown = one.observable, one.selection.shown
    return Score(
        shown.line if shown else 0,
        city=city.id,
        kind="data-point" if observable.is_data_point else "indicator",
        id=observable.id,
        name=observable.name,
        period=shown.period if shown else None,
        value=_value(one, shown),
        unit=observable.unit if observable.carries_value else None,
        status=(shown.status or "A") if shown else None,
        comparability=(shown.comparability or "exact") if shown else None,
        source=shown.source if shown else None,
        benchmarks=tuple(_benchmarks(one)),
        state=one.state,
        evidence=state_of(one),
        reason=one.reason or None,
        doubts=(doubt,) if doubt else (),
        score=printed(one.score, SCORE_DECIMALS),
        band=one.band,
        floor=one.stands_apart if one.score is not None else None,
        position=printed(one.position, SCORE_DECIMALS),
        reached=int(one.is_reached) if one.score is not None else None,
        percent=printed(one.percent, PERCENT_DECIMALS),
        points=one.points,
    )


def _benchmarks(one: IndicatorResult) -> Iterator[str]:
    """Yield what can rate a value, by the rows that hold for the country."""
    if one.has_target:
        yield FLOOR if one.stands_apart else TARGET
    if any(part.leading is not None and has_scale(part.leading) for part in one.carriers):
        yield LEADING_CITIES


def _value(one: IndicatorResult, shown: Observation | None) -> str | None:
    """Return the value as written, or the quotient of plain counts, unrounded."""
    if shown is None or shown.value is not None:
        return shown.value if shown else None
    return None if one.selection.value is None else repr(one.selection.value)


def _score_of_area(
    city: City,
    area: str,
    name: str,
    one: AreaResult,
    counts: EvidenceCounts,
    doubts: Mapping[str, int],
) -> Score:
    """Return the row of an area; a mean over too little is no score."""
    return Score(
        0,
        city=city.id,
        kind="area",
        id=area,
        name=name,
        state="rated" if one.band else "not-rated",
        reason=one.reason or None,
        doubts=tuple(f"{reason}={n}" for reason, n in sorted(doubts.items())),
        score=printed(one.score, SCORE_DECIMALS),
        band=one.band,
        position=printed(one.median_position, SCORE_DECIMALS),
        targets=one.targets,
        reached=one.reached,
        percent=printed(one.points_percent, PERCENT_DECIMALS),
        points=one.points if one.points_scored else None,
        rated=one.rated,
        total=counts.total,
        with_figure=counts.figures,
        with_benchmark=counts.benchmarks,
        with_rating=counts.rated,
        coverage=printed(one.assessable_coverage * 100, SCORE_DECIMALS),
        low=printed(one.low, SCORE_DECIMALS),
        high=printed(one.high, SCORE_DECIMALS),
    )


def printed(value: float | None, decimals: int) -> float | None:
    """Return a number as the pages print it, halves away from zero."""
    return None if value is None else float(round_half_up(value, decimals))
