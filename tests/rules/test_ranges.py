"""Every number that an editor writes has its range, or a reason why it has none.

The range stands at the column or the key, so that the schemas of the files have it, too.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from generator.model.files import CITY_FILES, CONTENT_FILES, FileKind
from generator.model.tables import Cell
from generator.outputs.data.file_schemas import schema_of

KINDS = (*CITY_FILES, *CONTENT_FILES)

INDICATOR = "in the unit of an indicator, whose own range is checked"
SIGNED = "a difference, which goes both ways"
JUDGED = "judged with its neighbours in checks/policy.py or checks/projects.py"

FREE: Mapping[str, str] = {
    "Test.below": INDICATOR, "Test.at_most": INDICATOR, "Test.at_least": INDICATOR,
    "Test.above": INDICATOR,
    "ObservableRecord.minimum": INDICATOR, "ObservableRecord.maximum": INDICATOR,
    "IndicatorRecord.minimum": INDICATOR, "IndicatorRecord.maximum": INDICATOR,
    "OwnIndicator.minimum": INDICATOR, "OwnIndicator.maximum": INDICATOR,
    "PracticeResult.before": INDICATOR, "PracticeResult.after": INDICATOR,
    "Baseline.value": INDICATOR, "BundleOverlap.less": INDICATOR,
    "PackageEffect.low": SIGNED, "PackageEffect.central": SIGNED, "PackageEffect.high": SIGNED,
    "Impact.low": SIGNED, "Impact.central": SIGNED, "Impact.high": SIGNED,
    "PracticeResult.change": SIGNED, "ConditionEffect.change": SIGNED,
    "Emission.tco2e_avoided": SIGNED,
    "Importance.value": JUDGED, "TrendPolicy.on_track": JUDGED,
    "TrendPolicy.acceleration_needed": JUDGED, "RatingPolicy.bands": JUDGED,
    "RatingPolicy.points": JUDGED, "RatingPolicy.weights": JUDGED, "UrgencyPolicy.levels": JUDGED,
    "ObservableRecord.importance": JUDGED, "IndicatorRecord.importance": JUDGED,
    "OwnIndicator.importance": JUDGED,
    "UrgencyPolicy.default_importance": JUDGED,
    "cash-flows.amount": JUDGED, "areas.weight": JUDGED, "placements.weight": JUDGED,
    "observations.numerator": INDICATOR, "observations.lower": INDICATOR,
    "observations.upper": INDICATOR, "targets.value": INDICATOR, "goalposts.worst": INDICATOR,
    "goalposts.worst_above": INDICATOR, "goalposts.worst_of_five": INDICATOR,
    "goalposts.best": INDICATOR, "units.minimum": INDICATOR,
    "units.maximum": INDICATOR, "conversions.factor": SIGNED, "conversions.offset": SIGNED,
    "Period.first": "read from one text, where its years are judged",
    "Period.last": "read from one text, where its years are judged",
    "context-variables.minimum": INDICATOR, "context-variables.maximum": INDICATOR,
}  # fmt: skip
"""Number -> why it has no range of its own."""


def numbers_of_tables() -> dict[str, bool]:
    """Return every number of a table, and whether it has a range."""
    return {
        f"{kind.table.name}.{column.name}": (column.minimum, column.maximum) != (None, None)
        for kind in KINDS
        if kind.table is not None
        for column in kind.table.columns
        if column.cell in (Cell.NUMBER, Cell.INTEGER)
    }


def numbers_of_records() -> dict[str, bool]:
    """Return every number of a record, and whether its schema has a range."""
    found: dict[str, bool] = {}
    for kind in KINDS:
        if kind.table is None:
            for name, schema in _records(kind):
                for key, part in schema.get("properties", {}).items():
                    numbers = list(_numbers(part))
                    if numbers:
                        found[f"{name}.{key.replace('from', 'from_')}"] = all(
                            set(number) & LIMITS for number in numbers
                        )
    return found


LIMITS = {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}


def _records(kind: FileKind) -> Iterator[tuple[str, Any]]:
    schema = schema_of(kind, lambda refers: None) or {}
    record = kind.record or kind.records
    if record is not None:
        yield record.__name__, schema
    yield from schema.get("$defs", {}).items()


def _numbers(part: Any) -> Iterator[Any]:
    """Yield the numbers in the schema of one key, through lists, mappings and options."""
    if isinstance(part, dict):
        if part.get("type") in (["number", "string"], ["integer", "string"]):
            yield part
        for below in (part.get("items"), part.get("additionalProperties")):
            yield from _numbers(below)
        for option in part.get("anyOf", ()):
            yield from _numbers(option)


NUMBERS = {**numbers_of_tables(), **numbers_of_records()}


@pytest.mark.parametrize("name", sorted(NUMBERS))
def test_a_number_has_a_range_or_a_reason(name: str) -> None:
    assert NUMBERS[name] != (name in FREE)


def test_no_reason_is_left_over() -> None:
    assert FREE.keys() <= NUMBERS.keys()
