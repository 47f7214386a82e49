"""A report as Markdown, short enough for a comment under a proposed change.

The one place where its texts become Markdown: none of them is markup, a link or a mention there.
"""

import re
from collections.abc import Iterable, Iterator

from generator.change.layout import SHOWN, Block, Cell, Chapter, Layout, said
from generator.problems.markdown import code_span
from generator.problems.render import Messages, one_line

LIMIT = 60_000
"""Longest report, in characters; a comment on the common forges may have some more."""
CUTS = (
    (10_000, 10_000), (200, 200), (100, 100), (50, 50), (20, 40), (10, 20), (5, 10), (2, 5), (1, 1),
)  # fmt: skip
"""How many lines of a table and tables of a chapter are shown: the first that is short enough."""
APART, LEADING = "&#8203;", "@#:.-"
"""A space without width: after one of the letters it keeps what follows from being a mention, a
reference or an address."""

_MARKUP = re.compile(r"[^\w\s.,;:%()+=–−≈…/·²³'’?-]|(?<=www)\.|(?<=GH)-|:(?=//)|_", re.IGNORECASE)


def as_markdown(layout: Layout, messages: Messages) -> str:
    """Return a report of fewer than `LIMIT` characters; what is left out is counted."""
    texts = (_written(layout, lines, blocks, messages) for lines, blocks in CUTS)
    text = ""
    for text in texts:
        if len(text) < LIMIT:
            break
    return text


def _written(layout: Layout, lines: int, blocks: int, messages: Messages) -> str:
    more = messages["diff"]["more"]
    parts = [f"## {escaped(layout.title)}", escaped(layout.base)]
    parts += [f"> {escaped(note)}" for note in layout.notes]
    parts.append(f"**{escaped(layout.verdict)}**")
    for chapter in layout.chapters:
        parts += _chapter(chapter, lines, blocks, more)
    return "\n\n".join(parts) + "\n"


def _chapter(chapter: Chapter, lines: int, blocks: int, more: str) -> Iterator[str]:
    yield f"### {escaped(chapter.title)}"
    for block in chapter.blocks[:blocks]:
        yield f"#### {escaped(block.title)}"
        yield _table(block, lines)
        if len(block.lines) > lines:
            yield escaped(said(more, n=len(block.lines) - lines))
    if len(chapter.blocks) > blocks:
        yield escaped(said(more, n=len(chapter.blocks) - blocks))


def _table(block: Block, lines: int) -> str:
    heads = _row(map(escaped, block.heads))
    rule = "|" + "---|" * len(block.heads)
    return "\n".join([heads, rule, *(_row(map(_cell, line.cells)) for line in block.lines[:lines])])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    text = one_line(cell.text, SHOWN)
    return code_span(text) if cell.is_code else escaped(text)


def escaped(text: str) -> str:
    """Return a text of one line as Markdown that shows it and is nothing else."""
    return _MARKUP.sub(_escaped_letter, one_line(text))


def _escaped_letter(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};{APART if match[0] in LEADING else ''}"
