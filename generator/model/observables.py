"""Indicators and data points as they are reckoned with: a data point takes from its indicator."""

from typing import TypeVar

from generator.frozen import dataclass
from generator.model.framework_records import IndicatorRecord, ObservableRecord

T = TypeVar("T")


@dataclass(frozen=True)
class Observable:
    """An indicator or a data point, with what it takes from its indicator.

    `id` is `air-pollution` or `air-pollution.pm2-5`; `minimum` and `maximum` are the arithmetic
    bounds of the value in `unit`. `numerator` and `denominator` say of what plain counts are
    given; their quotient times `multiplier` is the value. `few_events`: it counts rare events, and
    a year with fewer says little.
    """

    id: str
    name: str
    indicator: str
    code: str
    definition: str
    unit: str
    direction: str
    decimals: int
    minimum: float | None
    maximum: float | None
    may_exceed: bool
    max_age_years: int | None
    importance: int | None
    carries_value: bool
    multiplier: float = 1.0
    numerator: str = ""
    denominator: str = ""
    few_events: int | None = None

    @property
    def is_data_point(self) -> bool:
        return self.id != self.indicator


def observable_of(
    full: str, indicator: str, record: ObservableRecord, parent: IndicatorRecord
) -> Observable:
    """Return an indicator, or a data point with what it takes from its indicator `parent`."""
    bounds_from = record if record.unit not in (None, parent.unit) else None
    source = bounds_from or parent
    minimum = record.minimum if record.minimum is not None else source.minimum
    maximum = record.maximum if record.maximum is not None else source.maximum
    decimals = _either(record.decimals, parent.decimals)
    return Observable(
        id=full,
        name=record.name,
        indicator=indicator,
        code=parent.code,
        definition=record.definition or parent.definition,
        unit=_either(record.unit, parent.unit),
        direction=_either(record.direction, parent.direction),
        decimals=1 if decimals is None else decimals,
        minimum=minimum,
        maximum=maximum,
        may_exceed=bool(_either(record.may_exceed, parent.may_exceed)),
        max_age_years=_either(record.max_age_years, parent.max_age_years),
        importance=_either(record.importance, parent.importance),
        carries_value=record is not parent or not parent.data_points,
        multiplier=_either(record.multiplier, parent.multiplier) or 1.0,
        numerator=_either(record.numerator, parent.numerator) or "",
        denominator=_either(record.denominator, parent.denominator) or "",
        few_events=_either(record.few_events, parent.few_events),
    )


def _either(own: T | None, parent: T) -> T:
    """Return what a data point says itself, else what its indicator says."""
    return parent if own is None else own
