"""What is wrong with a finished PDF, read as a person reads it: from its pages, not its source."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.publications.document import Document
from tests.publications.reading import Pdf

UNPRINTED = {
    "id", "language", "direction", "title", "keywords", "words", "shares", "sectors", "author",
    "alternative", "svg", "key", "mark", "band", "globe", "target", "how", "explanation", "sign",
    "figure", "lang", "href", "tag", "comparability_text", "url", "source_id", "line", "kind",
    "area", "shade", "paper", "computed", "direction_of", "committee",
}  # fmt: skip
"""Fields of the records that are not words of a page: ids, codes, drawings, addresses."""

MARKDOWN = re.compile(r"\|\s*-{3,}|\*\*\w|\]\(|(?:^|\s)#{1,6} \w|```|`\w+`")
MORE = re.compile(r"\b\w+ more stands? at (\S+)")
CITED = re.compile(r"\[(\d{1,3})\]")


def words_of(record: object, unprinted: frozenset[str] = frozenset(UNPRINTED)) -> Iterator[str]:
    """Yield the texts of a record of a publication that a reader should meet."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, list | tuple):
        for one in record:
            yield from words_of(one, unprinted)
    elif is_dataclass(record) and is_printed(record):
        for one in fields(record):
            if one.name not in unprinted:
                yield from words_of(getattr(record, one.name), unprinted)


def is_printed(record: object) -> bool:
    """Return whether a part has anything to print: without rows it has no heading either."""
    if getattr(record, "held", True) is False:
        return False
    holders = [record, getattr(record, "table", None)]
    rows = [getattr(one, "rows", None) for one in holders]
    known = [one for one in rows if one is not None]
    return not known or any(len(one) > 0 for one in known)


def lost_words(pdf: Pdf, texts: Iterator[str]) -> list[str]:
    """Return the words and numbers that stand on no page, whatever lines and pages break."""
    printed = _closed("".join(page.extract_text() for page in pdf.reader.pages))
    found = {word for text in texts for word in text.split()}
    return sorted(word for word in found if _closed(word) not in printed)


def _closed(text: str) -> str:
    """Return a text without white space and without what lines are broken by."""
    return re.sub(r"[\s\u00ad\u200b\u2060\u00a0]", "", text)


def markdown_signs(pdf: Pdf) -> list[str]:
    """Return where signs of Markdown are printed."""
    return [found[0] for page in pdf.pages for found in MARKDOWN.finditer(page)]


def wrongly_cited(pdf: Pdf, listed: int) -> list[str]:
    """Return the numbers that are cited and not listed, or listed and not cited."""
    text = pdf.text
    cited = [int(one) for one in CITED.findall(text)]
    once = [str(number) for number in range(1, listed + 1) if cited.count(number) < 2]
    return once + [str(number) for number in sorted(set(cited)) if not 1 <= number <= listed]


def texts_placed(pdf: Pdf, page: int) -> list[tuple[float, float, str]]:
    """Return the texts of a page with where they begin, in points from its lower left corner."""
    placed: list[tuple[float, float, str]] = []

    def visit(text: str, outer: list[float], line: list[float], *_: object) -> None:
        if text.strip():
            x = outer[0] * line[4] + outer[2] * line[5] + outer[4]
            y = outer[1] * line[4] + outer[3] * line[5] + outer[5]
            placed.append((x, y, text.strip()))

    pdf.reader.pages[page].extract_text(visitor_text=visit)
    return placed


def outside(pdf: Pdf) -> list[str]:
    """Return the texts that begin outside of their page."""
    found = []
    for number, page in enumerate(pdf.reader.pages):
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        found += [
            text
            for x, y, text in texts_placed(pdf, number)
            if not (0 <= x <= width - 6 and 6 <= y <= height)
        ]
    return found


def overprinted(pdf: Pdf) -> list[str]:
    """Return the texts that begin where another begins."""
    found = []
    for number in range(len(pdf.reader.pages)):
        seen: dict[tuple[int, int], str] = {}
        for x, y, text in texts_placed(pdf, number):
            place = (round(x), round(y))
            is_read = len(text) > 1 and x > 1  # a sign from another font begins no line
            if is_read and seen.get(place, text) != text:
                found.append(f"{seen[place]} / {text}")
            if is_read:
                seen[place] = text
    return found


def fill(pdf: Pdf, page: int, foot: float = 74.0, top: float = 80.0) -> float:
    """Return how far down a page its text reaches, as a share of its height between margins."""
    height = float(pdf.reader.pages[page].mediabox.height)
    lowest = min((y for _, y, _ in texts_placed(pdf, page) if y > foot), default=height)
    return (height - top - lowest) / (height - top - foot)


ENDS = ("Contents", "About this publication", "How to read", "Executive summary", "Sources")
"""Pages that may end early: what stands on them is a whole."""


def early_ends(pdf: Pdf, least: float) -> list[int]:
    """Return the pages within a book, from 1, whose text ends above a share of their height.

    The cover, the last page of the text and the cover at the back are not within it.
    """
    within = range(1, len(pdf.pages) - 2)
    inner = [n for n in within if not any(words in pdf.pages[n][:200] for words in ENDS)]
    return [n + 1 for n in inner if fill(pdf, n) <= least]


NOTE = ("furniture", "imprint", "missing", "sources", "on_record")
"""The parts that a note prints whole."""


def printed_parts(document: Document) -> list[object]:
    """Return the parts of a publication that its template prints."""
    content = document.content
    if document.template != "note.typ":
        return [content]
    tables = [chapter.table for chapter in content.chapters]
    parts = [getattr(content, name) for name in NOTE]
    return [*parts, tables, content.acting.numbered, content.acting.measure, content.aid.marks]


def faults(pdf: Pdf, document: Document) -> dict[str, list[str]]:
    """Return what a reader would find wrong, by kind; without faults it is empty."""
    content = document.content
    listed = content.sources.rows if hasattr(content, "sources") else ()
    found = {
        "lost": lost_words(pdf, words_of(printed_parts(document))),
        "markdown": markdown_signs(pdf),
        "outside": outside(pdf),
        "overprinted": overprinted(pdf),
    }
    if listed:
        found["cited"] = wrongly_cited(pdf, len(listed))
    return {kind: texts for kind, texts in found.items() if texts}
