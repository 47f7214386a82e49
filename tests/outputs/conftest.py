"""The files of the open data of the shipped publication."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.assessment.advice.told_by_cities import told_of
from generator.outputs.data.city_points import FILE as POINTS
from generator.outputs.data.city_points import collection_of, point_of
from generator.outputs.data.data_cells import csv_rows
from generator.outputs.data.data_files import (
    DataFile,
    describing_files,
    file_of_indicator,
    files_of_city,
    long_file,
    schema_files,
)
from generator.outputs.data.data_tables import (
    long_tables,
    peer_tables,
    rows_by_indicator,
    rows_of_city,
)
from generator.outputs.data.sdmx_table import sdmx_table
from generator.views.site import Site

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def files(site: Site) -> dict[str, DataFile]:
    tables = (
        *long_tables(site.publication.framework).values(),
        sdmx_table(site.publication),
    )
    found = [*long_files(site), *_other_forms(site), *_own_files(site), *_indicator_files(site)]
    listed = [file.listed for file in found]
    found += schema_files(site.publication, tables)
    framework = site.publication.framework
    told = {name: told_of(framework, city) for name, city in site.publication.cities.items()}
    found += describing_files(site.publication, told, listed, {})
    return {file.path: file for file in found}


def _other_forms(site: Site) -> Iterator[DataFile]:
    publication, say = site.publication, site.language.label
    cities = [city for _, city in sorted(publication.cities.items())]
    rows = (csv_rows(sdmx_table(publication, city)) for city in cities)
    yield long_file(sdmx_table(publication), rows, say)
    points = (point_of(city, site.standings[city.id]) for city in cities)
    yield DataFile(POINTS, say("data.points"), collection_of(points))


def _own_files(site: Site) -> Iterator[DataFile]:
    for name, city in site.publication.cities.items():
        yield from files_of_city(site.publication, city, site.results[name])


def long_files(site: Site) -> Iterator[DataFile]:
    rows: dict[str, list[bytes]] = {}
    for name, city in sorted(site.publication.cities.items()):
        own = rows_of_city(site.publication, city, site.results[name], site.undertakings[name])
        for table in (*own, *peer_tables(site.compared.of(name))):
            rows.setdefault(table.name, []).append(csv_rows(table))
    for name, table in long_tables(site.publication.framework).items():
        yield long_file(table, rows.get(name, ()), site.language.label)


def _indicator_files(site: Site) -> Iterator[DataFile]:
    cities = site.publication.cities.values()
    rows = [rows_by_indicator(site.publication, city) for city in cities]
    for name in site.publication.framework.indicators:
        own = [csv_rows(one[name]).decode() for one in rows if name in one]
        yield file_of_indicator(site.publication, name, own)
