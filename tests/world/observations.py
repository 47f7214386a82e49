"""The rows of `observations.csv`: figures with status, comparability, quality and the rest.

Which row carries which mark goes by the number of the observable and of the city, so that every
status, every comparability and every quality occurs, whatever the random start.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.assessment.plausibility.relation_text import SUM
from generator.assessment.rating.selection import CONFIDENTIAL
from generator.model.framework import Framework
from generator.model.observables import Observable
from tests.world.places import Place
from tests.world.series import (
    Values,
    make_path,
    make_series,
    printed,
    within,
)
from tests.world.world import World

NORMAL, BREAK, FORECAST = "A", "B", "F"
REQUIRED, FORBIDDEN = "required", "forbidden"

Cells = dict[str, str]


@dataclass(frozen=True)
class Flag:
    """A status other than the normal one, in the year counted from 0."""

    status: str
    year: int


class Observations:
    """The figures of one place: `values` by observable, and the rows made of them."""

    def __init__(self, world: World, place: Place, framework: Framework, seed: int) -> None:
        self.world, self.place, self.framework, self.seed = world, place, framework, seed
        every = {key: one for key, one in framework.observables.items() if one.carries_value}
        self.observables: Mapping[str, Observable] = every
        parts = {name for one in framework.relations if one.kind == SUM for name in one.observables}
        flags = {key: self._flag(number) for number, key in enumerate(every)}
        self.flags = {  # of a whole no single part is confidential: it would follow from the others
            key: None if key in parts and flag and flag.status == CONFIDENTIAL else flag
            for key, flag in flags.items()
        }
        breaks = {key: one.year for key, one in self.flags.items() if one and one.status == BREAK}
        self.paths: Values = {
            key: make_path(world, place, key, breaks.get(key), seed) for key in every
        }
        self.values: Values = make_series(world, every, self.paths)

    def rows(self) -> Iterator[Cells]:
        """Yield the rows in the order of the framework."""
        if self.place.thin:
            yield from self._thin_rows()
            return
        indicators = list(self.framework.indicators)
        for number, (key, observable) in enumerate(self.observables.items()):
            if self.place.reports(indicators.index(observable.indicator)):
                yield from self._series(number, key)
                yield from self._breakdown(key)
                yield from self._beside(key)

    def text(self, key: str, year: int) -> str:
        """Return the value of the year, counted from 0, as it is written."""
        rows = self.framework.goalposts_of.get(key, ())
        scores = next((row.scores for row in rows if row.scores), "")
        words = [score.partition("=")[0].strip() for score in scores.split(";") if score]
        return printed(self.observables[key], words, self.values[key][year])

    def _flag(self, number: int) -> Flag | None:
        if (number + self.place.number) % 2:
            return None
        codes = [row.status for row in self.framework.statuses if row.status != NORMAL]
        status = codes[(number // 2 + 5 * self.place.number) % len(codes)]
        last = len(self.world.years) - 1
        return Flag(status, (3 * number + self.place.number) % last if number % 6 else last)

    def _series(self, number: int, key: str) -> Iterator[Cells]:
        chance = random.Random(f"{self.seed}|{self.place.id}|{key}|gaps")
        last = len(self.world.years) - 1
        flag = self.flags[key]
        for year in range(last + 1):
            missing = chance.random() < float(self.place.settings["gaps"])
            marked = flag is not None and flag.year == year and flag.status != FORECAST
            if year == last or marked or not missing:
                status = flag.status if flag and marked else NORMAL
                yield self._row(number, key, year, status)
        if flag is not None and flag.status == FORECAST:
            for ahead in range(int(self.world.settings["forecast_years"])):
                yield self._row(number, key, last + 1 + ahead, FORECAST)

    def _row(self, number: int, key: str, year: int, status: str) -> Cells:
        """Return the row of a year, counted from 0."""
        quality = self._quality(number)
        row = {
            "observable": key,
            "period": self._period(key, year),
            "value": self.text(key, year),
            "unit": self.observables[key].unit,
            "source": self._source(quality, number),
            "status": "" if status == NORMAL and number % 3 else status,
            "comparability": self._comparability(number, key),
            "quality": quality,
            "verified": ("yes", "no", "")[number % 3],
            "period_basis": "report" if number % 17 == 4 else "reference",
            "note": self.world.remarks.get(("status", status), ""),
        }
        row |= self._bounds(key, year, quality) | self._quotient(number, key, year, status)
        rule = self.framework.status_of[status].value
        if rule == FORBIDDEN or (rule != REQUIRED and number % 4 == 0):
            row |= {"value": "", "lower": "", "upper": "", "numerator": "", "denominator": ""}
        if not row["note"] and not self._is_unexplained(key, year):
            row["note"] = self.world.remarks.get(("comparability", row["comparability"]), "")
        return row

    def _period(self, key: str, year: int) -> str:
        """Return one year, or the last of several where the figure is a mean of years."""
        last = self.world.years[0] + year
        span = int(self.world.ranges[key]["span"] or 1)
        return str(last) if span == 1 else f"{last - span + 1}-{last}"

    def _quality(self, number: int) -> str:
        qualities = self.world.settings["qualities"]
        return str(qualities[(number + self.place.number) % len(qualities)])

    def _source(self, quality: str, number: int) -> str:
        sources = self.world.settings["sources"][quality]
        return str(sources[number % len(sources)])

    def _comparability(self, number: int, key: str) -> str:
        """Return the comparability of a series; blank, which means exact, for every fifth."""
        kinds = list(self.framework.words["comparability"])
        turn = number + 3 * self.place.number
        if turn % 13 == 5:
            return kinds[2]
        if turn % 7 == 0 or key == self.place.settings.get("unexplained"):
            return kinds[1]
        return "" if number % 5 == 0 else kinds[0]

    def _is_unexplained(self, key: str, year: int) -> bool:
        """Return whether this figure stands without a note, under a waiver."""
        last = len(self.world.years) - 1
        return key == self.place.settings.get("unexplained") and year == last

    def _bounds(self, key: str, year: int, quality: str) -> Cells:
        observable, text = self.observables[key], self.text(key, year)
        if quality != self.world.settings["qualities"][2] or not text[:1].isdigit():
            return {}
        half = float(self.world.settings["bound_share"]) * float(text)
        ends = (within(observable, float(text) - half), within(observable, float(text) + half))
        low, high = (f"{end:.{observable.decimals}f}" for end in ends)
        return {"lower": low, "upper": high}

    def _quotient(self, number: int, key: str, year: int, status: str) -> Cells:
        """Return numerator and denominator in place of the value, for some shares."""
        multiplier = self.observables[key].multiplier
        if number % 6 != 1 or multiplier != 100 or self.world.ranges[key]["group"]:
            return {}
        whole = round(int(self.place.settings["population"]) * 0.41)
        part = round(whole * float(self.text(key, year)) / 100)
        return {"value": "", "numerator": str(part), "denominator": str(whole)}

    def _breakdown(self, key: str) -> Iterator[Cells]:
        last = len(self.world.years) - 1
        observable = self.observables[key]
        for part in self.world.breakdowns:
            if part["observable"] == key:
                value = within(observable, self.values[key][last] * float(part["factor"]))
                row = self._row(0, key, last, NORMAL)
                row |= {"value": f"{value:.{observable.decimals}f}", "note": ""}
                row |= {"comparability": "", "lower": "", "upper": ""}
                yield row | {name: part[name] for name in ("sex", "age", "district")}

    def _beside(self, key: str) -> Iterator[Cells]:
        """Yield what somebody else states of the last year."""
        last, observable = len(self.world.years) - 1, self.observables[key]
        for other in self.world.settings["beside"]:
            if other["observable"] == key:
                value = within(observable, self.values[key][last] * float(other["factor"]))
                text = f"{value:.{observable.decimals}f}"
                named = {name: cell for name, cell in other.items() if name != "factor"}
                yield self._plain(key, last, self._period(key, last), "") | named | {"value": text}

    def _thin_rows(self) -> Iterator[Cells]:
        last = len(self.world.years) - 1
        for key in self.world.settings["thin"]:
            yield self._plain(key, last, self._period(key, last), "")
        note = self.world.settings["unpublished"]["note"]
        yield self._plain(self.world.settings["undated"], last, "", note)
        for cell in self.world.settings["thin_cells"]:
            key = cell["observable"]
            yield self._plain(key, last, self._period(key, last), "") | cell

    def _plain(self, key: str, year: int, period: str, note: str) -> Cells:
        quality = self.world.settings["qualities"][0]
        return {
            "observable": key,
            "period": period,
            "value": self.text(key, year),
            "unit": self.observables[key].unit,
            "source": self._source(quality, 0),
            "note": note,
        }
