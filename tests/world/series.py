"""The figures of one observable in one city, year by year: a pure, seeded rule.

A series is a path of positions between 0, the worse end of the observable's range, and 1, the
better end. It starts near the level of the city, drifts, and trembles a little.
"""

import random
from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.observables import Observable
from tests.world.places import Place
from tests.world.world import World

Values = dict[str, list[float]]

MOST_OF_A_WHOLE = 0.96
"""The largest share that a part has of its whole."""


def make_series(world: World, observables: Mapping[str, Observable], paths: Values) -> Values:
    """Return the values of every observable in the order of the years, forecasts last."""
    values = {
        key: [value_at(world, observable, position) for position in paths[key]]
        for key, observable in observables.items()
    }
    return _parts_of_whole(world, _shares_of_whole(world, values))


def make_path(
    world: World, place: Place, observable: str, broken_from: int | None, seed: int
) -> list[float]:
    """Return the positions, 0 to 1, of a series in the order of the years, forecasts last.

    From the year `broken_from`, counted from 0, the series is shifted.
    """
    settings = world.settings
    length = len(world.years) + int(settings["forecast_years"])
    step = float(settings["break_step"])
    chance = random.Random(f"{seed}|{place.id}|{observable}")
    start = float(place.settings["level"]) + 0.6 * (chance.random() - 0.5)
    drift = float(settings["drifts"][int(chance.random() * len(settings["drifts"]))])
    noise = float(settings["noise"])
    shifts = [0 if broken_from is None or year < broken_from else step for year in range(length)]
    return [
        _reflected(start + drift * year + shift + noise * (chance.random() - 0.5))
        for year, shift in enumerate(shifts)
    ]


def value_at(world: World, observable: Observable, position: float) -> float:
    """Return the value at a position; less is better where the framework says so."""
    row = world.ranges[observable.id]
    low, high = float(row["low"]), float(row["high"])
    if observable.direction == "lower":
        position = 1 - position
    return low + position * (high - low)


def bounds_of(observable: Observable) -> tuple[float, float]:
    """Return the smallest and largest possible value, infinite where there is none."""
    low, high = observable.minimum, observable.maximum
    return (
        float("-inf") if low is None else low,
        float("inf") if high is None or observable.may_exceed else high,
    )


def within(observable: Observable, value: float) -> float:
    """Return the value, moved into the possible range."""
    low, high = bounds_of(observable)
    return min(max(value, low), high)


def printed(observable: Observable, words: Sequence[str], value: float) -> str:
    """Return the value as it is written: a word of the unit, or a number with its decimals."""
    if words:
        return words[min(int(value * len(words)), len(words) - 1)]
    return f"{within(observable, value):.{observable.decimals}f}"


def _shares_of_whole(world: World, values: Values) -> Values:
    """Return the values; shares of one whole, such as modes of transport, sum to 100."""
    groups: dict[str, list[str]] = {}
    for key in values:
        if world.ranges[key]["group"]:
            groups.setdefault(world.ranges[key]["group"], []).append(key)
    scaled: dict[str, Any] = dict(values)
    for members in groups.values():
        totals = [sum(shares) for shares in zip(*(values[key] for key in members), strict=True)]
        for key in members:
            scaled[key] = [100 * x / total for x, total in zip(values[key], totals, strict=True)]
        _close(scaled, members)
    return scaled


def _close(values: Values, members: Sequence[str]) -> None:
    """Round the shares to one decimal and give the rest to the largest, so that they sum."""
    for year in range(len(values[members[0]])):
        rounded = {key: round(values[key][year], 1) for key in members}
        largest = max(members, key=lambda key: rounded[key])
        rounded[largest] += 100 - sum(rounded.values())
        for key in members:
            values[key][year] = rounded[key]


def _parts_of_whole(world: World, values: Values) -> Values:
    """Return the values; a part, such as fine dust, stays below its whole."""
    for key, series in values.items():
        whole = world.ranges[key]["part_of"]
        if whole:
            pairs = zip(series, values[whole], strict=True)
            values[key] = [min(part, MOST_OF_A_WHOLE * most) for part, most in pairs]
    return values


def _reflected(position: float) -> float:
    """Return a position turned back at both ends, so that a series never stands still there."""
    position = 2 - position if position > 1 else position
    return min(abs(position), 1.0)
