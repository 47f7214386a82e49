"""Letters that no font of the publications holds give way to a mark, which the imprint explains.

A right name never keeps a publication from being made: the website shows it.
"""

import re

LEFT_OUT = "[…]"
"""What stands for a run of letters that cannot be printed."""


def printable(text: str, lacking: re.Pattern[str]) -> str:
    """Return a text with `LEFT_OUT` for what its fonts lack; several in a row are one."""
    if lacking.search(text) is None:
        return text
    marked = lacking.sub(LEFT_OUT, text)
    return re.sub(rf"{re.escape(LEFT_OUT)}(?:[ ,.·-]*{re.escape(LEFT_OUT)})+", LEFT_OUT, marked)
