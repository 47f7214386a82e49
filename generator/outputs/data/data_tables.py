"""The tables of open data: columns from the one definition, rows from files and results.

An extract is what CSV, XLSX, JSON and the data package are all written from. Nothing is
computed here but the rounding that the pages use as well.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from generator.assessment.comparison.cities_compared import CityComparison
from generator.assessment.investment.undertakings import Undertakings
from generator.assessment.rating.data_errors import range_of
from generator.assessment.rating.selection import value_of
from generator.assessment.results import CityResult
from generator.frozen import dataclass
from generator.model.city_tables import (
    CASH_FLOWS,
    CONTEXT,
    OBSERVATIONS,
    REVISIONS,
    SOURCES,
    TARGETS,
    Observation,
)
from generator.model.framework import Framework
from generator.model.open_data_rating_tables import (
    CERTAINTY,
    PEER_GROUPS,
    PEERS,
    SCORES,
    SERIES,
    SETTINGS,
    TRENDS,
    UNDER_REVIEW,
    URGENCY,
    WEIGHTS,
)
from generator.model.open_data_tables import (
    CITIES,
    CITY,
    OBSERVABLES,
    OWN_INDICATORS,
    PROJECT,
    CityLine,
    ObservableLine,
)
from generator.model.publication import City, Publication
from generator.model.tables import Column, Row, Table, TableKind
from generator.model.undertaking_tables import ACTIONS, PROJECTS, REVIEWS
from generator.outputs.data.evidence_lines import doubt_lines, own_lines
from generator.outputs.data.peer_lines import peer_group_lines, peer_lines
from generator.outputs.data.rating_lines import (
    certainty_lines,
    series_lines,
    setting_lines,
    trend_lines,
    urgency_lines,
    weight_lines,
)
from generator.outputs.data.score_lines import score_rows
from generator.outputs.data.undertaking_data_tables import (
    action_lines,
    flows_of_city,
    project_lines,
    review_lines,
)

OWNED: tuple[TableKind[Any], ...] = (
    OBSERVATIONS,
    CONTEXT,
    SOURCES,
    TARGETS,
    REVISIONS,
    UNDER_REVIEW,
)
"""Tables of a city that have its column first over all cities."""


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
    results = (SCORES, PEERS, PEER_GROUPS, CERTAINTY, SERIES, TRENDS, URGENCY)
    kinds = (*results, CITIES, PROJECTS, ACTIONS, REVIEWS)
    stated = (
        framework.goalposts, framework.schemes, framework.areas, framework.placements,
        framework.statuses, framework.units, framework.countries, framework.relations,
    )  # fmt: skip
    tables = (
        *(with_owner(CITY, kind, ()) for kind in OWNED),
        *(extract_of(kind, ()) for kind in kinds),
        extract_of(OBSERVABLES, observable_lines(framework)),
        extract_of(SETTINGS, setting_lines(framework.policy)),
        extract_of(WEIGHTS, weight_lines(framework)),
        *(extract_of(table.kind, table) for table in stated),
    )
    return {table.name: table for table in tables}


def rows_of_city(
    publication: Publication, city: City, result: CityResult, undertakings: Undertakings
) -> tuple[Extract, ...]:
    """Return the rows of a city in every table over all cities but those of peers."""
    known = {city.id: undertakings}
    own = [
        with_owner(CITY, kind, ((city.id, row) for row in published_rows(publication, table)))
        for kind, table in (
            (OBSERVATIONS, city.observations), (CONTEXT, city.context), (SOURCES, city.sources),
            (TARGETS, city.targets), (REVISIONS, city.revisions),
        )
    ]  # fmt: skip
    return (
        *own,
        extract_of(SCORES, score_rows(publication, city, result)),
        *rating_tables(publication, city, result),
        with_owner(CITY, UNDER_REVIEW, ((city.id, line) for line in doubt_lines(result))),
        extract_of(CITIES, [city_line(publication, city)]),
        extract_of(PROJECTS, project_lines(known)),
        extract_of(ACTIONS, action_lines(known)),
        extract_of(REVIEWS, review_lines(known)),
    )


def rating_tables(publication: Publication, city: City, result: CityResult) -> tuple[Extract, ...]:
    """Return how sure the ratings of a city are, its series, trends and urgencies."""
    return (
        extract_of(CERTAINTY, certainty_lines(publication.framework, result)),
        extract_of(SERIES, series_lines(publication.framework, city, result)),
        extract_of(TRENDS, trend_lines(result)),
        extract_of(URGENCY, urgency_lines(result)),
    )


def peer_tables(compared: CityComparison) -> tuple[Extract, ...]:
    """Return how a city stands among its peers, by subject and group, and who they are."""
    return (
        extract_of(PEERS, peer_lines(compared)),
        extract_of(PEER_GROUPS, peer_group_lines(compared)),
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
    """Return the scores of a city, every table of its folder that has rows, and results."""
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
    own += [table for table in rating_tables(publication, city, result) if table.rows]
    return (scores, *own, *flow_tables)


def rows_by_indicator(publication: Publication, city: City) -> dict[str, Extract]:
    """Return the observations of a city by indicator, those of its data points among them."""
    observables = publication.framework.observables
    found: dict[str, list[tuple[str, Row]]] = {}
    for row in published_rows(publication, city.observations):
        found.setdefault(observables[row.observable].indicator, []).append((city.id, row))
    return {name: with_owner(CITY, OBSERVATIONS, rows) for name, rows in found.items()}


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
            multiplier=one.multiplier,
            minimum=range_of(framework, one.id)[0],
            maximum=range_of(framework, one.id)[1],
            few_events=one.few_events,
            max_age_years=one.max_age_years,
            importance=one.importance,
        )
