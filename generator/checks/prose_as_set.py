"""Rules for prose: all of it is set as its author meant, on pages and in print."""

from collections.abc import Iterator

from generator.language.prose_faults import (
    CUT,
    ELSEWHERE,
    LEVEL,
    LINK,
    NOTE,
    OPEN_LINK,
    RAW,
    SKIPPED,
    UNKNOWN,
    prose_faults,
)
from generator.model.publication import Publication
from generator.problems import Code, Place, Problem

CODES = {
    LEVEL: Code.PROSE_HEADING,
    SKIPPED: Code.PROSE_HEADING,
    UNKNOWN: Code.PROSE_UNKNOWN,
    CUT: Code.PROSE_CUT,
    RAW: Code.PROSE_RAW,
    LINK: Code.PROSE_LINK,
    ELSEWHERE: Code.PROSE_ELSEWHERE,
    OPEN_LINK: Code.PROSE_OPEN,
    NOTE: Code.PROSE_NOTE,
}


def check_pages(publication: Publication) -> Iterator[Problem]:
    """The prose of pages."""
    for name, text in publication.pages.items():
        yield from _check(text, publication.file_of_page(name), 1, within=True)


def check_sections(publication: Publication) -> Iterator[Problem]:
    """The prose of cities; their text may lead to addresses of the web only."""
    for city in publication.cities.values():
        for section in city.sections.values():
            yield from _check(section.text, section.file, section.line, within=False)


def _check(text: str, file: str, first: int, within: bool) -> Iterator[Problem]:
    for fault in prose_faults(text, within):
        place = Place(file, first + fault.line - 1)
        yield Problem(CODES[fault.kind], place, fault.found, fault.expected)
