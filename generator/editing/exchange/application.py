"""A table of another system and a signed mapping to rows of `observations.csv`.

What is not taken is counted with its reason, never dropped in silence: series without a mapping,
words without one, breakdowns that no column of ours holds, cells that are no figures.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from generator.editing.exchange.figures import Figure, NotAFigure, figure_of
from generator.editing.exchange.foreign_table import ForeignTable
from generator.editing.exchange.said import Said, said
from generator.model.framework import Framework
from generator.model.mapping_records import TOTAL, MappedSeries, MappingRecord
from generator.model.misread_dates import meaning_of_period
from generator.model.scalars import Fault, parse_period

BREAKDOWNS = ("sex", "age", "district")
KEY = ("observable", "period", *BREAKDOWNS)
Row = dict[str, str]


class Unusable(ValueError):
    """The mapping does not fit the table, for a `reason`."""

    def __init__(self, reason: Said) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass
class Taken:
    """What a mapping makes of tables: rows, and what was converted and left, with numbers."""

    rows: list[Row] = field(default_factory=list)
    converted: Counter[Said] = field(default_factory=Counter)
    left: Counter[Said] = field(default_factory=Counter)
    doubts: list[Said] = field(default_factory=list)

    def add(self, other: "Taken") -> None:
        """Take in what came of another table."""
        self.rows += other.rows
        self.converted += other.converted
        self.left += other.left
        self.doubts += [doubt for doubt in other.doubts if doubt not in self.doubts]


class _NotTaken(Exception):
    """A row that is left, for a `reason`."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.reason = said(key, **values)


def take(table: ForeignTable, mapping: MappingRecord, framework: Framework) -> Taken:
    """Return the rows that a mapping makes of a table.

    Raises:
        Unusable: the table has another format, or lacks a column that the mapping names, or
            that every table must have.
    """
    if mapping.format != table.format:
        stated = {"format": mapping.format, "is": table.format}
        raise Unusable(said("other-format", file=table.name, **stated))
    absent = [f"measures: {name}" for name in mapping.measures if name not in table.columns]
    if mapping.measures and not absent:
        table = table.apart(mapping.measures)
    columns = {**table.usual, **mapping.columns}
    absent += [f"{our}: {theirs}" for our, theirs in columns.items() if theirs not in table.columns]
    absent += [f"where: {theirs}" for theirs in mapping.where if theirs not in table.columns]
    absent += [our for our in ("period", "value") if our not in columns]
    if absent:
        known = ", ".join(table.columns)
        raise Unusable(said("no-column", columns="; ".join(absent), known=known))
    taken, reader = Taken(), _Reader(table, mapping, framework, columns)
    for row in table.rows:
        try:
            taken.rows.append(reader.row(row, taken))
        except _NotTaken as left:
            taken.left[left.reason] += 1
    taken.rows = list(_each_once(taken.rows, taken))
    return taken


@dataclass(frozen=True)
class _Reader:
    """Reads rows of a table by a mapping; `columns` names theirs for each of ours."""

    table: ForeignTable
    mapping: MappingRecord
    framework: Framework
    columns: Mapping[str, str]

    def row(self, cells: Mapping[str, str], taken: Taken) -> Row:
        """Return a row of ours, or raise the reason why there is none."""
        for column, text in self.mapping.where.items():
            if cells.get(column, "") != text:
                raise _NotTaken("elsewhere", column=column, value=text)
        series = self.series_of(cells)
        mapped = self.mapping.series.get(series)
        if mapped is None:
            raise _NotTaken("unmapped", series=series)
        figure = self._figure(cells, mapped)
        value = self._converted(figure, mapped, taken)
        if figure.status and not figure.text and self._cell("value", cells)[:1].isdigit():
            out = said("left-out", name=mapped.observable, status=figure.status)
            taken.converted[out] += 1
        self._judge_unit(cells, mapped, taken)
        observable = self.framework.observables[mapped.observable]
        return {
            "observable": mapped.observable,
            "period": self._period(cells),
            "value": value,
            "unit": observable.unit if value else "",
            "source": self.mapping.source,
            "status": "" if figure.status == "A" else figure.status,
            "comparability": mapped.comparability,
            "territory": mapped.territory or "",
            **{name: self._word(name, cells) for name in BREAKDOWNS},
            "note": self._note(cells, figure, mapped),
        }

    def series_of(self, cells: Mapping[str, str]) -> str:
        """Return the id of a series: a cell, or the name of the file without its beginning."""
        column = self.columns.get("series")
        return cells.get(column, "") if column else self.table.name.removeprefix("indicator_")

    def _cell(self, name: str, cells: Mapping[str, str]) -> str:
        return cells.get(self.columns.get(name, ""), "").strip()

    def _figure(self, cells: Mapping[str, str], mapped: MappedSeries) -> Figure:
        text, state = self._cell("value", cells), self._cell("status", cells)
        unit = self.framework.units.by_key().get(mapped.unit)
        is_word = unit is not None and text in unit.values
        try:
            figure = figure_of("0" if is_word else text, state, self.framework)
        except NotAFigure:
            raise _NotTaken("no-figure", value=text) from None
        if not figure.text and not figure.status:
            raise _NotTaken("no-reason-marked" if figure.marks else "no-reason", marks=figure.marks)
        return replace(figure, text=text) if is_word and figure.text else figure

    def _period(self, cells: Mapping[str, str]) -> str:
        text = self._cell("period", cells)
        try:
            return str(parse_period(text))
        except Fault:
            meant = meaning_of_period(text)
            if meant.sure:
                return meant.expected
            raise _NotTaken("no-period", value=text) from None

    def _word(self, name: str, cells: Mapping[str, str]) -> str:
        """Return our word of a breakdown; one of a closed list must be mapped, or be one."""
        text = self._cell(name, cells)
        word = self.mapping.words.get(name, {}).get(text, text)
        if not word or word.casefold() == TOTAL:
            return ""
        if name == "sex" and word not in self.framework.words.get("sex", {}):
            raise _NotTaken("no-word", column=name, value=text)
        return word

    def _note(self, cells: Mapping[str, str], figure: Figure, mapped: MappedSeries) -> str:
        marks = f"Marked {figure.marks} at the source" if figure.marks else ""
        parts = (mapped.what_differs or "", self._cell("note", cells), marks)
        return ". ".join(part.rstrip(". ") for part in parts if part) + "." if any(parts) else ""

    def _converted(self, figure: Figure, mapped: MappedSeries, taken: Taken) -> str:
        """Return the figure in the unit of the observable."""
        if not figure.text:
            return ""
        wanted = self.framework.observables[mapped.observable].unit
        factor, offset = self._conversion(mapped, wanted)
        if (factor, offset) == (Decimal(1), Decimal(0)):
            return figure.text
        value = Decimal(figure.text) * factor + offset
        stated = {"unit": mapped.unit, "factor": f"{factor:f}", "wanted": wanted}
        taken.converted[said("times", name=mapped.observable, **stated)] += 1
        return f"{value:f}"

    def _conversion(self, mapped: MappedSeries, wanted: str) -> tuple[Decimal, Decimal]:
        if mapped.factor is not None:
            return Decimal(str(mapped.factor)), Decimal(0)
        if mapped.unit == wanted:
            return Decimal(1), Decimal(0)
        row = self.framework.conversion_of.get((mapped.unit, wanted))
        if row is None:
            stated = {"unit": mapped.unit, "wanted": wanted}
            raise _NotTaken("no-factor", name=mapped.observable, **stated)
        return Decimal(str(row.factor)), Decimal(str(row.offset or 0))

    def _judge_unit(self, cells: Mapping[str, str], mapped: MappedSeries, taken: Taken) -> None:
        """Doubt a series whose rows state another unit than the mapping."""
        stated = self._cell("unit", cells)
        alias = self.framework.unit_by_alias.get(stated.casefold())
        same = stated in ("", mapped.unit) or (alias is not None and alias.unit == mapped.unit)
        if not same and stated not in self.mapping.words.get("unit", {}):
            doubt = said("other-unit", name=mapped.observable, stated=stated, unit=mapped.unit)
            if doubt not in taken.doubts:
                taken.doubts.append(doubt)


def _each_once(rows: list[Row], taken: Taken) -> Iterator[Row]:
    """Yield each row once; rows that differ in what no column of ours holds are all left."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(row[name] for name in KEY), []).append(row)
    for same in groups.values():
        if any(row["value"] != same[0]["value"] for row in same):
            taken.left[said("several", name=same[0]["observable"])] += len(same)
            continue
        if len(same) > 1:
            taken.left[said("same", name=same[0]["observable"])] += len(same) - 1
        yield same[0]
