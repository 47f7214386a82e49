"""Series that look wrong as a whole, said aloud: nothing is changed, and nothing held back.

Each is judged against itself and against what the city has: figures that stand for none, jumps by
powers of ten, shares given as fractions, thousands for units, and values that cannot be.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import log10
from statistics import median

from generator.editing.exchange.application import BREAKDOWNS, Row
from generator.editing.exchange.said import Said, said
from generator.model.framework import Framework
from generator.model.observables import Observable

ALIKE = 5
"""Number of years in a row with the same figure that look like a placeholder."""

PLACEHOLDERS = frozenset({-1.0, -9.0, -99.0, -999.0, -9999.0, 99.9, 999.0, 9999.0, 99999.0})
"""Numbers that stand for no number in many systems."""

NEAR = 0.15
"""How far, in powers of ten, a ratio may be from a whole power to look like one."""

HUNDRED_PER_CENT = 1.0
PER_CENT = "%"


def suspicions(
    rows: Sequence[Row], there: Sequence[Mapping[str, str]], framework: Framework
) -> Iterator[Said]:
    """Yield what looks wrong in new rows beside those that are `there`."""
    own: dict[str, list[float]] = {}
    for row in there:
        if (number := _number(row)) is not None:
            own.setdefault(row.get("observable", ""), []).append(number)
    for name, series in _by_observable(rows).items():
        observable = framework.observables[name]
        yield from _of_all([number for one in series for _, number in one], observable, own)
        for one in series:
            yield from _of_series(name, one)


def _number(row: Mapping[str, str]) -> float | None:
    try:
        return float(row.get("value", ""))
    except ValueError:
        return None


def _by_observable(rows: Sequence[Row]) -> dict[str, list[list[tuple[str, float]]]]:
    """Return the figures of each breakdown of each observable, by the last year of their period."""
    found: dict[str, dict[tuple[str, ...], list[tuple[str, float]]]] = {}
    for row in rows:
        number = _number(row)
        if number is not None:
            one = tuple(row[name] for name in BREAKDOWNS)
            series = found.setdefault(row["observable"], {}).setdefault(one, [])
            series.append((row["period"][-4:], number))
    return {name: [sorted(one) for one in series.values()] for name, series in found.items()}


def _of_all(
    numbers: Sequence[float], observable: Observable, own: Mapping[str, Sequence[float]]
) -> Iterator[Said]:
    name, unit = observable.id, observable.unit
    marks = sorted({f"{number:g}" for number in numbers if number in PLACEHOLDERS})
    if marks:
        yield said("filler", name=name, values=", ".join(marks))
    low, high = observable.minimum, observable.maximum
    outside = [
        number
        for number in numbers
        if (low is not None and number < low) or (high is not None and number > high)
    ]
    if outside and not observable.may_exceed:
        yield said(
            "outside", name=name, n=str(len(outside)), value=f"{outside[0]:g}", unit=unit,
            low="…" if low is None else str(low), high="…" if high is None else str(high),
        )  # fmt: skip
    if unit == PER_CENT and numbers and 0 < max(numbers) <= HUNDRED_PER_CENT:
        yield said("fraction", name=name)
    known = [number for number in own.get(name, ()) if number > 0]
    new = [number for number in numbers if number > 0]
    if known and new and (power := _power(median(new) / median(known))):
        yield said("power", name=name, power=str(power))


def _of_series(name: str, series: Sequence[tuple[str, float]]) -> Iterator[Said]:
    """Yield the jumps by powers of ten from one year to the next, and runs of one figure."""
    run = 1
    for (before, earlier), (year, later) in pairwise(series):
        if earlier > 0 and later > 0 and (power := _power(later / earlier)):
            yield said(
                "jump", name=name, before=before, year=year, power=str(power),
                earlier=f"{earlier:g}", later=f"{later:g}",
            )  # fmt: skip
        run = run + 1 if later == earlier else 1
        if run == ALIKE:
            yield said("again", name=name, value=f"{later:g}", year=year)


def _power(ratio: float) -> int:
    """Return the power of ten that a ratio is about; 0 if it is near none."""
    size = log10(ratio)
    return round(size) if abs(size - round(size)) <= NEAR else 0
