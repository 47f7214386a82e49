"""Values that are typed where a figure is missing: nines, the year, the same one everywhere.

In: the figures of a city. Out: those that look like it; a person knows whether they are right.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.assessment.plausibility.comparable_figures import Figure, Figures
from generator.assessment.plausibility.steadiness import is_near_end
from generator.assessment.rating.data_errors import ends_of
from generator.model.framework import Framework

SIGNIFICANT = 3
"""From so many digits on two figures are not the same by rounding."""


def fillers_of(framework: Framework, figures: Figures, word: str, limit: float) -> Iterator[Figure]:
    """Yield the figures of a city that a test speaks against."""
    own = [one for name in figures.series if name in framework.observables
           for one in figures.series[name].values()]  # fmt: skip
    yield from FILLERS[word](framework, own, limit)


def _nines(_framework: Framework, figures: Sequence[Figure], limit: float) -> Iterator[Figure]:
    """Yield whole numbers of `limit` nines or more, and those that count up from 1."""
    for one in figures:
        text = one.row.value or ""
        counted = len(text) > limit and "123456789".startswith(text)
        if counted or (text[:1] == "9" and len(text) >= limit and set(text) == {"9"}):
            yield one


def _years(_framework: Framework, figures: Sequence[Figure], limit: float) -> Iterator[Figure]:
    """Yield whole numbers that are the year of their period, or up to `limit` years from it."""
    for one in figures:
        text, period = one.row.value or "", one.row.period
        if period and text.isdecimal() and abs(one.value - period.last) <= limit:
            yield one


def _repeated(framework: Framework, figures: Sequence[Figure], limit: float) -> Iterator[Figure]:
    """Yield figures whose value stands in one period for `limit` observables or more."""
    alike: dict[tuple[str, object], list[Figure]] = {}
    for one in figures:
        alike.setdefault((one.row.value or "", one.row.period), []).append(one)
    for (text, _), group in alike.items():
        if len(group) < limit or digits_of(text) < SIGNIFICANT:
            continue
        apart = [
            one for one in group if not is_near_end(one.value, ends_of(framework, one.name)[1])
        ]
        if len({one.name for one in apart}) >= limit:
            yield from apart


def _zeros(_framework: Framework, figures: Sequence[Figure], limit: float) -> Iterator[Figure]:
    """Yield zeros, if there are `limit` or more and they are at least half of all figures."""
    zeros = [one for one in figures if one.value == 0]
    if len({one.name for one in zeros}) >= limit and 2 * len(zeros) >= len(figures):
        yield from zeros


def digits_of(text: str) -> int:
    """Return how many digits of a number tell something: none of the zeros at its ends."""
    return len(text.replace(".", "").strip("-0"))


FILLERS: Mapping[str, Callable[[Framework, Sequence[Figure], float], Iterator[Figure]]] = {
    "nines": _nines,
    "year": _years,
    "repeat": _repeated,
    "zeros": _zeros,
}
"""The tests by the word of the limit."""
