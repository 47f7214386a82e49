"""Rules for the glossary: each language has its names, and translations say them so."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from generator.checks.places import key_problem
from generator.checks.translations import at_name
from generator.language.foreign import ENGLISH
from generator.language.ledger import LABELS, PAGES, Entry
from generator.language.term_use import Departure, departures, text_of
from generator.model.glossary_records import GLOSSARY
from generator.model.known_pages import ALONE
from generator.model.publication import Publication
from generator.model.records import Document
from generator.model.translation_tables import TRANSLATIONS
from generator.problems import Code, Place, Problem


def check_glossary(publication: Publication) -> Iterator[Problem]:
    """A term has one name in each language, no other has it, and its page is one."""
    document = publication.documents.get(GLOSSARY)
    if document is None:
        return
    codes = [code for code in publication.record.languages if code in publication.labels]
    names: dict[tuple[str, str], str] = {}
    for term, record in publication.glossary.items():
        for code in dict.fromkeys((ENGLISH, *codes)):
            if code not in record.names:
                yield key_problem(Code.TERM_LANGUAGE, document, (term, "names"), term, code)
        for code, name in record.names.items():
            first = names.setdefault((code, name.casefold()), term)
            if first != term:
                at = (term, "names", code)
                yield key_problem(Code.TERM_REPEATED, document, at, name, first)
        if record.page is not None and record.page not in ALONE:
            near = "".join(get_close_matches(record.page, ALONE, 1, 0.6))
            yield key_problem(Code.REFERENCE_UNKNOWN, document, (term, "page"), record.page, near)


def check_terms(publication: Publication, code: str, entries: Iterable[Entry]) -> Iterator[Problem]:
    """The translated texts of a language say the terms of the glossary as it does."""
    entries = tuple(entries)
    document = publication.documents.get(GLOSSARY)
    if document is not None:
        yield from _check_exceptions(publication, code, {*map(text_of, entries)}, document)
    for one in departures(publication.glossary, code, entries):
        yield _otherwise(publication.documents, code, one)


def _check_exceptions(
    publication: Publication, code: str, texts: set[str], document: Document
) -> Iterator[Problem]:
    """An exception names a text that there is; one of a record that a library lacks is idle."""
    files = {text.partition("#")[0] for text in texts}
    for term, record in publication.glossary.items():
        for number, one in enumerate(record.exceptions):
            is_known = one.text.partition("#")[0] not in files or one.text in texts
            if one.language == code and not is_known:
                near = "".join(get_close_matches(one.text, texts, 1, 0.8))
                path = (term, "exceptions", number, "text")
                yield key_problem(Code.REFERENCE_UNKNOWN, document, path, one.text, near)


def _otherwise(documents: Mapping[str, Document], code: str, one: Departure) -> Problem:
    """Return a problem where the translation stands."""
    file, text = one.entry.file, text_of(one.entry)
    values = {"term": one.term, "language": code}
    if file == LABELS:
        place = Place(f"content/labels/{code}.yml", field=one.entry.name)
        return Problem(Code.TERM_OTHERWISE, place, text, one.name, values)
    folder = f"{TRANSLATIONS}{code}"
    if file.startswith(PAGES):
        place = Place(f"content/{folder}/{file.removeprefix(PAGES)}")
        return Problem(Code.TERM_OTHERWISE, place, text, one.name, values)
    for name, document in documents.items():
        if name.startswith(f"{folder}/") and text in document.record:
            return at_name(Code.TERM_OTHERWISE, document, text, one.name, **values)
    return Problem(Code.TERM_OTHERWISE, Place(f"content/{folder}"), text, one.name, values)
