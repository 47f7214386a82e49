"""What a publication is made from: every file with its SHA-256, as `sha256sum` tells it."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.model.edition_records import EDITIONS
from generator.problems import Problems
from generator.read.folders import list_files, relative

SHARED = ("content", "theme")
DEEP = 12
"""How many folders may lie within each other."""


def input_hashes(root: Path, cities: Iterable[str]) -> dict[str, str]:
    """Return the SHA-256 of every file of the content, of a theme of its own, and of some cities.

    Frozen editions are no inputs: they are made of them.
    """
    folders = [root / name for name in SHARED] + [root / "cities" / name for name in cities]
    return {relative(path, root): _hash(path) for path in sorted(_files(root, folders))}


def _files(root: Path, folders: Iterable[Path]) -> Iterator[Path]:
    yield from (path for path in [root / "mkdocs.yml"] if path.is_file())
    for folder in folders:
        if folder.is_dir():
            frozen = folder / EDITIONS
            paths = list_files(folder, root, Problems(), DEEP)
            yield from (path for path in paths if not path.is_relative_to(frozen))


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
