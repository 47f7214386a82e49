"""What has changed since it was published: every revision, the latest first, and the editions."""

from collections.abc import Iterator

from generator.frozen import dataclass
from generator.model.city_tables import OBSERVATIONS as KEY
from generator.model.city_tables import Revision
from generator.model.edition_records import EDITIONS, OBSERVATIONS, SCORES, Edition
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Link, Links
from generator.views.record_tables import named, reason_text
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.targets import Target

REVISED = "revisions"
"""The place of the revisions on the data page of a city."""


@dataclass(frozen=True, slots=True)
class Revised:
    """A revision of a figure of a city."""

    city: City
    row: Revision

    @property
    def target(self) -> Target:
        """Where the city tells of its revisions."""
        return targets.at(targets.tab(self.city.id, "data"), REVISED)


def revised(site: Site) -> list[Revised]:
    """Return the revisions of all cities that come out, the latest first."""
    rows = [Revised(city, row) for city in site.cities for row in city.revisions]
    rows.sort(key=lambda one: (one.city.id, one.row.table, one.row.key))
    return sorted(rows, key=lambda one: one.row.date, reverse=True)


def revision_log(site: Site) -> Table:
    """Return every revision: when, of which city, from what to what, and why."""
    columns: list[Column[Revised]] = [
        Column("date", site.say("revision.date"), lambda one: site.language.date(one.row.date)),
        Column("city", site.say("city"), lambda one: Link(one.city.record.name, one.target)),
        Column("figure", site.say("revision.figure"), lambda one: figure_text(site, one)),
        Column("old", site.say("revision.old"), lambda one: one.row.old or ""),
        Column("new", site.say("revision.new"), lambda one: one.row.new or ""),
        Column("reason", site.say("reason"), lambda one: reason_text(site, one.row)),
        Column("edition", site.say("revision.edition"), lambda one: one.row.edition or ""),
    ]
    return lay_out(site.say("caption.revisions"), columns, revised(site))


def figure_text(site: Site, one: Revised) -> str:
    """Return the name of a revised figure, with its period and of whom it is."""
    row, observables = one.row, site.publication.framework.observables
    first, *others = row.key.split("|")[: len(KEY.key) - KEY.omitted]
    if row.table != OBSERVATIONS or first not in observables:
        return named(site, one.city, row)
    return site.language.by_commas([observables[first].name, *others])


def edition_table(site: Site) -> Table:
    """Return the frozen editions, the newest first, each with its tables to take away."""
    columns: list[Column[Edition]] = [
        Column("edition", site.say("edition"), lambda one: one.name),
        Column(
            "date", site.say("edition.as-of"), lambda one: site.language.date(one.manifest.as_of)
        ),
        Column(
            "cities", site.say("edition.cities"), lambda one: str(_cities(site, one)), number=True
        ),
        Column("made", site.say("edition.made"), lambda one: _made(site, one)),
        Column("files", site.say("edition.files"), lambda one: Links(tuple(_files(site, one)))),
    ]
    return lay_out(site.say("caption.editions"), columns, site.publication.editions[::-1])


def _cities(site: Site, edition: Edition) -> int:
    """Return of how many cities that come out today an edition has figures."""
    return sum(city.id in edition.manifest.cities for city in site.cities)


def _made(site: Site, edition: Edition) -> str:
    manifest = edition.manifest
    return site.say("edition.made-by", tag=manifest.tag, generator=manifest.generator)


def _files(site: Site, edition: Edition) -> Iterator[Link]:
    for file, label in ((OBSERVATIONS, "edition.observations"), (SCORES, "edition.scores")):
        yield Link(site.say(label), targets.data_file(f"{EDITIONS}/{edition.name}/{file}"))


def last_change_text(site: Site, city: City) -> str:
    """Return since when the data of a city have stood as the newest edition has them."""
    if not site.publication.editions:
        return ""
    edition = site.publication.editions[-1]
    date = edition.manifest.cities.get(city.id)
    if date is None:
        return ""
    return site.say("revision.last-change", edition=edition.name, date=site.language.date(date))
