"""Scores, bands, intervals, trends and urgency of cities, computed again from the downloads alone.

`rebuild(*cities_of(folder)[1:])`. Whatever varies is an array: first the number that is published,
then all replications. The recipe is that of generator/assessment/README.md; the columns are
described in data/schema/.
"""

import csv
import hashlib
import math
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

Row = dict[str, str]
Cells = dict[str, Any]
LED = "leading-cities"
SCALES = {  # of the values, with the smallest value for which each is defined
    "log": (np.log, np.finfo(float).tiny), "fourth-root": (lambda value: value**0.25, 0.0),
}  # fmt: skip
MOVES = {"on-track": 1, "acceleration-needed": 1, "limited": 1, "improving": 1, "deterioration": -1}


def rows_of(folder: Path, name: str) -> list[Row]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def step(value: float, edges: dict[str, float]) -> str:
    reached = [name for name, edge in edges.items() if round(value, 9) >= edge]
    return max(reached or edges, key=lambda name: edges[name] if reached else -edges[name])


def mann_kendall(values: list[float]) -> float:
    """Return the two-sided probability, all orders of the values being equally likely."""
    signs = [np.sign(later - earlier) for earlier, later in combinations(values, 2)]
    orders = np.ones(1)  # how many have 0, 1, 2 … inversions
    for length in range(2, len(values) + 1):
        orders = np.convolve(orders, np.ones(length))
    for length in (length for often in Counter(values).values() for length in range(2, often + 1)):
        orders = np.polydiv(orders, np.ones(length))[0]
    fewer = orders[: min(signs.count(1), signs.count(-1)) + 1]
    return float(min(1.0, 2 * fewer.sum() / orders.sum()))


class Rules:
    """The policy, the areas, and what is drawn from the seed for all cities alike."""

    def __init__(self, folder: Path) -> None:
        self.policy = {row["setting"]: row["value"] for row in rows_of(folder, "policy")}
        self.bands, self.levels = self.edges("bands."), self.edges("urgency.levels.")
        self.below: dict[str, dict[str, float]] = defaultdict(dict)
        for row in rows_of(folder, "weights"):
            self.below[row["area"]][row["member"]] = float(row["weight"])
        self.leaves: dict[str, list[str]] = {}  # the indicators of an area
        for area, members in self.below.items():  # those below come first
            self.leaves[area] = [one for name in members for one in self.leaves.get(name, [name])]

    def number(self, setting: str) -> float:
        return float(self.policy[setting])

    def edges(self, before: str) -> dict[str, float]:
        return {key.removeprefix(before): float(edge) for key, edge in self.policy.items()
                if key.startswith(before)}  # fmt: skip

    def draw(self, *key: str, first: float = 0.5) -> Any:
        seed = hashlib.sha256("|".join((self.policy["seed"], *key)).encode()).digest()
        stream = np.random.RandomState(np.frombuffer(seed, "<u4"))
        return np.append(first, stream.random_sample(int(self.policy["replications"])))

    def spread(self, share: str, *key: str) -> Any:
        return self.number(f"uncertainty.{share}") * (2 * self.draw(*key) - 1)

    def choice(self, what: str, setting: str) -> Any:
        among = np.array(self.policy[f"evidence.alternatives.{setting}"].split("; "))
        return among[(len(among) * self.draw("alternative", what, first=0)).astype(int)]

    def mean(self, area: str, weights: dict[str, float], draws: Cells, mixed: bool = True) -> Cells:
        """Return the mean with varied weights, geometric where a replication takes that."""
        names = sorted(name for name, weight in weights.items() if weight > 0 and name in draws)
        if len(names) < 2:
            return {area: draws[names[0]]} if names else {}
        varied = np.array([weights[name] * (1 + self.spread("weights", "weight", area, name))
                           for name in names])  # fmt: skip
        scores = np.array([draws[name] for name in names])
        logs = np.log(np.maximum(scores, self.number("evidence.alternatives.least")))
        usual, other = ((varied * one).sum(axis=0) / varied.sum(axis=0) for one in (scores, logs))
        geometric = mixed & (self.choice("mean", "mean") == "geometric")
        return {area: np.where(geometric, np.exp(other), usual)}

    def rate(self, row: Row) -> Any:
        """Return where a value stands between the two ends of a scale."""
        if row["scores"]:
            words = dict(pair.split("=") for pair in row["scores"].split("; "))
            return 0 * self.draw() + float(words[row["value"]])
        scale, smallest = SCALES.get(row["transform"], (lambda value: value, -math.inf))
        low, high = float(row["value_low"]), float(row["value_high"])
        values = low + (high - low) * self.draw("value", row["city"], row["id"])
        values[0], smallest = float(row["value"]), max(smallest, float(row["minimum"] or "-inf"))
        values = scale(np.clip(values, smallest, float(row["maximum"] or "inf")))
        what = ("goalpost", row["id"], *([LED] if row["family"] == LED else []))
        best = scale(float(row["best"]))

        def scored(end: str, side: str) -> Any:
            worst = scale(float(row[end]))
            low, high = (at + abs(best - worst) * self.spread("goalposts", *what, which)
                         for at, which in ((worst, side), (best, "best")))  # fmt: skip
            return 100 * (values - low) / (high - low)

        scores = scored("worst", "worst")
        if row["worst_of_five"]:
            stated = self.choice("worst-end", "worst_end") == "stated"
            scores = np.where(stated, scores, scored("worst_of_five", "worst"))
        if row["worst_above"]:
            scores = np.where(values > best, scored("worst_above", "worst_above"), scores)
        beyond = self.choice("beyond", "beyond").astype(float)
        return np.clip(scores, -beyond, 100 + beyond)


def reached_by(row: Row) -> float | str:
    """Return how probably a value lies on the reached side of a target with one worst end."""
    if row["family"] == LED or not row["best"] or row["worst_above"]:
        return ""
    low, value, high = (float(row[name]) for name in ("value_low", "value", "value_high"))
    best = float(row["best"])
    above = float(row["worst"]) < best if row["worst"] else row["direction"] == "higher"
    if best == value or low == high:
        return float(best == value or (value > best) == above)
    return float(np.clip(((high - best) if above else (best - low)) / (high - low), 0, 1))


class City:
    """What follows for a city from its own rows: `cells` by table and id."""

    def __init__(self, rules: Rules, rows: dict[str, list[Row]]) -> None:
        self.rules, self.rows = rules, rows
        self.cells: dict[tuple[str, str], Cells] = defaultdict(dict)
        self.stated = {row["id"]: row for row in rows["scores"]}
        self.scores, self.positions, self.parts = {}, {}, defaultdict(dict)
        for row in rows["certainty"]:  # the target of each comes first
            if row["value"]:
                drawn = rules.rate(row)
                (self.positions if row["family"] == LED else self.scores)[row["id"]] = drawn
                self.parts[row["id"].rpartition(".")[0]][row["id"]] = 1.0
        self.apart = {name for name, row in self.stated.items() if "floor" in row["benchmarks"]}
        for name, parts in [(name, parts) for name, parts in self.parts.items() if name]:
            usual = {one: 1.0 for one in parts if one in self.scores and one not in self.apart}
            pooled = rules.mean(name, usual or parts, self.scores)
            self.apart |= set(pooled) if not usual else set()
            self.scores |= pooled
            self.positions |= rules.mean(name, parts, self.positions)
        self.means = {name: drawn for name, drawn in self.scores.items() if name not in self.apart}
        self.rate_areas()
        for row in self.rows["certainty"]:
            self.tell_interval(row, f"{row['id']} {row['family']}")
        for row in sorted(self.rows["trends"], key=lambda row: "." not in row["id"]):
            self.tell_trend(row)
        self.tell_urgency()

    def rate_areas(self) -> None:
        """Rate areas, those below first; with too few rated one counts above all the same."""
        least = self.rules.number("coverage.minimum_rated")
        for area, members in self.rules.below.items():
            self.means |= self.rules.mean(area, members, self.means)
            leaves, cells = self.rules.leaves[area], self.cells["scores", area]
            places = [self.positions[name][0] for name in leaves if name in self.positions]
            if len(places) >= least:
                cells["position"] = median(places)
            if sum(name in self.means for name in leaves) >= least and "/" in area:
                cells["score"] = self.means[area][0]

    def tell_interval(self, row: Row, key: str) -> None:
        name, led = row["id"], row["family"] == LED
        score, *draws = (self.positions if led else self.means | self.scores)[name]
        cells = self.cells["certainty", key] = {"score": score, "reached": reached_by(row)}
        if row["value"] if led else name not in self.apart:
            low, cells["median"], high = np.quantile(np.clip(draws, 0, 100), (0.05, 0.5, 0.95))
            cells |= {"low": min(low, score), "high": max(high, score)}
        if not led and name not in self.apart:
            band, *reached = (step(one, self.rules.bands) for one in (score, *draws))
            self.cells["scores", name]["band"] = band
            shares = [(band, reached.count(band) / len(reached)) for band in self.rules.bands]
            cells["bands"] = "; ".join(f"{band}={share:g}" for band, share in shares if share)

    def tell_trend(self, row: Row) -> None:
        cells = self.cells["trends", row["id"]]
        rated = [one for one in self.parts.get(row["id"], ()) if one in self.scores]
        parts = [self.cells["trends", one] for one in rated]
        series = [one for one in self.rows["series"] if one["id"] == row["id"]]
        cells |= {"trend": "not-assessed", "untold": "not-assessed"}
        if series:
            cells |= self.trend(series, int(row["target_year"] or 0))
        elif len({part["trend"] for part in parts}) == 1:
            untold = [part["untold"] for part in parts if part["untold"]]
            away = max(part.get("moving_away", "") for part in parts)
            cells |= {"trend": parts[0]["trend"], "untold": (untold or [""])[0],
                      "moving_away": away}  # fmt: skip
        cells["told"] = "unclear" if cells["untold"] and cells["trend"] in MOVES else cells["trend"]

    def trend(self, series: list[Row], aim: int) -> Cells:
        """Return the class of a series by its two ends, and why the change may not be said."""
        number, years = self.rules.number, [int(one["year"]) for one in series]
        values, moved, errors, left, scores = (
            [float(one[column]) for one in series if one[column]]
            for column in ("value", "progress", "error", "left", "score"))  # fmt: skip
        span, change, cells = years[-1] - years[0], moved[-1] - moved[0], Cells()
        reached = [one <= 0 for one in left] or [False]
        if span:
            pairs = combinations(zip(years, moved, strict=True), 2)
            slope = median((b - a) / (to - since) for (since, a), (to, b) in pairs)
            cells["slope"] = slope if moved == values else -slope
            cells["probability"] = mann_kendall(moved)
        if reached[-1]:
            trend = "achieved"
        elif span < max(1, number("trend.minimum_years")) or not (aim or scores):
            trend = "not-assessed"
        elif reached[0]:
            trend = "deterioration"
        elif not aim or not left:
            edge = round(min(number("trend.score_change"), number("trend.score_moved") / span), 9)
            paces = {"deterioration": -math.inf, "little-change": 1e-9 - edge, "improving": edge}
            trend = step((scores[-1] - scores[0]) / span, paces)
        else:
            if aim > years[0]:
                cells["rate"] = (left[0] - left[-1]) / span / (left[0] / (aim - years[0]))
            trend = "passed" if aim <= years[-1] else step(cells["rate"], {
                "deterioration": -math.inf, "limited": 0, "on-track": number("trend.on_track"),
                "acceleration-needed": number("trend.acceleration_needed")})  # fmt: skip
        expected = MOVES.get(trend) or np.sign(change)
        agree = span and expected == np.sign(change) == np.sign(slope)
        untold = {
            trend: trend in ("not-assessed", "little-change"),
            "few-points": len(moved) < number("evidence.headline.minimum_points"),
            "differs": not agree,
            "by-chance": cells.get("probability", 0) > number("evidence.headline.level"),
            "within-error": abs(change) <= math.hypot(errors[0], errors[-1]),
        }
        why = next((name for name, holds in untold.items() if holds), "")
        away = "yes" if trend == "achieved" and not why and change < 0 else ""
        return cells | {"trend": trend, "untold": why, "moving_away": away}

    def tell_urgency(self) -> None:
        urgent = Cells()
        for row in self.rows["urgency"]:
            if row["importance"]:
                drawn = (100 - np.clip(self.scores[row["id"]], 0, 100)) / 100
                for kind in ("importance", "trend"):
                    drawn *= float(row[f"{kind}_factor"])
                    if kind == "importance" or float(row["trend_factor"]) != 1:
                        drawn *= 1 + self.rules.spread("weights", "urgency", kind, row[kind])
                urgent[row["id"]] = np.minimum(1, drawn)
        means = {name: drawn for name, drawn in urgent.items() if name in self.means}
        for area, members in self.rules.below.items():
            means |= self.rules.mean(area, members, means, mixed=False)
        for name, drawn in (urgent | means).items():
            level, *levels = (step(one, self.rules.levels) for one in drawn)
            holds = levels.count(level) / len(levels)
            self.cells["urgency", name] = {"urgency": drawn[0], "level": level, "holds": holds}


def cities_of(folder: Path) -> tuple[Rules, dict[str, City]]:
    """Return the rules and what follows for each city from its rows."""
    rules, rows = Rules(folder), defaultdict(lambda: defaultdict(list))
    for name in ("scores", "certainty", "series", "trends", "urgency"):
        for row in rows_of(folder, name):
            rows[row["city"]][name].append(row)
    return rules, {name: City(rules, own) for name, own in rows.items()}


def rebuild(cities: dict[str, City]) -> dict[tuple[str, ...], Cells]:
    """Return the cells by table, city and the rest of the key of the row."""
    return {(table, city, *key.split()): cells for city, one in cities.items()
            for (table, key), cells in one.cells.items()}  # fmt: skip
