"""Small publications: the shipped framework with few cities."""

import csv
import shutil
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]


def make_root(folder: Path, *cities: str) -> Path:
    """Copy the shipped content and the named cities into `folder`."""
    shutil.copytree(CHECKOUT / "content", folder / "content")
    (folder / "cities").mkdir()
    for city in cities:
        shutil.copytree(CHECKOUT / "cities" / city, folder / "cities" / city)
        _forget_other_cities(folder / "cities" / city / "partnerships.csv", cities)
    return folder


def _forget_other_cities(path: Path, cities: tuple[str, ...]) -> None:
    """Keep the twinnings, without links to the folders of cities that are not here."""
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["partner_city"] = row["partner_city"] if row["partner_city"] in cities else ""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
