"""What is said of a name that is not known: the one that is meant, or where it belongs.

A name that means one thing only (an alias, a reader's name, other capitals) is sure. The most
similar id is a question to the editor.
"""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from generator.model.approval import APPROVED, STATES, approving_command
from generator.model.country_names import country_meant
from generator.model.framework import Framework
from generator.model.misread_numbers import is_missing_word
from generator.problems import Code

CODES = {
    "observable": Code.OBSERVABLE_UNKNOWN,
    "indicator": Code.OBSERVABLE_UNKNOWN,
    "indicator-or-data-point": Code.OBSERVABLE_UNKNOWN,
    "area": Code.AREA_UNKNOWN,
    "source": Code.SOURCE_UNKNOWN,
    "unit": Code.UNIT_UNKNOWN,
    "status": Code.STATUS_UNKNOWN,
    "country": Code.COUNTRY_UNKNOWN,
    **dict.fromkeys(("vocabulary", "quality", "band", "code"), Code.WORD_UNKNOWN),
}
"""The code of an unknown name, by what it should name; the rest have one in common."""

ELSEWHERE = {
    "source": "sources.csv",
    "context-variable": "context-variables.csv",
    "observable": "indicators",
    "indicator": "indicators",
    "area": "areas.csv",
    "unit": "units.csv",
    "status": "statuses.csv",
    "governance-item": "governance-items.csv",
    "recommendation": "recommendations",
    "package": "packages",
}
"""Where a name stands that was written where another kind of name is wanted."""

LISTS = {
    "governance-item": "content/framework/governance-items.csv",
    "context-variable": "content/framework/context-variables.csv",
    "local-condition": "content/framework/conditions.csv",
    "recommendation": "content/recommendations",
    "city-recommendation": "content/recommendations",
    "package": "content/packages",
    "practice": "content/practices",
    "reference-project": "content/reference-projects.csv",
    "partner": "content/programme/partners.csv",
    "output": "content/programme/outputs.csv",
}
"""Where the names of a kind stand that has no code of its own."""

MOVES = {
    ("observable", "context-variable"): "context",
    ("context-variable", "observable"): "figure",
    ("context-variable", "indicator"): "figure",
}
"""Where the whole row belongs into another table: what is wanted, and what stands there."""

COMMANDS = {STATES: (APPROVED, approving_command)}
"""Of a list the word that only a command writes, and what that is in a city: it is not
suggested."""

LISTED = 12
"""A closed list up to this length is printed whole in a message."""

Known = Callable[[str], Mapping[str, str] | None]
"""Id to reader's name of what a reference may name; None if anything may."""


class Unknown(NamedTuple):
    """What is said of an unknown name. `sure`: `expected` is what it means."""

    code: Code
    expected: str
    values: dict[str, str]
    sure: bool = False


def explain(found: str, refers: str, known: Known, framework: Framework, city: str = "") -> Unknown:
    """Return what is said of a name, in a city, that is not among those that it may be."""
    kind = refers.partition(":")[0]
    names = known(refers) or {}
    if kind == "observable" and found in framework.observables:
        points = [key for key in names if key.startswith(f"{found}.")]
        return Unknown(Code.OBSERVABLE_PARENT, " / ".join(points), {})
    if is_missing_word(found) and not (len(found) <= 2 and found.isalnum()):
        return Unknown(Code.VALUE_MISSING_WORD, "", {})
    code = CODES.get(kind, Code.REFERENCE_UNKNOWN)
    values = {"what": refers.rpartition(":")[2], "known": _shown(names, refers)}
    if kind in LISTS:
        values["list"] = LISTS[kind]
    if kind == "country":
        meant = country_meant(found, framework.countries, framework.country_aliases)
        note = {"reason": "note", "note": meant.note} if meant.note else {}
        return Unknown(code, meant.code, {**values, **note}, meant.sure)
    expected, sure = _meant(found, kind, names, framework)
    written, command = COMMANDS.get(refers, ("", str))
    if written and expected in ("", written):
        by_command = {"reason": "command", "word": written, "command": command(city)}
        return Unknown(code, "", {**values, **by_command})
    if not expected:
        values.update(
            _elsewhere(found, kind, known) or ({"reason": kind} if kind == "city" else {})
        )
    return Unknown(code, expected, values, sure)


def _meant(
    found: str, kind: str, names: Mapping[str, str], framework: Framework
) -> tuple[str, bool]:
    """Return the id meant by a reader's name, a code, an alias, or the most similar id."""
    plain = " ".join(found.split()).casefold()
    meant = _by_other_names(kind, names, framework)
    ids = meant.get(plain, ())
    if len(ids) == 1:
        return ids[0], True
    if len(found) <= 2:
        return "", False
    if ids:
        return min(ids, key=len), False
    near = get_close_matches(plain.replace(" ", "-"), names, 1, 0.7)
    if near:
        return near[0], False
    close = get_close_matches(plain, meant, 1, 0.8)
    return (meant[close[0]][0] if close else _by_words(plain, names)), False


def _by_words(found: str, names: Mapping[str, str]) -> str:
    """Return the only name that holds all words of a shorter one, of which each begins a word."""
    words = found.replace(" ", "-").split("-")
    holding = [
        name
        for name in (names if len(words) > 1 else ())
        if all(any(part.startswith(word) for part in name.split("-")) for word in words)
    ]
    return holding[0] if len(holding) == 1 else ""


def _by_other_names(
    kind: str, names: Mapping[str, str], framework: Framework
) -> Mapping[str, tuple[str, ...]]:
    """Return what each other name means: in small letters, an alias or code, a reader's name."""
    found: dict[str, dict[str, None]] = {}
    listed = [
        *((key.casefold(), key) for key in names),
        *_aliases(kind, framework),
        *((name.casefold(), key) for key, name in names.items()),
    ]
    for other, key in listed:
        if key in names:
            found.setdefault(other, {})[key] = None
    return {other: tuple(keys) for other, keys in found.items()}


def _aliases(kind: str, framework: Framework) -> list[tuple[str, str]]:
    if kind == "unit":
        return [(alias.casefold(), row.unit) for row in framework.units for alias in row.aliases]
    if kind in ("observable", "indicator", "indicator-or-data-point"):
        codes = [(item.code.casefold(), key) for key, item in framework.indicators.items()]
        return [*codes, *((code.replace(" ", ""), key) for code, key in codes)]
    if kind == "area":
        return [(row.area.rpartition("/")[2], row.area) for row in framework.areas]
    return []


def _elsewhere(found: str, kind: str, known: Known) -> Mapping[str, str]:
    """Return in which list a name stands that is of another kind."""
    for other, place in ELSEWHERE.items():
        names = known(other) if other != kind else None
        if names is not None and found in names:
            return {"reason": MOVES.get((kind, other), "elsewhere"), "other": place}
    return {}


def _shown(names: Mapping[str, str], refers: str) -> str:
    """Return a short list of words, without one that only a command writes."""
    by_command, _ = COMMANDS.get(refers, ("", str))
    free = (name for name in names if name != by_command)
    return " / ".join(free) if len(names) <= LISTED else ""
