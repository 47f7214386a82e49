"""The tables of a city on those who govern and work with it: plans, bodies, support, partners."""

from generator.frozen import dataclass
from generator.model.tables import Cell, Row, TableKind, column


@dataclass(frozen=True)
class GovernanceItem(Row):
    item: str = column(
        Cell.ID, "Kind of plan, strategy or body.", filled=True, refers="governance-item"
    )
    title: str | None = column(Cell.LINE, "Its own title.", words=True)
    state: str = column(
        Cell.ID, "State on the as-of date.", filled=True, refers="vocabulary:governance-state"
    )
    adopted: str | None = column(Cell.DATE, "When it was adopted.", past=True)
    valid_to: str | None = column(Cell.DATE, "When it ends.")
    document: str | None = column(Cell.ID, "Source that is the document.", refers="source")
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


@dataclass(frozen=True)
class CommitteeMember(Row):
    organisation: str = column(Cell.LINE, "Organisation.", filled=True, words=True)
    group: str = column(
        Cell.ID,
        "One of the mission's seven groups.",
        filled=True,
        refers="vocabulary:stakeholder-group",
    )
    role: str | None = column(Cell.LINE, "Its role.", words=True)
    since: str | None = column(Cell.DATE, "Member since.", past=True)
    until: str | None = column(Cell.DATE, "Member until.")
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


@dataclass(frozen=True)
class Meeting(Row):
    date: str = column(Cell.DATE, "Day of the meeting.", filled=True, past=True)
    body: str | None = column(Cell.ID, "Body that met.", refers="vocabulary:meeting-body")
    document: str | None = column(Cell.ID, "Minutes.", refers="source")
    participants: int | None = column(Cell.INTEGER, "How many took part.", minimum=0)
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


@dataclass(frozen=True)
class CapacityMeasure(Row):
    measure: str = column(Cell.LINE, "Seminar, training or exchange.", filled=True, words=True)
    organisation: str | None = column(Cell.LINE, "Who held it.", words=True)
    kind: str = column(Cell.ID, "What it was.", filled=True, refers="vocabulary:capacity-kind")
    date: str | None = column(Cell.DATE, "When.", past=True)
    participants: int | None = column(Cell.INTEGER, "How many took part.", minimum=0)
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


@dataclass(frozen=True)
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
    start: str | None = column(Cell.DATE, "Since when.", past=True)
    end: str | None = column(Cell.DATE, "Until when.")
    results: str | None = column(Cell.TEXT, "What came of it.")
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


GOVERNANCE = TableKind("governance", GovernanceItem, ("item", "title"))
COMMITTEE = TableKind("committee", CommitteeMember, ("organisation", "group"))
MEETINGS = TableKind("meetings", Meeting, ("date", "body"))
CAPACITY = TableKind("capacity", CapacityMeasure, ("measure", "date"))
PARTNERSHIPS = TableKind("partnerships", Partnership, ("partner", "level", "kind"))
