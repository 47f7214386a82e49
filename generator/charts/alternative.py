"""The text alternative of a chart: what it says, in a sentence or two, from its own numbers."""

from collections.abc import Iterable

from generator.charts.typesetting import one_line

LIMIT = 250


def join_sentences(sentences: Iterable[str]) -> str:
    """Return as many of the sentences, in order, as fit the limit; the first is cut if need be."""
    text = ""
    for sentence in filter(None, map(one_line, sentences)):
        joined = f"{text} {sentence}".strip()
        if len(joined) <= LIMIT:
            text = joined
        elif not text:
            text = joined[: LIMIT - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return text
