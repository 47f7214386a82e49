"""The tables of `content/programme/`: one row class and one `TableKind` each."""

from generator.frozen import dataclass
from generator.model.tables import Cell, Row, TableKind, column


@dataclass(frozen=True)
class Partner(Row):
    partner: str = column(Cell.ID, "Id.", filled=True)
    name: str = column(Cell.LINE, "Name.", filled=True, words=True)
    kind: str = column(Cell.ID, "What it is.", filled=True, refers="vocabulary:partner-kind")
    role: str | None = column(Cell.LINE, "Its role.", words=True)
    since: str | None = column(Cell.DATE, "Since when.", past=True)
    until: str | None = column(Cell.DATE, "Until when.")
    url: str | None = column(Cell.URL, "Address.")
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


@dataclass(frozen=True)
class Resource(Row):
    resource: str = column(Cell.ID, "Id.", filled=True)
    partner: str | None = column(Cell.ID, "Who gives it.", refers="partner")
    type: str = column(
        Cell.ID, "Money, staff or goods.", filled=True, refers="vocabulary:resource-type"
    )
    state: str = column(
        Cell.ID,
        "pledged, committed or disbursed.",
        filled=True,
        refers="vocabulary:resource-state",
    )
    amount: float = column(Cell.NUMBER, "Amount.", filled=True, minimum=0)
    currency: str | None = column(Cell.LINE, "ISO 4217.")
    usd_rate: float | None = column(Cell.NUMBER, "Currency units per US dollar.", minimum=0.001)
    rate_date: str | None = column(Cell.DATE, "Day of the rate.", past=True)
    year: int | None = column(Cell.YEAR, "Year.")
    city: str | None = column(Cell.ID, "City that it serves.", refers="city")
    project: str | None = column(Cell.ID, "Project that it serves.", refers="project")
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


@dataclass(frozen=True)
class Deliverable(Row):
    deliverable: str = column(Cell.ID, "Id.", filled=True)
    title: str = column(Cell.LINE, "Title.", filled=True, words=True)
    output: str | None = column(Cell.ID, "Output that it serves.", refers="output")
    planned: str | None = column(Cell.DATE, "Planned date.")
    actual: str | None = column(Cell.DATE, "Actual date.", past=True)
    state: str = column(Cell.ID, "State.", filled=True, refers="vocabulary:deliverable-state")
    document: str | None = column(Cell.ID, "The document.", refers="source")
    source: str | None = column(Cell.ID, "Where it is stated.", refers="source")


@dataclass(frozen=True)
class Event(Row):
    event: str = column(Cell.ID, "Id.", filled=True)
    title: str = column(Cell.LINE, "Title.", filled=True, words=True)
    kind: str = column(Cell.ID, "What it is.", filled=True, refers="vocabulary:event-kind")
    start: str | None = column(Cell.DATE, "First day.")
    end: str | None = column(Cell.DATE, "Last day.")
    city: str | None = column(Cell.LINE, "Where.")
    country: str | None = column(Cell.LINE, "Where.", refers="country")
    participants: int | None = column(Cell.INTEGER, "How many took part.", minimum=0)
    document: str | None = column(Cell.ID, "The report.", refers="source")
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


@dataclass(frozen=True)
class Output(Row):
    output: str = column(Cell.ID, "Id.", filled=True)
    title: str = column(Cell.LINE, "Title.", filled=True, words=True)
    text: str | None = column(Cell.TEXT, "What it is.")
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


@dataclass(frozen=True)
class Sector(Row):
    sector: str = column(Cell.ID, "Id.", filled=True)
    name: str = column(Cell.LINE, "Name.", filled=True, words=True)
    kind: str = column(Cell.ID, "What it is.", filled=True, refers="vocabulary:sector-kind")
    partner: str | None = column(Cell.ID, "Main partner.", refers="partner")
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


PARTNERS = TableKind("partners", Partner, ("partner",))
RESOURCES = TableKind("resources", Resource, ("resource",))
DELIVERABLES = TableKind("deliverables", Deliverable, ("deliverable",))
EVENTS = TableKind("events", Event, ("event",))
OUTPUTS = TableKind("outputs", Output, ("output",))
SECTORS = TableKind("sectors", Sector, ("sector",))
