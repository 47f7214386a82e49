"""Round numbers along an axis that has room for few: the locator of Matplotlib.

Matplotlib is imported here, when the first axis is asked for. That costs as much as hundreds of
charts: what stands on every page of the website does without.
"""


def round_numbers(low: float, high: float, intervals: int) -> tuple[float, ...]:
    """Return evenly spaced round numbers, from `low` or below it to `high` or above it.

    Those within are at most `intervals` steps apart; `low` must lie below `high`.
    """
    from matplotlib import rc_context
    from matplotlib.ticker import MaxNLocator

    with rc_context({"axes.autolimit_mode": "data"}):  # not what this machine has set
        locator = MaxNLocator(nbins=intervals, steps=[1, 2, 2.5, 5, 10], min_n_ticks=1)
        return tuple(float(number) + 0.0 for number in locator.tick_values(low, high))
