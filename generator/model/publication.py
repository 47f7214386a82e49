"""The whole publication as it was read: framework, cities, settings.

`Framework` and `City` hold tables and documents with their places, and the look-ups that
several parts need.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from generator.model import city_tables as city
from generator.model import framework_tables as tables
from generator.model.city_records import Approval, CityRecord, SectionHead
from generator.model.framework_records import (
    IndicatorRecord,
    LibraryRecommendation,
    ProductPackage,
    PublicationRecord,
    RatingPolicy,
)
from generator.model.framework_tables import (
    REDIRECTS,
    REFERENCE_PROJECTS,
    Redirect,
    ReferenceProject,
)
from generator.model.hierarchy import DEFAULT_WEIGHTS, Branch
from generator.model.observables import Observable, observable_of
from generator.model.records import Document
from generator.model.tables import Row, Table, TableKind

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Framework:
    """What every city is measured by."""

    indicators: Mapping[str, IndicatorRecord]
    schemes: Table[tables.Scheme]
    areas: Table[tables.Area]
    placements: Table[tables.Placement]
    goalposts: Table[tables.Goalpost]
    units: Table[tables.Unit]
    conversions: Table[tables.Conversion]
    statuses: Table[tables.Status]
    qualities: Table[tables.Quality]
    countries: Table[tables.Country]
    sdg: Table[tables.SdgLine]
    sources: Table[city.Source]
    context_variables: Table[tables.ContextVariable]
    local_conditions: Table[tables.LocalCondition]
    vocabularies: Table[tables.Word]
    governance_items: Table[tables.GovernanceKind]
    policy: RatingPolicy
    policy_document: Document

    @cached_property
    def observables(self) -> Mapping[str, Observable]:
        """Every indicator and data point by id, in the order of the framework."""
        found: dict[str, Observable] = {}
        for name, record in self.indicators.items():
            found[name] = observable_of(name, name, record, record)
            for point, below in record.data_points.items():
                full = f"{name}.{point}"
                found[full] = observable_of(full, name, below, record)
        return found

    @cached_property
    def goalpost_of(self) -> Mapping[str, tables.Goalpost]:
        return self.goalposts.by_key()

    @cached_property
    def area_of(self) -> Mapping[str, tables.Area]:
        return self.areas.by_key()

    @cached_property
    def status_of(self) -> Mapping[str, tables.Status]:
        return self.statuses.by_key()

    @cached_property
    def unit_of(self) -> Mapping[str, tables.Unit]:
        return self.units.by_key()

    @cached_property
    def conversion_of(self) -> Mapping[tuple[str, str], tables.Conversion]:
        """The conversions by the unit given and the unit wanted."""
        return {(row.from_unit, row.to_unit): row for row in self.conversions}

    @cached_property
    def source_of(self) -> Mapping[str, city.Source]:
        return self.sources.by_key()

    @cached_property
    def words(self) -> Mapping[str, Mapping[str, str]]:
        """Closed lists: vocabulary to id to the reader's name, in order."""
        found: dict[str, dict[str, str]] = {}
        for word in sorted(self.vocabularies, key=lambda word: word.position or 0):
            found.setdefault(word.vocabulary, {})[word.id] = word.name
        return found

    @cached_property
    def indicators_of(self) -> Mapping[str, tuple[tables.Placement, ...]]:
        """The placements of an area, of leaves only, in order."""
        found: dict[str, list[tables.Placement]] = {}
        for placement in self.placements:
            found.setdefault(placement.area, []).append(placement)
        return {area: tuple(rows) for area, rows in found.items()}

    @cached_property
    def _children(self) -> Mapping[str, tuple[tables.Area, ...]]:
        found: dict[str, list[tables.Area]] = {}
        for row in sorted(self.areas, key=lambda row: row.position):
            found.setdefault(row.area.rpartition("/")[0], []).append(row)
        return {area: tuple(rows) for area, rows in found.items()}

    def children(self, area: str) -> tuple[tables.Area, ...]:
        """Return the areas right below an area, or the top areas of a scheme, in order."""
        return self._children.get(area, ())

    @cached_property
    def trees(self) -> Mapping[tuple[str, str], Branch]:
        """The tree of every scheme under every set of weights, by scheme and set.

        A set changes the weights of the areas and indicators that it names; the others keep
        those of the set `default`, or of their own rows.
        """
        sets = self.policy.weights
        default = sets.get(DEFAULT_WEIGHTS, {})
        return {
            (row.scheme, name): self._branch(row.scheme, 1.0, {**default, **sets.get(name, {})})
            for row in self.schemes
            for name in {DEFAULT_WEIGHTS: None, **sets}
        }

    def _branch(self, area: str, weight: float, weights: Mapping[str, float]) -> Branch:
        members = [
            self._branch(row.area, weights.get(row.area, row.weight), weights)
            for row in self.children(area)
        ]
        members += [
            Branch(row.indicator, weights.get(row.indicator, row.weight))
            for row in self.indicators_of.get(area, ())
        ]
        return Branch(area, weight, tuple(members))

    def placed_below(self, area: str) -> tuple[str, ...]:
        """Return the indicators of an area and of all below it, in order."""
        here = [placement.indicator for placement in self.indicators_of.get(area, ())]
        for child in self.children(area):
            here.extend(self.placed_below(child.area))
        return tuple(here)

    def area_of_indicator(self, indicator: str, scheme: str) -> tables.Area | None:
        """Return the area of a scheme in which an indicator stands."""
        for placement in self.placements:
            if placement.indicator == indicator and placement.area.startswith(f"{scheme}/"):
                return self.area_of.get(placement.area)
        return None


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
    context: Table[city.ContextFigure]
    targets: Table[city.Target]
    images: Table[city.Image]
    governance: Table[city.GovernanceItem]
    capacity: Table[city.CapacityMeasure]
    committee: Table[city.CommitteeMember]
    meetings: Table[city.Meeting]
    partnerships: Table[city.Partnership]
    priority_areas: Table[city.PriorityArea]
    revisions: Table[city.Revision]
    waivers: Table[city.Waiver]
    documents: Mapping[str, Document] = field(default_factory=dict)
    """Every other YAML file by its path in the folder."""
    cash_flows: Mapping[str, Table[city.CashFlow]] = field(default_factory=dict)
    sections: Mapping[str, Section] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()
    """Names of the files in images/."""

    @property
    def record(self) -> CityRecord:
        found: CityRecord = self.document.record
        return found

    @property
    def tables(self) -> tuple[Table[Any], ...]:
        return (
            self.sources, self.observations, self.context, self.targets, self.images,
            self.governance, self.capacity, self.committee, self.meetings, self.partnerships,
            self.priority_areas, self.revisions, self.waivers, *self.cash_flows.values(),
        )  # fmt: skip

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
        document = self.documents.get("approval.yml")
        return document.record if document is not None else None

    @property
    def is_approved(self) -> bool:
        return self.approval is not None and self.approval.state == "approved"

    def is_released(self, as_of: str) -> bool:
        """Return whether the city has approved its profile and no embargo holds on `as_of`."""
        approval = self.approval
        if approval is None or not self.is_approved:
            return False
        return approval.embargo is None or approval.embargo <= as_of

    @cached_property
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
    """Everything that was read. `labels` and `pages` by language and page id."""

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

    @property
    def record(self) -> PublicationRecord:
        found: PublicationRecord = self.document.record
        return found

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
    def recommendations(self) -> Mapping[str, LibraryRecommendation]:
        """The library of recommendations by id."""
        return self._library("recommendations")

    @cached_property
    def packages(self) -> Mapping[str, ProductPackage]:
        """The smart product packages by id."""
        return self._library("packages")

    def _library(self, folder: str) -> dict[str, Any]:
        return {
            name.removeprefix(f"{folder}/").removesuffix(".yml"): document.record
            for name, document in sorted(self.documents.items())
            if name.startswith(f"{folder}/")
        }

    @property
    def as_of_year(self) -> int:
        return int(self.record.as_of[:4])

    def profile_year(self, place: City) -> int:
        """Return the year of the situation that a profile describes."""
        return place.record.profile_year or self.as_of_year
