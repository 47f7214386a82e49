"""The figures of a city by women and men, by age and by district, in all their years."""

from collections.abc import Iterable

from generator.assessment.rating.selection import is_headline
from generator.frozen import dataclass
from generator.model.city_tables import Observation
from generator.model.observables import Observable
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Cell, Missing, ValueCell
from generator.views.site import Site
from generator.views.table import Column, Table, group_of, heads_of
from generator.views.units import unit_label
from generator.views.values import full_name, value_view


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a city, or of those who live in it, with its figures by period."""

    name: str
    observable: Observable
    figures: dict[str, Observation]


def part_name(site: Site, row: Observation) -> str:
    """Return of whom or where a figure speaks; "" if of the whole city."""
    sex = site.word("sex", row.sex) if row.sex else ""
    others = (site.in_english(text or "") for text in (row.age, row.district))
    return site.language.by_commas((sex, *others))


def breakdown_table(site: Site, city: City) -> Table:
    """Return the figures of all parts, under the name of what they measure; a column a period.

    Women and men stand in the order of their vocabulary, others in that of the file.
    """
    rows = [row for row in city.observations if not is_headline(row)]
    columns = [Column[Part]("part", site.say("breakdown.part"), lambda part: part.name)]
    columns += [_column(site, period) for period in sorted({_period(row) for row in rows})]
    groups = []
    for name, result in site.results[city.id].observables.items():
        parts = _parts(site, result.observable, (row for row in rows if row.observable == name))
        if parts:
            title = f"{full_name(site, result)} ({unit_label(site, result.observable.unit)})"
            page = targets.indicator(result.observable.indicator)
            groups.append(group_of(columns, parts, title, page))
    return Table(site.say("caption.breakdowns"), heads_of(columns), tuple(groups))


def _column(site: Site, period: str) -> Column[Part]:
    def figure(part: Part) -> Cell:
        row = part.figures.get(period)
        if row is None:
            return ""
        value = value_view(site, row, part.observable)
        return ValueCell(value, ("number",)) if value.number else Missing(value.missing)

    return Column(f"period-{period}", period or site.say("period-not-stated"), figure, number=True)


def _period(row: Observation) -> str:
    return str(row.period or "")


def _parts(site: Site, observable: Observable, rows: Iterable[Observation]) -> list[Part]:
    order = list(site.publication.framework.words["sex"])
    found: dict[str, Part] = {}
    for row in sorted(rows, key=lambda one: order.index(one.sex) if one.sex else len(order)):
        part = found.setdefault(part_name(site, row), Part(part_name(site, row), observable, {}))
        part.figures.setdefault(_period(row), row)
    return list(found.values())
