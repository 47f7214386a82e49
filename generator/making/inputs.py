"""What a build is made from: every input with its checksum, known from its state on the disk.

A file whose size and times are those of the former build is not read. One that was changed while
the former build ran, so that its times cannot tell, is.
"""

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator import resources
from generator.frozen import dataclass
from generator.making.installed import libraries
from generator.summary.part_files import checksum_of

CITIES = "cities/"
GENERATOR = "generator"
STAND_INS = ("labels", "framework")
"""What of the shipped content stands in for what a publication lacks."""


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it stood: size in bytes, times of its last change in ns, checksum."""

    size: int
    modified: int
    changed: int
    checksum: str


UNKNOWN = FileState(-1, 0, 0, "")
"""Stands for a file of which it is not known what was read."""

Inputs = Mapping[str, FileState]
"""Every input by its path from the root; what the package ships stands under the same names."""


def take_stock(root: Path, former: Inputs, settled: int) -> dict[str, FileState]:
    """Return the state of every input.

    `settled` is the time of the former stock in ns: what was changed later is read again.
    """
    places = {
        "content": root / "content",
        "cities": root / "cities",
        "theme": resources.find("theme", root),
        "mkdocs.yml": resources.find("mkdocs.yml", root),
        GENERATOR: resources.PACKAGE,
        **{name: resources.shipped(name) for name in resources.ABOUT_SECURITY},
    }
    for name in STAND_INS:
        shipped = resources.shipped(f"content/{name}")
        if shipped.resolve() != (root / "content" / name).resolve():
            places[name] = shipped
    found: dict[str, FileState] = {}
    for name, place in places.items():
        for file, now, path in _files(name, place):
            found[file] = _state(now, path, former.get(file), settled)
    return found


def settle(root: Path, inputs: Inputs) -> dict[str, FileState]:
    """Return inputs after they were read: of one that has changed meanwhile nothing is known."""
    now = take_stock(root, inputs, sys.maxsize)
    return {
        file: state if inputs.get(file) == now.get(file) else UNKNOWN
        for file, state in {**inputs, **now}.items()
    }


def _files(name: str, place: Path) -> Iterator[tuple[str, os.stat_result, str]]:
    """Yield name, state and path of every file below a place, links among them."""
    if place.is_file():
        yield name, place.stat(), str(place)
        return
    with os.scandir(place) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if not entry.is_dir(follow_symlinks=False):
                state = entry.stat(follow_symlinks=False)
                yield f"{name}/{entry.name}", state, entry.path
            elif entry.name != "__pycache__" or not name.startswith(GENERATOR):
                yield from _files(f"{name}/{entry.name}", Path(entry.path))


def _state(now: os.stat_result, path: str, known: FileState | None, settled: int) -> FileState:
    times = (now.st_size, now.st_mtime_ns, now.st_ctime_ns)
    if (
        known is not None
        and times == (known.size, known.modified, known.changed)
        and (max(known.modified, known.changed) < settled)
    ):
        return known
    if stat.S_ISLNK(now.st_mode):
        return FileState(*times, f"link to {Path(path).readlink()}")
    return FileState(*times, checksum_of(Path(path).read_bytes()))


def recipe(inputs: Inputs, pdf: bool) -> str:
    """Return the checksum of all that every file of a build depends on: all but the cities."""
    lines = [f"{path} {state.checksum}" for path, state in inputs.items()
             if not path.startswith(CITIES)]  # fmt: skip
    fonts = [f"font {checksum_of(file.read_bytes())}" for file in resources.added_fonts()]
    return checksum_of("\n".join([*lines, *libraries(), *fonts, f"pdf {pdf}"]).encode())


def files_of_cities(inputs: Inputs) -> dict[str, dict[str, str]]:
    """Return the checksum of every file of every city, by city and path in its folder."""
    found: dict[str, dict[str, str]] = {}
    for path, state in inputs.items():
        if path.startswith(CITIES):
            city, _, name = path.removeprefix(CITIES).partition("/")
            if name:
                found.setdefault(city, {})[name] = state.checksum
    return found
