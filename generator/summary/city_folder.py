"""A city whose files are read when they are asked for, each by itself; every reading is noted."""

import contextlib
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from generator.model.city_tables import CITY_TABLES, Observation
from generator.model.files import CITY_FILES, FileKind, kind_of
from generator.model.on_demand import OnDemand, record_on_demand
from generator.model.publication import APPROVAL, OWN_INDICATORS, City, Section
from generator.model.records import Document
from generator.model.tables import Table
from generator.model.territories import with_proxies
from generator.problems import Problems
from generator.read.approved_content import hash_of_files
from generator.read.csv_tables import read_table
from generator.read.documents import read_document, read_documents
from generator.read.folders import list_files, relative
from generator.read.own_observations import apart
from generator.read.sections import read_section
from generator.summary.reads import FILES


def city_on_demand(folder: Path, root: Path, note: Callable[[str], None]) -> City:
    """Return a city of a publication that was found to be without errors.

    `note` is told the path in the folder of each file that is read, and `FILES`.
    """
    return record_on_demand(City, _Folder(folder, root, note).field, id=folder.name)


OBSERVED = ("observations", "own_observations")
"""The fields of a city that the rows of `observations.csv` make."""


class _Folder:
    """The files of a city, each read once. Nothing that it holds refers to it.

    So who lets go of a city has its memory at once.
    """

    def __init__(self, folder: Path, root: Path, note: Callable[[str], None]) -> None:
        self._folder, self._root, self._note = folder, root, note
        self._read: dict[str, Any] = {}

    def field(self, name: str) -> Any:
        """Return a field of the city."""
        if name == "document":
            return self._document("city.yml")
        if name in OBSERVED:
            return self._observed()[OBSERVED.index(name)]
        if name == "content_hash":
            return self._content_hash()
        if name in CITY_TABLES:
            return self._table(f"{CITY_TABLES[name].name}.csv")
        return self._pictures() if name == "pictures" else self._mapping(name)

    def _mapping(self, name: str) -> Mapping[str, Any]:
        """Return a field that holds several files by name."""
        mappings: Mapping[str, Mapping[str, Any]] = {
            "documents": OnDemand(self._documents, self._document),
            "cash_flows": OnDemand(self._cash_flows, self._table),
            "sections": OnDemand(self._sections, self._section),
            "torn": {},
        }
        return mappings[name]

    def _observed(self) -> tuple[Table[Observation], Table[Observation]]:
        """Return the observations of the framework, and those of indicators of its own.

        A city whose other files cannot be used has its rows as they stand: its waivers are read.
        """
        rows, own = self._table("observations.csv"), ()
        with contextlib.suppress(KeyError):
            rows = with_proxies(rows, self._document("city.yml").record)
        if OWN_INDICATORS in self._names():
            with contextlib.suppress(KeyError):
                own = self._document(OWN_INDICATORS).record
        return apart(rows, own)

    def _content_hash(self) -> str:
        document = self._mapping("documents").get(APPROVAL)
        if document is None or not document.record.is_stated:
            return ""
        for name in self._names():
            self._note(name)
        return hash_of_files(self._folder, self._listed)

    def _names(self) -> tuple[str, ...]:
        self._note(FILES)
        return self._listed

    @cached_property
    def _listed(self) -> tuple[str, ...]:
        paths = list_files(self._folder, self._root, Problems())
        return tuple(relative(path, self._folder) for path in paths)

    def _documents(self) -> list[str]:
        return [name for name in self._names() if name != "city.yml" and _is_document(name)]

    def _cash_flows(self) -> list[str]:
        return [name for name in self._names() if name.startswith("projects/")
                and name.endswith(".csv")]  # fmt: skip

    def _sections(self) -> list[str]:
        return [PurePosixPath(name).stem for name in self._names() if name.startswith("sections/")]

    def _pictures(self) -> tuple[str, ...]:
        found = (PurePosixPath(name) for name in self._names())
        return tuple(name.name for name in found if name.parts[0] == "images")

    def _table(self, name: str) -> Table[Any]:
        table: Table[Any] = self._once(name, self._read_table)
        return table

    def _document(self, name: str) -> Document:
        document: Document = self._once(name, self._read_document)
        return document

    def _section(self, stem: str) -> Section:
        section: Section = self._once(f"sections/{stem}.md", self._read_section)
        return section

    def _once(self, name: str, read: Callable[[str], Any]) -> Any:
        self._note(name)
        if name not in self._read:
            self._read[name] = read(name)
        if self._read[name] is None:
            raise KeyError(name)
        return self._read[name]

    def _read_table(self, name: str) -> Table[Any]:
        kind = _kind(name)
        assert kind is not None and kind.table is not None
        path = self._folder / name
        if not path.is_file():
            return Table(kind.table, relative(path, self._root))
        return read_table(path, self._root, kind.table, Problems())

    def _read_document(self, name: str) -> Document | None:
        kind, path = _kind(name), self._folder / name
        if kind is None or not path.is_file():
            return None
        document = None
        if kind.records is not None:
            document = read_documents(path, self._root, kind.records, Problems())
        elif kind.record is not None:
            document = read_document(path, self._root, kind.record, Problems())
        return None if document is None or document.record is None else document

    def _read_section(self, name: str) -> Section | None:
        path = self._folder / name
        return read_section(path, self._root, Problems()) if path.is_file() else None


@cache
def _kind(name: str) -> FileKind | None:
    return kind_of(name, CITY_FILES)


@cache
def _is_document(name: str) -> bool:
    kind = _kind(name)
    return kind is not None and (kind.record is not None or kind.records is not None)
