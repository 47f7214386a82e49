"""Prose as a syntax tree: the clean HTML of the pages, read back into lists of nodes.

The pages and the print come from the same parser, so that they cannot disagree. A node is a text,
or `{"tag": ..., "children": [...]}`, a link with its `href`.
"""

from html.parser import HTMLParser
from typing import Any

from generator.language.prose import TAGS

Node = str | dict[str, Any]
VOID = frozenset({"br"})
PRINTED_SCHEMES = ("http://", "https://", "mailto:")


class UnknownTag(ValueError):
    """The HTML holds what no print template can set."""


def prose_tree(html: str) -> list[Node]:
    """Return the nodes of clean HTML.

    Raises:
        UnknownTag: a tag that prose cannot have.
    """
    reader = _TreeReader()
    reader.feed(html)
    reader.close()
    return reader.root


class _TreeReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root: list[Node] = []
        self._open: list[list[Node]] = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise UnknownTag(tag)
        node: dict[str, Any] = {"tag": tag, "children": []}
        href = dict(attrs).get("href") or ""
        if tag == "a":
            node["href"] = href if href.startswith(PRINTED_SCHEMES) else ""
        self._open[-1].append(node)
        if tag not in VOID:
            self._open.append(node["children"])

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split("\n"))
        if text.strip() or len(self._open) > 1:
            self._open[-1].append(text)
