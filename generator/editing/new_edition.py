"""The folder of a new edition: written whole, where there is none, and never through a link."""

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from generator.model.edition_records import EDITIONS

INPUTS = ("content", "cities", "theme", "mkdocs.yml")
SECONDS = 60
"""How long git may take."""


class EditionExists(ValueError):
    """There is an edition of that name, or a link in its place."""


def uncommitted(root: Path) -> list[str]:
    """Return the inputs that differ from what git has on record; none where git keeps nothing.

    Raises:
        OSError: git does not answer.
    """
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return []
    names = [name for name in INPUTS if (root / name).exists()]
    command = ["git", "--no-optional-locks", "-c", "core.fsmonitor=false", "status"]
    options = ["--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", *names]
    try:
        asked = subprocess.run(
            [*command, *options], cwd=root, capture_output=True, check=True, timeout=SECONDS
        )
    except subprocess.SubprocessError as problem:
        raise OSError(f"git: {problem}") from None
    lines = asked.stdout.decode("utf-8", "replace").split("\0")
    return [line[3:] for line in lines if line]


def write_edition(root: Path, name: str, files: Mapping[str, bytes]) -> str:
    """Write the files of an edition into a folder of its own; return the folder.

    Raises:
        EditionExists: there is something of that name.
        OSError: the machine cannot write it, or a link stands in its way.
    """
    folder = root / "content" / EDITIONS
    target = folder / name
    if target.exists() or target.is_symlink():
        raise EditionExists(name)
    folder.mkdir(exist_ok=True)
    if folder.resolve() != root.resolve() / "content" / EDITIONS:
        raise OSError(f"content/{EDITIONS} is a link")
    with tempfile.TemporaryDirectory(dir=folder, prefix=".", suffix=".tmp") as staged:
        made = Path(staged, name)
        made.mkdir()
        for file, data in files.items():
            (made / file).write_bytes(data)
        made.rename(target)
    return target.relative_to(root).as_posix()
