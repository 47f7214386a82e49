"""Pages of several cities, and data over them: each a unit that rests on the parts it read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.making.made_units import Unit, grouped
from generator.making.page_files import write_pages
from generator.making.workshop import Assignment, Workshop, found_path, rows_path, workshop
from generator.outputs.data.data_cells import csv_rows
from generator.outputs.data.data_files import file_of_indicator, schema_files
from generator.outputs.data.data_tables import long_tables, peer_tables
from generator.outputs.data.sdmx_table import sdmx_table
from generator.outputs.site.compared_scripts import CITIES, cities_script
from generator.pages import compose_pages, targets_across, targets_of_city
from generator.views import targets
from generator.views.site import Pdf, Site
from generator.views.targets import Target

DATA, PEERS = "data:", "peers:"
"""Before the name of an indicator: its observations; before that of a city: its standing."""
TO_CHOOSE = "to-choose:"
"""Before a language: the names of all cities, for who compares some."""

SCHEMAS = "schemas"
"""The unit of the schemas of all data and of all files that editors write."""
METHODOLOGY = targets.page("methodology")
"""The page that has a publication of its own."""

COUNTRY = "country"
"""The kind of the pages of countries, each with a report of its own if it has profiles enough."""

HELD = 8_000_000
"""How much text of parts a process holds as records: characters, some fifteen bytes each."""


def units_of_city(shop: Workshop, city: str) -> Iterator[str]:
    """Yield the units that belong to a city and rest on others."""
    yield f"{PEERS}{city}"
    for code in shop.codes:
        for target in targets_of_city(city):
            yield f"{code}/{target}"


def units_across(shop: Workshop) -> Iterator[str]:
    """Yield the units that belong to no city."""
    yield SCHEMAS
    for indicator in shop.content.framework.indicators:
        yield f"{DATA}{indicator}"
    for code, site in shop.sites.items():
        yield f"{TO_CHOOSE}{code}"
        for target in targets_across(site):
            yield f"{code}/{target}"


def make_units(assignment: Assignment, names: Sequence[str]) -> list[Unit]:
    """Return the units of some names."""
    shop = workshop(assignment)
    made = []
    for name in names:
        shop.forget(above=HELD)
        with shop.notebook.taking() as reads:
            if name.startswith(DATA):
                unit = _indicator_data(shop, name)
            elif name == SCHEMAS:
                unit = _schemas(shop)
            elif name.startswith(PEERS):
                unit = _peer_data(shop, name)
            elif name.startswith(TO_CHOOSE):
                unit = _cities_to_choose(shop, name)
            else:
                unit = _page(shop, name)
            made.append(unit.resting_on(grouped(reads(), assignment.published)))
    return made


def _page(shop: Workshop, name: str) -> Unit:
    code, _, target = name.partition("/")
    site, files = shop.sites[code], {}
    published = _publication(shop, site, target) if shop.assignment.pdf else None
    if published is not None:
        volume, pdf = published
        files[f"site/{pdf.address}"] = shop.write(f"site/{pdf.address}", volume)
        site = replace(site, pdfs={target.partition(":")[2]: pdf})
    written = write_pages(shop, site, compose_pages(site, Target(target)))
    path = found_path(name)
    files |= {**written.files, path: shop.write(path, written.found.encode("utf-8"))}
    return Unit(name, (), files, written.pages)


def _publication(shop: Workshop, site: Site, target: str) -> tuple[bytes, Pdf] | None:
    """Return the publication that a page of several cities leads to; None without one."""
    kind, _, code = target.partition(":")
    if target != METHODOLOGY and kind != COUNTRY:
        return None
    from generator.making.publishing import publish_country, publish_methodology  # brings Typst

    root = shop.assignment.root
    return publish_country(root, site, code) if kind == COUNTRY else publish_methodology(root, site)


def _indicator_data(shop: Workshop, name: str) -> Unit:
    indicator, shelf = name.removeprefix(DATA), shop.shelf
    rows = (_rows_of(shop, city, indicator) for city in sorted(shelf.published()))
    file = file_of_indicator(shop.content, indicator, rows)
    path = f"site/data/{file.path}"
    return Unit(name, (), {path: shop.write(path, file.content)}, (), (file.listed,))


def _schemas(shop: Workshop) -> Unit:
    tables = (*long_tables(shop.content.framework).values(), sdmx_table(shop.content))
    files = schema_files(shop.shelf.publication, tables)
    written = ((f"site/data/{file.path}", file.content) for file in files)
    return Unit(SCHEMAS, (), {path: shop.write(path, content) for path, content in written})


def _cities_to_choose(shop: Workshop, name: str) -> Unit:
    code = name.removeprefix(TO_CHOOSE)
    path = f"{shop.prefix(code)}{CITIES}"
    script = cities_script(shop.sites[code])
    return Unit(name, (), {path: shop.write(path, script.encode("utf-8"))})


def _rows_of(shop: Workshop, city: str, indicator: str) -> str:
    try:
        return str(shop.shelf.part(city, f"rows/{indicator}"))
    except KeyError:
        return ""


def _peer_data(shop: Workshop, name: str) -> Unit:
    city = name.removeprefix(PEERS)
    site = shop.sites[shop.codes[0]]
    tables = peer_tables(site.compared.of(city))
    rows = {rows_path(table.name, city): csv_rows(table) for table in tables if table.rows}
    return Unit(name, (), {path: shop.write(path, text) for path, text in rows.items()})
