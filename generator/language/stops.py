"""How a text begins and ends, also a passage in another language, which stands between marks."""

import re

from generator.language.foreign import END, SPOKEN, START, plain

_MARK = re.compile(f"{START}(?:[A-Za-z-]+{SPOKEN})?")


def begun(text: str) -> str:
    """Return a text that begins with a capital: "the editors" at the start of a sentence."""
    mark = _MARK.match(text)
    at = mark.end() if mark else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def ended(text: str) -> str:
    """Return a text with a stop at its end."""
    return text if plain(text).endswith((".", "!", "?")) else f"{text}."


def without_stop(text: str) -> str:
    """Return a text without the stop at its end, for what goes on behind it."""
    if text.endswith(END):
        return text.removesuffix(END).rstrip(".") + END
    return text.rstrip(".")
