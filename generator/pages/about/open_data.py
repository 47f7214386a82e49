"""The page of the open data: what there is, how to use it, licence, how to cite."""

from generator.pages.page import Page, labelled, page
from generator.views import targets
from generator.views.city_groups import elsewhere
from generator.views.described_data import data_of_all
from generator.views.open_data import (
    citation,
    city_table,
    column_tables,
    example,
    file_table,
    list_items,
    table_items,
)
from generator.views.site import Site

FOLDER = "data"


def compose_open_data(site: Site) -> Page:
    """Return the page that documents the data."""
    address = site.publication.record.address
    head = labelled(site, "section.data", targets.page(FOLDER), FOLDER, described=data_of_all(site))
    return page(
        head,
        "open-data.md.jinja",
        tables=table_items(site),
        columns=column_tables(site),
        cities=city_table(site),
        elsewhere=elsewhere(site, "data"),
        files=file_table(site),
        lists=list_items(site),
        base=f"{address.rstrip('/')}/{FOLDER}/" if address else f"{FOLDER}/",
        example=example(site),
        citation=citation(site),
    )
