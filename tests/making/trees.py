"""A folder as a mapping of path to bytes, to compare builds.

Results kept for the next build are no part of what is compared: they may be there or not. Nor is
the marker of a build.
"""

from pathlib import Path

from generator.outputs.store.output_folder import MARKER
from generator.outputs.store.staging import KEPT


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not {KEPT, MARKER}.intersection(path.relative_to(folder).parts)
    }


def differing(one: Path, other: Path) -> list[str]:
    """Return the paths that differ between two folders, or stand in one only."""
    left, right = tree(one), tree(other)
    return sorted(key for key in left.keys() | right.keys() if left.get(key) != right.get(key))
