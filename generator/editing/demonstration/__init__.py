"""A complete fictitious publication, for training, tests and measurements.

Beside this module lies what is fictitious: its `README.md`, `content/`, `cities/` and `editions/`.
Framework, labels and library are the shipped ones, so nothing is stored twice. The cities, and
what an edition said of them before, are made by `tests/world/`.
"""

import shutil
from pathlib import Path

from generator.editing.shipped_files import add_files, copy_content, filling

HERE = Path(__file__).resolve().parent


def write_demonstration(folder: Path) -> list[str]:
    """Write the fictitious publication; return the ids of its cities.

    Raises:
        FolderNotEmpty: there is something in the folder.
        OSError: the machine cannot write it.
    """
    with filling(folder):
        _write_content(folder)
        shutil.copytree(HERE / "cities", folder / "cities")
        shutil.copytree(HERE / "editions", folder / "content" / "editions")
    return sorted(path.name for path in (folder / "cities").iterdir())


def write_content(folder: Path) -> None:
    """Write the fictitious publication without its cities.

    Raises:
        FolderNotEmpty: there is something in the folder.
        OSError: the machine cannot write it.
    """
    with filling(folder):
        _write_content(folder)


def _write_content(folder: Path) -> None:
    copy_content(folder / "content")
    add_files(HERE / "content", folder / "content")
    shutil.copyfile(HERE / "README.md", folder / "README.md")
