"""Fictitious cities with a figure of every indicator in every year: what a check costs at most."""

import csv
from pathlib import Path
from random import Random

from generator.model.city_tables import OBSERVATIONS
from generator.model.framework import Framework

HERE = Path(__file__).resolve().parent
RANGES = HERE.parent / "world" / "files" / "ranges.csv"
INDICATORS, YEARS, LAST = 91, 10, 2025
HEADER = ",".join(column.name for column in OBSERVATIONS.columns)
SOURCE = "national-statistics"


def fill_tables(root: Path, framework: Framework, years: int = YEARS) -> int:
    """Give each city of a publication full tables of so many years; return the number of rows.

    Indicators of a whole are left out: their parts add up. So is what refers to single rows.
    """
    with RANGES.open(encoding="utf-8", newline="") as file:
        ranges = [row for row in csv.DictReader(file) if not row["group"] and not row["part_of"]]
    ranges = [row for row in ranges if not _in_words(framework, row["observable"])]
    rows = 0
    for city in sorted((root / "cities").iterdir()):
        lines = [HEADER, *_lines(framework, ranges[:INDICATORS], Random(city.name), years)]
        (city / "observations.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")
        (city / "revisions.csv").unlink(missing_ok=True)
        rows += len(lines) - 1
    return rows


def _in_words(framework: Framework, name: str) -> bool:
    unit = framework.unit_of.get(framework.observables[name].unit)
    return unit is not None and bool(unit.values)


def _lines(
    framework: Framework, ranges: list[dict[str, str]], draw: Random, years: int
) -> list[str]:
    empty = "," * (len(OBSERVATIONS.columns) - 6)
    lines = []
    for row in ranges:
        observable = framework.observables[row["observable"]]
        low, high = float(row["low"]), float(row["high"])
        value, step = draw.uniform(low, high), (high - low) / 100
        for year in range(LAST - years + 1, LAST + 1):
            value = min(max(value + draw.uniform(-step, step), low), high)
            lines.append(f"{observable.id},{year},{value:.1f},{observable.unit},{SOURCE},A{empty}")
    return lines
