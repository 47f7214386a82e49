"""Prose written by editors: a small Markdown subset to clean HTML.

Headings, paragraphs, lists, emphasis, links, quotations, tables and notes. Raw HTML shows as
typed; links go to http, https and mailto only. The length is bounded before parsing, since the
parser is quadratic on hostile input; `prose_faults.py` names what is cut or cannot be set.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from html import escape
from xml.etree.ElementTree import Element

from generator.frozen import dataclass
from generator.language.prose_links import DEFINITION, with_brackets, without_idle_brackets

MAXIMUM_PART = 8000
TAGS = frozenset(
    {
        "p", "ul", "ol", "li", "strong", "em", "a", "code", "blockquote", "br", "sup", "aside",
        "table", "thead", "tbody", "tr", "th", "td",
    }
)  # fmt: skip
"""What prose may have; `aside` holds its notes."""
SCHEMES = ("http", "https", "mailto")
HEADING = re.compile(r"^(#{2,4}) +(.+?) *#*$")
NOTE = re.compile(r"^\[\^([\w-]+)\]: *(\S.*)$")
"""The text of a note, in a line of its own."""
NOTE_MARK = r"\[\^([\w-]+)\]"
RUN = re.compile(r"([\[\]`*_~<&])\1{40,}")
QUOTED = re.compile(r"^((?:> ?){8})(?:> ?)+", re.MULTILINE)
"""Quotations in each other beyond eight, each of which the parser reads anew."""
_TABLE, _ROW = (re.compile(f"<{tag}>.*?</{tag}>", re.DOTALL) for tag in ("table", "tr"))
_HEAD, _TAG = re.compile("<th(?: [^>]*)?>(.*?)</th>", re.DOTALL), re.compile("<[^>]*>")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
"""Runs of spaces that may end a line; a no-break space stays."""
_MARKUP = re.compile(r"[!-/:-@\[-`{-~]")


@dataclass(frozen=True, slots=True)
class ProsePart:
    """A heading, if any, and the clean HTML below it. `level` counts from 2."""

    level: int
    heading: str
    html: str


def split_prose(text: str) -> tuple[ProsePart, ...]:
    """Return the parts of a prose text, one for each heading, the first perhaps without.

    Notes stand below the last part, in the order of their first marks.
    """
    lines, notes = apart(text)
    order = numbered("\n".join(lines), notes)
    parts: list[tuple[int, str, list[str]]] = [(2, "", [])]
    for line in lines:
        heading = HEADING.match(line)
        if heading:
            parts.append((len(heading[1]), heading[2], []))
        else:
            parts[-1][2].append(line)
    made = [
        ProsePart(level, title, render_prose("\n".join(body), order))
        for level, title, body in parts
    ]
    if order:
        below = "\n".join(f"{at}. {notes[name]}" for at, name in enumerate(order, 1))
        html = f"{made[-1].html}<aside>{render_prose(below, order)}</aside>"
        made[-1] = replace(made[-1], html=html)
    return tuple(part for part in made if part.heading or part.html)


def apart(text: str) -> tuple[list[str], Mapping[str, str]]:
    """Return the lines of a text, those of notes blank, and the notes by their names."""
    lines = text.split("\n")
    found = [NOTE.match(line) for line in lines]
    notes = {note[1]: note[2] for note in found if note}
    return ["" if note else line for line, note in zip(lines, found, strict=True)], notes


def numbered(text: str, notes: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the notes that a text marks, in its order."""
    return tuple(dict.fromkeys(name for name in re.findall(NOTE_MARK, text) if name in notes))


@lru_cache(maxsize=1 << 12)
def render_prose(text: str, notes: Sequence[str] = ()) -> str:
    """Return clean HTML for a text; marks of `notes` become their numbers."""
    import nh3

    clean = nh3.clean(
        parse_prose(text, notes),
        tags=set(TAGS),
        attributes={"a": {"href"}, "th": {"scope"}},
        set_tag_attribute_values={"th": {"scope": "col"}},
        url_schemes=set(SCHEMES),
        link_rel="noopener",
    )
    return _TABLE.sub(_with_heads, clean)


def _with_heads(table: re.Match[str]) -> str:
    """Return a table whose cells name their columns, for screens that stack the cells of a row."""
    heads = [_TAG.sub("", head).replace('"', "&quot;") for head in _HEAD.findall(table[0])]

    def labelled(row: re.Match[str]) -> str:
        left = iter(heads)
        return re.sub("<td>", lambda _: f'<td data-label="{next(left, "")}">', row[0])

    return '<table class="stacked">' + _ROW.sub(labelled, table[0].removeprefix("<table>"))


@lru_cache(maxsize=1 << 10)
def parse_prose(text: str, notes: Sequence[str] = ()) -> str:
    """Return what the parser makes of a text, with all that cannot be set."""
    from markdown import Markdown
    from markdown.inlinepatterns import Pattern

    class NoteMark(Pattern):
        def handleMatch(self, m: re.Match[str]) -> Element | None:
            name = m[2]  # the first group is the text before it
            if name not in notes:
                return None
            number = Element("sup")
            number.text = str(notes.index(name) + 1)
            return number

    pieces, defined = [], DEFINITION.search(text) is not None
    for paragraph in re.split(r"\n{2,}", text.strip()):
        short = RUN.sub(lambda run: run[0][:40], paragraph[:MAXIMUM_PART])
        short = QUOTED.sub(r"\1", short)
        typed = escape(short, quote=False).replace("&gt;", ">")
        pieces.append(without_idle_brackets(typed, defined))
    parser = Markdown(extensions=["sane_lists", "tables"])
    parser.inlinePatterns.register(NoteMark(NOTE_MARK, parser), "note-mark", 175)
    return with_brackets(parser.convert("\n\n".join(pieces)))


def as_markdown_text(text: str) -> str:
    """Return a text that Markdown shows as typed, for headings made from data.

    Every mark becomes a character reference, which no syntax of Markdown or HTML reads.
    """
    return _MARKUP.sub(lambda mark: f"&#{ord(mark[0])};", _SPACES.sub(" ", text).strip())
