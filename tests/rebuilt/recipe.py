"""Scores, positions, intervals and urgencies again, from the downloads alone.

In: the folder `data/` of a site. Nothing of the product is imported; the recipe is that of
generator/assessment/README.md, written a second time.
"""

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from tests.rebuilt.downloads import (
    Downloads,
    Row,
    mean,
    number,
    on_scale,
    span,
    step,
)
from tests.rebuilt.series import Series, score_of, told, used_among


class City(Series):
    """One city: what its rows give. `scores`, `positions`, `draws` … by observable or area."""

    def __init__(self, data: Downloads, line: Row, tables: dict[str, dict[str, list[Row]]]) -> None:
        self.data, self.id, self.year = data, line["city"], int(line["profile_year"])
        self.country = line["country"]
        self.held = {row["figure"] for row in tables["under-review"].get(self.id, [])}
        self.targets = tables["targets"].get(self.id, [])
        self.judged = {
            row["id"]: int(row["importance"])
            for row in tables["urgency"].get(self.id, [])
            if row["importance_from"] == "city"
        }
        rows: dict[str, list[Row]] = defaultdict(list)
        for row in tables["observations"].get(self.id, []):
            if not (row["sex"] or row["age"] or row["district"]):
                rows[row["observable"]].append(row)
        self.scores: dict[str, float] = {}
        self.positions: dict[str, float] = {}
        self.draws: dict[str, Any] = {}
        self.position_draws: dict[str, Any] = {}
        self.trends: dict[str, dict[str, Any]] = {}
        self.apart: set[str] = set()
        self.parts: dict[str, list[str]] = defaultdict(list)
        for name in data.observables:
            if "." in name:
                self.parts[name.partition(".")[0]].append(name)
        for name in data.observables:
            if name not in self.parts:
                self.rate(name, rows[name])
        for name, parts in self.parts.items():
            self.pool(name, parts)
        self.usual = {name: score for name, score in self.scores.items() if name not in self.apart}
        self.rate_areas()
        self.urge()

    def post(self, name: str, *families: str) -> Row | None:
        groups = [*self.data.groups.get(self.country, []), ""]
        rows = [row for row in self.data.goalposts.get(name, [])
                if row["family"] in families and row["applies"] in groups]  # fmt: skip
        return min(rows, key=lambda row: groups.index(row["applies"]), default=None)

    def select(self, name: str, rows: list[Row]) -> tuple[Row | None, str, list[Row]]:
        """Return the figure shown, why it is not rated, and the series."""
        age = self.data.observables[name]["max_age_years"] or self.data.policy["max_age_years"]
        series, judged = [], []
        order = {id(row): (*span(row), at) for at, row in enumerate(rows)}
        periods: dict[str, list[Row]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: order[id(row)]):
            key = "|".join(row[one] for one in ("observable", "period", "sex", "age", "district",
                                                "territory", "source"))  # fmt: skip
            if key in self.held:
                judged.append((row, "held-back"))
            else:
                periods[row["period"]].append(row)
        for group in periods.values():
            row, unsettled = used_among(group)
            if not unsettled:
                series.append(row)
                judged.append((row, self.why_not(row, self.year - int(age))))
            others = [one for one in group if one is not row or unsettled]
            why = "sources-differ" if unsettled else "other-figure"
            judged += [(one, why) for one in others]
        usable = [pair for pair in judged if not pair[1]]
        own = [pair for pair in judged if pair[1] != "other-figure"]
        among = usable or [pair for pair in own if pair[0]["value"]] or own
        shown, why = max(among, key=lambda pair: order[id(pair[0])], default=(None, "no-data"))
        return shown, why, series

    def rate(self, name: str, rows: list[Row]) -> None:
        row, why, series = self.select(name, rows)
        target = self.post(name, "target", "yes-no")
        leading = self.post(name, "leading-cities")
        if target and (target["floor"] == "yes" or target["family"] == "yes-no"):
            self.apart.add(name)
        if row and not why:
            families = (
                (target, self.scores, self.draws),
                (leading, self.positions, self.position_draws),
            )
            for post, scores, draws in families:
                score = score_of(row["value"], post)
                if post is not None and score is not None:
                    scores[name] = score
                    draws[name] = (np.full(self.data.count, score) if post["scores"]
                                   else self.replicate(name, row, post))  # fmt: skip
        if row:
            self.trends[name] = self.trend(name, row, why, series, target, leading)

    def pool(self, name: str, parts: list[str]) -> None:
        """Give an indicator the mean of its data points, those apart only where no other is."""
        rated = [one for one in parts if one in self.scores and one not in self.apart]
        if not rated:
            rated = [one for one in parts if one in self.scores]
            self.apart.add(name)
        placed = [one for one in parts if one in self.positions]
        if rated:
            self.scores[name] = mean([(1, self.scores[one]) for one in rated])
            equal = dict.fromkeys(rated, 1.0)
            self.draws[name] = self.data.replicated_mean(name, equal, self.draws, True)
        if placed:
            self.positions[name] = mean([(1, self.positions[one]) for one in placed])
        if any(one in self.trends for one in parts):
            found = [self.trends[one] for one in parts if one in self.scores]
            classes = {one["trend"] for one in found}
            if len(classes) == 1 and "not-assessed" not in classes:
                untold = next((one["untold"] for one in found if one["untold"]), "")
                self.trends[name] = told(classes.pop(), untold)
            else:
                self.trends[name] = told("not-assessed", "not-assessed")

    def replicate(self, name: str, row: Row, post: Row) -> Any:
        data, value = self.data, float(row["value"])
        key, error = ("value", self.id, name), self.error(name, row, value)
        if row["lower"] and row["upper"]:
            values = float(row["lower"]) + (float(row["upper"]) - float(row["lower"])) * data.draw(
                *key
            )
        else:
            values = value + data.spread(error, *key)
            ends = [number(data.observables[name][end]) for end in ("minimum", "maximum")]
            if error and ends != [None, None]:
                values = np.clip(values, *ends)
        if post["transform"] == "log":
            values = np.log(np.maximum(values, np.finfo(float).tiny))
        elif post["transform"] == "fourth-root":
            values = np.sqrt(np.sqrt(np.maximum(values, 0)))
        best = on_scale(float(post["best"]), post)
        scale = (name, "leading-cities") if post["family"] == "leading-cities" else (name,)
        beyond = data.choice("beyond", "beyond").astype(float)

        def scored(worst: float, side: str) -> Any:
            low, high = (end + abs(best - worst) * data.spread(
                data.share("uncertainty.goalposts"), "goalpost", *scale, which)
                for end, which in ((worst, side), (best, "best")))  # fmt: skip
            return np.clip(100 * (values - low) / (high - low), -beyond, 100 + beyond)

        found = scored(on_scale(float(post["worst"]), post), "worst")
        if post["worst_of_five"]:
            other = scored(on_scale(float(post["worst_of_five"]), post), "worst")
            found = np.where(data.choice("worst-end", "worst_end") == "stated", found, other)
        if post["worst_above"]:
            above = scored(on_scale(float(post["worst_above"]), post), "worst_above")
            found = np.where(values > best, above, found)
        return found

    def rate_areas(self) -> None:
        """Rate every area; one with too few rated indicators counts above and has no score."""
        data = self.data
        means, drawn, self.members = dict(self.usual), {}, {}
        drawn = {name: self.draws[name] for name in self.usual}
        for scheme in [name for name in data.below if "/" not in name]:
            for area in data.areas_of(scheme):
                self.members[area] = {
                    one: w for one, w in data.below[area] if one in means and w > 0
                }
                if self.members[area]:
                    pairs = [(w, means[one]) for one, w in self.members[area].items()]
                    means[area] = mean(pairs)
                    drawn[area] = data.replicated_mean(area, self.members[area], drawn, True)
        least = int(data.policy["coverage.minimum_rated"])
        self.area_scores = {area: means[area] for area, members in self.members.items()
                            if members and "/" in area and self.leaves(area) >= least}  # fmt: skip
        self.area_draws = drawn

    def leaves(self, area: str) -> int:
        return sum(self.leaves(one) if one in self.members else 1 for one in self.members[area])

    def interval(self, score: float, draws: Any) -> tuple[float, float, float, dict[str, float]]:
        kept = np.sort(np.clip(draws, 0, 100))
        low, middle, high = np.quantile(kept, (0.05, 0.5, 0.95))
        at = [step(one, self.data.bands) for one in kept]
        return (min(low, score), middle, max(high, score),
                {band: n / len(at) for band, n in Counter(at).items()})  # fmt: skip

    def urge(self) -> None:
        """Set urgencies: of observables gap times importance times trend, of areas their mean."""
        data, shares = self.data, self.data.share("uncertainty.weights")
        self.urgencies: dict[str, float] = {}
        self.urgency_draws: dict[str, Any] = {}
        for name, score in self.scores.items():
            known = data.observables[name]
            judged = self.judged.get(name) or known["importance"]
            level = str(judged or data.policy["urgency.default_importance"])
            trend = self.trends[name]["told"]
            weight, pace = (float(data.policy[f"urgency.{key}"])
                            for key in (f"importance.{level}", f"trend.{trend}"))  # fmt: skip
            self.urgencies[name] = min(1, (100 - score) / 100 * weight * pace)
            drawn = (100 - np.clip(self.draws[name], 0, 100)) / 100 * weight
            drawn = drawn * (1 + data.spread(shares, "urgency", "importance", level))
            if pace != 1:
                drawn = drawn * pace * (1 + data.spread(shares, "urgency", "trend", trend))
            self.urgency_draws[name] = np.minimum(1, drawn)
        means = {name: self.urgencies[name] for name in self.usual}
        draws = {name: self.urgency_draws[name] for name in self.usual}
        for area, members in self.members.items():
            if members:
                means[area] = mean([(weight, means[one]) for one, weight in members.items()])
                draws[area] = data.replicated_mean(area, members, draws, False)
        self.urgencies |= {area: means[area] for area in self.area_scores}
        self.urgency_draws |= {area: draws[area] for area in self.area_scores}

    def holds(self, name: str) -> float:
        level, levels = step(self.urgencies[name], self.data.levels), self.data.levels
        drawn = [step(one, levels) for one in self.urgency_draws[name]]
        return drawn.count(level) / len(drawn)


def rebuild(folder: Path) -> dict[str, City]:
    """Return every city of a folder of downloads."""
    data = Downloads(folder)
    names = ("observations", "under-review", "targets", "urgency")
    tables = {name: data.by(name, "city") for name in names}
    return {row["city"]: City(data, row, tables) for row in data.read("cities")}
