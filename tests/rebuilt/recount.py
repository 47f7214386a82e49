"""Counts, points of U4SSC and ranks among peers, computed again from the downloads alone."""

import math
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from tests.rebuilt.rebuild import LED, Cells, City, Rules, rows_of, step


def counts(rules: Rules, city: City) -> dict[str, Cells]:
    """Return the points of each figure, and what is counted of each area."""
    found: dict[str, Cells] = defaultdict(dict)
    for row in city.rows["certainty"]:  # the target of each comes first
        if row["value"] and row["id"] not in found:
            percent = (city.positions if row["family"] == LED else city.scores)[row["id"]][0]
            if row["direction"] == "higher" and float(row["best"] or 0) > 0:
                percent = 100 * float(row["value"]) / float(row["best"])
            points = int(step(percent, rules.edges("points.")))
            found[row["id"]] = {"percent": percent, "points": points}
    ends, figures = bounds(rules, city), dict(found)
    for area, leaves in rules.leaves.items():
        found[area] = count(city, leaves, figures) | ends[area]
    return found


def bounds(rules: Rules, city: City) -> dict[str, Cells]:
    """Return the coverage of each area, and its score if all else were worst or best."""
    names = ("coverage", "low", "high")
    known = {name: (0.0, 0.0, 100.0) for name, row in city.stated.items()
             if "target" in row["benchmarks"] and name not in city.apart}  # fmt: skip
    rated = (name for name in city.means if name not in rules.below)
    known |= {name: (100.0, city.means[name][0], city.means[name][0]) for name in rated}
    for area, members in rules.below.items():
        weights = {name: weight for name, weight in members.items() if name in known}
        if weights:
            parts = [known[name] for name in weights]
            known[area] = tuple(np.average(parts, 0, list(weights.values())))
    return {
        area: dict(zip(names, known.get(area, (0, 0, 100)), strict=True)) for area in rules.below
    }


def count(city: City, leaves: list[str], figures: dict[str, Cells]) -> Cells:
    """Return what is counted of an area from its indicators, the leaves."""
    carriers = [one for name in leaves for one in city.parts.get(name, [name])]
    reached = [city.scores[one][0] >= 100 for one in carriers if one in city.scores]
    points = [figures[one]["points"] for one in carriers if one in figures]
    known = [city.stated[name] for name in leaves]
    doubts = Counter(row["doubts"] for row in map(city.stated.get, carriers)
                     if row["state"] == "rated" and row["doubts"])  # fmt: skip
    cells = {
        "doubts": "; ".join(f"{why}={number}" for why, number in sorted(doubts.items())),
        "targets": len(reached), "reached": sum(reached), "total": len(leaves),
        "rated": sum(name in city.means for name in leaves),
        "with_figure": sum(row["evidence"] in ("value", "held-back") for row in known),
        "with_benchmark": sum(row["benchmarks"] != "" for row in known),
        "with_rating": sum(name in city.scores or name in city.positions for name in leaves),
    }  # fmt: skip
    return cells | ({"points": sum(points), "percent": 25 * np.mean(points)} if points else {})


def peers(rules: Rules, placed: dict[str, City], name: str) -> dict[str, Cells]:
    """Return the place of each city among those with a position in an indicator or data point."""
    least, apart = rules.number("comparison.minimum"), rules.number("comparison.years_exclude")
    drawn = np.floor(np.array([one.positions[name] for one in placed.values()]) * 10 + 0.5 + 1e-8)
    years = [int(one.stated[name]["period"][-4:] or 0) for one in placed.values()]
    found: dict[str, Cells] = {}
    for city, year, (mine, *draws) in zip(placed, years, drawn, strict=True):
        near = [one for one, other in zip(drawn[:, 0], years, strict=True)
                if 0 in (year, other) or abs(year - other) <= apart]  # fmt: skip
        cells = found[city] = {"peers": len(near)}
        if len(near) >= least:
            worse = sum(one < mine for one in near) + (near.count(mine) - 1) / 2
            cells["percentile"] = 100 * worse / (len(near) - 1)
        if len(placed) >= least:
            rank, *ranks = 1 + (drawn > [mine, *draws]).sum(axis=0)
            low, high = np.quantile(ranks, (0.05, 0.95))
            low, high = min(math.floor(low), rank), max(math.ceil(high), rank)
            if low == high:  # a single place stands alone only where all replications agree
                low = max((one for one in ranks if one < rank), default=rank)
                high = min((one for one in ranks if one > rank), default=rank)
            cells |= {"rank": rank, "rank_low": low, "rank_high": high}
    return found


def recount(folder: Path, rules: Rules, cities: dict[str, City]) -> dict[tuple[str, ...], Cells]:
    """Return the cells by table, city and the rest of the key of the row."""
    found = {("scores", name, key): cells for name, city in cities.items()
             for key, cells in counts(rules, city).items()}  # fmt: skip
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows_of(folder, "peer-groups"):
        groups[row["peer_group"], row["common"]].append(row["city"])
    for (group, common), members in groups.items():
        for name in {name for city in members for name in cities[city].positions}:
            placed = {city: cities[city] for city in members if name in cities[city].positions}
            for city, cells in peers(rules, placed, name).items():
                if not group.startswith("own-") or city == common:
                    found["peers", city, name, group] = cells
    return found
