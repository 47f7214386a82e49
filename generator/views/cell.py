"""What stands in one place of a table, list or line: text, link, mark, value.

Medium-neutral: a website links and draws them, a print sets them, a screen reader hears
`text_of`. `kind` tells templates which of them a cell is.
"""

from dataclasses import replace
from typing import ClassVar, TypeAlias

from generator.frozen import dataclass
from generator.views.targets import NOWHERE, Target


@dataclass(frozen=True, slots=True)
class Link:
    """A text that may lead on: to a target of ours or to the address of somebody else."""

    kind: ClassVar[str] = "link"
    text: str
    target: Target = NOWHERE
    url: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A rating mark with its word; `how` explains how it came about."""

    kind: ClassVar[str] = "mark"
    band: str
    word: str
    how: Target = NOWHERE
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """How many of each band, best first, and the same in words."""

    kind: ClassVar[str] = "marks"
    counts: tuple[tuple[str, int], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A superscript at a value with what it means, and where it is told."""

    sign: str
    text: str
    target: Target = NOWHERE


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it is printed, with all that must be said at the number.

    `missing` is the reason why there is none; the rest is blank then. `remarks`: the
    territory where it is not the city, what other sources state, why it is under review.
    """

    number: str = ""
    unit: str = ""
    period: str = ""
    comparability: str = "exact"
    comparability_text: str = ""
    target: Target = NOWHERE
    flags: tuple[Flag, ...] = ()
    missing: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueCell:
    """A value in a cell; `parts`: which of number, unit and period are wanted."""

    kind: ClassVar[str] = "value"
    value: Value
    parts: tuple[str, ...] = ("number", "unit", "period")


@dataclass(frozen=True, slots=True)
class Lines:
    """Texts below each other."""

    kind: ClassVar[str] = "lines"
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """Links after each other."""

    kind: ClassVar[str] = "links"
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there is nothing."""

    kind: ClassVar[str] = "missing"
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term and what it is."""

    term: str
    cell: "Cell"


@dataclass(frozen=True, slots=True)
class ListItem:
    """A line of a list that leads on, with a date and a few words beside it."""

    title: str
    target: Target
    date: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """What is typed in files, alike in every language: a name of a file, a column, a key."""

    kind: ClassVar[str] = "code"
    text: str


Cell: TypeAlias = str | Code | Link | Links | Mark | Marks | ValueCell | Lines | Missing


def text_of(cell: Cell) -> str:
    """Return a cell as text alone."""
    match cell:
        case Code() | Link() | Missing():
            return cell.text
        case Mark():
            return cell.word
        case Marks():
            return cell.words
        case ValueCell():
            return " ".join(getattr(cell.value, part) for part in cell.parts)
        case Lines():
            return "; ".join(cell.lines)
        case Links():
            return "; ".join(link.text for link in cell.links)
    return cell


def plain(link: Link) -> Link:
    """Return a link that leads nowhere: its words alone."""
    return replace(link, target=NOWHERE, url="")
