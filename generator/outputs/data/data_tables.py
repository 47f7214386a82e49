"""The tables of open data: columns from the one definition, rows from files and results.

An extract is what CSV, XLSX, JSON and the data package are all written from. Nothing is
computed here but the rounding that the pages use as well.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.assessment.comparison.cities_compared import CityComparison
from generator.assessment.evidence_states import state_of
from generator.assessment.investment.undertakings import Undertakings
from generator.assessment.rating.selection import value_of
from generator.assessment.results import AreaResult, CityResult, IndicatorResult
from generator.language import round_half_up
from generator.model.city_tables import CASH_FLOWS, CONTEXT, OBSERVATIONS, SOURCES, Observation
from generator.model.framework import Framework
from generator.model.framework_tables import GOALPOSTS
from generator.model.publication import City, Publication
from generator.model.result_tables import (
    CITIES,
    CITY,
    OBSERVABLES,
    OWN_INDICATORS,
    PEERS,
    PROJECT,
    SCORES,
    UNDER_REVIEW,
    CityLine,
    ObservableLine,
    PeerLine,
    Score,
)
from generator.model.tables import Column, Row, Table, TableKind
from generator.model.undertaking_tables import ACTIONS, PROJECTS, REVIEWS
from generator.outputs.data.evidence_lines import doubt_lines, own_lines
from generator.outputs.data.undertaking_data_tables import (
    action_lines,
    flows_of_city,
    project_lines,
    review_lines,
)

SCORE_DECIMALS = 1
PERCENT_DECIMALS = 2
"""As printed on the pages."""


@dataclass(frozen=True)
class Extract:
    """A table to publish; the cells of a row are values of the model, None is blank."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def extract_of(kind: TableKind[Any], rows: Iterable[Row], name: str = "") -> Extract:
    """Return rows under the columns of their kind."""
    names = [kind.attributes[column.name] for column in kind.columns]
    cells = tuple(tuple(getattr(row, one) for one in names) for row in rows)
    return Extract(name or kind.name, kind.columns, kind.key, cells)


def with_owner(owner: Column, kind: TableKind[Any], rows: Iterable[tuple[str, Row]]) -> Extract:
    """Return rows of several cities or projects, the column of their owner first."""
    pairs = tuple(rows)
    bare = extract_of(kind, (row for _, row in pairs))
    cells = tuple((name, *row) for (name, _), row in zip(pairs, bare.rows, strict=True))
    return Extract(kind.name, (owner, *kind.columns), (owner.name, *kind.key), cells)


def long_tables(framework: Framework) -> dict[str, Extract]:
    """Return the tables over all cities by name, without the rows of any city."""
    kinds = (SCORES, PEERS, CITIES, PROJECTS, ACTIONS, REVIEWS)
    tables = (
        *(with_owner(CITY, kind, ()) for kind in (OBSERVATIONS, CONTEXT, SOURCES)),
        *(extract_of(kind, ()) for kind in kinds),
        extract_of(OBSERVABLES, observable_lines(framework)),
        extract_of(GOALPOSTS, framework.goalposts),
    )
    return {table.name: table for table in tables}


def rows_of_city(
    publication: Publication, city: City, result: CityResult, undertakings: Undertakings
) -> tuple[Extract, ...]:
    """Return the rows of a city in every table over all cities but that of peers."""
    known = {city.id: undertakings}
    own = [
        with_owner(CITY, kind, ((city.id, row) for row in published_rows(publication, table)))
        for kind, table in (
            (OBSERVATIONS, city.observations), (CONTEXT, city.context), (SOURCES, city.sources),
        )
    ]  # fmt: skip
    return (
        *own,
        extract_of(SCORES, score_rows(publication, city, result)),
        extract_of(CITIES, [city_line(publication, city)]),
        extract_of(PROJECTS, project_lines(known)),
        extract_of(ACTIONS, action_lines(known)),
        extract_of(REVIEWS, review_lines(known)),
    )


def peer_rows(compared: CityComparison) -> Extract:
    """Return how a city stands among its peers, by subject and group."""
    return extract_of(PEERS, _peer_lines(compared))


def _peer_lines(compared: CityComparison) -> Iterator[PeerLine]:
    for group, comparisons in compared.comparisons.items():
        for subject, one in comparisons.items():
            ranked = compared.rank_in(group, subject)
            yield PeerLine(
                0,
                city=compared.city,
                id=subject,
                peer_group=group,
                peers=one.summary.cities,
                percentile=printed(one.percentile, SCORE_DECIMALS),
                rank=ranked.rank if ranked else None,
                rank_low=printed(ranked.interval.low, 0) if ranked else None,
                rank_high=printed(ranked.interval.high, 0) if ranked else None,
            )


def published_rows(publication: Publication, table: Table[Any]) -> Iterator[Any]:
    """Yield the rows of a city's table; a value given as a quotient is filled, unrounded."""
    observables = publication.framework.observables
    for row in table:
        known = isinstance(row, Observation) and row.value is None and row.observable in observables
        yield with_quotient(publication.framework, row) if known else row


def with_quotient(framework: Framework, row: Observation) -> Observation:
    """Return an observation with the value of its numerator and denominator, if it has them."""
    observable = framework.observables[row.observable]
    value = value_of(row, observable.multiplier)
    if value is None:
        return row
    return replace(row, value=repr(value))


def city_tables(publication: Publication, city: City, result: CityResult) -> tuple[Extract, ...]:
    """Return the scores of a city, and every table of its folder that has rows."""
    own = [
        extract_of(table.kind, published_rows(publication, table))
        for table in city.tables
        if len(table) and table.kind not in (CASH_FLOWS, city.waivers.kind)
    ]
    scores = extract_of(SCORES, score_rows(publication, city, result))
    flows = tuple((project, row) for project, rows in flows_of_city(city) for row in rows)
    flow_tables = [with_owner(PROJECT, CASH_FLOWS, flows)] if flows else []
    told = ((OWN_INDICATORS, own_lines(publication, city)), (UNDER_REVIEW, doubt_lines(result)))
    own += [extract_of(kind, lines) for kind, lines in told if lines]
    return (scores, *own, *flow_tables)


def rows_by_indicator(publication: Publication, city: City) -> dict[str, Extract]:
    """Return the observations of a city by indicator, those of its data points among them."""
    observables = publication.framework.observables
    found: dict[str, list[tuple[str, Row]]] = {}
    for row in published_rows(publication, city.observations):
        found.setdefault(observables[row.observable].indicator, []).append((city.id, row))
    return {name: with_owner(CITY, OBSERVATIONS, rows) for name, rows in found.items()}


def score_rows(publication: Publication, city: City, result: CityResult) -> Iterator[Score]:
    """Yield the row of every indicator, data point and area of a city, and of it as a whole."""
    framework = publication.framework
    for name in framework.observables:
        yield _score_of_observable(city, result.observables[name])
    areas = {row.scheme: row.name for row in framework.schemes}
    areas |= {row.area: row.name for row in framework.areas}
    for area, title in areas.items():
        yield _score_of_area(city, area, title, result.areas[area])


def _score_of_observable(city: City, one: IndicatorResult) -> Score:
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
        state=one.state,
        evidence=state_of(one),
        reason=one.reason or None,
        score=printed(one.score, SCORE_DECIMALS),
        band=one.band,
        floor=one.stands_apart if one.score is not None else None,
        position=printed(one.position, SCORE_DECIMALS),
        reached=int(one.is_reached) if one.score is not None else None,
        percent=printed(one.percent, PERCENT_DECIMALS),
        points=one.points,
    )


def _value(one: IndicatorResult, shown: Observation | None) -> str | None:
    """Return the value as written, or the quotient of plain counts, unrounded."""
    if shown is None or shown.value is not None:
        return shown.value if shown else None
    return None if one.selection.value is None else repr(one.selection.value)


def _score_of_area(city: City, area: str, name: str, one: AreaResult) -> Score:
    """Return the row of an area; a mean over too little is no score."""
    return Score(
        0,
        city=city.id,
        kind="area",
        id=area,
        name=name,
        state="rated" if one.band else "not-rated",
        reason=one.reason or None,
        score=printed(one.score, SCORE_DECIMALS),
        band=one.band,
        position=printed(one.median_position, SCORE_DECIMALS),
        targets=one.targets,
        reached=one.reached,
        rated=one.rated,
        total=one.total,
        coverage=printed(one.assessable_coverage * 100, SCORE_DECIMALS),
        low=printed(one.low, SCORE_DECIMALS),
        high=printed(one.high, SCORE_DECIMALS),
    )


def printed(value: float | None, decimals: int) -> float | None:
    """Return a number as the pages print it, halves away from zero."""
    return None if value is None else float(round_half_up(value, decimals))


def city_line(publication: Publication, city: City) -> CityLine:
    record = city.record
    return CityLine(
        0,
        city=city.id,
        name=record.name,
        country=record.country,
        profile_year=publication.profile_year(city),
        latitude=record.latitude,
        longitude=record.longitude,
        confirmed=city.is_approved,
        fictitious=publication.record.fictitious,
    )


def observable_lines(framework: Framework) -> Iterator[ObservableLine]:
    """Yield every indicator and data point."""
    for one in framework.observables.values():
        yield ObservableLine(
            0,
            observable=one.id,
            indicator=one.indicator,
            code=one.code,
            name=one.name,
            definition=one.definition,
            unit=one.unit,
            direction=one.direction,
        )
