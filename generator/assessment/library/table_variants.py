"""Other treatments of outliers and other normalisations of the same plain tables.

In: values and goalposts. Out: values and goalposts again, so that the engine rates each variant in
the same way: both normalisations from the data are straight lines, and so goalposts of their own.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import fmean, stdev

from generator.assessment.library.input_errors import listed
from generator.assessment.library.input_tables import Value
from generator.frozen import dataclass
from generator.model.framework_tables import Goalpost

Values = Mapping[str, Mapping[str, Value]]
Posts = Mapping[str, Goalpost]

ValueNoise = float | Mapping[str, float]
"""By what share values may be off: all estimates, or each value by its status."""

NONE, WINSORISE, LOG = "none", "winsorise", "log"
TREATMENTS = (NONE, WINSORISE, LOG)
GOALPOSTS, MIN_MAX, Z_SCORE = "goalposts", "min-max", "z-score"
NORMALISATIONS = (GOALPOSTS, MIN_MAX, Z_SCORE)

SKEWNESS, KURTOSIS, MOST_WINSORISED = 2.0, 3.5, 5
"""From where on an indicator is treated, and how many values at most (JRC, COINr)."""

DEVIATIONS = 5.0
"""Standard deviations from the mean to a score of 0 or 100, so that one is 10 points (T score)."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Tables under one treatment and one normalisation; `treated` are the observables changed."""

    values: Values
    posts: Posts
    treated: tuple[str, ...]
    own_goalposts: bool


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The variants by treatment, then by normalisation; each replication takes one of each."""

    variants: tuple[tuple[Variant, ...], ...]


def variant_of(values: Values, posts: Posts, treatment: str, normalisation: str) -> Variant:
    """Return the tables treated and normalised; what is scored in words stays as it is."""
    refuse_unknown("treatment", treatment, TREATMENTS)
    refuse_unknown("normalisation", normalisation, NORMALISATIONS)
    treated: list[str] = []
    for name in sorted(posts):
        known = numbers_of(values, name)
        if treatment == NONE or posts[name].scores or not is_skewed(list(known.values())):
            continue
        if treatment == WINSORISE:
            values, treated = _winsorised(values, name), [*treated, name]
        elif min((*known.values(), *_ends_of(posts[name]))) > 0:
            posts = {**posts, name: replace(posts[name], transform="log")}
            treated.append(name)
    if normalisation != GOALPOSTS:
        posts = {name: _ends_from_data(values, post, normalisation) for name, post in posts.items()}
    return Variant(values, posts, tuple(treated), normalisation == GOALPOSTS)


def refuse_unknown(what: str, word: str, known: Sequence[str]) -> None:
    if word not in known:
        raise ValueError(f"{what}: {word} is unknown; there are {listed(known)}")


def numbers_of(values: Values, observable: str) -> dict[str, float]:
    """Return the numbers of an observable by city."""
    found = ((city, cells.get(observable)) for city, cells in values.items())
    return {city: cell.number for city, cell in found if cell and cell.number is not None}


def _ends_of(post: Goalpost) -> list[float]:
    return [end for end in (post.worst, post.worst_above, post.best) if end is not None]


def is_skewed(numbers: Sequence[float]) -> bool:
    """Return whether outliers decide: sample skewness over 2 and excess kurtosis over 3.5."""
    count = len(numbers)
    if count < 4 or max(numbers) == min(numbers):
        return False
    mean = fmean(numbers)
    second, third, fourth = (
        math.fsum((number - mean) ** power for number in numbers) / count for power in (2, 3, 4)
    )
    skew = third / second**1.5 * math.sqrt(count * (count - 1)) / (count - 2)
    excess = (count - 1) / ((count - 2) * (count - 3))
    kurtosis = excess * ((count + 1) * (fourth / second**2 - 3) + 6)
    return abs(skew) > SKEWNESS and kurtosis > KURTOSIS


def _winsorised(values: Values, observable: str) -> Values:
    """Return the values with the farthest of an observable set to the next ones.

    One after the other, on the side of the skew, until it is skewed no more or the most allowed
    are changed.
    """
    numbers = numbers_of(values, observable)
    lower, upper = min(numbers.values()), max(numbers.values())
    for _ in range(MOST_WINSORISED):
        capped = sorted(min(max(number, lower), upper) for number in numbers.values())
        if not is_skewed(capped):
            break
        within = [number for number in capped if lower < number < upper]
        if not within:
            break
        high = upper - fmean(capped) > fmean(capped) - lower
        lower, upper = (lower, within[-1]) if high else (within[0], upper)
    return {
        city: {
            name: _capped(cell, lower, upper) if name == observable else cell
            for name, cell in cells.items()
        }
        for city, cells in values.items()
    }


def _capped(value: Value, lower: float, upper: float) -> Value:
    def cap(number: float | None) -> float | None:
        return None if number is None else min(max(number, lower), upper)

    return replace(value, number=cap(value.number), lower=cap(value.lower), upper=cap(value.upper))


def _ends_from_data(values: Values, post: Goalpost, normalisation: str) -> Goalpost:
    """Return goalposts from the data: the ends found, or five deviations from the mean."""
    numbers = list(numbers_of(values, post.observable).values())
    if post.scores or post.best is None or post.worst is None or len(set(numbers)) < 2:
        return post
    logarithmic = post.transform == LOG
    if logarithmic:
        numbers = [math.log(number) for number in numbers if number > 0]
    low, high = min(numbers), max(numbers)
    if normalisation == Z_SCORE:
        spread = DEVIATIONS * stdev(numbers)
        low, high = fmean(numbers) - spread, fmean(numbers) + spread
    if logarithmic:
        low, high = math.exp(low), math.exp(high)
    worst, best = (low, high) if post.best > post.worst else (high, low)
    return replace(post, worst=worst, best=best, worst_above=None)
