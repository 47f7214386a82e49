"""Edits of the small publication, and what a report says of them in short lines."""

from collections.abc import Callable
from pathlib import Path

from generator.change.reported import Report
from tests.making.edited_files import replace_text

Edit = Callable[[Path], None]

ALPHA, BETA = "cities/alpha", "cities/beta"
OBSERVATIONS = f"{ALPHA}/observations.csv"
INTERNET = "household-internet-access"
ROW = f"{INTERNET}|2024|||||a-yearbook"


def replacing(file: str, old: str, new: str) -> Edit:
    """Return the edit that replaces a piece of a file."""
    return lambda root: replace_text(root / file, old, new)


def writing(file: str, text: str) -> Edit:
    """Return the edit that adds a file."""

    def write(root: Path) -> None:
        (root / file).parent.mkdir(exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")

    return write


def causes(report: Report) -> list[str]:
    return [
        f"{cause.change} {cause.file}:{cause.line} {cause.key} "
        + ", ".join(f"{edit.name} [{edit.before}] [{edit.after}]" for edit in cause.edits)
        for cause in report.causes
    ]


def consequences(report: Report) -> list[str]:
    return [
        f"{one.city} {one.kind} {one.subject} [{one.before}] [{one.after}]"
        for one in report.consequences
    ]
