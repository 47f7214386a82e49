"""Rules for translations of a city: what they translate stands there, as it was translated."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from generator.checks.places import key_problem, moved_to_key
from generator.model.publication import City, Publication
from generator.model.records import Document, Record
from generator.model.retold import mark_of
from generator.model.translation_tables import TRANSLATIONS
from generator.problems import Code, Problem


def check_translations(publication: Publication) -> Iterator[Problem]:
    """A translation names a text of the city, and its mark is that of this text."""
    for city in publication.cities.values():
        names = [name for name in city.documents if name.startswith(TRANSLATIONS)]
        files = _files(city) if names else set()
        for name in names:
            yield from _check_file(city, city.documents[name], files)


def at_name(code: Code, document: Document, name: str, expected: str, **values: str) -> Problem:
    """Return a problem at the name of a translated text."""
    problem = key_problem(code, document, (name,), name, expected, **values)
    return moved_to_key(problem, document, (name,))


def _check_file(city: City, document: Document, files: set[str]) -> Iterator[Problem]:
    for name, translation in document.record.items():
        file, _, keys = name.partition("#")
        if file not in files:
            near = get_close_matches(file, files, 1, 0.6)
            expected = f"{near[0]}#{keys}" if near and keys else "".join(near)
            yield at_name(Code.REFERENCE_UNKNOWN, document, name, expected)
            continue
        text = _text_at(city.documents.get(file), keys)
        mark = mark_of(text or "")
        if text is not None and translation.of != mark:
            yield at_name(Code.TRANSLATION_OUTDATED, document, name, mark)


def _files(city: City) -> set[str]:
    """Return the paths of the files of a city that hold texts."""
    folder = f"cities/{city.id}/"
    documents = (city.document, *city.torn.values(), *city.documents.values())
    files = [one.file for one in documents]
    files += [one.file for one in city.tables]
    files += [one.file for one in city.sections.values()]
    own = {file.removeprefix(folder) for file in files}
    return {file for file in own if not file.startswith(TRANSLATIONS)}


def _text_at(document: Document | None, keys: str) -> str | None:
    """Return the text at a path of keys of a YAML file; None if there is none."""
    found: Any = document.record if document is not None else None
    for key in keys.split("/"):
        if isinstance(found, Record):
            found = getattr(found, key, None)
        elif isinstance(found, Mapping):
            found = found.get(key)
        elif isinstance(found, tuple) and key.isdecimal() and int(key) < len(found):
            found = found[int(key)]
        else:
            return None
    return found if isinstance(found, str) else None
