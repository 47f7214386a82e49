"""Files of a publication, changed in place."""

import csv
import re
from collections.abc import Callable
from pathlib import Path


def cities_of(root: Path) -> list[Path]:
    return sorted(path for path in (root / "cities").iterdir() if path.is_dir())


def rewrite_rows(path: Path, change: Callable[[list[dict[str, str]]], None]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        header, rows = list(reader.fieldnames or ()), list(reader)
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def replace_text(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old} in {path.name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def rename_everywhere(folder: Path, old: str, new: str) -> None:
    """Replace an id by another one in every table and record below a folder."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".csv", ".yml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(rf"(?<![\w-]){old}(?![\w-])", new, text), encoding="utf-8")
