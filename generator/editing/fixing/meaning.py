"""Whether a text with pieces replaced reads as it did, but for these, and these as they are meant.

A piece is held against a mark of letters at its place: what the reader makes of the text must be
the same with both, and whatever stands in other records or keys must be what it was.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import yaml

from generator.editing.fixing.source_text import NotThere, SourceText
from generator.problems import Problems, Replacement
from generator.read.csv_records import read_records
from generator.read.yaml_nodes import read_yaml

Place = tuple[Any, ...]
"""Line and number of a cell, or the path of keys of a text."""


def reads_as_meant(file: str, source: SourceText, pieces: Sequence[Replacement]) -> bool:
    """Return whether a text reads as it is meant to once its pieces are replaced."""
    values, meaning = (_cells, _cell) if file.endswith(".csv") else (_scalars, _scalar)
    sign = "q"
    while sign in source.text:
        sign += "q"
    marks = {f"{sign}{number}x": piece for number, piece in enumerate(pieces)}
    try:
        marked = source.replaced(replace(piece, new=mark) for mark, piece in marks.items())
        written = source.replaced(pieces)
    except NotThere:
        return False
    before, between, after = (values(one.text) for one in (source, marked, written))
    if between is None or after is None:
        return False
    meant = {mark: meaning(piece.new) for mark, piece in marks.items()}
    wanted = {_filled(place, meant): meant.get(text, text) for place, text in between.items()}
    touched = {piece.line for piece in pieces}
    kept = {place: text for place, text in between.items() if not _is_marked(place, text, meant)}
    return wanted == after and (before is None or _same(before, kept, touched, file))


def _same(
    before: Mapping[Place, str], kept: Mapping[Place, str], touched: set[int], file: str
) -> bool:
    """Return whether what is not replaced was read so before; lines of a table stay whole."""
    if file.endswith(".csv"):
        kept = {place: text for place, text in kept.items() if place[0] not in touched}
    return all(before.get(place) == text for place, text in kept.items())


def _is_marked(place: Place, text: str, meant: Mapping[str, str]) -> bool:
    return text in meant or any(part in meant for part in place)


def _filled(place: Place, meant: Mapping[str, str]) -> Place:
    return tuple(meant.get(part, part) if isinstance(part, str) else part for part in place)


def _cells(text: str) -> Mapping[Place, str] | None:
    """Return every cell of a table by line and number."""
    records = read_records(tuple(text.split("\n")), ",", lambda code, line: None)
    return {
        (record.line, number): cell.strip()
        for record in records
        for number, cell in enumerate(record.cells, start=1)
    }


def _cell(written: str) -> str:
    return next(csv.reader([written or '""']))[0].strip()


def _scalars(text: str) -> Mapping[Place, str] | None:
    """Return every text of a YAML file by its path of keys; None if the file cannot be read."""
    lines = text.split("\n")
    if lines[0].strip() == "---" and "---" in lines[1:]:
        text = "\n".join(lines[1 : lines.index("---", 1)])  # the head of a section
    problems = Problems()
    tree = read_yaml(text, "", problems)
    return None if tree is None or not tree.whole else dict(_flat((), tree.content))


def _flat(path: Place, content: Any) -> Iterator[tuple[Place, str]]:
    if isinstance(content, dict):
        for key, value in content.items():
            yield from _flat((*path, key), value)
    elif isinstance(content, list):
        for number, value in enumerate(content):
            yield from _flat((*path, number), value)
    else:
        yield path, "" if content is None else content


def _scalar(written: str) -> str:
    return str(yaml.load(written, Loader=yaml.BaseLoader) or "")
