"""The whole publication as it was read: framework, cities, settings.

`Framework` and `City` hold tables and documents with their places, and the look-ups that
several parts need.
"""

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import Any, TypeVar

from generator.frozen import dataclass
from generator.model import city_tables as city
from generator.model.approval import Approval
from generator.model.city_records import CityRecord, SectionHead
from generator.model.content_tables import (
    REDIRECTS,
    REFERENCE_PROJECTS,
    Redirect,
    ReferenceProject,
)
from generator.model.edition_records import Edition
from generator.model.framework import Framework
from generator.model.framework_records import PublicationRecord
from generator.model.glossary_records import GLOSSARY, Term
from generator.model.governance_tables import (
    CapacityMeasure,
    CommitteeMember,
    GovernanceItem,
    Meeting,
    Partnership,
)
from generator.model.library_records import LibraryRecommendation, ProductPackage
from generator.model.own_indicator import OwnIndicator
from generator.model.records import Document
from generator.model.tables import Row, Table, TableKind

R = TypeVar("R", bound=Row)

OWN_INDICATORS = "indicators.yml"
APPROVAL = "approval.yml"

ALL = "all"
"""The release of a publication that has every city, approved or not."""


def documents_in(documents: Mapping[str, Document], folder: str) -> Mapping[str, Document]:
    """Return the documents of a folder by id, in the order of their names; no other is read."""
    names = sorted(name for name in documents if name.startswith(f"{folder}/"))
    return {name.removeprefix(f"{folder}/").removesuffix(".yml"): documents[name] for name in names}


@dataclass(frozen=True)
class Section:
    """Prose of a city: its front matter and its Markdown text, from line `line` of the file."""

    file: str
    head: Document
    text: str
    line: int

    @property
    def record(self) -> SectionHead:
        found: SectionHead = self.head.record
        return found


@dataclass(frozen=True)
class City:
    """One city's folder. Files that the folder does not have are empty tables or absent."""

    id: str
    document: Document
    sources: Table[city.Source]
    observations: Table[city.Observation]
    searched: Table[city.Search]
    context: Table[city.ContextFigure]
    targets: Table[city.Target]
    images: Table[city.Image]
    governance: Table[GovernanceItem]
    capacity: Table[CapacityMeasure]
    committee: Table[CommitteeMember]
    meetings: Table[Meeting]
    partnerships: Table[Partnership]
    priority_areas: Table[city.PriorityArea]
    revisions: Table[city.Revision]
    waivers: Table[city.Waiver]
    documents: Mapping[str, Document] = field(default_factory=dict)
    """Every other YAML file by its path in the folder."""
    torn: Mapping[str, Document] = field(default_factory=dict)
    """YAML files whose record could not be read, by path."""
    cash_flows: Mapping[str, Table[city.CashFlow]] = field(default_factory=dict)
    sections: Mapping[str, Section] = field(default_factory=dict)
    pictures: tuple[str, ...] = field(default_factory=tuple)
    """Names of the files in images/."""
    own_observations: Table[city.Observation] = field(
        default_factory=lambda: Table(city.OWN_OBSERVATIONS, "observations.csv")
    )
    """The rows of observations.csv on indicators of its own."""
    content_hash: str = field(default_factory=str)
    """Checksum of what an approval is bound to; "" if none is stated."""

    @property
    def record(self) -> CityRecord:
        found: CityRecord = self.document.record
        return found

    @property
    def first_picture(self) -> city.Image | None:
        """The picture that stands for the city: the first that is listed and there."""
        return next((row for row in self.images if row.file in self.pictures), None)

    @property
    def tables(self) -> tuple[Table[Any], ...]:
        own = (self.own_observations,) if self.own_observations.rows else ()
        return (
            self.sources, *own, self.observations, self.searched, self.context, self.targets,
            self.images, self.governance, self.capacity, self.committee, self.meetings,
            self.partnerships, self.priority_areas, self.revisions, self.waivers,
            *self.cash_flows.values(),
        )  # fmt: skip

    def tables_in(self, name: str) -> tuple[Table[Any], ...]:
        """Return the tables that a file of the folder makes; no other file is read."""
        if name in self.cash_flows:
            return (self.cash_flows[name],)
        fields = [key for key, kind in city.CITY_TABLES.items() if name == f"{kind.name}.csv"]
        if fields == ["observations"]:
            return self.own_observations, self.observations
        return tuple(getattr(self, key) for key in fields)

    @property
    def own_indicators(self) -> Mapping[str, OwnIndicator]:
        """The indicators of its own by id."""
        document = self.documents.get(OWN_INDICATORS)
        return document.record if document is not None else {}

    @property
    def sections_in_order(self) -> tuple[tuple[str, Section], ...]:
        """Return the prose by name, in the order that its editors gave."""

        def order(named: tuple[str, Section]) -> tuple[int, str]:
            name, section = named
            return (section.record.position or 0, name)

        return tuple(sorted(self.sections.items(), key=order))

    @property
    def approval(self) -> Approval | None:
        """What the city said of its profile; None if it was not asked."""
        document = self.documents.get(APPROVAL)
        return document.record if document is not None else None

    @property
    def is_approved(self) -> bool:
        """Whether the city has approved its files as they stand."""
        approval = self.approval
        return approval is not None and approval.is_stated and approval.content == self.content_hash

    @property
    def is_outdated(self) -> bool:
        """Whether the files have changed since the city approved them."""
        approval = self.approval
        return approval is not None and approval.is_stated and not self.is_approved

    def is_under_embargo(self, as_of: str) -> bool:
        """Return whether nothing of the city may be told on `as_of`, whatever was approved."""
        approval = self.approval
        return approval is not None and (approval.embargo or "") > as_of

    def is_released(self, release: str, as_of: str) -> bool:
        """Return whether a publication of `release` (all, approved) has the city on `as_of`."""
        return not self.is_under_embargo(as_of) and (release == ALL or self.is_approved)

    @property
    def source_of(self) -> Mapping[str, city.Source]:
        return self.sources.by_key()

    def context_in_use(self, variable: str) -> city.ContextFigure | None:
        """Return the figure of a context variable that the profile uses.

        The row marked `use`; else the latest dated one if its year has a single value. A row
        marked `use: no` is shown among the data only.
        """
        rows = [row for row in self.context if row.variable == variable and row.use is not False]
        marked = [row for row in rows if row.use]
        if marked:
            return marked[0]
        if len(rows) == 1:
            return rows[0]
        dated = [row for row in rows if row.period]
        if not dated:
            return None
        latest = max(row.period for row in dated if row.period)
        newest = [row for row in dated if row.period == latest]
        return newest[0] if len({row.value for row in newest}) == 1 else None


@dataclass(frozen=True)
class Publication:
    """Everything that was read.

    `labels` by language; `pages` by id, of a further language by its code and the id: `fr/about`.
    """

    document: Document
    framework: Framework
    cities: Mapping[str, City]
    city_ids: tuple[str, ...]
    """Every folder of `cities/`, also those not read in this run."""
    labels: Mapping[str, Mapping[str, Any]]
    pages: Mapping[str, str]
    tables: Mapping[str, Table[Any]]
    documents: Mapping[str, Document]
    waivers: Table[city.Waiver]
    torn: Mapping[str, Document] = field(default_factory=dict)
    """YAML files whose record could not be read, by path."""
    editions: tuple[Edition, ...] = ()
    """The frozen editions, the oldest first."""

    @property
    def record(self) -> PublicationRecord:
        found: PublicationRecord = self.document.record
        return found

    def file_of_page(self, name: str) -> str:
        """Return the file of a page of prose."""
        language, _, page = name.rpartition("/")
        folder = f"translations/{language}" if language else "pages"
        return f"content/{folder}/{page}.md"

    @property
    def redirects(self) -> Table[Redirect]:
        """The pages that have moved."""
        return self._table(REDIRECTS)

    @property
    def reference_projects(self) -> Table[ReferenceProject]:
        """Real projects of cities without a profile."""
        return self._table(REFERENCE_PROJECTS)

    def _table(self, kind: TableKind[R]) -> Table[R]:
        file = f"{kind.name}.csv"
        return self.tables.get(file, Table(kind, f"content/{file}"))

    @cached_property
    def glossary(self) -> Mapping[str, Term]:
        """The terms by id; none without a glossary."""
        document = self.documents.get(GLOSSARY)
        return document.record if document else {}

    @cached_property
    def recommendations(self) -> Mapping[str, LibraryRecommendation]:
        """The library of recommendations by id."""
        return self._library("recommendations")

    @cached_property
    def packages(self) -> Mapping[str, ProductPackage]:
        """The smart product packages by id."""
        return self._library("packages")

    def _library(self, folder: str) -> dict[str, Any]:
        found = documents_in(self.documents, folder)
        return {name: document.record for name, document in found.items()}

    @cached_property
    def as_of_year(self) -> int:
        return int(self.record.as_of[:4])

    def profile_year(self, place: City) -> int:
        """Return the year of the situation that a profile describes."""
        return place.record.profile_year or self.as_of_year
