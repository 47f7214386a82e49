"""A published site held against its manifest: what was changed, is missing, or is foreign.

Its publications can be held against those that an edition froze.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.frozen import dataclass
from generator.outputs.store.site_manifest import MANIFEST, read_manifest, sha256_of

CHANGED, MISSING, FOREIGN, LINK, UNREAD = "changed", "missing", "foreign", "link", "unread"


@dataclass(frozen=True)
class Verified:
    """How many files a manifest lists, its own SHA-256, and what is wrong: kind and path."""

    files: int
    manifest: str
    faults: tuple[tuple[str, str], ...]


def verify(site: Path) -> Verified:
    """Return what differs between a site and its manifest; no link is followed.

    Raises:
        NoManifest: there is none, or it is none.
        OSError: the folder cannot be read.
    """
    listed = read_manifest(site)
    faults, there = [], set()
    for path, state in _entries(site, ""):
        there.add(path)
        if path == MANIFEST:
            continue
        fault = _fault(site / path, state, listed.get(path))
        if fault:
            faults.append((fault, path))
    faults += [(MISSING, path) for path in listed.keys() - there]
    return Verified(len(listed), sha256_of(site / MANIFEST), tuple(sorted(faults)))


def publications_of(files: Mapping[str, str]) -> dict[str, str]:
    """Return those of the files of a site that are publications."""
    return {path: checksum for path, checksum in files.items() if path.endswith(".pdf")}


def verify_publications(site: Path, frozen: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return in what the publications of a site differ from those frozen: kind and path.

    Raises:
        OSError: the folder cannot be read.
    """
    there = {path: state for path, state in _entries(site, "") if path.endswith(".pdf")}
    faults = [
        (fault, path)
        for path, state in there.items()
        if (fault := _fault(site / path, state, frozen.get(path)))
    ]
    return tuple(sorted([*faults, *((MISSING, path) for path in frozen.keys() - there.keys())]))


def _fault(path: Path, state: os.stat_result, checksum: str | None) -> str:
    """Return what is wrong with a file; "" if nothing is."""
    if not stat.S_ISREG(state.st_mode):
        return LINK if stat.S_ISLNK(state.st_mode) else FOREIGN
    if checksum is None:
        return FOREIGN
    try:
        return "" if sha256_of(path) == checksum else CHANGED
    except OSError:
        return UNREAD


def _entries(folder: Path, prefix: str) -> Iterator[tuple[str, os.stat_result]]:
    """Yield path and state of all that lies below a folder but folders."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(folder / entry.name, f"{path}/")
            else:
                yield path, entry.stat(follow_symlinks=False)
