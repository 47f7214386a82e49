"""The frozen editions as downloads: what each published, of the cities that come out today."""

from collections.abc import Collection, Iterable, Iterator

from generator.model.edition_records import EDITIONS, FROZEN_FIGURES, OBSERVATIONS, SCORES, Edition
from generator.outputs.data.data_cells import csv_bytes
from generator.outputs.data.data_tables import extract_of


def edition_files(
    editions: Iterable[Edition], published: Collection[str]
) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of the tables of each edition.

    A city that is under embargo now, or has no folder any more, is left out.
    """
    for edition in editions:
        figures = (edition.figures.get(city, ()) for city in sorted(published))
        rows = [row for one in figures for row in one]
        yield (
            f"{EDITIONS}/{edition.name}/{OBSERVATIONS}",
            csv_bytes(extract_of(FROZEN_FIGURES, rows)),
        )
        yield f"{EDITIONS}/{edition.name}/{SCORES}", _scores(edition.scores, published)


def _scores(text: str, published: Collection[str]) -> bytes:
    """Return the rows of the cities that come out; the city is the first cell of a line."""
    header, *rows = text.splitlines(keepends=True) or [""]
    kept = (row for row in rows if row.partition(",")[0] in published)
    return "".join([header, *kept]).encode()
