"""Where the shipped resources lie: the one place that knows.

A publisher's folder may hold its own `theme/`, `mkdocs.yml` or shipped content; otherwise the
package has them (installed), or they stand beside the package (a checkout).
"""

import os
from collections.abc import Iterable
from pathlib import Path

ONLY_SHIPPED = "CITY_PROFILES_DATA_ONLY"
"""Set in the environment, so that the processes of a build know it: roots hold data only."""
PACKAGE = Path(__file__).resolve().parent
FONTS = "CITY_PROFILES_FONTS"
"""Set in the environment, so that the processes of a build know it: files of further fonts."""
ABOUT_SECURITY = ("SECURITY.md", "tests/rules/guards.yml", "tests/rules/faults.yml")
"""The records by which the program is tested against attacks, which sites show."""


def shipped(name: str) -> Path:
    """Return the path of the resource `name` as the package has it, whatever a root holds."""
    return find(name, PACKAGE)


def use_shipped() -> None:
    """Pass over what a root has of its own, in this process and all that it starts."""
    os.environ[ONLY_SHIPPED] = "1"


def is_shipped_only() -> bool:
    """Return whether roots hold data only."""
    return os.environ.get(ONLY_SHIPPED) == "1"


def add_fonts(files: Iterable[Path]) -> None:
    """Let publications be set with the fonts of these files, too, in all that this one starts."""
    os.environ[FONTS] = os.pathsep.join(str(file) for file in files)


def added_fonts() -> tuple[Path, ...]:
    """Return the files of fonts that publications are set with beside those of the theme."""
    return tuple(Path(file) for file in os.environ.get(FONTS, "").split(os.pathsep) if file)


def find(name: str, root: Path) -> Path:
    """Return the path of the resource `name`: in `root`, in the package, or beside it.

    In `root` only where it may hold more than data.

    Raises:
        FileNotFoundError: none of the three has it; the installation is incomplete.
    """
    for folder in (PACKAGE if is_shipped_only() else root, PACKAGE, PACKAGE.parent):
        if (folder / name).exists():
            return folder / name
    raise FileNotFoundError(name)
