"""A report as JSON, all of it: the texts as they stand in files and as readers are told."""

import json
from dataclasses import asdict

from generator.change.reported import Report


def as_json(report: Report) -> str:
    """Return the document for machines; its fields are those of `Report`, and the verdict."""
    document = {"verdict": report.verdict, **asdict(report)}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
