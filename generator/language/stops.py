"""The stop at the end of a text, also of a passage in another language, which ends in a mark."""

from generator.language.foreign import END, plain


def ended(text: str) -> str:
    """Return a text with a stop at its end."""
    return text if plain(text).endswith((".", "!", "?")) else f"{text}."


def without_stop(text: str) -> str:
    """Return a text without the stop at its end, for what goes on behind it."""
    if text.endswith(END):
        return text.removesuffix(END).rstrip(".") + END
    return text.rstrip(".")
