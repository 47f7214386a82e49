"""The page of the open data: what there is, how to use it, licence, how to cite."""

from dataclasses import dataclass

from generator.pages.page import Head, Page
from generator.views import targets
from generator.views.cell import ListItem
from generator.views.open_data import (
    Example,
    citation,
    city_table,
    column_tables,
    example,
    list_items,
    table_items,
)
from generator.views.site import Site
from generator.views.table import Table

FOLDER = "data"


@dataclass(frozen=True, slots=True)
class OpenData:
    """What the page shows; `base` is the address of the folder of the data in the examples."""

    tables: list[ListItem]
    columns: list[Table]
    cities: Table
    lists: list[ListItem]
    base: str
    example: Example
    citation: str


def compose_open_data(site: Site) -> Page:
    """Return the page that documents the data."""
    address = site.publication.record.address
    head = Head(
        target=targets.page(FOLDER),
        name=site.say("section.data"),
        description=site.say("description.data"),
        section=FOLDER,
        kind="kind.page",
    )
    view = OpenData(
        tables=table_items(site),
        columns=column_tables(site),
        cities=city_table(site),
        lists=list_items(site),
        base=f"{address.rstrip('/')}/{FOLDER}/" if address else f"{FOLDER}/",
        example=example(site),
        citation=citation(site),
    )
    return Page(head, "open-data.md.jinja", view)
