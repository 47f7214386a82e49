"""The text alternative of a chart: what it says, in a sentence or two, from its own numbers."""

from collections.abc import Iterable

from generator.charts.style import Form
from generator.charts.typesetting import one_line

LIMIT = 250
"""On a page, which has the values beside the chart; print has them in the alternative alone."""


def join_sentences(sentences: Iterable[str], form: Form) -> str:
    """Return the sentences in print; on a page as many, in order, as fit the limit.

    The first is cut if need be.
    """
    text = ""
    for sentence in filter(None, map(one_line, sentences)):
        joined = f"{text} {sentence}".strip()
        if form == "print" or len(joined) <= LIMIT:
            text = joined
        elif not text:
            text = joined[: LIMIT - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return text
