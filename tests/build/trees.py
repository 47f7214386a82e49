"""A folder as a mapping of path to bytes, to compare builds."""

from pathlib import Path


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differing(one: Path, other: Path) -> list[str]:
    """Return the paths that differ between two folders, or stand in one only."""
    left, right = tree(one), tree(other)
    return sorted(key for key in left.keys() | right.keys() if left.get(key) != right.get(key))
