"""The folder `content/`: what is shipped, with the invented countries, texts and programme."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator import resources
from generator.editing.demonstration.places import Place
from generator.editing.demonstration.tables import columns_of, table_text, write
from generator.editing.demonstration.world import World, fill, parse_table
from generator.model.files import CONTENT_FILES, kind_of
from generator.model.framework_tables import COUNTRIES

COUNTRIES_FILE = "framework/countries.csv"
SHIPPED = (
    "framework", "labels", "pages", "recommendations", "packages", "practices",
    "reference-projects.csv",
)  # fmt: skip
"""What is taken over from the shipped content, where it is there."""


def write_content(folder: Path, world: World, places: list[Place], countries: int) -> None:
    """Write `content/` and the README of the folder.

    A table of the demonstration goes below the rows of the shipped one of the same name.
    """
    shipped = resources.find("content", resources.PACKAGE)
    content = folder / "content"
    for name in SHIPPED:
        _copy(shipped / name, content / name)
    words = _words(places)
    for name, text in world.content.items():
        if name.endswith(".csv"):
            rows = [fill(row, words) for row in parse_table(text)]
            _add_rows(content / name, name, rows)
        else:
            write(content / name, fill(text, words))
    invented = [_country(world, row) for row in world.settings["countries"][:countries]]
    _add_rows(content / COUNTRIES_FILE, COUNTRIES_FILE, invented)
    write(folder / "README.md", fill(world.readme, words))


def _copy(path: Path, target: Path) -> None:
    if path.is_dir():
        shutil.copytree(path, target)
    elif path.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def _words(places: list[Place]) -> dict[str, str]:
    """Return the words of the first two cities."""
    words: dict[str, str] = {}
    for role, place in zip(("first", "second"), places[:2], strict=True):
        words[role] = place.words["city"]
        words[f"{role}_id"] = place.id
        words[f"{role}_code"] = place.words["code"]
        words[f"{role}_country"] = place.words["country"]
    return words


def _add_rows(path: Path, name: str, rows: Sequence[Mapping[str, str]]) -> None:
    kind = kind_of(name, CONTENT_FILES)
    assert kind is not None and kind.table is not None, name
    header, former = columns_of(kind.table), []
    if path.is_file():
        lines = path.read_text(encoding="utf-8")
        former = parse_table(lines)
    write(path, table_text(header, [*former, *rows]))


def _country(world: World, row: Mapping[str, Any]) -> dict[str, str]:
    settings = world.settings
    own = dict(row)
    own["region"], own["currency"] = settings["region"], settings["currency"]
    return {key: own.get(key, "") for key in columns_of(COUNTRIES)}
