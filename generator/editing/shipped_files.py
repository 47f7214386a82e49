"""Copies of what ships, into a new folder: written whole, or not at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator import resources

FOLDERS = (
    "framework", "labels", "pages", "recommendations", "packages", "practices", "translations",
)  # fmt: skip
TABLE = "reference-projects.csv"
"""What is taken over from the shipped content: folders, and a table."""


class FolderNotEmpty(ValueError):
    """The folder holds something already; nothing was written."""


@contextmanager
def filling(folder: Path) -> Iterator[None]:
    """Let a new or empty folder be filled; what was written goes again if that cannot be ended.

    Raises:
        FolderNotEmpty: there is something in the folder, or it is a file.
        OSError: the machine cannot write it.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmpty(str(folder))
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for path in folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        if is_new:
            folder.rmdir()
        raise


def copy_content(content: Path) -> None:
    """Copy the shipped framework, labels, pages and libraries."""
    shipped = resources.shipped("content")
    for name in FOLDERS:
        shutil.copytree(shipped / name, content / name)
    shutil.copyfile(shipped / TABLE, content / TABLE)


def add_files(source: Path, folder: Path) -> None:
    """Write the files below `source`; the rows of a table go below those that are there."""
    for path in sorted(source.rglob("*")):
        if path.is_file():
            _add(path, folder / path.relative_to(source))


def _add(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    data = path.read_bytes()
    if path.suffix == ".csv" and target.exists():
        data = target.read_bytes() + data.partition(b"\n")[2]
    target.write_bytes(data)
