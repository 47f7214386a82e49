"""What is wrong with a finished PDF, read as a person reads it: from its pages, not its source.

Here its words; `gate_pages` looks at where they stand, `gate_model` at what they were made from.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.language.print_words import ONES
from generator.publications.document import Document
from generator.publications.indicator_rows import PrintedRow
from tests.publications import gate_pages
from tests.publications.reading import Pdf
from tests.publications.structure import Element

UNPRINTED = {
    "id", "language", "direction", "title", "keywords", "words", "shares", "sectors", "author",
    "alternative", "svg", "key", "mark", "band", "globe", "target", "how", "explanation", "sign",
    "figure", "lang", "href", "tag", "comparability_text", "url", "source_id", "line", "kind",
    "area", "shade", "paper", "computed", "direction_of", "committee",
    "running_title",
}  # fmt: skip
"""Fields of the records that are not words of a page: ids, codes, drawings, addresses."""

FICHE = "fiche.typ"
"""The template of a sheet on which nothing is said twice."""
NOTE, NOTE_PAGES = "note.typ", 6
"""The template of a note, and its pages at most."""
SCORECARD, METHODOLOGY = "scorecard.typ", "methodology.typ"

MARKDOWN = re.compile(
    r"\|\s*:?-{3,}|\*\*\w|__\w|\]\(|!\[|\[\^|(?:^|\s)#{1,6} \w|(?:^|\s)> [A-Z]|```|`\w+`"
    r"|(?<!\w)\*\w+\*(?!\w)"
)
NUMBER = rf"(?:\d+|{'|'.join(ONES)})"
MORE = re.compile(rf"(?:\band|[;,]) {NUMBER} more\b(?P<rest>[^.;]*)", re.IGNORECASE)
PLACED = re.compile(r"website|https?://|\bannex\b|\btables?\b|\w+\.\w{2,}/")
LEFTWARDS = re.compile(r"[\u0590-\u08ff]")
LONG = 80
"""Letters from which on a text stands as often as it should."""
CITED = re.compile(r"\[(\d{1,3})\]")
WEB = re.compile(
    r"\bthis (?:web ?)?page\b|\bclick\b|\bprofiles (?:explain|build|check|new)\b"
    r"|\w\.(?:csv|ya?ml)\b|\(1 \+"
)
TYPED = re.compile(
    r"[^\W\d_]'[^\W\d_]|\"\w|(?<![\w/.-])\d{4}-\d{2}-\d{2}(?![\w-])"
    r"|(?<![\w/.–-])(?:19|20)\d\d ?- ?(?:19|20)\d\d(?![\w-])"
)
"""Straight apostrophes and quotation marks, dates and years as a computer writes them."""
FIGURE_FIRST, SIGN = re.compile(r"(?:^|[.!?] )\d"), re.compile(r"\d[ \u00a0]?%")


def words_of(record: object, unprinted: frozenset[str] = frozenset(UNPRINTED)) -> Iterator[str]:
    """Yield the texts of a record of a publication that a reader should meet."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, list | tuple):
        for one in record:
            yield from words_of(one, unprinted)
    elif is_dataclass(record) and is_printed(record):
        left_out = unprinted | set(_untold(record))
        for one in fields(record):
            if one.name not in left_out:
                yield from words_of(getattr(record, one.name), left_out)


def _untold(record: object) -> Iterator[str]:
    """Yield the fields of a record that stand only beside others which it lacks."""
    for one in fields(record):  # type: ignore[arg-type]
        if one.name.endswith("_title") and not getattr(record, one.name.removesuffix("_title"), 1):
            yield one.name
    if getattr(record, "number", None) == "":
        yield "word"
    if not getattr(record, "calls", True):
        yield "close"
    if getattr(record, "in_columns", False):
        yield from ("counted", "said")
    if hasattr(record, "instrument"):
        yield from ("text", "provider_kind", "source")


def is_printed(record: object) -> bool:
    """Return whether a part has anything to print: without rows it has no heading either."""
    if getattr(record, "held", True) is False:
        return False
    holders = [record, getattr(record, "table", None)]
    rows = [getattr(one, "rows", None) for one in holders]
    known = [one for one in rows if one is not None]
    return not known or any(len(one) > 0 for one in known)


def records_of(record: object) -> Iterator[object]:
    """Yield a record and all records within it."""
    if isinstance(record, list | tuple):
        for one in record:
            yield from records_of(one)
    elif is_dataclass(record):
        yield record
        for field in fields(record):
            yield from records_of(getattr(record, field.name))


def lost_words(pdf: Pdf, texts: Iterator[str]) -> list[str]:
    """Return the texts that stand nowhere as a whole, whatever lines and pages break.

    Nor as often as they should, if they are long.
    """
    told = told_by(pdf)
    wanted = Counter(closed(text) for text in texts)
    return sorted(text for text, times in wanted.items() if not _is_told(pdf, told, text, times))


def _is_told(pdf: Pdf, told: str, text: str, times: int) -> bool:
    if LEFTWARDS.search(text):  # drawn from its end
        return text in closed(pdf.text) or text[::-1] in told
    return told.count(text) >= (times if len(text) > LONG else 1)


def told_by(pdf: Pdf) -> str:
    """Return all that is said, in the order of reading, then heads and feet of the pages."""
    beside = [p.text for page in pdf.drawn for p in page.pieces if p.mark is None]
    return closed(pdf.structure.text) + "\n" + closed("".join(beside))


def closed(text: str) -> str:
    """Return a text without white space, without what lines are broken by, its signs alike."""
    text = re.sub(r"[\s\u00ad\u200b\u2060\u00a0\u202f]", "", text)
    return text.translate(str.maketrans("’‘“”–", "''\"\"-")).replace("≠≠", "≠")


def lost_rows(pdf: Pdf, record: object) -> list[str]:
    """Return the rows of indicators that do not stand as rows: each cell beside the one before."""
    told = closed(pdf.structure.text)
    rows = [one for one in records_of(record) if isinstance(one, PrintedRow)]
    return [row.id for row in rows if closed("".join(_cells(row))) not in told]


def _cells(row: PrintedRow) -> Iterator[str]:
    yield from (row.name, row.counted, row.number, row.signs, row.notes, row.unit, row.year)
    yield from (row.earlier, row.target, row.word, row.score)
    yield from (f"[{number}]" for number in row.sources)


def markdown_signs(pdf: Pdf) -> list[str]:
    """Return where signs of Markdown are printed."""
    return [found[0] for page in pdf.pages for found in MARKDOWN.finditer(page)]


def wrongly_cited(pdf: Pdf, listed: int) -> list[str]:
    """Return the numbers that are cited and not listed, listed and not cited, or cited in vain.

    In vain: by a number that never leads to the list.
    """
    text = pdf.text
    cited = [int(one) for one in CITED.findall(text)]
    once = [str(number) for number in range(1, listed + 1) if cited.count(number) < 2]
    linked = {one.text.strip() for one in pdf.structure.all("Link")}
    vain = [str(number) for number in sorted(set(cited)) if f"[{number}]" not in linked]
    return [
        *once,
        *(str(number) for number in sorted(set(cited)) if not 1 <= number <= listed),
        *(number for number in vain if number not in once),
    ]


def unplaced(pdf: Pdf) -> list[str]:
    """Return each "n more" that does not say where the others stand."""
    inner = [one for one in pdf.structure.all("P", "TD", "TH", "LBody") if one.on != [0]]
    found = [match for one in inner for match in MORE.finditer(one.text)]
    return [match[0] for match in found if not PLACED.search(match["rest"])]


def unprintable_talk(pdf: Pdf) -> list[str]:
    """Return what speaks of pages of a website, of commands, files or formulas."""
    return [found[0] for page in pdf.pages for found in WEB.finditer(page)]


def typed_signs(pdf: Pdf) -> list[str]:
    """Return signs as a keyboard has them, where print has its own; not those of addresses."""
    texts = [one.text for one in pdf.structure.all("P", "TD", "TH", "H1", "H2", "H3", "LBody")]
    return [found[0] for text in texts for found in TYPED.finditer(text) if "://" not in text]


def said_twice(pdf: Pdf) -> list[str]:
    """Return the paragraphs that stand twice."""
    texts = Counter(closed(one.text) for one in paragraphs(pdf.structure) if len(one.text) > 60)
    return [text for text, times in texts.items() if times > 1]


def paragraphs(root: Element) -> list[Element]:
    """Return the paragraphs, without those of tables."""
    within = {id(one) for table in root.all("Table") for one in table.below()}
    return [one for one in root.all("P") if id(one) not in within]


def unwritten(texts: Iterator[str]) -> list[str]:
    """Return the composed sentences that begin with a figure, or have a sign for per cent."""
    return [text for text in texts if FIGURE_FIRST.search(text) or SIGN.search(text)]


def composed(document: Document) -> Iterator[str]:
    """Yield the running text of a profile that a program composed."""
    content = document.content
    yield from (content.executive.lead, content.overview.standing, content.acting.lead)
    yield from (*content.overview.portrait, *content.overview.findings)
    yield from (one.text for one in content.executive.findings)
    for chapter in content.chapters:
        yield chapter.lead
        yield from (told.text for group in chapter.groups for told in group.tellings)


def unreferred(pdf: Pdf) -> list[str]:
    """Return the figures that no text leads to."""
    captions = [
        re.match(r"Figure\s*([IVXLC]+)(?=[^IVXLC])", one.text)
        for one in pdf.structure.all("Figure")
    ]
    known = [found[1] for found in captions if found]
    linked = {closed(one.text) for one in pdf.structure.all("Link")}
    return [number for number in known if f"figure{number}" not in linked]


PARTS = ("furniture", "imprint", "missing", "sources", "on_record")
"""The parts that a note prints whole."""


def printed_parts(document: Document) -> list[object]:
    """Return the parts of a publication that its template prints."""
    content = document.content
    if document.template == SCORECARD:
        executive = content.executive
        shown = [(one.title, one.number, one.unit, one.word) for one in executive.findings]
        return [executive.lead, executive.unknown, shown, content.overview.changes]
    if document.template != NOTE:
        return [content]
    tables = [chapter.table for chapter in content.chapters]
    parts = [getattr(content, name) for name in PARTS]
    return [*parts, tables, content.acting.numbered, content.acting.measure, content.aid.marks]


def faults(pdf: Pdf, document: Document) -> dict[str, list[str]]:
    """Return what a reader would find wrong, by kind; without faults it is empty."""
    content = document.content
    parts = printed_parts(document)
    found = {
        "lost": lost_words(pdf, words_of(parts)),
        "rows": lost_rows(pdf, parts),
        "markdown": markdown_signs(pdf),
        "more": unplaced(pdf),
        "talk": [] if document.template == METHODOLOGY else unprintable_talk(pdf),
        "typed": typed_signs(pdf),
        **gate_pages.faults(pdf),
    }
    if document.template == SCORECARD:
        return {kind: texts for kind, texts in found.items() if texts}
    if hasattr(content, "sources") and content.sources.rows:
        found["cited"] = wrongly_cited(pdf, len(content.sources.rows))
    if hasattr(content, "chapters") and hasattr(content, "acting"):
        found["unwritten"] = unwritten(composed(document)) if pdf.root["/Lang"] == "en" else []
        found["unreferred"] = unreferred(pdf)
    if document.template == FICHE:
        found["twice"] = said_twice(pdf)
    if document.template == NOTE and len(pdf.pages) > NOTE_PAGES:
        found["long"] = [str(len(pdf.pages))]
    return {kind: texts for kind, texts in found.items() if texts}
