"""Whose theme, `mkdocs.yml` and labels make the pages: those of the root, or the shipped ones."""

from pathlib import Path

from generator import resources
from generator.read.added_fonts import NoFonts, fonts_at

__all__ = ["NoFonts", "add_fonts", "told_in_force", "use_shipped"]

RUNS = ("theme", "mkdocs.yml", "content/labels")
"""What of a root decides how pages are made, and may hold code: templates, hooks, scripts."""


def use_shipped() -> None:
    """Let this process and all that it starts pass over what a root has of its own."""
    resources.use_shipped()


def add_fonts(asked: str) -> None:
    """Let publications be set with the fonts of a folder, too, or with Noto CJK of the system.

    Raises:
        NoFonts: there is none, or one cannot be read.
    """
    resources.add_fonts(fonts_at(asked))


def told_in_force(root: Path) -> str:
    """Return in a line whose they are."""
    own = [name for name in RUNS if resources.find(name, root).is_relative_to(root)]
    shipped = [name for name in RUNS if name not in own]
    return "; ".join(
        f"{', '.join(names)} of {whose}"
        for names, whose in ((own, "this folder"), (shipped, "the package"))
        if names
    )
