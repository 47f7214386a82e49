"""No text of a publication is filler, where words are still to be written, and none holds HTML."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.checks.places import cell_problem, key_problem
from generator.frozen import dataclass
from generator.model.publication import Publication, Section
from generator.model.record_parts import parts_of
from generator.model.records import Document
from generator.model.tables import Cell, Table
from generator.problems import Code, Place, Problem

FILLER, IN_CAPITALS = "filler", "filler-in-capitals"
"""The vocabularies of such words; the second are filler in capitals only, as *todo* is a word."""


@dataclass(frozen=True)
class Sought:
    """What is sought in texts; `words` in small letters tell quickly where there is none."""

    code: Code
    pattern: re.Pattern[str]
    words: tuple[str, ...]
    cells: tuple[Cell, ...] = (Cell.LINE,)

    def search(self, text: str) -> re.Match[str] | None:
        """Return what is found first in a text."""
        return self.pattern.search(text) if self.may_be_in(text) else None

    def may_be_in(self, text: str) -> bool:
        """Return whether a text holds the letters of any of the words."""
        small = text.lower()
        return any(word in small for word in self.words)


MARKUP = Sought(
    Code.PROSE_RAW,
    re.compile(
        r"</?(?:a|abbr|b|big|blockquote|br|center|div|em|font|form|h[1-6]|hr|i|iframe|img|input|li|"
        r"link|meta|ol|p|pre|s|script|small|span|strong|style|sub|sup|svg|table|t[dhr]|u|ul|video)"
        r"(?:\s[^<>]*)?/?>",
        re.I,
    ),
    ("<",),
    (Cell.LINE, Cell.TEXT),
)
"""Tags of HTML, which a reader would see."""


def check_filler(publication: Publication) -> Iterator[Problem]:
    """The texts of the library and of the framework are written."""
    sought = (_filler(publication), MARKUP)
    tables = [one for one in publication.tables.values() if one.kind.name != "vocabularies"]
    documents = (publication.document, *publication.documents.values())
    yield from _check_all(sought, tables, documents)


def check_city_filler(publication: Publication) -> Iterator[Problem]:
    """The texts of a city are written."""
    filler = _filler(publication)
    for city in publication.cities.values():
        heads = (section.head for section in city.sections.values())
        documents = (city.document, *city.documents.values(), *heads)
        yield from _check_all((filler, MARKUP), city.tables, documents)
        for section in city.sections.values():
            yield from _check_prose(filler, section)


def _filler(publication: Publication) -> Sought:
    """Return what finds filler; without a list of it, nothing does."""
    words = publication.framework.words
    free, capital = ((*words.get(name, {}).values(),) for name in (FILLER, IN_CAPITALS))
    any_case = (f"(?i:{re.escape(word)})" for word in free)
    capitals = (re.escape(word.upper()) for word in capital)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join([*any_case, *capitals]) or '(?!)'})(?!\w)")
    words_in_small = tuple(word.lower() for word in (*free, *capital))
    return Sought(Code.TEXT_FILLER, pattern, words_in_small)


def _check_all(
    sought: Sequence[Sought], tables: Iterable[Table[Any]], documents: Iterable[Document]
) -> Iterator[Problem]:
    for table in tables:
        yield from _check_table(sought, table)
    for document in documents:
        texts = [
            (path, key, text)
            for path, part in parts_of(document)
            for key, text in part
            if isinstance(text, str)
        ]
        together = "\n".join(text for _, _, text in texts)
        held = [one for one in sought if one.may_be_in(together)]
        for path, key, text in texts if held else ():
            for one in held:
                if found := one.search(text):
                    yield key_problem(one.code, document, (*path, key), found[0])


def _check_table(sought: Sequence[Sought], table: Table[Any]) -> Iterator[Problem]:
    for column in table.kind.columns:
        of_kind = [one for one in sought if column.cell in one.cells]
        together = "\n".join(table.names_in(column.name)) if of_kind else ""
        for one in of_kind:
            for row in table if one.search(together) else ():
                text = getattr(row, table.kind.attributes[column.name])
                if text and (found := one.search(str(text))):
                    yield cell_problem(one.code, table, row, column.name, found[0])


def _check_prose(filler: Sought, section: Section) -> Iterator[Problem]:
    for number, line in enumerate(section.text.split("\n"), section.line):
        for found in filler.pattern.finditer(line):
            at = found.start() + 1
            yield Problem(Code.TEXT_FILLER, Place(section.file, number, at, at), found[0])
