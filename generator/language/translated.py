"""A publication in one of its languages: its records with their texts in that language.

English stands in the records. `content/translations/<language>/` holds those of `content/`,
`cities/<city>/translations/<language>.yml` those of a city, under the path of the file and the
name of the text in it; each carries the start of the hash of its English. What several cities
say alike, such as “the editors”, is translated once, in `cities.yml` of the content. A text that
is not translated, or whose English has changed since, stands in English, marked as foreign.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from functools import cache, cached_property, partial
from typing import Any, TypeVar

from generator.frozen import dataclass
from generator.language import Language
from generator.language.foreign import ENGLISH, foreign, foreign_prose
from generator.language.typography import spaced
from generator.model.framework import Framework
from generator.model.framework_records import Translation
from generator.model.framework_tables import Country
from generator.model.on_demand import OnDemand, each_once, record_on_demand
from generator.model.publication import City, Publication, Section
from generator.model.records import Document
from generator.model.retold import Tell, mark_of, retold_document, retold_table
from generator.model.tables import Table
from generator.model.translation_tables import TRANSLATIONS, NameForms, TranslatedText

T = TypeVar("T")
INDICATORS = "framework/indicators/"
PUBLICATION = "publication.yml"
POLICY = "framework/rating-policy.yml"
FILES = "files/"
"""Before the names of the tables whose columns are described, in translations."""
ALIKE = "cities"
"""Stands for a file in translations: texts that the files of several cities have alike."""


@dataclass(frozen=True)
class Translations:
    """The translated texts of a folder in one language, by file and name of the text."""

    code: str
    texts: Mapping[str, Mapping[str, Translation]]
    names: Mapping[str, str]
    """What the language calls cities, by their English."""

    def found(self, file: str, name: str, text: str) -> Translation | None:
        """Return what stands for a text: for itself, or for the same in another row or record.

        What stands for itself may be stale; its `of` tells.
        """
        own = self.texts.get(file, {}).get(name)
        if own is None and text in self.names:
            return Translation(text=self.names[text], of=mark_of(text))
        return own or self._repeated.get((kind_of(name), mark_of(text)))

    @cached_property
    def _repeated(self) -> Mapping[tuple[str, str], Translation]:
        """The translations by column or last key, and by the mark of their English."""
        return {
            (kind_of(name), one.of): one
            for texts in self.texts.values()
            for name, one in texts.items()
        }

    def of(self, file: str) -> Tell:
        """Return what tells the texts of a file in the language."""

        def tell(name: str, text: str) -> str:
            found = self.found(file, name, text)
            if found and found.of == mark_of(text):
                return spaced(found.text, self.code)
            return foreign(text)

        return tell


def kind_of(name: str) -> str:
    """Return the column, or the last key, of the name of a text; the place in a list is none."""
    return re.split("[#/]", re.sub(r"(/\d+)+$", "", name))[-1]


def translations_of(content: Publication, code: str) -> Translations:
    """Return what `content/translations/` holds in a language."""
    below = f"{TRANSLATIONS}{code}/"
    documents = content.documents.items()
    several = (one.record for name, one in documents if name.startswith(below))
    return _by_file(code, several, names_in(content, code))


def _by_file(
    code: str, several: Iterable[Mapping[str, Translation]], names: Mapping[str, str]
) -> Translations:
    texts: dict[str, dict[str, Translation]] = {}
    for one in several:
        for name, translation in one.items():
            file, _, key = name.partition("#")
            texts.setdefault(file, {})[key] = translation
    return Translations(code, texts, names)


def content_in(content: Publication, code: str) -> Publication:
    """Return a publication whose content stands in one of its languages, as far as translated."""
    if code == ENGLISH:
        return content
    told = retold_content(content, translations_of(content, code).of)
    countries = told.framework.countries
    shown = {row.name: row.shown for row in _names(content, code)}
    rows = tuple(
        replace(row, name=_country_in(row, code, shown.get(row.name))) for row in countries
    )
    framework = replace(told.framework, countries=replace(countries, rows=rows))
    pages = {name: _page_in(content, code, name) for name in content.pages if "/" not in name}
    return replace(told, framework=framework, pages=pages)


def descriptions_in(content: Publication, code: str) -> Mapping[str, str]:
    """Return what a language has for the descriptions of files, by the mark of their English."""
    texts = translations_of(content, code).texts
    return {
        one.of: spaced(one.text, code)
        for file, own in texts.items()
        if file.startswith(FILES)
        for one in own.values()
    }


def retold_content(content: Publication, of: Callable[[str], Tell]) -> Publication:
    """Return a publication whose texts for readers, but its prose, are told anew.

    `of` is given the path of a file in `content/`; outside the framework a file is told when it is
    asked for.
    """
    documents = each_once(content.documents, partial(_told, of, retold_document))
    tables = each_once(content.tables, partial(_told, of, retold_table))
    return replace(
        content,
        framework=_framework_told(content.framework, tables, documents),
        document=replace(content.document, record=documents[PUBLICATION].record),
        documents=documents,
        tables=tables,
    )


def _told(of: Callable[[str], Tell], retold: Callable[[T, Tell], T], name: str, file: T) -> T:
    return file if name.startswith(TRANSLATIONS) else retold(file, of(name))


def _page_in(content: Publication, code: str, name: str) -> str:
    """Return a page of prose in a language; in English if it is not, or no longer, translated."""
    path, english = f"pages/{name}.md", content.pages[name]
    own = content.pages.get(f"{code}/{name}")
    if own and marks_of(content, code).get(path) == mark_of(english):
        return spaced(own, code)
    return foreign_prose(english)


def _framework_told(
    framework: Framework, tables: Mapping[str, Table[Any]], documents: Mapping[str, Document]
) -> Framework:
    own: dict[str, Any] = {
        field.name: tables.get(f"framework/{one.kind.name}.csv", one)
        for field in fields(framework)
        if isinstance(one := getattr(framework, field.name), Table)
    }
    told = {
        name: record
        for file in documents
        if file.startswith(INDICATORS)
        for name, record in documents[file].record.items()
    }
    indicators = {name: told.get(name, record) for name, record in framework.indicators.items()}
    policy = documents[POLICY]
    return replace(
        framework,
        **own,
        indicators=indicators,
        policy=policy.record,
        policy_document=policy,
    )


def _country_in(row: Country, code: str, shown: str | None) -> str:
    """Return the name of a country by the column of the language, else by `names.csv`."""
    found = _own_name(row, code) or shown
    return spaced(found, code) if found else foreign(row.name)


def _own_name(row: Country, code: str) -> str | None:
    own: str | None = getattr(row, f"name_{code}", None)
    return own


def names_in(content: Publication, code: str) -> Mapping[str, str]:
    """Return the names that a language has for cities, by their English."""
    return {row.name: row.shown or row.name for row in _names(content, code)}


def _names(content: Publication, code: str) -> Iterable[NameForms]:
    found: Iterable[NameForms] = content.tables.get(f"{TRANSLATIONS}{code}/names.csv", ())
    return found


def alike_in(content: Publication, code: str) -> Translations:
    """Return what a language has for all cities: their names, and what their files have alike."""
    whole = translations_of(content, code)
    return replace(whole, texts={ALIKE: whole.texts.get(ALIKE, {})})


def marks_of(content: Publication, code: str) -> dict[str, str]:
    """Return which English the labels and pages of a language translate, by their names."""
    rows: Iterable[TranslatedText] = content.tables.get(f"{TRANSLATIONS}{code}/translated.csv", ())
    return {row.text: row.of for row in rows}


def teller(city: City, code: str, shared: Translations) -> Callable[[str], str]:
    """Return what tells a text of a city by its English alone, as results have it."""
    known = [*shared.texts.values(), _own_of(city, code)]
    own = {one.of: one.text for texts in known for one in texts.values()}

    def tell(text: str) -> str:
        found = own.get(mark_of(text)) if own else None
        return spaced(found, code) if found else foreign(text)

    return tell


def _own_of(city: City, code: str) -> Mapping[str, Translation]:
    try:
        own: Mapping[str, Translation] = city.documents[f"{TRANSLATIONS}{code}.yml"].record
    except KeyError:
        own = {}
    return own


def city_in(city: City, code: str, alike: Translations) -> City:
    """Return a city whose files stand in a language, each opened when asked for.

    `alike` is what the language has for all cities: `alike_in`.
    """
    own = _by_file(code, [_own_of(city, code)], alike.names)
    told = replace(own, texts={**alike.texts, **own.texts})

    @cache
    def field(name: str) -> Any:
        part = _part_in(getattr(city, name), told)
        return _renamed(part, alike.names) if name == "document" else part

    return record_on_demand(City, field, id=city.id)


def _renamed(document: Document, names: Mapping[str, str]) -> Document:
    record = document.record
    name = names.get(record.name, record.name)
    return replace(document, record=record.model_copy(update={"name": name}))


def _part_in(part: Any, told: Translations) -> Any:
    if isinstance(part, Table):
        return retold_table(part, told.of(_in_folder(part.file)))
    if isinstance(part, Document):
        if _in_folder(part.file).startswith(TRANSLATIONS):
            return part
        return retold_document(part, told.of(_in_folder(part.file)))
    if isinstance(part, Section):
        tell = told.of(_in_folder(part.file))
        said = tell("", part.text)
        text = foreign_prose(part.text) if said == foreign(part.text) else said
        return replace(part, head=retold_document(part.head, tell), text=text)
    if isinstance(part, Mapping):
        return OnDemand(lambda: part, cache(lambda name: _part_in(part[name], told)))
    return part


def _in_folder(file: str) -> str:
    """Return the path of a file of a city in its folder."""
    return file.split("/", 2)[-1]


def language_of(content: Publication, code: str) -> Language:
    """Return the words of a language of the publication, with the forms of its names."""
    own = {row.name: _own_name(row, code) for row in content.framework.countries}
    forms = {
        spaced(row.shown or own.get(row.name) or row.name, code): row.form
        for row in _names(content, code)
    }
    labels = {key: _label_in(label, code) for key, label in content.labels[code].items()}
    return Language(code, labels, forms)


def _label_in(label: Any, code: str) -> Any:
    if isinstance(label, Mapping):
        return {form: spaced(text, code) for form, text in label.items()}
    return spaced(label, code)
