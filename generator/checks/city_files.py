"""Rules for what belongs together in a city's folder: sources, the name."""

import re
from collections.abc import Iterator
from typing import Any

from generator.checks.places import cell_problem, key_problem, mended_by_scalar
from generator.model.city_tables import WITHOUT_ADDRESS
from generator.model.publication import City, Publication
from generator.model.record_parts import parts_of, text_keys
from generator.model.records import Document, Path
from generator.model.tables import Table
from generator.problems import Code, Problem
from generator.problems.notation import BOOLEAN_WORDS

_QUOTED = re.compile(r"[“”„«‟‘‚][^“”„«»‟‘’‚]+[”“»’‘]\Z")
"""A text between the quotation marks of prose, which YAML takes for letters."""


def check_sources(publication: Publication) -> Iterator[Problem]:
    """Every source of a city is used; one that can be opened gives its address."""
    for city in publication.cities.values():
        used = _sources_of_city(city)
        for row in city.sources:
            if row.source not in used:
                yield cell_problem(Code.SOURCE_UNUSED, city.sources, row, "source")
            if row.url is None and row.kind not in WITHOUT_ADDRESS:
                yield cell_problem(Code.SOURCE_ADDRESS, city.sources, row, "url")
        yield from _check_encyclopedia(city)


def check_framework_sources(publication: Publication) -> Iterator[Problem]:
    """Every source of the framework is used."""
    framework = publication.framework
    used = set()
    for table in publication.tables.values():
        used |= _named_sources(table)
    for document in publication.documents.values():
        used |= _sources_of_document(document)
    for row in framework.sources:
        if row.source not in used:
            yield cell_problem(Code.SOURCE_UNUSED, framework.sources, row, "source")


def _check_encyclopedia(city: City) -> Iterator[Problem]:
    """An encyclopedia serves context and partnerships only, never a value."""
    for table in (city.observations, city.targets):
        for row in table:
            source = city.source_of.get(row.source)
            if source is not None and source.kind == "encyclopedia":
                yield cell_problem(Code.SOURCE_KIND, table, row, "source")


def _sources_of_city(city: City) -> set[str]:
    used: set[str] = set()
    for table in city.tables:
        used |= _named_sources(table)
    heads = [section.head for section in city.sections.values()]
    for document in (city.document, *city.documents.values(), *heads):
        used |= _sources_of_document(document)
    return used


def _named_sources(table: Table[Any]) -> set[str]:
    columns = [column.name for column in table.kind.columns if column.refers == "source"]
    return {source for column in columns for source in table.names_in(column)}


def _sources_of_document(document: Document) -> set[str]:
    return {value for _, refers, value in document.references if refers == "source"}


def check_names(publication: Publication) -> Iterator[Problem]:
    """A text that YAML elsewhere reads as yes or no is not meant so, nor one between quotes."""
    for city in publication.cities.values():
        for document in (city.document, *city.documents.values()):
            for path, part in parts_of(document):
                for key in text_keys(type(part)):
                    word = getattr(part, key)
                    if isinstance(word, str) and (
                        word.lower() in BOOLEAN_WORDS or _QUOTED.match(word)
                    ):
                        yield from _check_word(document, (*path, key), word)


def _check_word(document: Document, path: Path, word: str) -> Iterator[Problem]:
    position = document.values.get(path)
    if position is not None and position.plain:
        if word.lower() in BOOLEAN_WORDS:
            code, meant, shown = Code.TEXT_BOOLEAN_WORD, word, f'"{word}"'
        else:
            code, meant = Code.TEXT_QUOTES, word[1:-1].strip()
            shown = meant
        problem = key_problem(code, document, path, word, shown)
        yield mended_by_scalar(problem, document, path, meant)
