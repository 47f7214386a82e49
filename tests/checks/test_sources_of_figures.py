"""Every figure of the shipped cities can be followed to a source that is old enough to know it.

Read with the csv module, not with the program.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

Row = dict[str, str]

WITHOUT_ADDRESS = {"city-record", "encyclopedia"}
"""Kinds of source whose kind is the reason why no address stands there."""


TABLES = ("observations", "context")


def rows(file: Path) -> list[Row]:
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def figures(checkout: Path) -> Iterator[tuple[str, Row, dict[str, Row]]]:
    """Yield each figure with its place and the sources of its city."""
    for folder in sorted(path for path in (checkout / "cities").iterdir() if path.is_dir()):
        sources = {row["source"]: row for row in rows(folder / "sources.csv")}
        for table in TABLES:
            for line, row in enumerate(rows(folder / f"{table}.csv"), start=2):
                yield f"{folder.name}/{table}.csv:{line}", row, sources


def test_every_figure_has_a_source(checkout: Path) -> None:
    missing = [at for at, row, sources in figures(checkout) if row["source"] not in sources]
    assert not missing


def test_every_source_has_an_address_or_a_reason(checkout: Path) -> None:
    nowhere = {
        f"{at.partition('/')[0]}: {row['source']}"
        for at, row, sources in figures(checkout)
        if not sources[row["source"]]["url"]
        and sources[row["source"]]["kind"] not in WITHOUT_ADDRESS
    }
    assert not nowhere


def test_no_figure_is_younger_than_its_source(checkout: Path) -> None:
    too_young = [
        f"{at}: {period} from a source of {year}"
        for at, row, sources in figures(checkout)
        if (period := row["period"])
        and (year := sources[row["source"]]["year"])
        and period[-4:] > year
    ]
    assert not too_young
