"""A template of a theme that cannot be filled ends a build with a message."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateError

from generator.making.choices import NotMade


@contextlib.contextmanager
def told_templates() -> Iterator[None]:
    """Tell of a template that cannot be used, and where."""
    try:
        yield
    except TemplateError as problem:
        told = f"A template of the theme cannot be filled: {problem}{_template_line(problem)}"
        raise NotMade(told) from None


def _template_line(problem: Exception) -> str:
    """Return the template and the line at which it stopped, if the trace tells."""
    lines = [
        f" ({Path(frame.filename).name}, line {frame.lineno})"
        for frame in extract_tb(problem.__traceback__)
        if frame.filename.endswith((".jinja", ".html"))
    ]
    return lines[-1] if lines else ""
