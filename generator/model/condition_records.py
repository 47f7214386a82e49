"""The closed grammar of conditions, for recommendations, packages and peer groups.

One node is one of all, any, not, or one subject with exactly one facet.
"""

import re
from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.records import (
    AnyObservable,
    AreaId,
    CountryCode,
    Line,
    Number,
    Record,
    Refers,
    YesNo,
)

FACETS = {
    "indicator": ("score", "position", "value", "trend", "reported"),
    "area": ("score", "position", "rated"),
    "context": ("value", "in"),
    "governance": ("state",),
    "project_in": ("stage",),
    "country": (),
}
"""Which facets a subject has; one of them stands beside it (`stage` may be absent)."""

JOINTS = ("all", "any", "not")


_SIGNED = re.compile(r"\s*([<>≤≥]=?)\s*([+-]?[0-9]+(?:\.[0-9]+)?)\s*\Z")
_SIGNS = {
    "<": "below", "<=": "at_most", "≤": "at_most", ">": "above", ">=": "at_least", "≥": "at_least",
}  # fmt: skip
"""The word of a bound for each sign of arithmetic."""


class Test(Record):
    """Bounds of a number; two may stand together."""

    below: Number | None = None
    at_most: Number | None = None
    at_least: Number | None = None
    above: Number | None = None

    @model_validator(mode="before")
    @classmethod
    def check_words(cls, given: Any) -> Any:
        signed = _SIGNED.match(given) if isinstance(given, str) else None
        word = _SIGNS.get(signed[1]) if signed else None
        if signed and word:
            context = {"reason": "bound", "name": word, "number": signed[2]}
            raise PydanticCustomError("yaml-type", "sign", context)
        return given


class Condition(Record):
    """A node of a condition. Exactly one joint, or one subject with one facet, is set."""

    all: "tuple[Condition, ...] | None" = None
    any: "tuple[Condition, ...] | None" = None
    not_: "Condition | None" = Field(default=None, alias="not")
    indicator: AnyObservable | None = None
    area: AreaId | None = None
    context: Annotated[Line, Refers("context-variable")] | None = None
    governance: Annotated[Line, Refers("governance-item")] | None = None
    project_in: AreaId | None = None
    country: tuple[CountryCode, ...] | None = None
    score: Test | None = None
    position: Test | None = None
    value: Test | None = None
    trend: tuple[Annotated[Line, Refers("vocabulary:trend")], ...] | None = None
    reported: YesNo | None = None
    rated: YesNo | None = None
    in_: tuple[Line, ...] | None = Field(default=None, alias="in")
    state: tuple[Annotated[Line, Refers("vocabulary:governance-state")], ...] | None = None
    stage: tuple[Annotated[Line, Refers("vocabulary:project-stage")], ...] | None = None

    @model_validator(mode="before")
    @classmethod
    def check_shape(cls, node: Any) -> Any:
        if not isinstance(node, dict):
            raise PydanticCustomError("yaml-type", "not a mapping", {"expected": "mapping"})
        joints = [key for key in node if key in JOINTS]
        subjects = [key for key in node if key in FACETS]
        if len(joints) + len(subjects) != 1 or (joints and len(node) > 1):
            expected = " / ".join((*JOINTS, *FACETS))
            raise PydanticCustomError("condition-shape", "shape", {"expected": expected})
        if subjects:
            _check_facets(node, subjects[0])
        return node


def _check_facets(node: dict[str, Any], subject: str) -> None:
    known = [key for key in node if key in FACETS[subject]]
    others = [key for key in node if key != subject and key not in FACETS[subject]]
    wanted = 0 if subject in ("project_in", "country") else 1
    if others or not wanted <= len(known) <= 1:
        expected = f"{subject} + {' / '.join(FACETS[subject])}"
        raise PydanticCustomError("condition-shape", "shape", {"expected": expected})
