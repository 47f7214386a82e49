"""A value against its own series: jumps, powers of ten, zeros, years far away, and standstill.

Robust throughout: the expected value is that of the line by Theil and Sen, the spread the median
of the absolute deviations from it (Iglewicz and Hoaglin's modified z-score).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, groupby, takewhile
from math import log10
from statistics import median

from generator.assessment.plausibility.comparable_figures import POWER, Figure
from generator.frozen import dataclass

FEWEST = 5
"""Points below which a series tells nothing of what is usual."""
AMONG, FEW = "among", "few"
"""The tests of a few figures against each other: in any number, and of short series only."""
CONSTANT, STILL = "constant", "still"
"""The tests for a run of equal figures, and for a series of nothing else."""
NORMAL = 0.6745
"""The median absolute deviation of a normal distribution, in its standard deviations."""
LEAST_SPREAD = 0.02
"""The least spread assumed, as a share of the median, so that a flat series has one too."""

NEAR_THE_END = 0.99
"""From this part of its largest value on a share stands still, and is the same as others."""
THREE_DIGITS = 100
"""How many steps a value has from three digits on."""

Ends = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A figure that does not fit its series, and what its series lets expect."""

    figure: Figure
    expected: float


def doubts_of(series: Sequence[Figure], test: str, limit: float, ends: Ends) -> Iterator[Doubt]:
    """Yield the doubts of a test in a series in order of time; `ends` is the range of its unit."""
    least = 2 if test in (AMONG, FEW, STILL) else FEWEST
    if len(series) >= least and not (test == FEW and len(series) >= FEWEST):
        yield from TESTS[test](series, limit, ends)


def is_near_end(value: float, largest: float | None) -> bool:
    """Return whether a value has all but reached the largest one that there can be."""
    return largest is not None and value >= NEAR_THE_END * largest


def _jumps(series: Sequence[Figure], limit: float, _ends: Ends) -> Iterator[Doubt]:
    """Yield the figures whose modified z-score about the robust line is above the limit.

    A spread below the step to which the series is stated cannot be seen in it.
    """
    expected = _line(series)
    deviations = [abs(one.value - at) for one, at in zip(series, expected, strict=True)]
    usual = abs(median([one.value for one in series]))
    spread = max(median(deviations), LEAST_SPREAD * usual)
    if spread > 0 and NORMAL * max(deviations) / spread <= limit:
        return  # a step that is seen makes the spread no smaller
    spread = max(spread, max(one.step for one in series))
    for one, at, deviation in zip(series, expected, deviations, strict=True):
        if spread > 0 and NORMAL * deviation / spread > limit:
            yield Doubt(one, at)


def _powers(series: Sequence[Figure], limit: float, _ends: Ends) -> Iterator[Doubt]:
    """Yield the figures that are ten times, a hundred times … what their series is about.

    `limit` is the factor within which a power of ten is met.
    """
    usual = median([one.value for one in series])
    if usual <= 0:
        return
    for one in series:
        power = round(log10(one.value / usual)) if one.value > 0 else 0
        ratio = one.value / usual / 10.0**power
        if power and 1 / limit <= ratio <= limit:
            yield Doubt(one, usual)


def _steps(series: Sequence[Figure], limit: float, _ends: Ends) -> Iterator[Doubt]:
    """Yield the figures more than `limit` times, or less than that part of, those before.

    Those before are the median of up to three, so that one spike does not accuse its follower.
    """
    values = [one.value for one in series]
    for at, one in enumerate(series[2:], start=2):
        usual = median(values[max(at - 3, 0) : at])
        if usual > 0 and one.value > 0 and not usual / limit <= one.value <= usual * limit:
            yield Doubt(one, usual)


def _constant(series: Sequence[Figure], limit: float, ends: Ends) -> Iterator[Doubt]:
    """Yield the figures of a run of equal ones, as long as the limit, away from both ends.

    A figure of fewer than three digits may stand still by rounding.
    """
    if len(series) - len({one.value for one in series}) + 1 < limit:
        return  # too few are equal
    for value, run in groupby(series, key=lambda one: one.value):
        figures = list(run)
        if len(figures) < limit or value in ends:
            continue
        if abs(value) >= THREE_DIGITS * max(one.step for one in figures):
            yield from (Doubt(one, value) for one in figures)


def _still(series: Sequence[Figure], limit: float, ends: Ends) -> Iterator[Doubt]:
    """Yield all figures of a series of one value, which is not near its end."""
    values = {one.value for one in series}
    if len(series) >= limit and len(values) == 1 and not is_near_end(series[0].value, ends[1]):
        yield from _constant(series, limit, ends)


def _zeros(series: Sequence[Figure], limit: float, ends: Ends) -> Iterator[Doubt]:
    """Yield the zeros at either end of a series whose other values all stay away from zero.

    So a missing value is often written. `limit` is the share of their median below which no other
    value lies. A count of rare events may be zero, so that only shares of a whole are judged, and
    one zero alone is not.
    """
    rest = [one.value for one in series if one.value]
    if ends[1] is None or len(rest) in (0, len(series)) or min(rest) < limit * median(rest):
        return
    for ordered in (series, series[::-1]):
        zeros = list(takewhile(lambda one: one.value == 0, ordered))
        if len(zeros) > 1:
            yield from (Doubt(one, median(rest)) for one in zeros)


def _apart(series: Sequence[Figure], limit: float, _ends: Ends) -> Iterator[Doubt]:
    """Yield the figures more than `limit` years from all others: a digit of the year is wrong."""
    years = [period.last for one in series if (period := one.row.period)]
    if not years or max(years) - min(years) <= limit:
        return
    usual = median([one.value for one in series])
    for one, year in zip(series, years, strict=False):
        if all(abs(year - other) > limit for other in years if other != year):
            yield Doubt(one, usual)


def _among(series: Sequence[Figure], limit: float, _ends: Ends) -> Iterator[Doubt]:
    """Yield the figures more than `limit` times the median of the others, or below that part."""
    for at, one in enumerate(series):
        usual = median(other.value for other in (*series[:at], *series[at + 1 :]))
        if usual > 0 and not usual / limit <= one.value <= usual * limit:
            yield Doubt(one, usual)


def _line(series: Sequence[Figure]) -> list[float]:
    """Return the values of the line by Theil and Sen in the years of the series."""
    points = [(period.last if (period := one.row.period) else 0, one.value) for one in series]
    slopes = [
        (later - value) / (after - year)
        for (year, value), (after, later) in combinations(points, 2)
        if after != year
    ]
    slope = median(slopes) if slopes else 0.0
    start = median([value - slope * year for year, value in points])
    return [start + slope * year for year, _ in points]


TESTS: Mapping[str, Callable[[Sequence[Figure], float, Ends], Iterator[Doubt]]] = {
    "jump": _jumps,
    POWER: _powers,
    "step": _steps,
    CONSTANT: _constant,
    STILL: _still,
    "zeros": _zeros,
    "apart": _apart,
    AMONG: _among,
    FEW: _among,
}
"""The tests by the word of the limit."""

LEVELS = ("jump", "step", FEW)
"""Those of how far a value lies from its series."""
AT_ENDS = (CONSTANT, STILL, "zeros")
"""Those that ask for the range of the unit."""
