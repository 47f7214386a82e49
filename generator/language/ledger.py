"""What a language of the publication has, lacks, or had of a text that has changed since.

Covers all that the publication says itself: labels, framework, libraries, programme, prose. The
files of cities stay in the language of the city, and are in no ledger.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from generator.frozen import dataclass
from generator.language.foreign import ENGLISH
from generator.language.translated import (
    FILES,
    Translations,
    marks_of,
    retold_content,
    translations_of,
)
from generator.model.files import CITY_FILES
from generator.model.open_data_tables import DATA_TABLES
from generator.model.publication import Publication
from generator.model.retold import Tell, mark_of
from generator.model.tables import FORMS

LABELS = "labels"
OF_CITY = f"{FILES}of-city"
PAGES = "pages/"
VOCABULARIES = "framework/vocabularies.csv"
OF_OTHERS = re.compile(r"framework/sources\.csv#|recommendations/[^#]*#standards/")
"""Titles of what others published: they stay in their language."""
LOOKED_FOR = re.compile(r"(filler|picture-words)\|")
"""Closed lists of words that the check looks for in files; no reader reads them."""


class State(StrEnum):
    """How far a text is translated; stale: its English has changed since."""

    DONE = "done"
    MISSING = "missing"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Entry:
    """A text: the file in `content/`, its name there, its English, and what stands for it."""

    file: str
    name: str
    english: str
    own: str
    state: State


Counts = dict[str, dict[State, int]]


def ledger(content: Publication, code: str) -> Iterator[Entry]:
    """Yield every text of the publication with its state in a language, in the order of files."""
    marks = marks_of(content, code)
    yield from _labels(content, code, marks)
    translations = translations_of(content, code)
    found = {
        (file, name): _entry(translations, file, name, text)
        for file, name, text in _texts_of(content)
    }
    yield from (found[key] for key in sorted(found) if _is_translated(*key))
    described = descriptions()
    yield from (_entry(translations, file, name, text) for file, name, text in described)
    for page, english in content.pages.items():
        if "/" not in page:
            own = content.pages.get(f"{code}/{page}", "")
            file = f"{PAGES}{page}.md"
            yield Entry(file, "", english, own, _state(own, marks.get(file), english))


def _texts_of(content: Publication) -> list[tuple[str, str, str]]:
    """Return what is told in each language: the file, the name of the text, its English."""
    found: list[tuple[str, str, str]] = []

    def of(file: str) -> Tell:
        def note(name: str, text: str) -> str:
            found.append((file, name, text))
            return text

        return note

    told = retold_content(content, of)
    for files in (told.tables, told.documents):
        list(files.values())  # each is told when it is asked for
    return found


def descriptions() -> Iterator[tuple[str, str, str]]:
    """Yield what pages say of files: the table, the name of the text, its English."""
    for cell, form in FORMS.items():
        if form:
            yield f"{FILES}forms", f"{cell}#form", form
    for table, columns in DATA_TABLES:
        for column in columns:
            yield f"{FILES}{table}.csv", f"{column.name}#about", column.about
    for kind in CITY_FILES:
        yield OF_CITY, f"{kind.pattern}#about", kind.about
        for column in kind.table.columns if kind.table else ():
            yield OF_CITY, f"{kind.pattern}|{column.name}#about", column.about


def _is_translated(file: str, name: str) -> bool:
    return not OF_OTHERS.match(f"{file}#{name}") and not (
        file == VOCABULARIES and LOOKED_FOR.match(name)
    )


def counted(entries: Iterable[Entry]) -> Counts:
    """Return how many texts are in each state, by file or folder of records."""
    found: Counts = {}
    for entry in entries:
        folder = entry.file.rpartition("/")[0] or entry.file
        states = found.setdefault(folder, dict.fromkeys(State, 0))
        states[entry.state] += 1
    return found


def counts(content: Publication, code: str) -> Counts:
    """Return the same of all texts of a language."""
    return counted(ledger(content, code))


def further_languages(content: Publication) -> tuple[str, ...]:
    """Return the languages of a publication into which its records are translated."""
    return tuple(code for code in content.record.languages if code != ENGLISH)


def _labels(content: Publication, code: str, marks: dict[str, str]) -> Iterator[Entry]:
    own = content.labels.get(code, {})
    for key, label in english_labels(content).items():
        english = said(label)
        mark = marks.get(f"{LABELS}#{key}")
        yield Entry(LABELS, key, english, said(own.get(key, "")), _state("-", mark, english))


def english_labels(content: Publication) -> Mapping[str, Any]:
    """Return the labels that others translate; those of the first language if none are English."""
    return content.labels.get(ENGLISH, content.labels.get(content.record.languages[0], {}))


def said(label: object) -> str:
    """Return a label as one text, its plural forms one below the other."""
    if isinstance(label, dict):
        return "\n".join(f"{form}: {text}" for form, text in label.items())
    return str(label)


def _entry(translations: Translations, file: str, name: str, text: str) -> Entry:
    found = translations.found(file, name, text)
    own, of = (found.text, found.of) if found else ("", None)
    return Entry(file, name, text, own, _state(own, of, text))


def _state(own: str, of: str | None, english: str) -> State:
    if not own or of is None:
        return State.MISSING
    return State.DONE if of == mark_of(english) else State.STALE
