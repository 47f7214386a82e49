"""The open data: what there is, by table and by city, how to read and how to cite it.

Names of files are those that `outputs/data` writes; a test follows every link.
"""

from dataclasses import dataclass

from generator.model.open_data_rating_tables import SCORES
from generator.model.open_data_tables import DATA_TABLES
from generator.model.publication import City
from generator.model.tables import Column as DataColumn
from generator.views import targets
from generator.views.cell import Link, ListItem
from generator.views.downloads import FORMATS
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out

LISTS = ("index.json", "datapackage.json", "catalog.jsonld")


@dataclass(frozen=True, slots=True)
class Example:
    """What the examples name: an indicator that most cities report, columns of a sheet."""

    observable: str
    name: str
    state: str


def table_items(site: Site) -> list[ListItem]:
    """Return the tables over all cities with what each holds."""
    return [
        ListItem(f"{name}.csv", targets.data_file(f"{name}.csv"), text=site.say(f"data.{name}"))
        for name, _ in DATA_TABLES
    ]


def list_items(site: Site) -> list[ListItem]:
    """Return the lists of all files, for machines."""
    return [
        ListItem(name, targets.data_file(name), text=site.say(f"data.{name.partition('.')[0]}"))
        for name in LISTS
    ]


def column_tables(site: Site) -> list[Table]:
    """Return the columns of each table over all cities: name, kind, meaning."""
    columns = [
        Column[DataColumn]("column", site.say("column"), lambda row: row.name),
        Column[DataColumn]("kind", site.say("kind"), lambda row: site.say(f"cell.{row.cell}")),
        Column[DataColumn]("meaning", site.say("meaning"), lambda row: row.about),
    ]
    return [
        lay_out(site.say("caption.columns", table=f"{name}.csv"), columns, described)
        for name, described in DATA_TABLES
    ]


def city_table(site: Site) -> Table:
    """Return the cities, each with a link for each format; none if they are too many to list."""
    columns = [
        Column[City]("city", site.say("city"), lambda city: Link(city.record.name)),
        *(_format_column(form) for form in FORMATS),
    ]
    return lay_out(site.say("caption.data-by-city"), columns, () if site.is_large else site.cities)


def _format_column(form: str) -> Column[City]:
    def file(city: City) -> Link:
        return Link(form.upper(), targets.data_file(f"cities/{city.id}.{form}"))

    return Column(form, form.upper(), file)


def example(site: Site) -> Example:
    """Return what the examples name."""
    standings = site.standings.values()

    def reported(name: str) -> int:
        return sum(one.indicators[name].is_reported for one in standings)

    observables = site.publication.framework.observables
    carriers = [key for key in site.publication.framework.indicators
                if observables[key].carries_value]  # fmt: skip
    letters = {one.name: chr(ord("A") + at) for at, one in enumerate(SCORES.columns)}
    return Example(max(carriers, key=reported), letters["name"], letters["state"])


def citation(site: Site) -> str:
    """Return how to cite the data: publisher, title, edition, date, licence."""
    record = site.publication.record
    return site.say(
        "data.citation",
        publisher=record.contact.name if record.contact else record.title,
        title=record.title,
        edition=record.edition,
        date=site.language.date(record.as_of),
        licence=record.licence.content,
    )
