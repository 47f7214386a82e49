"""Shares of replications, judged as they are printed, so that no text contradicts its number."""

import math


def as_percent(share: float) -> int:
    """Return a share in whole per cent, rounded half up."""
    return math.floor(100.0 * round(share, 9) + 0.5)


def is_enough(share: float, wanted: float) -> bool:
    """Return whether a share reaches the wanted one, both in whole per cent."""
    return as_percent(share) >= as_percent(wanted)
