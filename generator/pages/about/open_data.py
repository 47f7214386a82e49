"""The page of the open data: what there is, how to use it, licence, how to cite.

Names of files are those that `outputs/open_data.py` writes; a test follows every link.
"""

from generator.model.result_tables import DATA_TABLES, SCORES
from generator.model.tables import Column
from generator.pages.page import Page, compose_old, old_entry
from generator.views.addresses import data_address
from generator.views.site import Site
from generator.views.values import View

FOLDER = "data"
FORMATS = ("csv", "json", "xlsx")
LISTS = ("index.json", "datapackage.json", "catalog.jsonld")


def compose_open_data(site: Site) -> Page:
    """Return the page that documents the data."""
    record = site.publication.record
    title = site.say("section.data")
    values = {
        "name": title,
        "tables": [table_view(site, name, columns) for name, columns in DATA_TABLES],
        "cities": [city_cells(site, city.id, city.record.name) for city in site.cities],
        "lists": [list_view(site, name) for name in LISTS],
        "base": f"{record.address.rstrip('/')}/data/" if record.address else f"{FOLDER}/",
        "example": example(site),
        "citation": citation(site),
    }
    return compose_old(
        site,
        "open-data.md.jinja",
        FOLDER,
        values,
        title=title,
        description=site.say("description.data"),
        section=FOLDER,
        search=(old_entry(FOLDER, title, site.say("kind.page")),),
    )


def table_view(site: Site, name: str, columns: tuple[Column, ...]) -> View:
    """Return a table over all cities: its file, what it holds, its columns."""
    return {
        "title": f"{name}.csv",
        "href": data_address(site, FOLDER, f"{name}.csv"),
        "text": site.say(f"data.{name}"),
        "caption": site.say("caption.columns", table=f"{name}.csv"),
        "columns": [[one.name, site.say(f"cell.{one.cell}"), one.about] for one in columns],
    }


def city_cells(site: Site, city: str, name: str) -> list[View]:
    """Return the row of a city: its name, and a link for each format."""
    links = [
        {"text": form.upper(), "href": data_address(site, FOLDER, f"cities/{city}.{form}")}
        for form in FORMATS
    ]
    return [{"text": name}, *links]


def list_view(site: Site, name: str) -> View:
    return {
        "title": name,
        "href": data_address(site, FOLDER, name),
        "text": site.say(f"data.{name.partition('.')[0]}"),
    }


def example(site: Site) -> View:
    """Return what the examples name: an indicator that most cities report, columns of a sheet."""
    results = site.results.values()

    def reported(name: str) -> int:
        return sum(one.observables[name].selection.value is not None for one in results)

    carriers = [key for key, one in site.publication.framework.observables.items()
                if one.carries_value]  # fmt: skip
    letters = {one.name: chr(ord("A") + at) for at, one in enumerate(SCORES.columns)}
    return {
        "id": max(carriers, key=reported),
        "name": letters["name"],
        "state": letters["state"],
    }


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


def city_downloads(site: Site, city: str, here: str) -> list[View]:
    """Return the files of a city for the macro `downloads`."""
    return [
        {
            "text": form.upper(),
            "href": data_address(site, here, f"cities/{city}.{form}"),
            "detail": site.say(f"download.city-{form}"),
        }
        for form in FORMATS
    ]


def indicator_downloads(site: Site, indicator: str, here: str) -> list[View]:
    """Return the files that hold an indicator for the macro `downloads`."""
    return [
        {
            "text": site.say("download.csv"),
            "href": data_address(site, here, f"indicators/{indicator}.csv"),
            "detail": site.say("download.indicator"),
        }
    ]
