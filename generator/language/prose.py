"""Prose written by editors: a small Markdown subset to clean HTML.

Headings, paragraphs, lists, emphasis, links. Raw HTML shows as typed; links go to http, https
and mailto only. The length is bounded before parsing, since the parser is quadratic on hostile
input.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape

MAXIMUM_PART = 8000
TAGS = frozenset({"p", "ul", "ol", "li", "strong", "em", "a", "code", "blockquote", "br"})
_HEADING = re.compile(r"^(#{2,4}) +(.+?) *#*$")
_RUN = re.compile(r"([\[\]`*_~<&])\1{40,}")
_MARKUP = re.compile(r"[!-/:-@\[-`{-~]")


@dataclass(frozen=True, slots=True)
class ProsePart:
    """A heading, if any, and the clean HTML below it. `level` counts from 2."""

    level: int
    heading: str
    html: str


def split_prose(text: str) -> tuple[ProsePart, ...]:
    """Return the parts of a prose text, one for each heading, the first perhaps without."""
    parts: list[tuple[int, str, list[str]]] = [(2, "", [])]
    for line in text.split("\n"):
        heading = _HEADING.match(line)
        if heading:
            parts.append((len(heading[1]), heading[2], []))
        else:
            parts[-1][2].append(line)
    made = (ProsePart(level, title, render_prose("\n".join(body))) for level, title, body in parts)
    return tuple(part for part in made if part.heading or part.html)


@lru_cache(maxsize=1 << 12)
def render_prose(text: str) -> str:
    """Return clean HTML for a text of paragraphs, lists, emphasis and links."""
    import nh3
    from markdown import Markdown

    pieces = []
    for paragraph in re.split(r"\n{2,}", text.strip()):
        short = _RUN.sub(lambda run: run[0][:40], paragraph[:MAXIMUM_PART])
        pieces.append(escape(short, quote=False))
    parser = Markdown(extensions=["sane_lists"])
    html = parser.convert("\n\n".join(pieces))
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )


def as_markdown_text(text: str) -> str:
    """Return a text that Markdown shows as typed, for headings made from data.

    Every mark becomes a character reference, which no syntax of Markdown or HTML reads.
    """
    return _MARKUP.sub(lambda mark: f"&#{ord(mark[0])};", " ".join(text.split()))
