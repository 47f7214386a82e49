"""Declared means consumed: what editors are asked for is shown, judged or reckoned with.

Every file, column, key and label that is declared, and every dependency, is named by a consumer
that a reader, an editor or a publisher can see. A generic export of all columns is none. What a
later subject builds is an exception that names the subject; one that is consumed may not stay.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from importlib.metadata import packages_distributions
from inspect import get_annotations
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import city_records as city
from generator.model import framework_records as framework
from generator.model import library_records as library
from generator.model import project_records as project
from generator.model.edition_records import Edition
from generator.model.files import CITY_FILES, CONTENT_FILES, FileKind
from generator.model.framework import Framework
from generator.model.observables import Observable
from generator.model.publication import City, Publication
from generator.model.records import Record
from generator.model.tables import TableKind
from tests.rules.consumers import Use, full_name, imported, python_uses, spoken, template_uses

ROOT = Path(__file__).resolve().parents[2]
GENERATOR, THEME = ROOT / "generator", ROOT / "theme"

IN_TEMPLATES: Mapping[str, Mapping[str, tuple[type, ...]]] = {
    "city-data.md.jinja": {"boundary": (city.Boundary,)},
    "open-data.md.jinja": {
        "publication": (framework.PublicationRecord,),
        "licence": (framework.Licences,),
    },
    "package.md.jinja": {
        "record": (library.ProductPackage,),
        "one": (library.PackageComponent, library.PackageRisk),
    },
    "project.md.jinja": {"opinion": (project.Opinion,)},
    "recommendation.md.jinja": {
        "record": (library.LibraryRecommendation,),
        "one": (library.Standard,),
    },
}
"""Under which names templates are given whole records; all others get plain values."""

EVIDENCE = "A figure must earn its words"

LATER: Mapping[str, str] = {
    "Quality.rank": EVIDENCE,
}
"""What a later subject consumes: the class and its attribute, and the subject."""

SHELVES: Mapping[str, tuple[type, str]] = {
    "images/*": (City, "pictures"),
    "sections/*.md": (City, "sections"),
    "editions/*/scores.csv": (Edition, "scores"),
    "pages/*.md": (Publication, "pages"),
    "labels/*.yml": (Publication, "labels"),
    "translations/??/*.md": (Publication, "pages"),
}
"""Files without columns and keys: by what they are read."""

TOOLS: Mapping[str, str] = {
    "mkdocs-material": "mkdocs.yml",
    "mypy": "Makefile",
    "pytest-xdist": "Makefile",
    "ruff": "Makefile",
    "editables": "requirements.lock",
    "hatchling": "pyproject.toml",
    "zizmor": "tests/rules/test_workflows.py",
}
"""Dependencies that are named in a file, not imported; type stubs go with what they describe."""


@cache
def uses() -> frozenset[Use]:
    """Return all that the generator and its templates read of known records."""
    found = python_uses(GENERATOR, "generator")
    for name, records in IN_TEMPLATES.items():
        found |= template_uses((THEME / "pages" / name).read_text(encoding="utf-8"), records)
    return frozenset(found)


def declared(kinds: Iterable[FileKind]) -> Iterator[tuple[type, str]]:
    """Yield each column and each key: the class that declares it, and its attribute."""
    for kind in kinds:
        if kind.table is not None:
            yield from columns(kind.table)
        for record in (kind.record, kind.records):
            if record is not None:
                yield from keys(record)
    yield from keys(city.SectionHead)


def columns(table: TableKind[Any]) -> Iterator[tuple[type, str]]:
    """Yield the columns that are neither key nor source.

    A key names its row: in messages, in references and in waivers. A source is held against
    `sources.csv`, and the page of sources tells where each is cited.
    """
    for column in table.columns:
        if column.name not in table.key and column.refers != "source":
            yield table.row, table.attributes[column.name]


def keys(record: type[Record]) -> Iterator[tuple[type, str]]:
    """Yield the keys of a record and of all records in it."""
    for name, info in record.model_fields.items():
        yield record, name
        for inner in _records_in(info.annotation):
            if inner is not record:
                yield from keys(inner)


def _records_in(annotation: Any) -> set[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return {annotation}
    inner = getattr(annotation, "__args__", ())
    return {record for part in inner for record in _records_in(part)}


def unconsumed(wanted: Iterable[tuple[type, str]], known: Iterable[Use]) -> set[str]:
    """Return what nobody reads: of the class, of one that extends it, or where it comes from."""
    used = set(known)
    return {
        f"{kind.__name__}.{name}"
        for kind, name in wanted
        if not any((full_name(one), name) in used for one in _relatives(kind, name))
    }


def _relatives(kind: type, name: str) -> Iterator[type]:
    yield from (base for base in kind.__mro__ if name in get_annotations(base))
    yield from (kind, *kind.__subclasses__())


def test_every_column_and_key_is_consumed_or_waits_for_a_named_subject() -> None:
    assert unconsumed(declared((*CITY_FILES, *CONTENT_FILES)), uses()) == set(LATER)


@pytest.mark.parametrize("kind", [City, Framework, Observable, Publication])
def test_every_part_of_the_publication_is_consumed(kind: type) -> None:
    assert unconsumed([(kind, field.name) for field in fields(kind)], uses()) == set()


def test_every_kind_of_file_is_consumed() -> None:
    bare = {kind.pattern for kind in (*CITY_FILES, *CONTENT_FILES) if _is_bare(kind)}
    assert bare == set(SHELVES)
    assert unconsumed(SHELVES.values(), uses()) == set()


def _is_bare(kind: FileKind) -> bool:
    return kind.table is None and kind.record is None and kind.records is None


def test_templates_are_given_the_records_that_this_test_says() -> None:
    for name, records in IN_TEMPLATES.items():
        text = (THEME / "pages" / name).read_text(encoding="utf-8")
        for word, kinds in records.items():
            for kind in kinds:
                assert template_uses(text, {word: (kind,)}), (name, word)


def unspoken(labels: Iterable[str], python: Iterable[str], templates: Iterable[str]) -> set[str]:
    """Return the labels that nothing says."""
    whole, begun = spoken(python, templates)
    return {key for key in labels if key not in whole and not key.startswith(begun)}


def test_every_label_is_said_somewhere() -> None:
    labels = yaml.safe_load((ROOT / "content/labels/en.yml").read_text(encoding="utf-8"))
    python = [path.read_text(encoding="utf-8") for path in GENERATOR.rglob("*.py")]
    templates = [
        path.read_text(encoding="utf-8")
        for path in THEME.rglob("*")
        if path.suffix in (".jinja", ".html", ".typ", ".js") and "minisearch" not in path.name
    ]
    assert unspoken(labels, python, templates) == set()


def idle(wanted: Iterable[str], packages: Iterable[str]) -> set[str]:
    """Return the dependencies of which no imported package is a part."""
    known = packages_distributions()
    used = {_plain(name) for package in packages for name in known.get(package, ())}
    return {name for name in wanted if _plain(name) not in used}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_dependency_is_imported_or_named() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ours = {re.split(r"[\s<>=!~;\[]", line)[0] for line in settings["dependencies"]}
    more = settings["optional-dependencies"]["dev"]
    tests = {re.split(r"[\s<>=!~;\[]", line)[0] for line in more}
    tests = {name.removeprefix("types-") for name in tests}
    assert idle(ours, imported(GENERATOR)) <= set(TOOLS)
    assert idle(tests, imported(ROOT / "tests") | imported(GENERATOR)) <= set(TOOLS)
    for name, file in TOOLS.items():
        assert name.removeprefix("mkdocs-") in (ROOT / file).read_text(encoding="utf-8"), name


MADE_UP = """
from dataclasses import dataclass


@dataclass
class Meeting:
    day: str
    minutes: str
    key: str


@dataclass
class Visit:
    day: str
    minutes: str


def shown(meetings: list[Meeting], visit: Visit | None) -> str:
    days = [meeting.day for meeting in meetings]
    rows = [getattr(meeting, name) for meeting in meetings for name in ("minutes",)]
    return f"{days}{rows}{visit.minutes if visit else ''}"
"""


def test_the_rule_sees_what_is_read_of_which_class_and_what_is_not(tmp_path: Path) -> None:
    folder = tmp_path / "madeup"
    folder.mkdir()
    (folder / "meetings.py").write_text(MADE_UP, encoding="utf-8")
    read = {(owner.rpartition(".")[2], name) for owner, name in python_uses(folder, "madeup")}
    assert {("Meeting", "day"), ("Visit", "minutes")} <= read
    assert not {("Meeting", "minutes"), ("Meeting", "key"), ("Visit", "day")} & read


def test_a_part_that_only_reads_files_is_no_consumer(tmp_path: Path) -> None:
    folder = tmp_path / "madeup"
    (folder / "read").mkdir(parents=True)
    (folder / "read" / "meetings.py").write_text(MADE_UP, encoding="utf-8")
    assert not any(owner.endswith("Meeting") for owner, _ in python_uses(folder, "madeup"))


def test_a_template_consumes_what_it_prints_of_a_record() -> None:
    text = "{% for one in rows %}{{ record.title }}{{ one['text'] }}{{ other.date }}{% endfor %}"
    assert template_uses(text, {"record": (city.Decision,)}) == {
        (full_name(city.Decision), "title")
    }


def test_the_rule_names_a_label_that_nothing_says() -> None:
    labels = ["band.low", "city", "kept", "gone", "tab.start"]
    python = ['say("city"); say(f"band.{name}"); say(f"{name}.x")']
    assert unspoken(labels, python, ["{{ words.kept }} {{ say('tab.' ~ name) }}"]) == {"gone"}


def test_the_rule_names_a_dependency_that_is_not_imported() -> None:
    assert idle({"PyYAML", "selenium"}, {"yaml"}) == {"selenium"}
