"""A city into which a hostile proposal is put: in every text, or in a file of its folder."""

import csv
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from tests.roots import CHECKOUT

CASES: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("attacks.yml").read_text(encoding="utf-8")
)
SECRET = "CANARY-7f3a"
"""Stands in a file beside the cities; nothing that is made may hold it."""


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def write_attacked(root: Path, name: str, case: Mapping[str, Any]) -> Path:
    """Write the city `name` with the proposal of a case, and the secret that it is after."""
    folder, text = root / "cities" / name, case.get("text", "plain")
    shutil.copytree(CHECKOUT / "tests" / "golden" / "teststadt", folder)
    (root / "secret.txt").write_text(SECRET, encoding="utf-8")
    city = (folder / "city.yml").read_text(encoding="utf-8")
    printed = case.get("name", quoted(f"Musterstadt {text}"))
    city = city.replace("name: Teststadt", f"name: {printed}")
    city += f"website: {quoted(case.get('website', 'https://example.org/'))}\n"
    city = city.replace("kind: administrative", f"kind: administrative\n  note: {quoted(text)}")
    (folder / "city.yml").write_text(city + case.get("below", ""), encoding="utf-8")
    _observations(folder / "observations.csv", text, "1" * case.get("value", 0))
    (folder / "sections").mkdir()
    head = f"title: {quoted(text)}\nposition: 1\nauthor: {quoted(text)}\ndate: 2022-01-01\n"
    section = f"---\n{head}basis: {quoted(text)}\n---\n\nBefore.\n\n{text}\n\nAfter.\n"
    (folder / "sections" / "portrait.md").write_text(section, encoding="utf-8")
    _picture(folder, case.get("picture", "harbour.png"), text)
    for file, content in case.get("files", {}).items():
        (folder / file).write_text(content, encoding="utf-8")
    for file, target in case.get("links", {}).items():
        (folder / file).symlink_to(target)
    return folder


def _observations(path: Path, note: str, value: str) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0] |= {"note": note, "value": value or rows[0]["value"]}
    _write(path, list(rows[0]), [list(row.values()) for row in rows])


def _picture(folder: Path, name: str, text: str) -> None:
    (folder / "images").mkdir()
    if name == "harbour.png":
        Image.new("RGB", (1200, 800), "navy").save(folder / "images" / name)
    header, row = (
        ["file", "alt", "credit", "licence"],
        [
            name,
            f"The harbour and the old town, seen from the hill: {text}",
            f"City archive {text}",
            "CC BY 4.0",
        ],
    )
    _write(folder / "images.csv", header, [row])


def _write(path: Path, header: list[str], rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])
