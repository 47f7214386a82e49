"""Rules for what the publication says itself: it is asked for in each language, as it is today."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from generator.checks.glossary import check_terms
from generator.checks.places import cell_problem
from generator.checks.translations import at_name
from generator.language.foreign import ENGLISH
from generator.language.ledger import Entry, State, ledger
from generator.language.translated import ALIKE
from generator.model.publication import Publication
from generator.model.records import Document
from generator.model.retold import mark_of
from generator.model.translation_tables import TRANSLATIONS
from generator.problems import Code, Place, Problem


def check_translated_content(publication: Publication) -> Iterator[Problem]:
    """Each language has the texts of the publication, of today, and forms of countries' names."""
    for code in dict.fromkeys(publication.record.languages):
        if code != ENGLISH and code in publication.labels:
            yield from _check_language(publication, code)


def _check_language(publication: Publication, code: str) -> Iterator[Problem]:
    entries = {(one.file, one.name): one for one in ledger(publication, code)}
    missing = sum(one.state is State.MISSING for one in entries.values())
    if missing:
        place = Place(f"content/{TRANSLATIONS}{code}")
        yield Problem(Code.TRANSLATION_MISSING, place, str(missing), code)
    below = f"{TRANSLATIONS}{code}/"
    for name, document in publication.documents.items():
        for text in document.record if name.startswith(below) else ():
            yield from _check_text(document, text, entries)
    table = publication.tables.get(f"{below}translated.csv")
    for row in table.rows if table else ():
        entry = entries.get(_text_of(row.text))
        if table and entry is not None and entry.state is State.STALE:
            mark = mark_of(entry.english)
            yield cell_problem(Code.TRANSLATION_OUTDATED, table, row, "of", row.text, mark)
    yield from _check_names(publication, code)
    yield from check_terms(publication, code, entries.values())


def _text_of(name: str) -> tuple[str, str]:
    """Return the file and the name of a label or page, as a row of `translated.csv` has it."""
    file, _, text = name.partition("#")
    return file, text


def _check_text(
    document: Document, name: str, entries: Mapping[tuple[str, str], Entry]
) -> Iterator[Problem]:
    file, _, text = name.partition("#")
    if file == ALIKE:  # of the files of cities, which are not read here
        return
    entry = entries.get((file, text))
    if entry is None:
        known = [one for there, one in entries if there == file]
        near = get_close_matches(text, known, 1, 0.6)
        expected = f"{file}#{near[0]}" if near else ""
        yield at_name(Code.REFERENCE_UNKNOWN, document, name, expected)
    elif document.record[name].of != mark_of(entry.english):
        yield at_name(Code.TRANSLATION_OUTDATED, document, name, mark_of(entry.english))


def _check_names(publication: Publication, code: str) -> Iterator[Problem]:
    """The names of countries have forms: no rule gives their prepositions."""
    table = publication.tables.get(f"{TRANSLATIONS}{code}/names.csv")
    there = {row.name for row in table or () if row.inside and row.of}
    lacking = [row.name for row in publication.framework.countries if row.name not in there]
    if lacking:
        place = Place(f"content/{TRANSLATIONS}{code}/names.csv")
        yield Problem(Code.NAME_FORMS_MISSING, place, "; ".join(lacking), "name,in,of")
