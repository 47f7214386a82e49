"""How much the deep tests draw: all, or with `make deep-test DRAWS=small` a twentieth."""

import os

SMALL, SHARE = "small", 20


def draws(count: int) -> int:
    """Return how many of `count` draws are wanted; of a few, one at least."""
    wanted = os.environ.get("DRAWS", "")
    assert wanted in ("", SMALL), f"DRAWS is {wanted}; write {SMALL}, or leave it out."
    return -(-count // SHARE) if wanted else count
