"""Where the words of a finished PDF stand: within their page, beside their marks, on full pages."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.publications.placed_text import Piece, Shape
from tests.publications.reading import Pdf
from tests.publications.structure import Element

LEFTWARDS = re.compile(r"[\u0590-\u08ff]")
EDGE = 8.0
"""Points along the edge of a page on which no text stands."""
TOP, FOOT = 79.4, 73.7
"""The margins of a page of a book above and below, in points."""
FULL, NEARLY = 0.7, 0.6
"""How far down text reaches at least, of the height between margins; where a chapter follows."""
SCANT = 0.25
"""How far down a page at least reaches what runs over to it before the first chapter."""
MARKS, NEAR = (5.0, 32.0), 9.0
"""How large a rating mark is, and how near its words stand, in points."""
UNWORDED = ("Unit", "Unité", "Единица")
"""Heads of columns that may be blank: an answer in words has no unit."""
SHORT = 6
"""Pages of what has no cover of its own."""
KERNED = 0.25
"""How far signs of a line reach over each other at most, of their height: a point after an r."""
COLUMN, LINE, WORD = 60.0, 1.0, 4.0
"""Text of a line that stands so far apart is torn; lines that differ by less are one, and letters
that stand nearer a word. In points."""


def outside(pdf: Pdf) -> list[str]:
    """Return the texts that reach beyond their page, or stand at its very edge."""
    found = []
    for number, page in enumerate(pdf.drawn):
        width, height = pdf.size(number)
        found += [
            one.text
            for one in page.pieces
            if one.left < EDGE
            or one.right > width - EDGE
            or one.bottom < EDGE
            or one.top > height - EDGE
        ]
    return found


def overprinted(pdf: Pdf) -> list[str]:
    """Return the texts that stand over others."""
    return [f"{one.text} / {other.text}" for page in pdf.drawn for one, other in _over(page.pieces)]


def _over(pieces: list[Piece]) -> Iterator[tuple[Piece, Piece]]:
    rising = sorted(pieces, key=lambda one: one.bottom)
    for place, one in enumerate(rising):
        for other in rising[place + 1 :]:
            if other.bottom > one.top:
                break
            across = min(one.right, other.right) - max(one.left, other.left)
            up = min(one.top, other.top) - max(one.bottom, other.bottom)
            if one.text == other.text or LEFTWARDS.search(one.text + other.text):
                continue  # a sign of two parts; letters that join
            size = min(one.size, other.size)
            kerned = KERNED * size if abs(one.base - other.base) < LINE else 1
            if across > kerned and up > 0.3 * size:
                yield one, other


def fill(pdf: Pdf, page: int) -> float:
    """Return how far down a page its text reaches, as a share of its height between margins."""
    height = pdf.size(page)[1]
    texts = (one.bottom for one in pdf.drawn[page].pieces if one.mark is not None)
    return (height - TOP - min(texts, default=height)) / (height - TOP - FOOT)


def chapter_starts(pdf: Pdf) -> set[int]:
    """Return the pages, from 0, at whose top a chapter begins."""
    return {page for head in pdf.structure.all("H1", "Title") for page in _at_top(pdf, head)}


def _at_top(pdf: Pdf, head: Element) -> Iterator[int]:
    for page, mark in head.named:
        texts = [one for one in pdf.drawn[page].pieces if one.mark is not None]
        highest = max(one.top for one in texts)
        if any(one.mark == mark and one.top > highest - 60 for one in texts):
            yield page


def early_ends(pdf: Pdf) -> list[int]:
    """Return the pages within a book, from 1, that end early without a reason.

    Of the pages before the first chapter, with the imprint, the contents and the summary, each is
    a whole; later ones may end a little early where a chapter follows. The cover, the last page of
    the text and the cover at the back are not within the book.
    """
    starts = chapter_starts(pdf)
    front = sum(not label.isdecimal() for label in pdf.reader.page_labels)
    last = len(pdf.pages) - (2 if len(pdf.drawn[-1].pieces) < 40 else 1)

    def least(page: int) -> float:
        if page + 1 not in starts:
            return FULL
        return 0.0 if page < front else NEARLY

    return [page + 1 for page in range(1, last) if fill(pdf, page) < least(page)]


def scant_fronts(pdf: Pdf) -> list[int]:
    """Return the pages before the first chapter, from 1, onto which but a few lines run over."""
    front = sum(not label.isdecimal() for label in pdf.reader.page_labels)
    over = set(range(1, front)) - chapter_starts(pdf)
    return [page + 1 for page in sorted(over) if fill(pdf, page) < SCANT]


def cut_heads(pdf: Pdf) -> list[str]:
    """Return the running heads of which the end is cut."""
    return [
        one.text
        for number, page in enumerate(pdf.drawn)
        for one in page.pieces
        if one.text.rstrip().endswith("…") and one.bottom > pdf.size(number)[1] - TOP
    ]


def lonely_rows(pdf: Pdf) -> list[str]:
    """Return the first and last rows of tables that stand alone on their page."""
    found = []
    for table in pdf.structure.all("Table"):
        rows = [row for row in table.all("TR") if row.all("TD") and row.on]
        pages = [row.on[-1] for row in rows]
        if len(set(pages)) > 1:
            ends = ((rows[0], pages[0]), (rows[-1], pages[-1]))
            found += [row.text[:60] for row, page in ends if pages.count(page) == 1]
    return found


def unworded_marks(pdf: Pdf) -> list[str]:
    """Return the rating marks beside which no word stands, by their page.

    Those of a cover are none: its wheels are drawings.
    """
    found = []
    cover = 1 if len(pdf.drawn) > SHORT else 0
    for number, page in enumerate(pdf.drawn[cover:], cover):
        drawn = [one for one in page.shapes if one.mark is None and one.is_round]
        marks = [one for one in drawn if _is_mark(one) and not _is_within(one, drawn)]
        found += [f"page {number + 1}" for one in marks if not _has_word(one, page.pieces)]
    return found


def _is_mark(shape: Shape) -> bool:
    wide, high = shape.right - shape.left, shape.top - shape.bottom
    return MARKS[0] < wide < MARKS[1] and abs(wide - high) < 0.5


def _is_within(one: Shape, others: list[Shape]) -> bool:
    """Return whether a mark is part of a large drawing, such as the globe."""
    large = [other for other in others if other.right - other.left > 2 * MARKS[1]]
    return any(
        other.left <= one.left
        and one.right <= other.right
        and other.bottom <= one.bottom
        and one.top <= other.top
        for other in large
    )


def _has_word(mark: Shape, pieces: list[Piece]) -> bool:
    return any(
        one.right > mark.left - NEAR
        and one.left < mark.right + NEAR
        and one.top > mark.bottom - NEAR
        and one.bottom < mark.top + NEAR
        for one in pieces
        if any(letter.isalpha() for letter in one.text)
    )


def unnamed_cells(pdf: Pdf) -> list[str]:
    """Return the columns of tables in which no cell says anything, and rows without a head."""
    found = []
    for table in pdf.structure.all("Table"):
        rows = [[one for one in row.parts if isinstance(one, Element)] for row in table.all("TR")]
        first = next((row for row in rows if all(one.kind == "TH" for one in row)), [])
        for place, head in enumerate(first):
            below = [row[place].text.strip() for row in rows if place < len(row) and row != first]
            if below and not any(below) and head.text not in UNWORDED:
                found.append(head.text)
        found += [row[0].text for row in rows if row and row[0].kind != "TH"]
    return found


def torn_lines(pdf: Pdf) -> list[str]:
    """Return the lines whose words stand far apart, as where a name is thrown to the margin."""
    found = []
    for one in pdf.structure.all("P", "H1", "H2", "H3"):
        for page in one.on:
            marks = {mark for at, mark in one.named if at == page}
            pieces = [piece for piece in pdf.drawn[page].pieces if piece.mark in marks]
            line = sorted(pieces, key=lambda piece: (-round(piece.base), piece.left))
            found += [
                f"{first.text} … {then.text}"
                for first, then in pairwise(line)
                if abs(first.base - then.base) < LINE and then.left - first.right > COLUMN
            ]
    return found


def poor_alternatives(pdf: Pdf) -> list[str]:
    """Return the alternative texts that say a sentence twice, or lack near values that are shown.

    They stand in a chart beside the ends of a series, and never at its axis.
    """
    found = []
    for one in pdf.structure.all("Figure"):
        told = [part.strip() for part in one.alternative.split(". ") if part.strip()]
        shown = [word[1:] for word in _words_drawn(pdf, one) if re.fullmatch(r"≈[\d,.]+", word)]
        if len(told) != len(set(told)) or any(value not in one.alternative for value in shown):
            found.append(one.alternative)
    return found


def _words_drawn(pdf: Pdf, figure: Element) -> Iterator[str]:
    """Yield the words of a drawing, whose letters are placed one by one."""
    for page in figure.on:
        marks = {mark for at, mark in figure.named if at == page}
        pieces = [one for one in pdf.drawn[page].pieces if one.mark in marks]
        word, end, base = "", 0.0, 0.0
        for one in sorted(pieces, key=lambda one: (round(one.base), one.left)):
            if abs(one.base - base) > LINE or one.left - end > WORD:
                yield word
                word = ""
            word, end, base = word + one.text.strip(), one.right, one.base
        yield word


def faults(pdf: Pdf) -> dict[str, list[str]]:
    """Return what a reader would find wrong with where words stand, by kind."""
    return {
        "outside": outside(pdf),
        "overprinted": overprinted(pdf),
        "lonely": lonely_rows(pdf),
        "marks": unworded_marks(pdf),
        "cells": unnamed_cells(pdf),
        "torn": torn_lines(pdf),
        "alternatives": poor_alternatives(pdf),
    }
