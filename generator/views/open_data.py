"""The open data: what there is, by table and by city, how to read and how to cite it.

Names of files are those that `outputs/data` writes; a test follows every link.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.frozen import dataclass
from generator.model.city_tables import CASH_FLOWS, OBSERVATIONS
from generator.model.open_data_rating_tables import SCORES
from generator.model.open_data_tables import DATA_TABLES, POINT
from generator.model.publication import City
from generator.model.tables import Column as DataColumn
from generator.model.tables import TableKind
from generator.views import targets
from generator.views.cell import Code, Link, ListItem
from generator.views.downloads import FORMATS
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out

LISTS: Mapping[str, str] = {
    "cities.geojson": "data.points",
    "sdmx/observations.csv": "data.sdmx",
    "sdmx/structure.xml": "data.sdmx-structure",
    "index.json": "data.index",
    "datapackage.json": "data.datapackage",
    "csv-metadata.json": "data.csv-metadata",
    "catalog.jsonld": "data.catalog",
}
"""Files for machines -> the label that says what each is."""


@dataclass(frozen=True, slots=True)
class Example:
    """What the examples name: an indicator that most cities report, columns of a sheet."""

    observable: str
    indicator: str
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
        ListItem(name, targets.data_file(name), text=site.say(label))
        for name, label in LISTS.items()
    ]


@dataclass(frozen=True, slots=True)
class FileKind:
    """Files of a kind: how their addresses are made, what they hold, which columns they have."""

    address: str
    about: str
    columns: str | Code


def file_table(site: Site) -> Table:
    """Return every kind of file below the data with its columns."""
    columns = [
        Column[FileKind]("address", site.say("data.address"), lambda row: Code(row.address)),
        Column[FileKind]("holds", site.say("data.holds"), lambda row: row.about),
        Column[FileKind]("columns", site.say("data.columns"), lambda row: row.columns),
    ]
    return lay_out(site.say("caption.data-files"), columns, _file_kinds(site))


def _file_kinds(site: Site) -> Iterator[FileKind]:
    def like(file: str) -> str:
        return site.say("data.columns-of", table=file)

    def named(kind: TableKind[Any]) -> Code:
        return Code(", ".join(one.name for one in kind.columns))

    for address, label, held in (
        ("{table}.csv", "data.kind-table", site.say("data.columns-below")),
        ("indicators/{indicator}.csv", "data.kind-indicator", like(f"{OBSERVATIONS.name}.csv")),
        ("cities/{city}.csv", "data.kind-city", like(f"{SCORES.name}.csv")),
        ("cities/{city}.json", "data.kind-city-json", ""),
        ("cities/{city}.xlsx", "data.kind-city-xlsx", ""),
        ("cities.geojson", "data.points", Code(", ".join(POINT))),
        ("sdmx/observations.csv", "data.sdmx", like("sdmx/structure.xml")),
        (f"{CASH_FLOWS.name}/{{city}}-{{project}}.csv", "data.kind-cash-flows", named(CASH_FLOWS)),
        ("editions/{edition}/", "data.kind-edition", ""),
        ("schema/", "data.schemas", ""),
    ):
        yield FileKind(address, site.say(label), held)


def column_tables(site: Site) -> list[Table]:
    """Return the columns of each table over all cities: name, kind, meaning."""
    columns = [
        Column[DataColumn]("column", site.say("column"), lambda row: Code(row.name)),
        Column[DataColumn]("kind", site.say("kind"), lambda row: site.say(f"cell.{row.cell}")),
        Column[DataColumn]("meaning", site.say("meaning"), lambda row: site.in_english(row.about)),
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
    most = max(carriers, key=reported)
    return Example(most, observables[most].indicator, letters["name"], letters["state"])


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
