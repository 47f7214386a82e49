"""Where the shipped resources lie: the one place that knows.

A publisher's folder may hold its own `theme/`, `mkdocs.yml` or shipped content; otherwise the
package has them (installed), or they stand beside the package (a checkout).
"""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Return the path of the resource `name` as the package has it, whatever a root holds."""
    return find(name, PACKAGE)


def find(name: str, root: Path) -> Path:
    """Return the path of the resource `name`: in `root`, in the package, or beside it.

    Raises:
        FileNotFoundError: none of the three has it; the installation is incomplete.
    """
    for folder in (root, PACKAGE, PACKAGE.parent):
        if (folder / name).exists():
            return folder / name
    raise FileNotFoundError(name)
