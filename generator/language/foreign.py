"""Texts that stand in another language than the page around them, until they are written.

Such a text carries a mark at each end, through sentences, tables and lists, to where a medium
writes it: there it becomes a passage with its language, or plain text where none can stand.
Behind the first mark stands the language, if it is not English.
"""

import re

ENGLISH = "en"
"""The language of the records; in others they stand as far as they are translated."""
START, END, SPOKEN = "\ue000", "\ue001", "\ue002"
"""Signs of private use, which no text of the files may hold; the last ends a language."""
_MARKS = re.compile(f"{START}[A-Za-z-]+{SPOKEN}|[{START}{END}{SPOKEN}]")
PASSAGE = re.compile(f"{START}(?:([A-Za-z-]+){SPOKEN})?([^{START}{END}{SPOKEN}]*){END}")
"""A text between its marks: its language, if it is not English, and the text."""

_LINE = re.compile(
    r"^([ \t]*(?:#+ |[-*+] |\d+[.)] |> |\[\^[\w-]+\]: )*)([^|\s:-].*)$", re.MULTILINE
)
"""A line of Markdown, behind what makes it a heading, an item, a note."""


def foreign(text: str, language: str = ENGLISH) -> str:
    """Return a text marked as one of another language, BCP 47; one that is marked stays."""
    if not text or START in text:
        return text
    return f"{START}{'' if language == ENGLISH else language + SPOKEN}{text}{END}"


def foreign_prose(text: str) -> str:
    """Return a text of several lines in Markdown, each of its lines marked."""
    return _LINE.sub(lambda line: f"{line[1]}{foreign(line[2])}", text)


def native(text: str | None) -> str:
    """Return a text of the language of the page; "" for one of another, where no mark can stand."""
    return "" if text is None or START in text else text


def plain(text: str) -> str:
    """Return a text without marks."""
    return _MARKS.sub("", text) if START in text or END in text else text


def passages(text: str) -> list[tuple[str, str]]:
    """Return the parts of a text in order, each with its language if it is another."""
    parts: list[tuple[str, str]] = []
    end = 0
    for found in PASSAGE.finditer(text):
        parts.append((plain(text[end : found.start()]), ""))
        parts.append((found[2], found[1] or ENGLISH))
        end = found.end()
    parts.append((plain(text[end:]), ""))
    return [part for part in parts if part[0]]
