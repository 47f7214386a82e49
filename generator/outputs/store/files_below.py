"""The files below a folder: how they stand, and what another folder takes over of them.

No file is ever written again where it stands: another folder may hold it as well, by a link.
"""

import contextlib
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.outputs.store.output_folder import MARKER

States = Mapping[str, os.stat_result]
"""How files stand, by path from their folder, with `/`; without the marker of a build."""


def states_below(folder: Path) -> dict[str, os.stat_result]:
    """Return the state of every file below a folder, links among them."""
    found: dict[str, os.stat_result] = {}
    _add_states(str(folder), "", found)
    found.pop(MARKER, None)
    return found


def states_of(folder: Path, paths: Iterable[str]) -> dict[str, os.stat_result]:
    """Return the state of some files below a folder; of one that is not there, none."""
    found: dict[str, os.stat_result] = {}
    for path in paths:
        with contextlib.suppress(FileNotFoundError):
            found[path] = os.lstat(f"{folder}/{path}")
    return found


def _add_states(folder: str, prefix: str, found: dict[str, os.stat_result]) -> None:
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            _add_states(entry.path, f"{prefix}{entry.name}/", found)
        else:
            found[prefix + entry.name] = entry.stat(follow_symlinks=False)


def keep_only(folder: Path, wanted: States) -> States:
    """Delete all below a folder but its marker and the very files of `wanted`; return these.

    A file is the same if its number, size and time of change are. Folders left empty go too.
    """
    kept: dict[str, os.stat_result] = {}
    _keep(str(folder), "", {**wanted, MARKER: (folder / MARKER).lstat()}, kept)
    kept.pop(MARKER, None)
    return kept


def _keep(folder: str, prefix: str, wanted: States, kept: dict[str, os.stat_result]) -> bool:
    """Return whether anything is left."""
    before = len(kept)
    for entry in list(os.scandir(folder)):
        path = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            if not _keep(entry.path, f"{path}/", wanted, kept):
                Path(entry.path).rmdir()
        elif _is_same(state := entry.stat(follow_symlinks=False), wanted.get(path)):
            kept[path] = state
        else:
            Path(entry.path).unlink()
    return len(kept) > before


def _is_same(one: os.stat_result, other: os.stat_result | None) -> bool:
    return (
        other is not None
        and (one.st_ino, one.st_size) == (other.st_ino, other.st_size)
        and one.st_mtime_ns == other.st_mtime_ns
    )


def link_all(source: Path, target: Path, paths: Iterable[str]) -> None:
    """Give files a second name below another folder; copy them where the file system cannot."""
    for path in _with_folders(target, paths):
        _link(f"{source}/{path}", f"{target}/{path}")


def move_all(source: Path, target: Path, paths: Iterable[str]) -> None:
    """Move files to where they stand below another folder."""
    for path in _with_folders(target, paths):
        (source / path).rename(target / path)


def _with_folders(target: Path, paths: Iterable[str]) -> Iterable[str]:
    """Yield paths in order, each when its folder stands."""
    made: set[str] = set()
    for path in sorted(paths):
        folder = path.rpartition("/")[0]
        if folder not in made:
            (target / folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        yield path


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
