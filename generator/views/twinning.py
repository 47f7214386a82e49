"""The partnerships on record: of a city by level, and among the cities of the publication."""

from collections.abc import Iterator
from dataclasses import replace

from generator.frozen import dataclass
from generator.language.translated import names_in
from generator.model.governance_tables import Partnership
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Link, ListItem
from generator.views.linked_cells import source_cell
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.targets import NOWHERE


@dataclass(frozen=True, slots=True)
class Recorded:
    """A partnership, and the city whose file records it."""

    by: City
    row: Partnership


@dataclass(frozen=True, slots=True)
class Level:
    """The partnerships of a city at one of the levels of the mission."""

    title: str
    table: Table


def twinning_sentence(site: Site, city: City) -> str:
    """Return how many partnerships are recorded, and with how many countries."""
    rows = city.partnerships.rows
    if not rows:
        return site.say("lead.twinning-empty")
    countries = {row.country for row in rows if row.country}
    counted = site.say("count.country", n=len(countries))
    return site.say("lead.twinning", n=len(rows), countries=counted)


def partnership_levels(site: Site, city: City) -> Iterator[Level]:
    """Yield the levels of the mission at which a city has partnerships."""
    for level, title in site.publication.framework.words["partnership-level"].items():
        rows = [row for row in city.partnerships if row.level == level]
        if rows:
            yield Level(title, _partnerships(site, city, rows))


def _partnerships(site: Site, city: City, rows: list[Partnership]) -> Table:
    """Return partnerships by name without the columns that none fills.

    A form that all share is a hint.
    """
    names = names_in(site.publication, site.language.code)
    rows = sorted(rows, key=lambda row: site.language.order(names.get(row.partner, row.partner)))
    columns = _partnership_columns(site, city)
    forms = {row.kind for row in rows}
    shared = forms.pop() if len(forms) == 1 else None
    form = site.language.inside(_form(site, shared)) if shared else ""
    hint = site.say("twinning.all", form=form) if shared else ""
    kept = [column for column in columns if not (shared and column.name == "form")]
    return lay_out(site.say("caption.partnerships", n=len(rows)), kept, rows, hint).filled()


def _partnership_columns(site: Site, city: City) -> list[Column[Partnership]]:
    names = names_in(site.publication, site.language.code)

    def partner(row: Partnership) -> Link:
        known = row.partner_city in site.publication.cities
        name = names.get(row.partner) or site.in_english(row.partner)
        return Link(name, targets.city(row.partner_city or "") if known else NOWHERE)

    return [
        Column("partner", site.say("partner"), partner),
        Column(
            "country",
            site.say("country"),
            lambda row: site.country(row.country) if row.country else "",
        ),
        Column("form", site.say("form"), lambda row: _form(site, row.kind)),
        Column("status", site.say("status"), lambda row: _status(site, row)),
        Column("since", site.say("since"), lambda row: site.date(row.start)),
        Column("until", site.say("until"), lambda row: site.date(row.end)),
        Column("results", site.say("results"), lambda row: row.results or ""),
        Column("source", site.say("source"), lambda row: _source(site, city, row.source)),
    ]


def _form(site: Site, form: str | None) -> str:
    return site.word("partnership-kind", form or "")


def _status(site: Site, row: Partnership) -> str:
    return site.word("partnership-status", row.status or "")


def _source(site: Site, city: City, source: str) -> Link | str:
    """Return the link to a source; one that still has to be confirmed says so."""
    cell = source_cell(city, source)
    if isinstance(cell, Link) and city.source_of[source].is_to_confirm:
        return replace(cell, text=f"{cell.text} ({site.say('to-be-confirmed')})")
    return cell


def levels_without(site: Site, city: City) -> str:
    """Return the levels for which nothing is recorded, in a row."""
    recorded = {row.level for row in city.partnerships}
    levels = site.publication.framework.words["partnership-level"]
    without = (name for key, name in levels.items() if key not in recorded)
    return site.language.enumerate(map(site.language.inside, without))


def recorded_by_partners(site: Site, city: City) -> Table:
    """Return what other cities record of this one and its own file does not."""
    own = {(row.partner_city, row.level) for row in city.partnerships}
    rows = [
        Recorded(other, row)
        for other in site.cities
        for row in other.partnerships
        if row.partner_city == city.id and (other.id, row.level) not in own
    ]
    columns: list[Column[Recorded]] = [
        Column("partner", site.say("partner"), lambda one: twinning_link(one.by)),
        *_of_partnership(site),
    ]
    return lay_out(site.say("caption.by-partners"), columns, rows)


def pairs_table(site: Site) -> Table:
    """Return the partnerships among the cities; what both record once, as the first says it."""

    def partner(one: Recorded) -> Link:
        return twinning_link(site.publication.cities[one.row.partner_city or ""])

    columns: list[Column[Recorded]] = [
        Column("city", site.say("city"), lambda one: twinning_link(one.by)),
        Column("partner", site.say("partner"), partner),
        *(column for column in _of_partnership(site) if column.name != "status"),
    ]
    return lay_out(site.say("caption.pairs"), columns, _pairs(site))


def _pairs(site: Site) -> Iterator[Recorded]:
    seen = set()
    for city in site.cities:
        for row in city.partnerships:
            key = (row.level, row.kind, frozenset({city.id, row.partner_city}))
            if row.partner_city in site.publication.cities and key not in seen:
                seen.add(key)
                yield Recorded(city, row)


def _of_partnership(site: Site) -> tuple[Column[Recorded], ...]:
    return (
        Column(
            "level", site.say("level"), lambda one: site.word("partnership-level", one.row.level)
        ),
        Column("form", site.say("form"), lambda one: _form(site, one.row.kind)),
        Column("status", site.say("status"), lambda one: _status(site, one.row)),
        Column("since", site.say("since"), lambda one: site.date(one.row.start)),
        Column("results", site.say("results"), lambda one: one.row.results or ""),
    )


def twinning_link(city: City) -> Link:
    """Return a city with the page of its twinning."""
    return Link(city.record.name, targets.tab(city.id, "twinning"))


def cities_by_twinning(site: Site) -> list[ListItem]:
    """Return every city with the number of its partnerships; none if too many to list."""
    return [
        ListItem(
            city.record.name,
            targets.tab(city.id, "twinning"),
            text=site.say("caption.partnerships", n=len(city.partnerships.rows)),
        )
        for city in (() if site.is_large else site.cities)
    ]
