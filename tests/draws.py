"""How much the deep tests draw: all, or with `make deep-test DRAWS=small` a twentieth.

With `SEED=7` other mutants are drawn than usual.
"""

import os
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")
SMALL, SHARE = "small", 20


def draws(count: int) -> int:
    """Return how many of `count` draws are wanted; of a few, one at least."""
    wanted = os.environ.get("DRAWS", "")
    assert wanted in ("", SMALL), f"DRAWS is {wanted}; write {SMALL}, or leave it out."
    return -(-count // SHARE) if wanted else count


def seed(usual: int) -> int:
    """Return the random start of what is drawn."""
    return int(os.environ.get("SEED") or usual)


def drawn(cases: Iterable[T]) -> list[T]:
    """Return all cases, or with `DRAWS=small` every twentieth."""
    listed = list(cases)
    return listed[:: len(listed) // draws(len(listed))]
