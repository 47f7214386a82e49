"""Explanations and tables as plain text, for the commands that print them.

What stands in files is shown on one line with its invisible characters escaped, as in problems.
"""

from collections.abc import Iterator

from generator.language import Language
from generator.problems.render import one_line
from generator.views.cell import text_of
from generator.views.explanation.explain import Explanation
from generator.views.explanation.lines import Line, Part
from generator.views.table import Table

NAME = 46
NUMBER = 14


def explanation_text(one: Explanation, language: Language) -> str:
    """Return an explanation: a heading, then each formula with its numbers, one a line."""
    lines = [one_line(f"{one.title}: {one.answer}"), one.subject]
    for part in one.parts:
        lines += ["", *_part_lines(part, language)]
    if one.figures:
        lines += ["", language.label("figures-behind"), *map(_line, one.figures)]
    return "\n".join(lines) + "\n"


def table_text(table: Table) -> str:
    """Return a table in columns as wide as their longest cell, numbers to the right."""
    rows = [[head.label for head in table.heads]]
    rows += [[one_line(text_of(cell)) for cell in row] for row in table.rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(
            f"{cell:>{width}}" if head.number else f"{cell:<{width}}"
            for cell, width, head in zip(row, widths, table.heads, strict=True)
        ).rstrip()
        for row in rows
    ]
    return "\n".join([table.caption, "", *lines]) + "\n"


def _part_lines(part: Part, language: Language) -> Iterator[str]:
    yield f"{part.heading} = {part.formula}" if part.formula else part.heading
    yield from map(_line, part.lines)
    if not part.printed:
        return
    exact = f"{language.label('unrounded')} {part.exact}" if part.exact else ""
    yield _line(Line(language.label("result"), part.printed, exact))


def _line(line: Line) -> str:
    """Return a number in columns; what comes from a file follows after two spaces."""
    after = "  ".join(part for part in (line.detail, line.place.text, line.source.text) if part)
    name = "  " * line.depth + line.name
    return one_line(f"  {name:<{NAME}} {line.number:>{NUMBER}}  {after}".rstrip())
