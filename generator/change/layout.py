"""A report in words, laid out for any medium: chapters of tables. All of it is plain text.

Nothing is escaped here: what stands in files is data until a medium writes it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator.change.causes import CHANGED, RENAMED, Cause
from generator.change.reported import FIGURES, Base, ChangedPage, Consequence, Note, Report
from generator.change.told import POSITION, SCORE
from generator.frozen import dataclass
from generator.problems.render import Messages

SHOWN = 80
"""Longest piece of a text that is shown."""
AROUND = 20
"""How much of a long text is shown before the first letter that differs."""
NAMED = 5
"""How many names a sentence has at most."""
SHORT_COMMIT = 10
NOTHING = "–"

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """A text of a table; `is_code`: as it stands in a file, or where."""

    text: str
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table; `move`: from where to where on a scale of 0 to 100, of a score."""

    cells: tuple[Cell, ...]
    move: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A table with its title and heads."""

    title: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A report: with what is compared, what limits it, the verdict, and the chapters."""

    title: str
    base: str
    notes: tuple[str, ...]
    verdict: str
    chapters: tuple[Chapter, ...]


def lay_out(report: Report, messages: Messages) -> Layout:
    """Return a report in the words of a language; chapters without anything are left out."""
    words = messages["diff"]
    pages = [
        Block(words[f"pages_{which}"], (words["address"], words["page"]), tuple(map(_page, listed)))
        for which, listed in (("added", report.pages_added), ("removed", report.pages_removed))
        if listed
    ]
    chapters = (
        Chapter(words["causes"], tuple(_cause_blocks(report, words))),
        Chapter(words["consequences"], tuple(_consequence_blocks(report, words))),
        Chapter(words["pages"], tuple(pages)),
    )
    return Layout(
        words["title"],
        _base_text(report.base, words),
        tuple(_note_text(note, report, words) for note in report.notes),
        _verdict(report, words),
        tuple(chapter for chapter in chapters if chapter.blocks),
    )


def said(text: str, **values: object) -> str:
    """Return a text with its placeholders filled."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def _base_text(base: Base, words: Words) -> str:
    return said(words[f"base_{base.kind}"], name=base.name, commit=base.commit[:SHORT_COMMIT])


def _note_text(note: Note, report: Report, words: Words) -> str:
    names = [report.cities.get(name, name) for name in note.names]
    return said(words[f"note_{note.kind}"], names=_listed(names, words))


def _listed(names: Sequence[str], words: Words) -> str:
    more = [said(words["more"], n=len(names) - NAMED)] if len(names) > NAMED else []
    return "; ".join([*names[:NAMED], *more])


def _verdict(report: Report, words: Words) -> str:
    if report.verdict != FIGURES:
        return words[f"verdict_{report.verdict}"]
    names = [report.cities[city] for city in dict.fromkeys(one.city for one in report.consequences)]
    parts = []
    if names:
        n = len(report.consequences)
        parts.append(said(words["verdict_figures"], n=n, cities=_listed(names, words)))
    if report.pages_added or report.pages_removed:
        added, removed = len(report.pages_added), len(report.pages_removed)
        parts.append(said(words["verdict_pages"], added=added, removed=removed))
    return " ".join(parts)


def _cause_blocks(report: Report, words: Words) -> Iterator[Block]:
    """Yield the edits of each city in a table, first those that concern all."""
    heads = ("change", "record", "field", "before", "after", "place", "source")
    named = tuple(words[head] for head in heads)
    for city, causes in groupby(report.causes, key=lambda cause: cause.city):
        title = report.cities[city] if city else words["all_cities"]
        lines = tuple(line for cause in causes for line in _cause_lines(cause, words))
        yield Block(title, named, lines)


def _cause_lines(cause: Cause, words: Words) -> Iterator[Line]:
    """Yield a line for each cell edited; one for a record that is new or gone as a whole."""
    word = Cell(words[cause.change])
    place = cause.file if cause.line is None else f"{cause.file}:{cause.line}"
    about = (Cell(", ".join(filter(None, cause.key.split("|"))), True),)
    end = (Cell(place, True), Cell(cause.source))
    if cause.change in (CHANGED, RENAMED):
        for edit in cause.edits:
            before, after = excerpts(edit.before, edit.after)
            yield Line(
                (word, *about, Cell(edit.name, True), Cell(before, True), Cell(after, True), *end)
            )
        return
    before, after = (_whole(cause, part) for part in ("before", "after"))
    yield Line((word, *about, Cell(""), Cell(before, True), Cell(after, True), *end))


def _whole(cause: Cause, part: str) -> str:
    """Return the cells of a record that is new or gone, without blanks and what its key says."""
    cells = ((edit.name, getattr(edit, part)) for edit in cause.edits)
    told = ("", *cause.key.split("|"))
    return "; ".join(f"{name}: {text}" for name, text in cells if text not in told)


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Return two texts; of long ones what stands around the first letter that differs."""
    if max(len(before), len(after)) <= SHOWN:
        return before, after
    pairs = enumerate(zip(before, after, strict=False))
    shorter = min(len(before), len(after))
    start = max(next((at for at, (old, new) in pairs if old != new), shorter) - AROUND, 0)
    mark = "…" if start else ""
    return f"{mark}{before[start:]}", f"{mark}{after[start:]}"


def _consequence_blocks(report: Report, words: Words) -> Iterator[Block]:
    heads = tuple(words[head] for head in ("told", "subject", "before", "after"))
    for city, found in groupby(report.consequences, key=lambda one: one.city):
        lines = tuple(_consequence_line(one, words) for one in found)
        yield Block(report.cities[city], heads, lines)


def _consequence_line(one: Consequence, words: Words) -> Line:
    texts = (words[f"kind_{one.kind}"], one.name, one.before or NOTHING, one.after or NOTHING)
    ends = (one.number_before, one.number_after)
    move = None
    if one.kind in (SCORE, POSITION) and ends[0] is not None and ends[1] is not None:
        move = (ends[0], ends[1])
    return Line(tuple(map(Cell, texts)), move)


def _page(page: ChangedPage) -> Line:
    return Line((Cell(f"{page.address}/index.html".lstrip("/"), True), Cell(page.name)))
