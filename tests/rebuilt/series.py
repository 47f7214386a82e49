"""Trends again: the class of a series by its two ends, and whether it may be said."""

import math
from itertools import combinations, pairwise
from statistics import median
from typing import Any

from tests.rebuilt.downloads import (
    NEAREST,
    Downloads,
    Row,
    distance,
    mann_kendall,
    number,
    span,
    words,
)

EXPECTED = {"on-track": 1, "acceleration-needed": 1, "limited": 1, "improving": 1,
            "deterioration": -1}  # fmt: skip


class Series:
    """What is said of the series of a city."""

    data: Downloads
    year: int
    targets: list[Row]

    def why_not(self, row: Row, oldest: int) -> str:
        if not row["value"]:
            return "missing"
        if self.data.statuses[row["status"] or "A"] == "no":
            return "status"
        if row["comparability"] == "proxy":
            return "proxy"
        if not row["period"]:
            return "period-unknown"
        return "" if oldest <= span(row)[0] <= self.year else "out-of-date"

    def error(self, name: str, row: Row, value: float) -> float:
        if row["lower"] and row["upper"]:
            return (float(row["upper"]) - float(row["lower"])) / 2
        share, some = self.data.share, self.data.some
        classes = ["near" if row["comparability"] == "near" else "exact"]
        classes += ["undated"] * (row["period_basis"] == "report")
        classes += ["territory"] * (row["territory"] in ("urban-area", "county"))
        doubtful = row["status"] in some("evidence.low_reliability.statuses")
        doubtful |= row["quality"] in some("evidence.low_reliability.qualities")
        classes += ["low-reliability"] * doubtful
        most, room = number(self.data.observables[name]["maximum"]), abs(value)
        of_rate = self.data.kinds[self.data.observables[name]["unit"]] == "rate"
        if most is not None and value <= most and not of_rate:
            room = max(share("evidence.least_room") * most, min(room, most - value))
        parts = [share(f"evidence.errors.{one}.share") * room for one in classes]
        exact = row["numerator"] and row["denominator"]
        digits = 0.0 if exact or "e" in row["value"].lower() else 10 ** -len(
            row["value"].partition(".")[2])  # fmt: skip
        size = number(row["resolution"])
        parts.append(share("evidence.errors.resolution.share") * (digits if size is None else size))
        return math.hypot(*parts)

    def trend(self, name: str, row: Row, why: str, series: list[Row], target: Row | None,
              leading: Row | None) -> dict[str, Any]:  # fmt: skip
        """Return the class of a series by its two ends, and the class that may be said."""
        if why:
            return told("not-assessed", "not-assessed")
        policy, share = self.data.policy, self.data.share
        scale = target if has_scale(target) else leading or target
        direction = "higher" if words(scale) else self.data.observables[name]["direction"]
        used: dict[int, tuple[Row, float]] = {}
        for one in series:
            value = words(scale).get(one["value"]) if words(scale) else number(one["value"])
            if not self.why_not(one, 0) and value is not None:
                used[span(one)[0]] = one, value
        if not used or direction == "none":
            return told("not-assessed", "not-assessed")
        rows = [one for one, _ in used.values()]
        breaks = [span(one)[0] for one in series if one["status"] == "B"]
        breaks += [span(b)[0] for a, b in pairwise(rows) if measure(a) != measure(b)]
        since = max((at for at in breaks if min(used) < at <= max(used)), default=min(used))
        years = [at for at in used if at >= since]
        values = [used[at][1] for at in years]
        errors = [0.0 if words(target) else self.error(name, *used[at]) for at in years]
        aim, aim_year = self.aim(name, row, target)
        left = [short_of(value, aim, direction) for value in values]
        between, first, last = years[-1] - years[0], values[0], values[-1]
        moved = values if aim is None or direction != "towards" else left
        slopes = [(b[1] - a[1]) / (b[0] - a[0])
                  for a, b in combinations(zip(years, moved, strict=True), 2)]  # fmt: skip
        facts = {"change": (last - first) / between if between else None,
                 "slope": median(slopes) if slopes else None,
                 "probability": mann_kendall(moved) if between else None,
                 "baseline_year": years[0], "latest_year": years[-1]}  # fmt: skip
        ends = (
            [one if words(scale) else distance(one, scale) for one in (first, last)]
            if scale
            else []
        )
        scored = bool(ends) and None not in ends
        away = len(left) > 1 and aim is not None and left[-1] - left[-2] > math.hypot(*errors[-2:])
        if aim is not None and left[-1] <= 0:
            trend = "achieved"
        elif between < max(1, int(policy["trend.minimum_years"])) or not (aim_year or scored):
            trend = "not-assessed"
        elif aim is not None and left[0] <= 0:
            trend = "deterioration"
        elif aim is None or not aim_year:
            pace, edge = round((ends[1] - ends[0]) / between, 9), share("trend.score_change")
            trend = ("improving" if pace >= edge else
                     "deterioration" if pace <= -edge else "little-change")  # fmt: skip
        elif aim_year <= years[-1]:
            trend = "passed"
        else:
            rate = ((left[0] - left[-1]) / between) / (left[0] / (aim_year - years[0]))
            facts["rate"], rate = rate, round(rate, 9)
            trend = ("on-track" if rate >= share("trend.on_track") else
                     "acceleration-needed" if rate >= share("trend.acceleration_needed") else
                     "limited" if rate >= 0 else "deterioration")  # fmt: skip
        return told(trend, self.untold(trend, direction, moved, aim, errors, facts, away), facts)

    def untold(self, trend: str, direction: str, moved: list[float], aim: float | None,
               errors: list[float], facts: dict[str, Any], away: bool) -> str:  # fmt: skip
        if trend in ("not-assessed", "little-change"):
            return trend
        if len(moved) < int(self.data.policy["evidence.headline.minimum_points"]):
            return "few-points"
        turned = -1 if direction == "lower" or (direction == "towards" and aim is not None) else 1
        change = turned * (moved[-1] - moved[0])
        better = facts["slope"] * (1 if direction == "higher" else -1)
        expected = EXPECTED.get(trend) or (-1 if trend == "achieved" and away else sign(change))
        if not expected == sign(change) == sign(better):
            return "differs"
        if facts["probability"] > self.data.share("evidence.headline.level"):
            return "by-chance"
        return "within-error" if abs(change) <= math.hypot(errors[0], errors[-1]) else ""

    def aim(self, name: str, row: Row, target: Row | None) -> tuple[float | None, int | None]:
        for origin in self.data.some("trend.target_order"):
            own = sorted((int(one["year"]), float(one["value"])) for one in self.targets
                         if one["observable"] == name)  # fmt: skip
            if origin == "city" and own:
                year, value = next((one for one in own if one[0] >= span(row)[0]), own[-1])
                return value, year
            if origin == "goalpost" and target and (target["best"] or target["scores"]):
                assumed = self.data.policy.get(f"trend.assumed_years.{target['kind']}", 0)
                return float(target["best"] or 100), int(target["target_year"] or assumed)
        return None, None


def told(trend: str, untold: str, facts: dict[str, Any] | None = None) -> dict[str, Any]:
    unsure = untold and (trend in EXPECTED)
    return {
        "trend": trend,
        "untold": untold,
        "told": "unclear" if unsure else trend,
        **(facts or {}),
    }


def has_scale(post: Row | None) -> bool:
    return post is not None and bool(post["scores"] or (post["best"] and post["worst"]))


def score_of(value: str, post: Row | None) -> float | None:
    if not has_scale(post) or post is None:
        return None
    if post["scores"]:
        return words(post).get(value)
    found = None if number(value) is None else distance(float(value), post)
    return None if found is None else min(100.0, max(0.0, found))


def short_of(value: float, aim: float | None, direction: str) -> float:
    if aim is None:
        return 0.0
    sides = {"higher": aim - value, "lower": value - aim}
    return sides.get(direction, abs(value - aim))


def measure(row: Row) -> tuple[str, str]:
    return row["territory"] or "city", row["comparability"] or "exact"


def sign(value: float) -> int:
    return (value > 0) - (value < 0)


def used_among(group: list[Row]) -> tuple[Row, bool]:
    """Return the figure of a period that is used, and whether it is unsettled which."""
    if len(group) == 1:
        return group[0], group[0]["use"] == "no"
    marked = [row for row in group if row["use"] == "yes"]
    open_rows = [row for row in group if row["use"] != "no"]
    far = {id(row): NEAREST.index(row["territory"]) or 1 for row in group}
    near = [row for row in open_rows if far[id(row)] == min(far[id(one)] for one in open_rows)]
    among = marked or [row for row in near if row["value"]] or near or group
    stated = {(row["value"], row["numerator"], row["denominator"]) for row in among}
    return among[0], not open_rows or (not marked and len(stated) > 1)
