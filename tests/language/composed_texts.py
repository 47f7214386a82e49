"""The texts that a page says in its own language, block by block, as a reader reads them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

SILENT = frozenset({"script", "style", "code", "pre", "kbd", "math", "noscript", "template"})
"""Elements whose text is no language's."""
INLINE = frozenset({"a", "abbr", "b", "bdi", "cite", "em", "i", "small", "span", "strong", "sub",
                    "sup", "time", "tspan", "u", "var", "wbr"})  # fmt: skip
"""Elements that stand within a sentence; all others begin a text of their own."""
SPOKEN = ("alt", "aria-label", "data-label", "label", "placeholder", "title")
"""Attributes that readers read, or hear."""
OTHER = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a text for a passage in another language, and for what is no language's."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text of a page; `place` is the element or attribute that holds it."""

    place: str
    text: str


def texts_of(page: str, code: str) -> Iterator[Said]:
    """Yield the texts of a page in HTML that stand in its language."""
    yield from _texts(html.document_fromstring(page), code)


def passages_of(page: str, code: str) -> Iterator[str]:
    """Yield what a page shows in other languages."""
    for element in html.document_fromstring(page).iter():
        if isinstance(element.tag, str) and not _is_of(element, code):
            yield _said(element.text_content())


def _texts(element: html.HtmlElement, code: str) -> Iterator[Said]:
    if not _is_of(element, code):
        return
    yield from _attributes(element)
    if element.tag in SILENT:
        return
    run = [element.text or ""]
    if element.tag == "option":
        run = [run[0].replace(element.get("value") or OTHER, OTHER)]
    for child in element:
        if isinstance(child.tag, str) and not _is_of(child, code):
            run.append(OTHER)
        elif _is_within(child):
            run.append("".join(_inner(child, code)))
            for one in child.iter():
                if _is_of(one, code):
                    yield from _attributes(one)
        else:
            yield from _ended(element, run)
            if isinstance(child.tag, str):
                yield from _texts(child, code)
        run.append(child.tail or "")
    yield from _ended(element, run)


def _ended(element: html.HtmlElement, run: list[str]) -> Iterator[Said]:
    if (text := _said("".join(run))) and text != OTHER:
        yield Said(str(element.tag), text)
    run.clear()


def _is_within(element: html.HtmlElement) -> bool:
    """Return whether an element is a part of a sentence, with all that stands in it."""
    if element.tag in SILENT:
        return True
    if element.tag not in INLINE or element.get("class"):
        return False  # what has a class is set apart, as a line or a remark of its own
    return all(map(_is_within, element))


def _inner(element: html.HtmlElement, code: str) -> Iterator[str]:
    if element.tag in SILENT or not _is_of(element, code):
        yield OTHER
        return
    yield element.text or ""
    for child in element:
        yield from _inner(child, code)
        yield child.tail or ""


def _attributes(element: html.HtmlElement) -> Iterator[Said]:
    for name in SPOKEN:
        if text := _said(element.get(name, "")):
            yield Said(f"{element.tag} {name}", text)
    if element.tag == "meta" and element.get("name") == "description":
        yield Said("meta description", _said(element.get("content", "")))


def _is_of(element: html.HtmlElement, code: str) -> bool:
    return element.get("lang", code) == code


def _said(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text).strip()
