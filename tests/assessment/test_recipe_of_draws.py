"""The recipe of the README gives every interval again: written anew, importing nothing of ours."""

from hashlib import sha256

import numpy as np
import pytest

from generator.assessment import rate_tables

SEED, COUNT = 11, 500
VALUES = {"x": {"a": 30.0, "b": 80.0, "c": 5.0}, "y": {"a": 61.0, "b": 44.0, "c": 9.0}}
ENDS = {"a": (0.0, 100.0), "b": (100.0, 0.0), "c": (1.0, 50.0)}
ERRORS = {"a": 4.0, "b": 9.0, "c": 0.5}


def uniform(*key: str) -> np.ndarray:
    words = np.frombuffer(sha256("|".join((str(SEED), *key)).encode()).digest(), dtype="<u4")
    return np.random.RandomState(words).random_sample(COUNT)


def spread(share: float, *key: str) -> np.ndarray:
    return share * (2 * uniform(*key) - 1)


def score(city: str, name: str) -> np.ndarray:
    value = VALUES[city][name] + spread(ERRORS[name], "value", city, name)
    worst, best = ENDS[name]
    if name == "c":
        value, worst, best = np.log(value), np.log(worst), np.log(best)
    low = worst + abs(best - worst) * spread(0.05, "goalpost", name, "worst")
    high = best + abs(best - worst) * spread(0.05, "goalpost", name, "best")
    return np.clip(100 * (value - low) / (high - low), 0, 100)


def area(name: str, members: dict[str, np.ndarray]) -> np.ndarray:
    weights = np.array([1 + spread(0.25, "weight", name, member) for member in members])
    scores = np.array(list(members.values()))
    arithmetic = (weights * scores).sum(axis=0) / weights.sum(axis=0)
    logs = np.log(np.maximum(scores, 1.0))
    geometric = np.exp((weights * logs).sum(axis=0) / weights.sum(axis=0))
    return np.where(np.floor(2 * uniform("alternative", "mean")) == 1, geometric, arithmetic)


@pytest.mark.parametrize("city", ["x", "y"])
def test_the_recipe_gives_every_interval_again(city: str) -> None:
    cells = {
        name: {key: {"value": value, "error": ERRORS[key]} for key, value in values.items()}
        for name, values in VALUES.items()
    }
    posts = ENDS | {"c": {"worst": 1.0, "best": 50.0, "transform": "log"}}
    found = rate_tables(
        cells, posts, {"top": ["left", "c"], "left": ["a", "b"]}, seed=SEED, replications=COUNT,
        alternatives={"method": ["geometric"]}, minimum_cities=2,
    )  # fmt: skip
    leaves = {name: score(city, name) for name in ENDS}
    left = area("left", {name: leaves[name] for name in "ab"})
    draws = {**leaves, "left": left, "top": area("top", {"c": leaves["c"], "left": left})}
    for name, drawn in draws.items():
        own = found[city][name].score
        low, median, high = np.quantile(drawn, [0.05, 0.5, 0.95])
        interval = found[city][name].interval
        assert own is not None
        assert interval is not None
        assert interval.low == pytest.approx(min(low, own))
        assert interval.median == pytest.approx(median)
        assert interval.high == pytest.approx(max(high, own))
