"""Whatever a cell or key names must exist; the nearest name is suggested."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from generator.assessment.own_results import own_framework
from generator.checks.places import (
    cell_problem,
    key_problem,
    mended_by_cells,
    mended_by_scalar,
    moved_to_key,
)
from generator.checks.unknown_names import Unknown, explain
from generator.model.city_tables import CASH_FLOWS, OWN_OBSERVATIONS, ContextFigure, Source
from generator.model.on_demand import OnDemand, joined
from generator.model.publication import OWN_INDICATORS, City, Publication, documents_in
from generator.model.records import Document
from generator.model.tables import Cell, Column, Row, Table
from generator.problems import Code, Problem

_DEFINED_IN = {
    "action": "action-plan.yml",
    "city-recommendation": "recommendations.yml",
    "variant": "projects/",
}
"""The file of a city that holds names; where it has no record, nothing is said of them."""


class Names:
    """What may be named, in the framework and in one city; of kinds that are `lost` anything."""

    def __init__(
        self, publication: Publication, city: City | None = None, lost: Collection[str] = ()
    ) -> None:
        self.publication, self.city = publication, city
        self._known: dict[str, Mapping[str, str] | None] = dict.fromkeys(lost)
        self._unknown: dict[tuple[str, str], Unknown] = {}

    def known(self, refers: str) -> Mapping[str, str] | None:
        """Return id to reader's name of what `refers` may name; None if anything may."""
        if refers not in self._known:
            self._known[refers] = self._look_up(refers)
        return self._known[refers]

    def unknown(self, found: str, refers: str) -> Unknown:
        """Return what is said of a name that is not known; it may be said of many rows."""
        if (found, refers) not in self._unknown:
            city = self.city.id if self.city is not None else ""
            said = explain(found, refers, self.known, self.publication.framework, city)
            own = self._own_indicator_near(found) if refers == "observable" else ""
            self._unknown[found, refers] = said._replace(expected=own, values={}) if own else said
        return self._unknown[found, refers]

    def _own_indicator_near(self, found: str) -> str:
        if self.city is None or found.partition(".")[0] in self.city.own_indicators:
            return ""
        own = own_framework(self.publication.framework, self.city).observables
        ids = [key for key, one in own.items() if one.carries_value]
        return "".join(get_close_matches(found, ids, 1, 0.8))

    def _look_up(self, refers: str) -> Mapping[str, str] | None:
        kind, _, vocabulary = refers.partition(":")
        if vocabulary:
            return self.publication.framework.words.get(vocabulary, {})
        if kind == "source":
            return _sources((self.city or self.publication.framework).sources)
        if self.city is not None:
            own = self._of_city(self.city, kind)
            if own is not None:
                return own
        return self._of_framework(kind)

    def _of_framework(self, kind: str) -> Mapping[str, str] | None:
        framework, publication = self.publication.framework, self.publication
        observables = framework.observables
        tables: dict[str, Any] = {
            "observable": lambda: {
                key: item.name for key, item in observables.items() if item.carries_value
            },
            "indicator": lambda: {key: one.name for key, one in framework.indicators.items()},
            "indicator-or-data-point": lambda: {key: one.name for key, one in observables.items()},
            "area": lambda: {row.area: row.name for row in framework.areas},
            "scheme": lambda: {row.scheme: row.name for row in framework.schemes},
            "unit": lambda: {row.unit: row.label or row.unit for row in framework.units},
            "status": lambda: {row.status: row.label for row in framework.statuses},
            "quality": lambda: {row.quality: row.name for row in framework.qualities},
            "country": lambda: {row.country: row.name for row in framework.countries},
            "context-variable": lambda: {
                row.variable: row.name for row in framework.context_variables
            },
            "governance-item": lambda: {row.item: row.name for row in framework.governance_items},
            "local-condition": lambda: {
                row.condition: row.name for row in framework.local_conditions
            },
            "band": lambda: {band: band for band in framework.policy.bands},
            "city": lambda: {city: city for city in publication.city_ids},
            "code": lambda: {code.value: code.value for code in Code},
            "recommendation": lambda: self._library("recommendations"),
            "package": lambda: self._library("packages"),
            "practice": lambda: self._library("practices"),
            "reference-project": lambda: self._rows("reference-projects.csv", "project"),
            "partner": lambda: self._rows("programme/partners.csv", "partner"),
            "project": self._projects,
            "output": lambda: self._rows("programme/outputs.csv", "output"),
        }
        found: Mapping[str, str] | None = tables[kind]() if kind in tables else None
        return found

    def _projects(self) -> Mapping[str, str] | None:
        """Return the projects of all cities; None if only some cities were read."""
        cities = self.publication.cities
        if cities.keys() < set(self.publication.city_ids):
            return None
        return {
            key: title
            for city in cities.values()
            for key, title in _documents_by_id(city, "project").items()
        }

    def _library(self, folder: str) -> Mapping[str, str]:
        """Return the titles of a library by id, each read when it is asked for."""
        documents, prefix = self.publication.documents, f"{folder}/"

        def title(name: str) -> str:
            try:
                return str(documents[f"{prefix}{name}.yml"].record.title)
            except KeyError:
                return name

        every = (*documents, *self.publication.torn)
        names = [name for name in every if name.startswith(prefix)]
        ids = dict.fromkeys(name.removeprefix(prefix).removesuffix(".yml") for name in names)
        return OnDemand(lambda: ids, title)

    def _rows(self, file: str, column: str) -> Mapping[str, str]:
        rows = self.publication.tables.get(file, ())
        return {getattr(row, column): getattr(row, column) for row in rows}

    def _of_city(self, city: City, kind: str) -> Mapping[str, str] | None:
        if any(name.startswith(_DEFINED_IN.get(kind, "-")) for name in city.torn):
            return None
        own = _documents_by_id(city, kind)
        if kind == "project":
            return own
        if kind == "practice":
            return joined(own, self._library("practices"))
        if kind == "city-recommendation":
            chosen = city.documents.get("recommendations.yml")
            texts = {key: one.title for key, one in chosen.record.own.items()} if chosen else {}
            return joined(texts, self._library("recommendations"))
        if kind == "action":
            plan = city.documents.get("action-plan.yml")
            return {key: one.title for key, one in plan.record.actions.items()} if plan else {}
        if kind == "variant":
            projects = documents_in(city.documents, "projects").values()
            found = {key: key for document in projects for key in document.record.variants}
            return found or {"base": "base"}
        return None


def _sources(table: Table[Source]) -> Mapping[str, str] | None:
    """Return title by id, in torn rows as well; None if some rows are not known at all."""
    if table.lost or not table.header:
        return None
    return {source: row.title or source for row, source in table.named_in("source")}


def _documents_by_id(city: City, kind: str) -> dict[str, str]:
    """Return the titles of the documents of a kind by id, of torn ones their ids."""
    folder = f"{kind}s/"
    torn = (name for name in city.torn if name.startswith(folder))
    ids = (name.removeprefix(folder).removesuffix(".yml") for name in torn)
    read = documents_in(city.documents, f"{kind}s").items()
    return {name: name for name in ids} | {name: one.record.title for name, one in read}


def check_references(publication: Publication) -> Iterator[Problem]:
    """Every name in the files of `content/` is known."""
    names = Names(publication)
    for table in publication.tables.values():
        yield from _check_table(table, names)
    for document in (*publication.documents.values(), *publication.torn.values()):
        yield from _check_document(document, names)


def check_city_references(publication: Publication) -> Iterator[Problem]:
    """Every name in every file of a city is known."""
    for city in publication.cities.values():
        own = Names(publication, city)
        for table in city.tables:
            is_own = table.kind.name == OWN_OBSERVATIONS.name
            yield from _check_table(table, _of_own_indicators(own, city) if is_own else own)
        yield from _check_classes(city.context, own)
        for document in (city.document, *city.documents.values(), *city.torn.values()):
            yield from _check_document(document, own)
        for section in city.sections.values():
            yield from _check_document(section.head, own)


def _of_own_indicators(names: Names, city: City) -> Names:
    """Return what may be named where the indicators are those of the city's own."""
    framework = own_framework(names.publication.framework, city)
    is_whole = city.documents[OWN_INDICATORS].named is None
    lost = () if is_whole else ("observable",)
    return Names(replace(names.publication, framework=framework), city, lost)


JUDGED_ELSEWHERE = {CASH_FLOWS.name: "variant"}
"""What names in a table are not looked up here: they are those of one project."""


def _check_table(table: Table[Any], names: Names) -> Iterator[Problem]:
    elsewhere = JUDGED_ELSEWHERE.get(table.kind.name, "")
    referring = [column for column in table.kind.columns if column.refers not in ("", elsewhere)]
    for column in referring:
        known = names.known(column.refers)
        if known is None or table.names_in(column.name) <= known.keys():
            continue
        for row, item in table.named_in(column.name):
            if item not in known:
                said = names.unknown(item, column.refers)
                yield _cell_problem(said, table, row, column, item)


def _check_classes(table: Table[ContextFigure], names: Names) -> Iterator[Problem]:
    """A context variable that has a closed list of its own name takes its value from it."""
    column = next(column for column in table.kind.columns if column.name == "value")
    for row in table.all_rows:
        refers = f"vocabulary:{row.variable}"
        words = names.known(refers)
        if words and row.value is not None and row.value not in words:
            yield _cell_problem(names.unknown(row.value, refers), table, row, column, row.value)


def _check_document(document: Document, names: Names) -> Iterator[Problem]:
    for path, refers, value in document.references:
        known = names.known(refers)
        if known is not None and value not in known:
            code, expected, values, sure = names.unknown(value, refers)
            problem = key_problem(code, document, path, value, expected, **values)
            if path[-1] == value:
                problem = moved_to_key(problem, document, path)
            yield mended_by_scalar(problem, document, path, expected) if sure else problem


def _cell_problem(
    said: Unknown, table: Table[Any], row: Row, column: Column, found: str
) -> Problem:
    """Return the problem of a name in a cell; one name of a list is not replaced alone."""
    code, expected, values, sure = said
    is_word = code is Code.VALUE_MISSING_WORD
    if is_word and column.filled:
        values = {**values, "reason": "filled"}
    alone = column.cell is not Cell.LIST
    sure = alone and (sure or (is_word and not column.filled))
    problem = cell_problem(code, table, row, column.name, found, expected, **values)
    return mended_by_cells(problem, table, row, {column.name: expected} if sure else {})
