"""The tables of a city's folder: one row class and one `TableKind` each.

The order of the fields is the order of the columns in templates and exports.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.scalars import Period
from generator.model.tables import Cell, Row, TableKind, column

ENCYCLOPEDIA = "encyclopedia"
"""The kind of source whose figures are to be confirmed."""


@dataclass(frozen=True, slots=True)
class Source(Row):
    source: str = column(Cell.ID, "Short id that other files cite.", filled=True)
    title: str = column(Cell.LINE, "Title of the document or data set.", filled=True)
    kind: str = column(Cell.ID, "What it is.", filled=True, refers="vocabulary:source-kind")
    publisher: str | None = column(
        Cell.LINE, "Body that publishes it, credited by name.", optional=True
    )
    year: int | None = column(Cell.YEAR, "Year of publication.", optional=True)
    url: str | None = column(
        Cell.URL, "Address; filled unless city-record or encyclopedia.", optional=True
    )
    accessed: str | None = column(Cell.DATE, "Day on which it was read.", optional=True)
    licence: str | None = column(Cell.LINE, "Licence, if known.", optional=True)

    @property
    def is_to_confirm(self) -> bool:
        """Return whether figures of the source are to be confirmed by a better one."""
        return self.kind == ENCYCLOPEDIA


@dataclass(frozen=True, slots=True)
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
    sex: str | None = column(
        Cell.ID, "Breakdown; blank is total.", optional=True, refers="vocabulary:sex"
    )
    age: str | None = column(Cell.LINE, "Breakdown; blank is total.", optional=True)
    district: str | None = column(Cell.LINE, "Breakdown; blank is total.", optional=True)
    note: str | None = column(Cell.LINE, "What a reader must know.", optional=True)

    def places(self, usual: int) -> int:
        """Return how many decimals are printed, in lists, tables and charts alike.

        Those written, at most one more than usual, and that one only if it is not 0: with one
        as usual, 77.90 is printed as 77.9 and 11.08 as it is. A quotient has one more than usual.
        """
        if self.value is None:
            return usual + 1
        written = self.value.partition(".")[2]
        return min(len(written), usual if written[usual : usual + 1] == "0" else usual + 1)


@dataclass(frozen=True, slots=True)
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
    note: str | None = column(Cell.LINE, "What a reader must know.", optional=True)


@dataclass(frozen=True, slots=True)
class Target(Row):
    observable: str = column(
        Cell.LINE, "Indicator or data point.", filled=True, refers="observable"
    )
    value: float = column(Cell.NUMBER, "Value that the city wants.", filled=True)
    unit: str = column(Cell.LINE, "Unit as printed.", filled=True, refers="unit")
    year: int = column(Cell.YEAR, "Year by which it wants it.", filled=True)
    source: str = column(Cell.ID, "Where it is adopted.", filled=True, refers="source")


@dataclass(frozen=True, slots=True)
class Image(Row):
    file: str = column(Cell.FILE, "File in images/.", filled=True)
    alt: str = column(Cell.LINE, "What is to be seen, in words.", filled=True)
    credit: str = column(Cell.LINE, "Photographer or holder.", filled=True)
    licence: str = column(Cell.LINE, "Licence.", filled=True)
    section: str | None = column(Cell.LINE, "Section or area it stands in.", optional=True)


@dataclass(frozen=True, slots=True)
class GovernanceItem(Row):
    item: str = column(
        Cell.ID, "Kind of plan, strategy or body.", filled=True, refers="governance-item"
    )
    title: str | None = column(Cell.LINE, "Its own title.")
    state: str = column(
        Cell.ID, "State on the as-of date.", filled=True, refers="vocabulary:governance-state"
    )
    adopted: str | None = column(Cell.DATE, "When it was adopted.")
    valid_to: str | None = column(Cell.DATE, "When it ends.")
    document: str | None = column(Cell.ID, "Source that is the document.", refers="source")
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


@dataclass(frozen=True, slots=True)
class CommitteeMember(Row):
    organisation: str = column(Cell.LINE, "Organisation.", filled=True)
    group: str = column(
        Cell.ID,
        "One of the mission's seven groups.",
        filled=True,
        refers="vocabulary:stakeholder-group",
    )
    role: str | None = column(Cell.LINE, "Its role.")
    since: str | None = column(Cell.DATE, "Member since.")
    until: str | None = column(Cell.DATE, "Member until.")
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


@dataclass(frozen=True, slots=True)
class Meeting(Row):
    date: str = column(Cell.DATE, "Day of the meeting.", filled=True)
    body: str | None = column(Cell.LINE, "Body that met.")
    document: str | None = column(Cell.ID, "Minutes.", refers="source")
    participants: int | None = column(Cell.INTEGER, "How many took part.", minimum=0)
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


@dataclass(frozen=True, slots=True)
class CapacityMeasure(Row):
    measure: str = column(Cell.LINE, "Seminar, training or exchange.", filled=True)
    organisation: str | None = column(Cell.LINE, "Who held it.")
    kind: str = column(Cell.ID, "What it was.", filled=True, refers="vocabulary:capacity-kind")
    date: str | None = column(Cell.DATE, "When.")
    participants: int | None = column(Cell.INTEGER, "How many took part.", minimum=0)
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


@dataclass(frozen=True, slots=True)
class Partnership(Row):
    partner: str = column(Cell.LINE, "Name of the partner.", filled=True)
    partner_city: str | None = column(
        Cell.ID, "Folder of the partner, if it has one.", optional=True, refers="city"
    )
    country: str | None = column(Cell.LINE, "Country of the partner.", refers="country")
    level: str = column(
        Cell.ID,
        "City government, business, cultural or social.",
        filled=True,
        refers="vocabulary:partnership-level",
    )
    kind: str | None = column(Cell.ID, "Form.", refers="vocabulary:partnership-kind")
    status: str | None = column(Cell.ID, "State today.", refers="vocabulary:partnership-status")
    start: str | None = column(Cell.DATE, "Since when.")
    end: str | None = column(Cell.DATE, "Until when.")
    results: str | None = column(Cell.TEXT, "What came of it.")
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


@dataclass(frozen=True, slots=True)
class PriorityArea(Row):
    area: str = column(Cell.LINE, "Area.", filled=True, refers="area")
    rank: int = column(Cell.INTEGER, "1 is first.", filled=True, minimum=1)
    reason: str = column(Cell.TEXT, "Why.", filled=True)
    decided_by: str = column(Cell.LINE, "Body that decided.", filled=True)
    date: str | None = column(Cell.DATE, "When.")
    document: str | None = column(Cell.ID, "Minutes.", refers="source")


@dataclass(frozen=True, slots=True)
class CashFlow(Row):
    variant: str = column(Cell.ID, "Variant of the project.", filled=True)
    year: int = column(Cell.YEAR, "Calendar year.", filled=True)
    item: str | None = column(Cell.LINE, "What is paid or earned.")
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


@dataclass(frozen=True, slots=True)
class Waiver(Row):
    code: str = column(Cell.LINE, "Code of the warning.", filled=True, refers="code")
    table: str = column(Cell.LINE, "File in the folder.", filled=True)
    key: str = column(Cell.LINE, "Key of the row.", filled=True)
    reason: str = column(Cell.TEXT, "Why it is published all the same.", filled=True)
    author: str = column(Cell.LINE, "Who says so.", filled=True)
    until: str = column(Cell.DATE, "Last day on which the waiver holds.", filled=True)


@dataclass(frozen=True, slots=True)
class Revision(Row):
    table: str = column(Cell.LINE, "File in the folder.", filled=True)
    key: str = column(Cell.LINE, "Key of the row.", filled=True)
    old: str | None = column(Cell.LINE, "Published value.")
    new: str | None = column(Cell.LINE, "New value.")
    reason: str = column(
        Cell.LINE, "R1, R2, R3 or C.", filled=True, refers="vocabulary:revision-reason"
    )
    note: str | None = column(Cell.LINE, "Why it changed.")
    date: str = column(Cell.DATE, "When it changed.", filled=True)
    edition: str | None = column(Cell.LINE, "Edition that printed the old value.")


SOURCES = TableKind("sources", Source, ("source",))
OBSERVATIONS = TableKind(
    "observations", Observation, ("observable", "period", "sex", "age", "district")
)
CONTEXT = TableKind("context", ContextFigure, ("variable", "period", "source"))
TARGETS = TableKind("targets", Target, ("observable", "year"))
IMAGES = TableKind("images", Image, ("file",))
GOVERNANCE = TableKind("governance", GovernanceItem, ("item", "title"))
COMMITTEE = TableKind("committee", CommitteeMember, ("organisation", "group"))
MEETINGS = TableKind("meetings", Meeting, ("date", "body"))
CAPACITY = TableKind("capacity", CapacityMeasure, ("measure", "date"))
PARTNERSHIPS = TableKind("partnerships", Partnership, ("partner", "level", "kind"))
PRIORITY_AREAS = TableKind("priority-areas", PriorityArea, ("area",))
CASH_FLOWS = TableKind("cash-flows", CashFlow, ("variant", "year", "item", "kind", "perspective"))
WAIVERS = TableKind("waivers", Waiver, ("code", "table", "key"))
REVISIONS = TableKind("revisions", Revision, ("table", "key", "date"))

CITY_TABLES: Mapping[str, TableKind[Any]] = {
    "sources": SOURCES,
    "observations": OBSERVATIONS,
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
