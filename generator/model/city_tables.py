"""The tables of a city's folder: one row class and one `TableKind` each.

The order of the fields is the order of the columns in templates and exports.
"""

from collections.abc import Mapping
from typing import Any

from generator.frozen import dataclass
from generator.model.governance_tables import (
    CAPACITY,
    COMMITTEE,
    GOVERNANCE,
    MEETINGS,
    PARTNERSHIPS,
)
from generator.model.scalars import Period
from generator.model.tables import Cell, Row, TableKind, column

ENCYCLOPEDIA = "encyclopedia"
"""The kind of source whose figures are to be confirmed."""
WITHOUT_ADDRESS = frozenset({"city-record", ENCYCLOPEDIA})
"""The kinds of source that need no address."""


@dataclass(frozen=True)
class Source(Row):
    source: str = column(Cell.ID, "Short id that other files cite.", filled=True)
    title: str = column(Cell.LINE, "Title of the document or data set.", filled=True, words=True)
    kind: str = column(Cell.ID, "What it is.", filled=True, refers="vocabulary:source-kind")
    publisher: str | None = column(
        Cell.LINE, "Body that publishes it, credited by name.", optional=True, words=True
    )
    year: int | None = column(Cell.YEAR, "Year of publication.", optional=True, past=True)
    url: str | None = column(
        Cell.URL, "Address; filled unless city-record or encyclopedia.", optional=True
    )
    accessed: str | None = column(Cell.DATE, "Day on which it was read.", optional=True, past=True)
    licence: str | None = column(Cell.LINE, "Licence, if known.", optional=True, words=True)
    language: str | None = column(
        Cell.ID, "Language of the title, such as es, if it is not English.", optional=True
    )

    @property
    def credit(self) -> str:
        """Return who is credited: the publisher, else the document itself."""
        return self.publisher or self.title

    @property
    def is_to_confirm(self) -> bool:
        """Return whether figures of the source are to be confirmed by a better one."""
        return self.kind == ENCYCLOPEDIA


@dataclass(frozen=True)
class Observation(Row):
    """One value of one observable for one period, or the reason why there is none.

    `value` is text; the unit of the observable tells how it is read.
    """

    observable: str = column(
        Cell.LINE, "Indicator or data point.", filled=True, refers="observable"
    )
    period: Period | None = column(
        Cell.PERIOD, "Reference period: 2023 or 2020-2022; blank if the source states no year."
    )
    value: str | None = column(Cell.LINE, "The value with a decimal point; blank if missing.")
    unit: str | None = column(Cell.LINE, "Unit as printed in the framework.", refers="unit")
    source: str = column(Cell.ID, "Source of the value.", filled=True, refers="source")
    status: str | None = column(
        Cell.LINE, "SDMX observation status; blank means A.", optional=True, refers="status"
    )
    comparability: str | None = column(
        Cell.ID,
        "exact, near or proxy; blank means exact.",
        optional=True,
        refers="vocabulary:comparability",
    )
    quality: str | None = column(
        Cell.ID, "How well it was measured.", optional=True, refers="quality"
    )
    verified: bool | None = column(Cell.YES_NO, "Whether somebody else verified it.", optional=True)
    period_basis: str | None = column(
        Cell.ID,
        "reference, or report if only the year of the report is known.",
        optional=True,
        refers="vocabulary:period-basis",
    )
    numerator: float | None = column(Cell.NUMBER, "What is counted.", optional=True)
    denominator: float | None = column(
        Cell.NUMBER, "What it is divided by.", optional=True, minimum=0
    )
    lower: float | None = column(Cell.NUMBER, "Lower bound, in the unit.", optional=True)
    upper: float | None = column(Cell.NUMBER, "Upper bound, in the unit.", optional=True)
    resolution: float | None = column(
        Cell.NUMBER,
        "Step to which the source states it, in the unit; blank means the last printed digit.",
        optional=True,
        minimum=0,
    )
    territory: str | None = column(
        Cell.ID,
        "What it describes; blank means the city. Region and country are proxies.",
        optional=True,
        refers="vocabulary:territory",
    )
    territory_note: str | None = column(
        Cell.LINE, "Which territory, where it is not the city.", optional=True, words=True
    )
    sex: str | None = column(
        Cell.ID, "Breakdown; blank is total.", optional=True, refers="vocabulary:sex"
    )
    age: str | None = column(Cell.LINE, "Breakdown; blank is total.", optional=True)
    district: str | None = column(Cell.LINE, "Breakdown; blank is total.", optional=True)
    use: bool | None = column(
        Cell.YES_NO, "yes on the figure used, where several sources give one.", optional=True
    )
    note: str | None = column(Cell.LINE, "What a reader must know.", optional=True, words=True)

    @property
    def has_figure(self) -> bool:
        """Whether it states a number, a word, or the two counts of a quotient."""
        return self.value is not None or (self.numerator is not None and bool(self.denominator))

    def places(self, usual: int) -> int:
        """Return how many decimals are printed, in lists, tables and charts alike.

        Those written, at most one more than usual, and that one only if it is not 0: with one
        as usual, 77.90 is printed as 77.9 and 11.08 as it is. A quotient has one more than usual.
        What is not zero is never printed as zero: 0.0088 as 0.009.
        """
        if self.value is None:
            return usual + 1
        whole, _, written = self.value.partition(".")
        places = min(len(written), usual if written[usual : usual + 1] == "0" else usual + 1)
        zeros = len(written) - len(written.lstrip("0"))
        is_small = not whole.strip("-0") and places <= zeros < len(written)
        return zeros + 1 if is_small else places


@dataclass(frozen=True)
class Search(Row):
    """A place where a figure was looked for and not found."""

    observable: str = column(
        Cell.LINE,
        "Indicator or data point.",
        filled=True,
        refers="indicator-or-data-point",
    )
    where: str = column(Cell.LINE, "Where it was looked for.", filled=True, words=True)
    date: str = column(Cell.DATE, "When.", filled=True, past=True)
    by: str = column(Cell.LINE, "Who looked.", filled=True, words=True)
    note: str | None = column(Cell.LINE, "What a reader must know.", optional=True, words=True)


@dataclass(frozen=True)
class ContextFigure(Row):
    variable: str = column(
        Cell.ID, "Variable of the framework.", filled=True, refers="context-variable"
    )
    period: Period | None = column(Cell.PERIOD, "Year or years that the figure describes.")
    value: str = column(Cell.LINE, "Number or word.", filled=True)
    unit: str | None = column(Cell.LINE, "Unit as printed.", refers="unit")
    source: str = column(Cell.ID, "Source of the figure.", filled=True, refers="source")
    use: bool | None = column(
        Cell.YES_NO, "yes on the figure that the profile uses.", optional=True
    )
    note: str | None = column(Cell.LINE, "What a reader must know.", optional=True, words=True)


@dataclass(frozen=True)
class Target(Row):
    observable: str = column(
        Cell.LINE, "Indicator or data point.", filled=True, refers="observable"
    )
    value: float = column(Cell.NUMBER, "Value that the city wants.", filled=True)
    unit: str = column(Cell.LINE, "Unit as printed.", filled=True, refers="unit")
    year: int = column(Cell.YEAR, "Year by which it wants it.", filled=True)
    source: str = column(Cell.ID, "Where it is adopted.", filled=True, refers="source")


@dataclass(frozen=True)
class Image(Row):
    file: str = column(Cell.FILE, "File in images/.", filled=True)
    alt: str = column(Cell.LINE, "What is to be seen, in words.", filled=True, words=True)
    credit: str = column(Cell.LINE, "Photographer or holder.", filled=True, words=True)
    licence: str = column(
        Cell.LINE,
        "Licence, such as CC BY 4.0, or the terms of a permission.",
        filled=True,
        words=True,
    )
    section: str | None = column(
        Cell.LINE, "Section it stands in, by the name of its file.", optional=True
    )


@dataclass(frozen=True)
class PriorityArea(Row):
    area: str = column(Cell.LINE, "Area.", filled=True, refers="area")
    rank: int = column(Cell.INTEGER, "1 is first.", filled=True, minimum=1)
    reason: str = column(Cell.TEXT, "Why.", filled=True)
    decided_by: str = column(Cell.LINE, "Body that decided.", filled=True, words=True)
    date: str | None = column(Cell.DATE, "When.", past=True)
    document: str | None = column(Cell.ID, "Minutes.", refers="source")


@dataclass(frozen=True)
class CashFlow(Row):
    variant: str = column(Cell.ID, "Variant of the project.", filled=True, refers="variant")
    year: int = column(Cell.YEAR, "Calendar year.", filled=True)
    item: str | None = column(Cell.LINE, "What is paid or earned.", words=True)
    kind: str = column(
        Cell.ID,
        "Gives the sign; see cities/README.md.",
        filled=True,
        refers="vocabulary:cash-flow-kind",
    )
    amount: float = column(Cell.NUMBER, "Amount, at least 0.", filled=True)
    perspective: str = column(
        Cell.ID,
        "financial, economic or both.",
        filled=True,
        refers="vocabulary:perspective",
    )
    source: str | None = column(Cell.ID, "Where it is stated.", refers="source")


@dataclass(frozen=True)
class Waiver(Row):
    code: str = column(Cell.LINE, "Code of the warning.", filled=True, refers="code")
    table: str = column(Cell.LINE, "File in the folder.", filled=True)
    key: str = column(Cell.LINE, "Key of the row.", filled=True)
    reason: str = column(Cell.TEXT, "Why it is published all the same.", filled=True)
    author: str = column(Cell.LINE, "Who says so.", filled=True, words=True)
    until: str = column(Cell.DATE, "Last date on which the waiver holds.", filled=True)


@dataclass(frozen=True)
class Revision(Row):
    table: str = column(Cell.LINE, "File in the folder.", filled=True)
    key: str = column(Cell.LINE, "Key of the row.", filled=True)
    old: str | None = column(Cell.LINE, "Published value.")
    new: str | None = column(Cell.LINE, "New value.")
    reason: str = column(
        Cell.LINE, "R1, R2, R3 or C.", filled=True, refers="vocabulary:revision-reason"
    )
    note: str | None = column(Cell.LINE, "Why it changed.", words=True)
    date: str = column(Cell.DATE, "When it changed.", filled=True, past=True)
    edition: str | None = column(Cell.LINE, "Edition that printed the old value.")


SOURCES = TableKind("sources", Source, ("source",))
OBSERVATIONS = TableKind(
    "observations",
    Observation,
    ("observable", "period", "sex", "age", "district", "territory", "source"),
    omitted=2,
)
OWN_OBSERVATIONS = TableKind(
    "own-observations", Observation, OBSERVATIONS.key, omitted=OBSERVATIONS.omitted
)
"""Rows of `observations.csv` on the city's own indicators, apart from those of the framework."""
SEARCHED = TableKind("searched", Search, ("observable", "where"))
CONTEXT = TableKind("context", ContextFigure, ("variable", "period", "source"))
TARGETS = TableKind("targets", Target, ("observable", "year"))
IMAGES = TableKind("images", Image, ("file",))
PRIORITY_AREAS = TableKind("priority-areas", PriorityArea, ("area",))
CASH_FLOWS = TableKind("cash-flows", CashFlow, ("variant", "year", "item", "kind", "perspective"))
WAIVERS = TableKind("waivers", Waiver, ("code", "table", "key"))
REVISIONS = TableKind("revisions", Revision, ("table", "key", "date"))

CITY_TABLES: Mapping[str, TableKind[Any]] = {
    "sources": SOURCES,
    "observations": OBSERVATIONS,
    "searched": SEARCHED,
    "context": CONTEXT,
    "targets": TARGETS,
    "images": IMAGES,
    "governance": GOVERNANCE,
    "capacity": CAPACITY,
    "committee": COMMITTEE,
    "meetings": MEETINGS,
    "partnerships": PARTNERSHIPS,
    "priority_areas": PRIORITY_AREAS,
    "revisions": REVISIONS,
    "waivers": WAIVERS,
}
"""The tables that a city has at most one of, by their name in `City`."""
