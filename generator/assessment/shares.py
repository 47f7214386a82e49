"""Shares of replications, judged as they are printed, so that no text contradicts its number."""

import math
from collections.abc import Iterable


def as_percent(share: float) -> int:
    """Return a share in whole per cent, rounded half up."""
    return math.floor(100.0 * round(share, 9) + 0.5)


def is_enough(share: float, wanted: float) -> bool:
    """Return whether a share reaches the wanted one, both in whole per cent."""
    return as_percent(share) >= as_percent(wanted)


def in_percent(shares: Iterable[tuple[str, float]]) -> dict[str, int]:
    """Return shares that add up to 1 in whole per cent that add up to 100.

    Those with the largest rest are rounded up (Hare and Niemeyer), equals in the order given.
    """
    exact = {name: 100.0 * round(share, 9) for name, share in shares}
    whole = {name: math.floor(percent) for name, percent in exact.items()}
    missing = round(sum(exact.values())) - sum(whole.values())
    for name in sorted(exact, key=lambda name: whole[name] - exact[name])[:missing]:
        whole[name] += 1
    return whole
