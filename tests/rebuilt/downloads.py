"""The downloads as tables, and the numbers that anyone draws from the seed of the policy."""

import csv
import hashlib
import math
from collections import Counter, defaultdict
from functools import cache
from itertools import combinations, zip_longest
from pathlib import Path
from typing import Any

import numpy as np

NEAREST = ["", "city", "urban-area", "county", "region", "country"]
Row = dict[str, str]


def number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def span(row: Row) -> tuple[int, int]:
    first, _, last = row["period"].partition("-")
    return (int(last or first), int(first)) if first else (0, 0)


def step(value: float, edges: dict[str, float]) -> str:
    reached = [name for name, edge in edges.items() if round(value, 9) >= edge]
    return max(reached or edges, key=lambda name: edges[name] if reached else -edges[name])


def distance(value: float, post: Row) -> float | None:
    """Return the score without its two ends."""
    best, worst = number(post["best"]), number(post["worst"])
    if best is None or worst is None:
        return None
    if post["worst_above"] and value > best:
        worst = float(post["worst_above"])
    at, top, bottom = (on_scale(one, post) for one in (value, best, worst))
    if at is None or top is None or bottom is None:
        return None
    return 100 * (at - bottom) / (top - bottom)


def on_scale(value: float, post: Row) -> float | None:
    kind = post["transform"]
    if kind == "log":
        return math.log(value) if value > 0 else None
    return math.sqrt(math.sqrt(value)) if kind == "fourth-root" and value >= 0 else value


def words(post: Row | None) -> dict[str, float]:
    parts = (part.split("=") for part in (post["scores"] if post else "").split(";") if part)
    return {word.strip(): float(score) for word, score in parts}


def mean(pairs: list[tuple[float, float]]) -> float:
    return math.fsum(w * s for w, s in pairs) / math.fsum(w for w, _ in pairs)


def mann_kendall(values: list[float]) -> float:
    """Return the two-sided probability: all orders of up to 40 values are equally likely."""
    pairs = list(combinations(values, 2))
    up, down = sum(b > a for a, b in pairs), sum(b < a for a, b in pairs)
    if up == down:
        return 1.0
    counts, size = np.array([1], dtype=object), 0
    for often in Counter(values).values():
        size += often
        counts = np.convolve(counts, np.array(inversions(size, often), dtype=object))
    return float(min(1.0, 2 * sum(counts[: min(up, down) + 1]) / sum(counts)))


@cache
def inversions(size: int, often: int) -> list[int]:
    """Return how many choices of `often` places among `size` have 0, 1, 2 … inversions."""
    if often in (0, size):
        return [1]
    with_last, without = inversions(size - 1, often - 1), inversions(size - 1, often)
    return [a + b for a, b in zip_longest(with_last, [0] * often + without, fillvalue=0)]


class Downloads:
    """The tables of the folder, and the streams of numbers that the policy's seed gives."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.policy = {row["setting"]: row["value"] for row in self.read("policy")}
        self.observables = {row["observable"]: row for row in self.read("indicators")}
        self.statuses = {row["status"]: row["rated"] for row in self.read("statuses")}
        self.groups = {row["country"]: row["groups"].split("; ") for row in self.read("countries")}
        self.kinds = {row["unit"]: row["kind"] for row in self.read("units")}
        self.goalposts = self.by("goalposts", "observable")
        self.count, self.seed = int(self.policy["replications"]), self.policy["seed"]
        self.bands, self.levels = self.edges("bands."), self.edges("urgency.levels.")
        self.below: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for row in self.read("areas"):
            self.place(row["area"], row["area"].rpartition("/")[0], row["weight"])
        for row in self.read("placements"):
            self.place(row["indicator"], row["area"], row["weight"])

    def place(self, name: str, area: str, weight: str) -> None:
        self.below[area].append((name, float(self.policy.get(f"weights.default.{name}", weight))))

    def read(self, name: str) -> list[Row]:
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def by(self, name: str, column: str) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.read(name):
            found[row[column]].append(row)
        return found

    def edges(self, prefix: str) -> dict[str, float]:
        return {key.removeprefix(prefix): float(value) for key, value in self.policy.items()
                if key.startswith(prefix)}  # fmt: skip

    def some(self, setting: str) -> list[str]:
        return self.policy[setting].split("; ")

    def share(self, setting: str) -> float:
        return float(self.policy.get(setting, "0"))

    def draw(self, *key: str) -> Any:
        digest = hashlib.sha256("|".join((self.seed, *key)).encode()).digest()
        return np.random.RandomState(np.frombuffer(digest, "<u4")).random_sample(self.count)

    def spread(self, share: float, *key: str) -> Any:
        return share * (2 * self.draw(*key) - 1)

    def choice(self, what: str, alternatives: str) -> Any:
        among = self.some(f"evidence.alternatives.{alternatives}")
        return np.array(among)[np.floor(len(among) * self.draw("alternative", what)).astype(int)]

    def areas_of(self, area: str) -> list[str]:
        """Return an area and all below it, those below first."""
        inner = [name for name, _ in self.below[area] if name in self.below]
        return [one for name in inner for one in self.areas_of(name)] + [area]

    def replicated_mean(
        self, area: str, members: dict[str, float], scores: Any, mixed: bool
    ) -> Any:
        """Return the mean with varied weights, geometric where a replication takes it."""
        names = sorted(name for name, weight in members.items() if name in scores and weight > 0)
        if len(names) < 2:
            return scores[names[0]] if names else None
        share = self.share("uncertainty.weights")
        weights = np.array([members[name] * (1 + self.spread(share, "weight", area, name))
                            for name in names])  # fmt: skip
        values = np.array([scores[name] for name in names])
        usual = (weights * values).sum(axis=0) / weights.sum(axis=0)
        if not mixed:
            return usual
        logs = np.log(np.maximum(values, self.share("evidence.alternatives.least")))
        other = np.exp((weights * logs).sum(axis=0) / weights.sum(axis=0))
        return np.where(self.choice("mean", "mean") == "geometric", other, usual)
