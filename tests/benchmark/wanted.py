"""The lines of the table: what is wanted, what was measured, and what that says."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmark.measures import EDITS, TAKE, Figure
from tests.benchmark.processes import NotMeasured
from tests.benchmark.worlds import STANDARD, Bench

WANTED = Path(__file__).parent / "wanted.csv"
WORSE = 1.1
"""A line that is worse than last time by more than this factor is marked."""


@dataclass(frozen=True)
class Measure:
    """A row of `wanted.csv`.

    `wanted` is what the number must not exceed, or must reach if `at_least`. It was stated for
    the standard numbers of cities, and says nothing of others.
    """

    id: str
    part: str
    name: str
    unit: str
    wanted: float | None
    at_least: bool

    def title(self, sizes: Bench) -> str:
        return self.name.format(
            small=sizes.small, middle=sizes.middle, large=sizes.large, edits=EDITS
        )

    def printed(self, number: float) -> str:
        if self.unit == "×":
            return f"×{number:.2f}"
        return f"{number:.0f} MB" if self.unit == "MB" else f"{number:.2f} {self.unit}"


@dataclass(frozen=True)
class Line:
    """A measure with its number, or with the reason why there is none, and the last number."""

    measure: Measure
    title: str
    wanted: float | None
    figure: Figure | None
    reason: str
    last: float | None

    @property
    def is_held(self) -> bool | None:
        """Return whether what is wanted is reached; None if that cannot be said."""
        if self.figure is None or self.wanted is None:
            return None
        least = self.measure.at_least
        return self.figure.number >= self.wanted if least else self.figure.number <= self.wanted

    @property
    def is_worse(self) -> bool:
        """Return whether the number is worse than last time by more than a tenth."""
        if self.figure is None or not self.last or not self.figure.number:
            return False
        change = self.figure.number / self.last
        return (1 / change if self.measure.at_least else change) > WORSE

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the cells of the line, in the order of `HEAD`."""
        printed = self.measure.printed
        held = {True: "yes", False: "**no**", None: ""}[self.is_held]
        return (
            self.title,
            _limit(self.measure, self.wanted),
            "" if self.last is None else printed(self.last),
            "" if self.figure is None else printed(self.figure.number),
            f"{held} **worse**".strip() if self.is_worse else held,
            f"not measured: {self.reason}" if self.figure is None else self.figure.beside,
        )


HEAD = ("Measure", "Wanted", "Last time", "Now", "Held", "Beside it")


def _limit(measure: Measure, wanted: float | None) -> str:
    if wanted is None:
        return ""
    return f"{'≥' if measure.at_least else '≤'} {measure.printed(wanted)}"


def load_measures() -> tuple[Measure, ...]:
    """Return the rows of `wanted.csv`."""
    with WANTED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(
        Measure(
            row["id"],
            row["part"],
            row["measure"],
            row["unit"],
            float(row["wanted"]) if row["wanted"] else None,
            row["at_least"] == "yes",
        )
        for row in rows
    )


def take(measure: Measure, bench: Bench, last: Mapping[str, float]) -> Line:
    """Measure a line; what cannot be measured says why."""
    title = measure.title(bench)
    stated = title == measure.title(Bench(bench.work, STANDARD))
    figure, reason = None, ""
    try:
        figure = TAKE[measure.id](bench)
    except NotMeasured as problem:
        reason = str(problem)
    return Line(measure, title, measure.wanted if stated else None, figure, reason, last.get(title))


def chosen(parts: Sequence[str], bench: Bench) -> tuple[Measure, ...]:
    """Return the measures of some parts, or all; of two with one title the first."""
    measures = [one for one in load_measures() if not parts or one.part in parts]
    return tuple({one.title(bench): one for one in reversed(measures)}.values())[::-1]
