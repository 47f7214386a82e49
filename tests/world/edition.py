"""What an edition said before the revisions of today: the fictitious cities as they were."""

import csv
import json
from pathlib import Path

from generator.making.freezing import freeze
from generator.model.edition_records import MANIFEST
from generator.problems import Problems
from generator.read.publication_reader import read_publication
from tests.world.tables import table_text
from tests.world.world import load_world, parse_table

PARTS = ("sex", "age", "district")


def edition_before(root: Path) -> dict[str, bytes]:
    """Return the files of the edition that the revisions of a publication name.

    The folder `root` becomes that of then: fewer figures, and those that were revised as they
    were. Of what it was made from the manifest names the cities only.
    """
    settings = load_world().settings
    name, as_of = settings["revised_edition"], settings["revised_as_of"]
    path = root / "content" / "publication.yml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = (f"as_of: {as_of}\n" if line.startswith("as_of:") else line for line in lines)
    path.write_text("".join(kept), encoding="utf-8")
    for folder in sorted((root / "cities").iterdir()):
        _turn_back(folder, settings["revised_from"])
    publication = read_publication(root, Problems())
    assert publication is not None
    files = freeze(root, publication, name)
    manifest = json.loads(files[MANIFEST])
    inputs = {path: one for path, one in manifest["inputs"].items() if path.startswith("cities/")}
    text = json.dumps({**manifest, "inputs": inputs}, ensure_ascii=False, indent=1)
    return {**files, MANIFEST: f"{text}\n".encode()}


def _turn_back(folder: Path, first: str) -> None:
    """Give a city the figures that it had, those since a year; no revisions, no approval."""
    revisions, observations = folder / "revisions.csv", folder / "observations.csv"
    revised = parse_table(revisions.read_text("utf-8")) if revisions.exists() else []
    before = {row["key"]: row["old"] for row in revised}
    revisions.unlink(missing_ok=True)
    (folder / "approval.yml").unlink(missing_ok=True)
    rows = parse_table(observations.read_text(encoding="utf-8"))
    header = next(csv.reader([observations.read_text(encoding="utf-8").partition("\n")[0]]))
    kept = [
        {**row, "value": before.get(_key(row), row["value"])}
        for row in rows
        if row["period"] >= first
    ]
    observations.write_text(table_text(header, kept), encoding="utf-8")


def _key(row: dict[str, str]) -> str:
    parts = ("observable", "period", *PARTS, "territory", "source")
    return "|".join(row.get(part, "") for part in parts)
