"""Whether a copy of the site is whole, read from its finished PDF by another program."""

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from pypdf import PdfReader

NAMED = 5
"""Headings that a message names."""


def faults_of(content: bytes, pages: int, headings: Sequence[Sequence[str]]) -> list[str]:
    """Return what is wrong with a copy: pages lost, headings without bookmark or words, no tags.

    `pages`: those that were set; `headings`: those of each page of the website.
    """
    reader = PdfReader(io.BytesIO(content))
    root: Any = reader.trailer["/Root"]
    texts = [_closed(page.extract_text()) for page in reader.pages]
    known = list(_bookmarks(reader, reader.outline))
    faults = []
    if len(texts) != pages or pages <= len(headings):
        faults.append(f"pages: {len(texts)} of {pages}, for {len(headings)} of the site")
    wanted = [one for page in headings for one in page if _closed(one)]
    marked = [_closed(title) for title, _ in known]
    lost = [one for one in dict.fromkeys(wanted) if marked.count(_closed(one)) < wanted.count(one)]
    if lost:
        faults.append(f"no bookmark: {_named(lost)}")
    unread = [title for title, at in known if not _stands(_closed(title), texts, at)]
    if unread:
        faults.append(f"no words: {_named(unread)}")
    if not root.get("/MarkInfo", {}).get("/Marked") or not root.get("/Lang"):
        faults.append("no tags or no language")
    return faults


def _stands(title: str, texts: Sequence[str], at: int) -> bool:
    """Return whether a title stands where its bookmark leads; a line of it may go over."""
    return title in "".join(texts[at : at + 2])


def _bookmarks(reader: PdfReader, items: Any) -> Iterator[tuple[str, int]]:
    for item in items:
        if isinstance(item, list):
            yield from _bookmarks(reader, item)
        else:
            yield item.title, reader.get_destination_page_number(item) or 0


def _closed(text: str) -> str:
    """Return a text without white space, hyphens of its lines and marks that nobody sees."""
    return re.sub(r"[\s\u00ad\u200b\u200e\u200f\u2060-\u2069]", "", text)


def _named(texts: Sequence[str]) -> str:
    more = f" +{len(texts) - NAMED}" if texts[NAMED:] else ""
    return ", ".join(f"“{text}”" for text in texts[:NAMED]) + more
