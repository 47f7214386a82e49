"""A complete fictitious publication, for training, tests and measurements.

Beside this module lies what is fictitious: its `README.md`, `content/`, `cities/` and `editions/`.
Framework, labels and library are the shipped ones, so nothing is stored twice. The cities, and
what an edition said of them before, are made by `tests/world/`.
"""

import shutil
from pathlib import Path

from generator import resources

HERE = Path(__file__).resolve().parent

FOLDERS = ("framework", "labels", "pages", "recommendations", "packages", "practices")
TABLE = "reference-projects.csv"
"""What is taken over from the shipped content: folders, and a table."""


class FolderNotEmpty(ValueError):
    """The folder holds something already; nothing was written."""


def write_demonstration(folder: Path) -> list[str]:
    """Write the fictitious publication; return the ids of its cities.

    Raises:
        FolderNotEmpty: there is something in the folder.
    """
    write_content(folder)
    shutil.copytree(HERE / "cities", folder / "cities")
    shutil.copytree(HERE / "editions", folder / "content" / "editions")
    return sorted(path.name for path in (folder / "cities").iterdir())


def write_content(folder: Path) -> None:
    """Write the fictitious publication without its cities.

    Raises:
        FolderNotEmpty: there is something in the folder.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmpty(str(folder))
    shipped, content = resources.find("content", resources.PACKAGE), folder / "content"
    for name in FOLDERS:
        shutil.copytree(shipped / name, content / name)
    shutil.copyfile(shipped / TABLE, content / TABLE)
    for path in sorted((HERE / "content").rglob("*")):
        if path.is_file():
            _add(path, content / path.relative_to(HERE / "content"))
    shutil.copyfile(HERE / "README.md", folder / "README.md")


def _add(path: Path, target: Path) -> None:
    """Write a fictitious file; the rows of a table go below those of the shipped one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    data = path.read_bytes()
    if path.suffix == ".csv" and target.exists():
        data = target.read_bytes() + data.partition(b"\n")[2]
    target.write_bytes(data)
