"""Random numbers that anybody can draw again: each stream follows from a seed and a key.

The key says what is drawn, so that no draw depends on how many others there are or in which order
they are made. The stream of `numpy.random.RandomState` (Mersenne Twister MT19937) is frozen: the
same seed gives the same bytes with every version of NumPy.
"""

import hashlib
import threading
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from generator.frozen import dataclass
from generator.model.hierarchy import ARITHMETIC

Draws = npt.NDArray[np.float64]
"""A number in each replication."""


@dataclass(frozen=True, slots=True)
class Replications:
    """What is varied beside the values.

    `weights` and `goalposts` are shares, of a weight and of the distance of two ends;
    `weights_within` are pairs of area and share for areas in which another one holds. The others
    are alternatives, of which each replication takes one at random: the mean of an area, by how
    many points a score may pass 0 and 100 (`beyond`), and, where a benchmark has another worst
    end, which of the two. A geometric mean takes no score below `least`, so that a single 0 does
    not annul all others.
    """

    seed: int
    count: int
    weights: float
    goalposts: float
    means: tuple[str, ...] = (ARITHMETIC,)
    beyond: tuple[float, ...] = (0.0,)
    worst_ends: int = 1
    least: float = 1.0
    weights_within: tuple[tuple[str, float], ...] = ()


class _Generator(threading.local):
    """One generator a thread, seeded anew for every key: making one costs ten times a draw."""

    def __init__(self) -> None:
        self.state = np.random.RandomState(0)


_generator = _Generator()


def draw_uniform(seed: int, count: int, *key: str) -> Draws:
    """Return `count` draws from 0 to 1 for a key, apart from those of every other key.

    The SHA-256 of seed and key, joined by "|", seeds the generator as eight little-endian words.
    """
    digest = hashlib.sha256("|".join((str(seed), *key)).encode()).digest()
    _generator.state.seed(np.frombuffer(digest, dtype="<u4"))
    return _generator.state.random_sample(count)


def draw_spread(share: float, seed: int, count: int, *key: str) -> Draws:
    """Return draws from -share to +share."""
    return share * (2.0 * draw_uniform(seed, count, *key) - 1.0)


@lru_cache(maxsize=64)
def draw_choice(settings: Replications, what: str, alternatives: int) -> npt.NDArray[np.int64]:
    """Return which of some alternatives each replication takes, all equally likely."""
    drawn = draw_uniform(settings.seed, settings.count, "alternative", what)
    chosen: npt.NDArray[np.int64] = np.floor(alternatives * drawn).astype(np.int64)
    return chosen
