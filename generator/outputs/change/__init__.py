"""Reports of a change as Markdown, HTML and JSON."""

from pathlib import Path

from generator.change.layout import lay_out
from generator.change.reported import Report
from generator.outputs.change.html_report import as_html
from generator.outputs.change.json_report import as_json
from generator.outputs.change.markdown_report import as_markdown
from generator.problems.render import Messages


def texts_of(report: Report, messages: Messages, root: Path) -> dict[str, str]:
    """Return the report in every format, by its name."""
    layout = lay_out(report, messages)
    return {
        "markdown": as_markdown(layout, messages),
        "html": as_html(report, layout, messages, root),
        "json": as_json(report),
    }
