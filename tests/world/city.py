"""The folder of one city: its tables, records, prose, pictures and approval."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.editing.demonstration import HERE
from generator.model.files import CITY_FILES, kind_of
from generator.model.framework import Framework
from generator.read.approved_content import content_hash
from tests.world import figures
from tests.world.observations import Cells, Observations
from tests.world.places import Place
from tests.world.records import (
    is_taken,
    multiplied,
    record_text,
    records_of,
)
from tests.world.tables import columns_of, table_text, write
from tests.world.world import Row, World, fill

SOURCES, CITY, APPROVAL = "sources.csv", "city.yml", "approval.yml"
THIN_TABLES = ("context.csv",)
SHIPPED = HERE / "cities"


def write_city(folder: Path, world: World, place: Place, framework: Framework, seed: int) -> None:
    """Write the folder of a place."""
    observations = Observations(world, place, framework, seed)
    tables = dict(_tables(world, place)) | dict(_computed(observations))
    records = dict(records_of(world, place))
    records[CITY] |= fill(place.settings.get("record", {}), place.words)
    records[CITY]["procedure"] = list(_procedure(world, place))
    tables[SOURCES] = _cited(fill(world.tables[SOURCES], place.words), tables, records)
    for name, rows in tables.items():
        if rows:
            write(folder / name, table_text(_header(name), rows))
    for name, record in records.items():
        write(folder / name, record_text(record))
    if not place.thin:
        for name, text in world.texts.items():
            write(folder / name, fill(text, place.words))
        shutil.copytree(SHIPPED / place.model / "images", folder / "images")
    _write_approval(folder, world, place)


def _tables(world: World, place: Place) -> Iterator[tuple[str, list[Row]]]:
    """Yield the tables of the templates that a place has, with its rows of them."""
    for name, template in world.tables.items():
        if name == SOURCES or (place.thin and name not in THIN_TABLES):
            continue
        if not place.thin and not is_taken(place, name):
            continue
        rows = fill(template, place.words)
        if name.removesuffix(".csv") in world.settings["rotated"]:
            rows = _rotated(rows, place)
        yield name, [_sized(row, world, place) for each in rows for row in _yearly(each)]


def _procedure(world: World, place: Place) -> Iterator[dict[str, str]]:
    """Yield the steps of the procedure; what is done has its date and document."""
    for step, status in place.settings["procedure"].items():
        done = world.settings["steps_done"][step] if status == world.settings["done"] else {}
        yield {"step": step, "status": status, **done}


def _computed(observations: Observations) -> Iterator[tuple[str, list[Row]]]:
    """Yield the tables that follow from the rule of the figures."""
    own = () if observations.place.thin else figures.own(observations)
    yield "observations.csv", [*observations.rows(), *own]
    if observations.place.thin:
        yield "searched.csv", list(figures.searched(observations))
    else:
        yield "targets.csv", list(figures.targets(observations))
        yield "revisions.csv", list(figures.revisions(observations))
        yield "waivers.csv", list(figures.waivers(observations))
        yield "images.csv", _pictures(observations.world, observations.place)


def _rotated(rows: Sequence[Row], place: Place) -> list[Row]:
    """Return all rows but each `every`th, beginning elsewhere in each city; all if it is 1."""
    every = place.every
    return [row for at, row in enumerate(rows) if every == 1 or (at + place.number) % every]


def _yearly(row: Row) -> Iterator[Row]:
    """Yield a row of cash flows for each year of a span such as 2028-2042."""
    first, dash, last = row.get("year", "").partition("-")
    if not dash:
        yield row
        return
    for year in range(int(first), int(last) + 1):
        yield {**row, "year": str(year)}


def _sized(row: Row, world: World, place: Place) -> Cells:
    """Return a row whose amounts follow the size of the place."""
    scaled = world.settings["scaled"]
    return {
        key: multiplied(text, place.scale) if key in scaled and text else text
        for key, text in row.items()
    }


def _cited(
    sources: Sequence[Row], tables: Mapping[str, Sequence[Row]], records: Mapping[str, Any]
) -> list[Row]:
    """Return the sources that a table or a record names."""
    named = {cell for rows in tables.values() for row in rows for cell in row.values()}
    named.update(_texts(records))
    return [row for row in sources if row["source"] in named]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    else:
        yield str(value)


def _header(name: str) -> list[str]:
    kind = kind_of(name, CITY_FILES)
    assert kind is not None and kind.table is not None, name
    return columns_of(kind.table)


def _pictures(world: World, place: Place) -> list[Row]:
    return [fill(picture, place.words) for picture in world.settings["pictures"]]


def _write_approval(folder: Path, world: World, place: Place) -> None:
    """Write the approval, with the hash of the folder where the city has approved."""
    approval = place.settings.get("approval")
    if approval is None:
        return
    record = dict(approval)
    if record["state"] == "approved":
        record |= fill(world.settings["approval"], place.words)
        record["content"] = content_hash(folder, folder.parents[1])
    write(folder / APPROVAL, record_text(record))
