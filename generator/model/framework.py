"""The framework: indicators, areas, benchmarks, policy, and what is looked up in them."""

from collections.abc import Mapping
from functools import cached_property

from generator.frozen import dataclass
from generator.model import city_tables as city
from generator.model import framework_tables as tables
from generator.model import usage_tables as usage
from generator.model.framework_records import IndicatorRecord
from generator.model.hierarchy import DEFAULT_WEIGHTS, Branch
from generator.model.observables import Observable, observable_of
from generator.model.policy_records import RatingPolicy
from generator.model.records import Document
from generator.model.relation_table import Relation
from generator.model.tables import Table


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
    relations: Table[Relation]
    countries: Table[tables.Country]
    country_aliases: Table[usage.CountryAlias]
    flags: Table[usage.Flag]
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
    def goalposts_of(self) -> Mapping[str, tuple[tables.Goalpost, ...]]:
        """The rows of goalposts of each observable, in order."""
        found: dict[str, list[tables.Goalpost]] = {}
        for row in self.goalposts:
            found.setdefault(row.observable, []).append(row)
        return {observable: tuple(rows) for observable, rows in found.items()}

    @cached_property
    def groups_of(self) -> Mapping[str, tuple[str, ...]]:
        """The groups of each country."""
        return {row.country: row.groups for row in self.countries}

    def target_of(self, observable: str, country: str) -> tables.Goalpost | None:
        """Return what is asked of the cities of a country: a target, or yes."""
        return self._benchmark(observable, country, (tables.TARGET, tables.YES_NO))

    def leading_of(self, observable: str, country: str) -> tables.Goalpost | None:
        """Return the leading and the trailing cities that those of a country are set beside."""
        return self._benchmark(observable, country, (tables.LEADING_CITIES,))

    def has_benchmark(self, observable: str, families: tuple[str, ...]) -> bool:
        """Return whether an observable, or a data point of it, has one in some country."""
        return not self._families_of.get(observable, set()).isdisjoint(families)

    @cached_property
    def _families_of(self) -> Mapping[str, set[str]]:
        """The families of benchmarks of each observable, those of its data points among them."""
        found: dict[str, set[str]] = {}
        for row in self.goalposts:
            if row.states_benchmark:
                for name in (row.observable, row.observable.partition(".")[0]):
                    found.setdefault(name, set()).add(row.family)
        return found

    def _benchmark(
        self, observable: str, country: str, families: tuple[str, ...]
    ) -> tables.Goalpost | None:
        """Return the row of a family; one for a group of countries goes before one for all."""
        groups: tuple[str | None, ...] = (*self.groups_of.get(country, ()), None)
        rows = [
            row
            for row in self.goalposts_of.get(observable, ())
            if row.family in families and row.applies in groups
        ]
        return min(rows, key=lambda row: groups.index(row.applies), default=None)

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
    def unit_by_alias(self) -> Mapping[str, tables.Unit]:
        """The units by their other spellings, in small letters."""
        return {alias.casefold(): row for row in self.units for alias in row.aliases}

    def is_in_unit(self, unit: str | None, wanted: str | None) -> bool:
        """Return whether a figure is in the unit that is wanted, in any spelling, or in none."""
        if not unit or not wanted or unit == wanted:
            return True
        meant = self.unit_by_alias.get(unit.casefold())
        return unit not in self.unit_of and meant is not None and meant.unit == wanted

    @cached_property
    def flag_of(self) -> Mapping[str, usage.Flag]:
        return {row.flag.casefold(): row for row in self.flags}

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
