"""How a text is written in a file, and the replacement of a cell or scalar by it.

Quotation marks stand where the kind of file needs them, and only there.
"""

import re

from generator.problems import Code, Replacement

BOOLEAN_WORDS = frozenset({"yes", "no", "on", "off", "true", "false", "y", "n"})
"""Words that other programs read as yes or no."""

_NULL_WORDS = frozenset({"null", "nan", "inf"})
_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[./%²³()_+-]| (?! |\Z))*\Z")
"""A text that every program for YAML reads as a text: it begins with a letter, and no mark in
it has a meaning there."""
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?|[0-9]{4}-[0-9]{4}|[0-9]{4}(?:-[0-9]{2}){1,2}")
_OF_NO_TEXT = ("number-", "period-", "date-", "yes-no-", "value-")


def written_in(file: str, text: str, code: Code) -> str:
    """Return a text that mends a problem of a file as the file writes it."""
    if file.endswith(".csv"):
        return csv_text(text)
    if file.endswith(".yml"):
        return yaml_text(text, is_text=not code.value.startswith(_OF_NO_TEXT))
    return text


def csv_text(text: str) -> str:
    """Return the text of a cell."""
    return '"' + text.replace('"', '""') + '"' if set(text) & set(',"\n') else text


def yaml_text(text: str, *, is_text: bool = True) -> str:
    """Return a scalar of one line; `is_text` is false for a number, a date, a yes or no."""
    if not is_text and (_NUMBER.fullmatch(text) or text in ("yes", "no")):
        return text
    if _PLAIN.match(text) and text.lower() not in BOOLEAN_WORDS | _NULL_WORDS:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def cell_replacement(
    line: int, character: int | None, old: str | None, text: str
) -> tuple[Replacement, ...]:
    """Return the replacement of the cell `old` by a text; none if its place is not known."""
    if character is None or old is None:
        return ()
    return (Replacement(line, character, old, csv_text(text)),)


def scalar_replacement(
    line: int, character: int, old: str | None, text: str, code: Code
) -> tuple[Replacement, ...]:
    """Return the replacement of the YAML scalar `old` by a text; none if it is not of one line."""
    if old is None:
        return ()
    return (Replacement(line, character, old, written_in(".yml", text, code)),)
