"""The forms in which a check can speak, by name."""

from collections.abc import Callable, Mapping

from generator.problems.markdown import as_markdown
from generator.problems.render import as_github, as_json, as_text
from generator.problems.sarif import as_sarif

FORMATS: Mapping[str, Callable[..., str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
    "markdown": as_markdown,
}
