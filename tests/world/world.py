"""The folder `files/`: settings, tables and the templates of a city."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

import yaml

from generator.editing import demonstration

FILES = Path(__file__).resolve().parent / "files"
COUNTRIES = demonstration.HERE / "content/framework/countries.csv"

Row = Mapping[str, str]


@dataclass(frozen=True)
class World:
    """What `files/` holds. `settings` is `world.yml`; the templates of a city are by path.

    `countries` are those of the demonstration, then further ones.
    """

    settings: Mapping[str, Any]
    countries: Sequence[Row]
    ranges: Mapping[str, Row]
    breakdowns: Sequence[Row]
    targets: Sequence[Row]
    remarks: Mapping[tuple[str, str], str]
    tables: Mapping[str, Sequence[Row]]
    records: Mapping[str, Any]
    texts: Mapping[str, str]

    @property
    def years(self) -> range:
        """The years of every series; the last is the profile year."""
        last = int(self.settings["profile_year"])
        return range(last - int(self.settings["years"]) + 1, last + 1)


def load_world() -> World:
    """Return the folder `files/`."""
    city = _texts(FILES / "city")
    remarks = {(row["kind"], row["id"]): row["text"] for row in _rows("remarks.csv")}
    return World(
        settings=_yaml(_text("world.yml")),
        countries=[*parse_table(COUNTRIES.read_text("utf-8")), *_rows("countries.csv")],
        ranges={row["observable"]: row for row in _rows("ranges.csv")},
        breakdowns=_rows("breakdowns.csv"),
        targets=_rows("targets.csv"),
        remarks=remarks,
        tables={name: parse_table(text) for name, text in city.items() if name.endswith(".csv")},
        records={name: _yaml(text) for name, text in city.items() if name.endswith(".yml")},
        texts={name: text for name, text in city.items() if name.endswith(".md")},
    )


def parse_table(text: str) -> list[dict[str, str]]:
    """Return the rows of a CSV text by header."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def fill(value: Any, words: Mapping[str, str]) -> Any:
    """Return texts, lists and mappings with the words of a place in them."""
    if isinstance(value, str):
        return Template(value).substitute(words) if "$" in value else value
    if isinstance(value, Mapping):
        return {fill(key, words): fill(item, words) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [fill(item, words) for item in value]
    return value


def _yaml(text: str) -> Any:
    """Return a YAML text; every scalar stays text."""
    return yaml.load(text, Loader=yaml.CBaseLoader)


def _text(name: str) -> str:
    return (FILES / name).read_text(encoding="utf-8")


def _rows(name: str) -> list[dict[str, str]]:
    return parse_table(_text(name))


def _texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
