"""The tables that a publication carries within itself: the figures of its cities, as open data.

They are those of the website's data over all cities, with the rows of the cities told.
"""

from collections.abc import Iterator, Sequence

from generator.model.city_tables import CONTEXT, OBSERVATIONS, SOURCES
from generator.model.open_data_rating_tables import SCORES
from generator.outputs.data.data_cells import csv_bytes, csv_rows
from generator.outputs.data.data_tables import long_tables, rows_of_city
from generator.publications.document import Attachment
from generator.views.site import Site

ATTACHED = (SCORES, OBSERVATIONS, CONTEXT, SOURCES)
"""What the figures of a book can be checked by: ratings, values, context and sources."""


def attached_data(site: Site, records: Site, cities: Sequence[str]) -> Iterator[Attachment]:
    """Yield the tables of some cities by id, described in the language of `site`.

    `records`: the site in the language of the records, which data stand in.
    """
    publication = records.publication
    heads = long_tables(publication.framework)
    rows: dict[str, list[bytes]] = {}
    for name in cities:
        city, result = publication.cities[name], records.results[name]
        for table in rows_of_city(publication, city, result, records.undertakings[name]):
            rows.setdefault(table.name, []).append(csv_rows(table))
    for kind in ATTACHED:
        text = b"".join([csv_bytes(heads[kind.name]), *rows.get(kind.name, ())]).decode()
        yield Attachment(f"{kind.name}.csv", site.say(f"data.{kind.name}"), text)
