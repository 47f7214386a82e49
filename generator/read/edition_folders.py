"""The frozen editions of a publication: their figures by city, their scores, their manifests."""

from collections.abc import Mapping
from typing import Any

from generator.model.edition_records import (
    EDITIONS,
    FROZEN_FIGURES,
    MANIFEST,
    OBSERVATIONS,
    SCORES,
    Edition,
    FrozenFigure,
)
from generator.model.tables import Table
from generator.problems import Code, Place, Problems
from generator.read.folder_contents import FolderContents
from generator.read.folders import read_text, relative


def read_editions(contents: FolderContents, problems: Problems) -> tuple[Edition, ...]:
    """Return the editions in `content/`, the oldest first; one without its files is named."""
    found = []
    for name in _names(contents):
        document = contents.documents.get(f"{EDITIONS}/{name}/{MANIFEST}")
        missing = [
            file for file in (MANIFEST, OBSERVATIONS, SCORES) if not _has(contents, name, file)
        ]
        for file in missing:
            path = contents.folder / EDITIONS / name / file
            problems.add(Code.FILE_MISSING, Place(relative(path, contents.root)), "", file)
        if document is not None and not missing:
            figures = contents.table(FROZEN_FIGURES, f"{EDITIONS}/{name}/{OBSERVATIONS}")
            scores = _scores(contents, name, problems)
            found.append(Edition(name, document.record, _by_city(figures), scores))
    return tuple(sorted(found, key=lambda edition: (edition.manifest.as_of, edition.name)))


def _names(contents: FolderContents) -> list[str]:
    files = (*contents.tables, *contents.documents, *contents.torn, *contents.others)
    parts = (file.split("/") for file in files if file.startswith(f"{EDITIONS}/"))
    return sorted({name for _, name, _ in parts})


def _has(contents: FolderContents, name: str, file: str) -> bool:
    path = f"{EDITIONS}/{name}/{file}"
    places: tuple[Mapping[str, Any], ...] = (
        contents.tables, contents.documents, contents.torn, contents.others,
    )  # fmt: skip
    return any(path in place for place in places)


def _scores(contents: FolderContents, name: str, problems: Problems) -> str:
    path = contents.others[f"{EDITIONS}/{name}/{SCORES}"]
    return read_text(path, contents.root, problems) or ""


def _by_city(figures: Table[FrozenFigure]) -> Mapping[str, tuple[FrozenFigure, ...]]:
    found: dict[str, list[FrozenFigure]] = {}
    for row in figures:
        found.setdefault(row.city, []).append(row)
    return {city: tuple(rows) for city, rows in found.items()}
