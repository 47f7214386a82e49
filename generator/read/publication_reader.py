"""The root folder to a publication: `content/` and the cities asked for."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from generator import resources
from generator.model import city_tables as city
from generator.model import framework_tables as tables
from generator.model import usage_tables as usage
from generator.model.city_records import CityRecord
from generator.model.edition_records import EDITIONS
from generator.model.files import CITY_FILES, CONTENT_FILES, kind_of
from generator.model.framework import Framework
from generator.model.on_demand import OnDemand, joined
from generator.model.publication import APPROVAL, OWN_INDICATORS, City, Publication, Section
from generator.model.records import Document
from generator.model.relation_table import RELATIONS
from generator.model.scalars import RESERVED, is_name, slug
from generator.model.tables import Table
from generator.model.temporary_files import is_temporary
from generator.model.territories import with_proxies
from generator.model.translation_tables import TRANSLATIONS
from generator.problems import Code, Place, Problems
from generator.read.approved_content import content_hash
from generator.read.csv_tables import read_table
from generator.read.documents import read_document
from generator.read.edition_folders import read_editions
from generator.read.folder_contents import FolderContents, free_name, read_folder
from generator.read.folders import IGNORED, is_hidden, relative
from generator.read.labels import read_labels
from generator.read.own_observations import apart
from generator.read.sections import read_section
from generator.read.shared_tables import shared_paths, stand_in, stand_in_glossary
from generator.read.theme_files import judge_theme
from generator.read.translated_files import open_translations, read_pages

T = TypeVar("T")
NEVER_LINKS = re.compile(
    r"content|cities|theme|mkdocs\.yml|build(\.(next|previous).*)?|\.build\.lock"
    r"|generator|tests|schemas|wheels|upgrades\.csv|\.ci|\.github|\.gitlab"
    r"|\.git(ignore|attributes|modules|-blame-ignore-revs)|\.gitlab-ci\.yml|\.pre-commit-config\.yaml|Makefile|pyproject\.toml|requirements[^/]*"
    r"|[A-Z-]+(\.md|\.cff)?"
)
"""What stands in the root by these names is read, run, or replaced by a build."""
ON_DEMAND = ("recommendations/", "packages/", "practices/", "mappings/")
"""The folders of `content/` whose records are read only when somebody asks for them."""


def read_publication(
    root: Path, problems: Problems, only: Sequence[str] = (), *, alone: bool = False
) -> Publication | None:
    """Return the publication below `root`, with all cities or only those named.

    With those `alone`, `content/` serves only to judge them: its library is read when it is asked
    for, no labels and pages. None if the framework cannot be used; problems say why.
    """
    content = read_framework(root, problems) if alone else read_content(root, problems)
    names = city_names(root, problems)
    wanted = cities_among(names, only, problems)
    cities = {name: read_city(root / "cities" / name, root, problems) for name in wanted}
    return replace(content, cities=cities, city_ids=tuple(names)) if content else None


def cities_among(names: list[str], only: Sequence[str], problems: Problems) -> list[str]:
    """Return the cities that are asked for, of those that there are; all if none is named."""
    for name in only:
        if name not in names:
            problems.add(Code.FOLDER_MISSING, Place(f"cities/{name}"), name, ", ".join(names))
    return [name for name in names if not only or name in only]


def read_content(root: Path, problems: Problems) -> Publication | None:
    """Return the publication below `root` without its cities.

    None if the framework cannot be used; problems say why.
    """
    contents = _contents(root, problems, (TRANSLATIONS,))
    if contents is None:
        return None
    stand_in_glossary(contents, problems)
    open_translations(contents, problems)
    judge_theme(root, problems)
    publication = _publication(contents, problems)
    if publication is None:
        return None
    labels, place = list(contents.below("labels/", contents.others).values()), root
    if resources.is_shipped_only():
        shipped = resources.shipped("content/labels")
        labels, place = sorted(shipped.glob("??.yml")), shipped.parents[1]
    return replace(
        publication,
        labels=read_labels(labels, place, publication.record.languages, problems),
        pages=read_pages(contents, problems),
    )


def read_framework(root: Path, problems: Problems) -> Publication | None:
    """Return what the files of a city are held against; a record of the library when asked for.

    None if the framework cannot be used; problems say why.
    """
    contents = _contents(root, problems, (*ON_DEMAND, TRANSLATIONS))
    publication = _publication(contents, problems) if contents else None
    if contents is None or publication is None:
        return None
    library = OnDemand(
        lambda: [name for name in contents.listed if not name.startswith(TRANSLATIONS)],
        lambda name: _library_record(name, contents),
    )
    return replace(publication, documents=joined(contents.documents, library))


def _library_record(name: str, contents: FolderContents) -> Document:
    """Return a record that was only listed; its faults are those of `content/`, told elsewhere."""
    kind = kind_of(name, CONTENT_FILES)
    assert kind is not None and kind.record is not None
    document = read_document(contents.listed[name], contents.root, kind.record, Problems())
    if document is None or document.record is None:
        raise KeyError(name)
    return document


def _contents(
    root: Path, problems: Problems, listed: tuple[str, ...] = ()
) -> FolderContents | None:
    """Return what `content/` holds; the files of the folders `listed` are not opened."""
    if {"content", "theme"} & _links_in(root, problems):
        return None
    if not (root / "content").is_dir():
        problems.add(Code.FOLDER_MISSING, Place("content"), "", "content")
        return None
    contents = read_folder(
        root / "content", root, CONTENT_FILES, problems, listed, shared_paths(root)
    )
    stand_in(contents, problems)
    return contents


def _publication(contents: FolderContents, problems: Problems) -> Publication | None:
    """Return the publication without its words; None if the framework cannot be used."""
    framework = _framework(contents, problems)
    publication = contents.documents.get("publication.yml")
    if framework is None or publication is None:
        return None
    return Publication(
        document=publication,
        framework=framework,
        cities={},
        city_ids=(),
        labels={},
        pages={},
        tables=_others(contents.tables),
        documents=_others(contents.documents),
        torn=_others(contents.torn),
        editions=read_editions(contents, problems),
        waivers=contents.table(city.WAIVERS),
    )


def _others(found: Mapping[str, T]) -> dict[str, T]:
    """Return what belongs to no frozen edition: nothing in one is judged by today's rules."""
    return {name: one for name, one in found.items() if not name.startswith(f"{EDITIONS}/")}


def _links_in(root: Path, problems: Problems) -> set[str]:
    """Return which of the root's own names are links; each is a problem, and none is followed."""
    names = {
        entry.name
        for entry in os.scandir(root)
        if entry.is_symlink() and NEVER_LINKS.fullmatch(entry.name)
    }
    for name in names:
        reason = "build" if name.startswith("build") else "own"
        problems.add(Code.FILE_LINK, Place(name), reason=reason)
    return names


def city_names(root: Path, problems: Problems) -> list[str]:
    """Return the names of the city folders; a name that cannot be an address is a problem."""
    folder = root / "cities"
    if folder.is_symlink():
        return []
    if not folder.is_dir():
        problems.add(Code.FOLDER_MISSING, Place("cities"), "", "cities")
        return []
    names: list[str] = []
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    taken = {entry.name for entry in entries}
    for entry in entries:
        place = Place(f"cities/{entry.name}")
        if is_temporary(entry.name) and not entry.is_dir(follow_symlinks=False):
            continue
        if entry.is_symlink():
            problems.add(Code.FILE_LINK, place)
        elif not entry.is_dir():
            if entry.name not in IGNORED:
                problems.add(Code.FILE_UNKNOWN, place, entry.name)
        elif is_hidden(entry.name):
            problems.add(Code.FILE_UNKNOWN, place, f"{entry.name}/")
        elif is_name(entry.name):
            names.append(entry.name)
        else:
            meant = slug(entry.name) or "city"
            expected = free_name(f"{meant}-city" if meant in RESERVED else meant, taken)
            problems.add(Code.FOLDER_NAME, place, entry.name, expected)
    return names


def _framework(contents: FolderContents, problems: Problems) -> Framework | None:
    """Return the framework, or None if a file that everything needs could not be read."""
    policy = contents.documents.get("framework/rating-policy.yml")
    prefix = "framework/indicators/"
    documents = contents.below(prefix, contents.documents)
    if not any((contents.folder / prefix).glob("*.yml")):
        place = Place("content/framework/indicators")
        problems.add(Code.FILE_MISSING, place, "", "framework/indicators/<dimension>.yml")
    if policy is None or not documents:
        return None

    def table(kind: Any) -> Table[Any]:
        return contents.table(kind, f"framework/{kind.name}.csv")

    return Framework(
        indicators={key: value for doc in documents.values() for key, value in doc.record.items()},
        schemes=table(tables.SCHEMES),
        areas=table(tables.AREAS),
        placements=table(tables.PLACEMENTS),
        goalposts=table(tables.GOALPOSTS),
        units=table(tables.UNITS),
        conversions=table(tables.CONVERSIONS),
        statuses=table(tables.STATUSES),
        qualities=table(tables.QUALITIES),
        relations=table(RELATIONS),
        countries=table(tables.COUNTRIES),
        country_aliases=table(usage.COUNTRY_ALIASES),
        flags=table(usage.FLAGS),
        sdg=table(tables.SDG),
        sources=table(city.SOURCES),
        context_variables=table(tables.CONTEXT_VARIABLES),
        local_conditions=table(tables.LOCAL_CONDITIONS),
        vocabularies=table(tables.VOCABULARIES),
        governance_items=table(tables.GOVERNANCE_ITEMS),
        policy=policy.record,
        policy_document=policy,
    )


def read_city(folder: Path, root: Path, problems: Problems) -> City:
    """Return a city; one whose `city.yml` cannot be read has no country, and errors say why."""
    contents = read_folder(folder, root, CITY_FILES, problems)
    document = contents.documents.pop("city.yml", None)
    if document is None:
        unread = CityRecord.model_construct(name=folder.name, country=None)
        document = Document(relative(folder / "city.yml", root), unread, {}, {})
    cash_flows = contents.below("projects/", contents.tables)
    sections: dict[str, Section] = {}
    for name, path in contents.below("sections/", contents.others).items():
        section = read_section(path, root, problems)
        if section is not None:
            sections[Path(name).stem] = section
    pictures = contents.below("images/", contents.others)
    if pictures:
        from generator.read.image_files import judge_pictures  # brings Pillow

        judge_pictures(pictures.values(), root, problems)
    read = {name: contents.table(kind) for name, kind in city.CITY_TABLES.items()}
    own = contents.documents.get(OWN_INDICATORS)
    read["observations"], own_observations = apart(
        with_proxies(read["observations"], document.record), own.record if own else ()
    )
    return City(
        id=folder.name,
        document=document,
        **read,
        own_observations=own_observations,
        content_hash=_stated_hash(contents),
        documents=contents.documents,
        torn=contents.torn,
        cash_flows=cash_flows,
        sections=sections,
        pictures=tuple(Path(name).name for name in pictures),
    )


def read_observations(folder: Path, root: Path) -> Table[city.Observation]:
    """Return the observations of a city as they are written; their faults are told elsewhere."""
    return read_table(folder / "observations.csv", root, city.OBSERVATIONS, Problems())


def _stated_hash(contents: FolderContents) -> str:
    """Return the checksum of what an approval is bound to; "" where none is stated."""
    document = contents.documents.get(APPROVAL)
    is_stated = document is not None and document.record.is_stated
    return content_hash(contents.folder, contents.root) if is_stated else ""
