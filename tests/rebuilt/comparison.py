"""What the downloads state, held against what the recipe gives: every number, cell by cell."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.rebuilt.recipe import City, rebuild, step

NEARLY = 2e-6
"""The downloads have six places."""

FACTS = ("baseline_year", "latest_year", "change", "slope", "probability", "rate")


def compare(folder: Path) -> tuple[Counter[str], list[str]]:
    """Return how many cells of each kind were compared, and those that differ."""
    cities, counts, unequal = rebuild(folder), Counter[str](), []
    for kind, place, stated, computed in _cells(folder, cities):
        counts[kind] += 1
        if not _same(stated, computed):
            unequal.append(f"{kind} {place}: {stated} stated, {computed} computed")
    return counts, unequal


def _same(stated: str, computed: object) -> bool:
    if isinstance(computed, int | float):
        return stated != "" and abs(float(stated) - computed) <= NEARLY
    return stated == (computed or "")


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


Cell = tuple[str, str, str, object]


def _cells(folder: Path, cities: dict[str, City]) -> Iterator[Cell]:
    for row in _rows(folder, "certainty"):
        yield from _certainty(cities[row["city"]], row)
    for row in _rows(folder, "scores"):
        city, name = cities[row["city"]], row["id"]
        scores = {**city.usual, **city.area_scores}
        band = step(scores[name], city.data.bands) if name in scores else ""
        yield "band", f"{city.id} {name}", row["band"], band
    for row in _rows(folder, "trends"):
        city, name = cities[row["city"]], row["id"]
        for key in ("trend", "told", "untold", *FACTS):
            value = city.trends[name].get(key)
            if key not in FACTS or value is not None:
                yield f"trend: {key}", f"{city.id} {name}", row[key], value
    for row in _rows(folder, "urgency"):
        city, name = cities[row["city"]], row["id"]
        place, urgency = f"{city.id} {name}", city.urgencies.get(name)
        yield "urgency", place, row["urgency"], urgency
        yield "level of urgency", place, row["level"], step(urgency or 0, city.data.levels)
        yield "share that holds", place, row["holds"], city.holds(name)


def _certainty(city: City, row: dict[str, str]) -> Iterator[Cell]:
    name, place = row["id"], f"{city.id} {row['id']}"
    yield "score", place, row["score"], {**city.scores, **city.area_scores}.get(name)
    yield "position", place, row["position"], city.positions.get(name)
    scores = {**city.usual, **city.area_scores}
    if name in scores:
        low, median, high, shares = city.interval(scores[name], city.area_draws[name])
        for key, value in (("low", low), ("median", median), ("high", high)):
            yield f"interval: {key}", place, row[key], float(value)
        stated = dict(part.split("=") for part in row["bands"].split("; "))
        for band in sorted({*stated, *shares}):
            yield "probability of a band", place, stated.get(band, "0"), shares.get(band, 0.0)
    if name in city.position_draws:
        low, _, high, _ = city.interval(city.positions[name], city.position_draws[name])
        yield "interval of a position", place, row["position_low"], float(low)
        yield "interval of a position", place, row["position_high"], float(high)
