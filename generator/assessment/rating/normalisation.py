"""Value to score: 0 at the worst goalpost, 100 at the best, clipped.

OECD/JRC handbook, step 5: distance to a reference. Fixed goalposts, so that another city never
changes a score.
"""

import math
from collections.abc import Callable, Mapping

from generator.model.framework_tables import Goalpost, has_scale

LINEAR = "linear"


def normalise(value: float, goalpost: Goalpost) -> float | None:
    """Return the score of `value`, from 0 to 100; None without both goalposts.

    s = clip(100 (f(x) - f(L)) / (f(T) - f(L)), 0, 100), with f the identity, the natural
    logarithm or the fourth root. The order of the goalposts carries the direction, which is
    applied nowhere else. With `worst_above` the side on which the value lies counts. What the
    transform cannot take, such as the logarithm of zero, gives None.
    """
    unclipped = distance_to_best(value, goalpost)
    return None if unclipped is None else min(100.0, max(0.0, unclipped))


def distance_to_best(value: float, goalpost: Goalpost) -> float | None:
    """Return the unclipped score: over 100 is beyond the best goalpost."""
    best, worst = goalpost.best, goalpost.worst
    if best is None or worst is None or best == worst:
        return None
    if goalpost.worst_above is not None and value > best:
        worst = goalpost.worst_above
    transform = goalpost.transform or LINEAR
    if not is_defined(transform, min(value, best, worst)):
        return None
    value, best, worst = (TRANSFORMS[transform](one) for one in (value, best, worst))
    return 100.0 * (value - worst) / (best - worst)


TRANSFORMS: Mapping[str, Callable[[float], float]] = {
    LINEAR: lambda value: value,
    "log": math.log,
    "fourth-root": lambda value: math.sqrt(math.sqrt(value)),
}


def is_defined(transform: str, value: float) -> bool:
    """Return whether a transform takes a value."""
    return transform == LINEAR or value > 0 or (value == 0 and transform != "log")


def score_words(goalpost: Goalpost) -> Mapping[str, float]:
    """Return the scores of words, from `no=0; yes=100`."""
    pairs = (part.split("=") for part in (goalpost.scores or "").split(";") if "=" in part)
    return {word.strip(): float(score) for word, score in pairs}


def class_of(value: float, goalpost: Goalpost) -> str:
    """Return the first class whose upper edge is not passed; the last one has none."""
    return next(
        label for label, edge in goalpost.class_edges if edge is None or round(value - edge, 9) <= 0
    )


def score_value(text: str | None, value: float | None, goalpost: Goalpost) -> float | None:
    """Return the score of an observation as it stands in the file, a word or a number."""
    if not has_scale(goalpost):
        return None
    if goalpost.scores:
        return score_words(goalpost).get(text or "")
    return None if value is None else normalise(value, goalpost)
