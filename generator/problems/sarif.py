"""Problems as a SARIF log, which services for code show, and replacements as its fixes."""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from generator.problems import Problem, Replacement
from generator.problems.render import Messages, message_of

_SARIF_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def as_sarif(problems: Iterable[Problem], messages: Messages, *, waived: int = 0) -> str:
    """Return a SARIF 2.1.0 log with one run."""
    listed = list(problems)
    codes = sorted({problem.code.value for problem in listed})
    driver = {"name": "profiles", "rules": [{"id": code} for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, messages) for problem in listed],
        "properties": {"waived": waived},
    }
    log = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2)


def _result(problem: Problem, messages: Messages) -> dict[str, Any]:
    place = problem.place
    address = quote(place.file.encode("utf-8", "surrogateescape"))
    location: dict[str, Any] = {"artifactLocation": {"uri": address}}
    if place.line:
        column = {"startColumn": place.character} if place.character else {}
        location["region"] = {"startLine": place.line, **column}
    parts = (message_of(problem, part, messages) for part in ("message", "hint"))
    changes = [_sarif_replacement(piece) for piece in problem.replacements]
    change = {"artifactLocation": {"uri": address}, "replacements": changes}
    return {
        "ruleId": problem.code.value,
        "level": problem.severity.value,
        "message": {"text": ". ".join(parts)},
        "locations": [{"physicalLocation": location}],
        **({"fixes": [{"artifactChanges": [change]}]} if changes else {}),
    }


def _sarif_replacement(piece: Replacement) -> dict[str, Any]:
    region = {
        "startLine": piece.line,
        "startColumn": piece.character,
        "endColumn": piece.character + len(piece.old),
    }
    return {"deletedRegion": region, "insertedContent": {"text": piece.new}}
