"""Rules for a city under embargo: that it is held back, and what else names it.

References to it fall out of what is published (`model/embargo.py`). A benchmark that rests on
its values, and words of editors, stay as they are, so the places are named.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.checks.places import cell_problem, key_problem
from generator.model.embargo import (
    CITY,
    CITY_NAME,
    Embargo,
    city_told,
    content_told,
    embargo_of,
    table_told,
)
from generator.model.publication import City, Publication, Section
from generator.model.records import Document, Path, Record
from generator.model.tables import Table
from generator.problems import Code, Place, Problem


def check_embargo(publication: Publication) -> Iterator[Problem]:
    """A city under embargo is told of: nothing of it comes out, whatever the release says."""
    as_of = publication.record.as_of
    for city in publication.cities.values():
        document = city.documents.get("approval.yml")
        if document is not None and city.is_under_embargo(as_of):
            found = document.record.embargo
            yield key_problem(Code.EMBARGO_HOLDS, document, ("embargo",), found)


def check_embargoed_names(publication: Publication) -> Iterator[Problem]:
    """What is published names no city under embargo in words, and no benchmark rests on one."""
    embargo = embargo_of(publication.cities, publication.record.as_of)
    names = (*embargo.withheld_of(CITY_NAME), *embargo.withheld_of(CITY))
    if not names:
        return
    words = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    yield from _benchmarks(publication, embargo)
    yield from _in_content(content_told(publication, embargo), words)
    for name, city in publication.cities.items():
        if not embargo.holds(CITY, name):
            yield from _in_city(city_told(city, embargo), words)


def _benchmarks(publication: Publication, embargo: Embargo) -> Iterator[Problem]:
    goalposts = publication.framework.goalposts
    kept = table_told(goalposts, embargo).by_key()
    for key, row in goalposts.by_key().items():
        if kept.get(key) != row:
            found = "; ".join(name for name in row.cities if embargo.holds(CITY_NAME, name))
            yield cell_problem(Code.EMBARGO_BENCHMARK, goalposts, row, "cities", found)


def _in_content(content: Publication, words: re.Pattern[str]) -> Iterator[Problem]:
    for table in content.tables.values():
        yield from _in_table(table, words)
    for document in content.documents.values():
        yield from _in_document(document, words)
    for name, text in content.pages.items():
        yield from _in_prose(content.file_of_page(name), text, 1, words)


def _in_city(city: City, words: re.Pattern[str]) -> Iterator[Problem]:
    for table in city.tables:
        yield from _in_table(table, words)
    for document in (city.document, *city.documents.values()):
        yield from _in_document(document, words)
    for section in city.sections.values():
        yield from _in_section(section, words)


def _in_section(section: Section, words: re.Pattern[str]) -> Iterator[Problem]:
    yield from _in_document(section.head, words)
    yield from _in_prose(section.file, section.text, section.line, words)


def _in_table(table: Table[Any], words: re.Pattern[str]) -> Iterator[Problem]:
    for row in table:
        for column, attribute in table.kind.attributes.items():
            for _, text in _texts(getattr(row, attribute), ()):
                for named in words.findall(text)[:1]:
                    yield cell_problem(Code.EMBARGO_NAMED, table, row, column, named)


def _in_document(document: Document, words: re.Pattern[str]) -> Iterator[Problem]:
    for path, text in _texts(document.record, ()):
        for named in words.findall(text)[:1]:
            yield key_problem(Code.EMBARGO_NAMED, document, path, named)


def _in_prose(file: str, text: str, first: int, words: re.Pattern[str]) -> Iterator[Problem]:
    for line, content in enumerate(text.split("\n"), first):
        for match in words.finditer(content):
            yield Problem(Code.EMBARGO_NAMED, Place(file, line, match.start() + 1), match.group())


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every text of a record, list or mapping with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Record):
        for name, info in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*path, info.alias or name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, tuple | list):
        for at, item in enumerate(value):
            yield from _texts(item, (*path, at))
