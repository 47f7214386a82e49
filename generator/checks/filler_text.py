"""No text of a publication is filler: words that stand where words are still to be written."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.checks.places import cell_problem, key_problem
from generator.model.publication import Publication, Section
from generator.model.record_parts import parts_of
from generator.model.records import Document
from generator.model.tables import Cell, Table
from generator.problems import Code, Place, Problem

FILLER, IN_CAPITALS = "filler", "filler-in-capitals"
"""The vocabularies of such words; the second are filler in capitals only, as *todo* is a word."""


@dataclass(frozen=True)
class Filler:
    """What finds filler; `words` in small letters tell quickly where there is none."""

    pattern: re.Pattern[str]
    words: tuple[str, ...]

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first filler of a text."""
        small = text.lower()
        return self.pattern.search(text) if any(word in small for word in self.words) else None


def check_filler(publication: Publication) -> Iterator[Problem]:
    """The texts of the library and of the framework are written."""
    filler = _filler(publication)
    tables = [one for one in publication.tables.values() if one.kind.name != "vocabularies"]
    documents = (publication.document, *publication.documents.values())
    yield from _check_all(filler, tables, documents)


def check_city_filler(publication: Publication) -> Iterator[Problem]:
    """The texts of a city are written."""
    filler = _filler(publication)
    for city in publication.cities.values():
        heads = (section.head for section in city.sections.values())
        documents = (city.document, *city.documents.values(), *heads)
        yield from _check_all(filler, city.tables, documents)
        for section in city.sections.values():
            yield from _check_prose(filler, section)


def _filler(publication: Publication) -> Filler:
    """Return what finds filler; without a list of it, nothing does."""
    words = publication.framework.words
    free, capital = ((*words.get(name, {}).values(),) for name in (FILLER, IN_CAPITALS))
    any_case = (f"(?i:{re.escape(word)})" for word in free)
    capitals = (re.escape(word.upper()) for word in capital)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join([*any_case, *capitals]) or '(?!)'})(?!\w)")
    return Filler(pattern, tuple(word.lower() for word in (*free, *capital)))


def _check_all(
    filler: Filler, tables: Iterable[Table[Any]], documents: Iterable[Document]
) -> Iterator[Problem]:
    for table in tables:
        if filler.search("\n".join(table.lines)):
            yield from _check_table(filler, table)
    for document in documents:
        for path, part in parts_of(document):
            for key, text in part:
                if isinstance(text, str) and (found := filler.search(text)):
                    yield key_problem(Code.TEXT_FILLER, document, (*path, key), found[0])


def _check_table(filler: Filler, table: Table[Any]) -> Iterator[Problem]:
    columns = [one for one in table.kind.columns if one.cell is Cell.LINE]
    for row in table:
        for column in columns:
            text = getattr(row, table.kind.attributes[column.name])
            if text and (found := filler.search(str(text))):
                yield cell_problem(Code.TEXT_FILLER, table, row, column.name, found[0])


def _check_prose(filler: Filler, section: Section) -> Iterator[Problem]:
    for number, line in enumerate(section.text.split("\n"), section.line):
        for found in filler.pattern.finditer(line):
            at = found.start() + 1
            yield Problem(Code.TEXT_FILLER, Place(section.file, number, at, at), found[0])
