"""A city's own indicators beside those of the framework: shown and drawn, never rated."""

from typing import Annotated

from generator.model.framework_records import IndicatorRecord
from generator.model.records import Line, Refers, SourceId


class OwnIndicator(IndicatorRecord):
    """An entry of `indicators.yml` of a city; the keys are those of the framework's files."""

    code: Line = ""
    framework_version: Line = ""
    kind: Annotated[Line, Refers("vocabulary:indicator-kind")] = "number"
    level: Annotated[Line, Refers("vocabulary:indicator-level")] = "core"
    certainty: Annotated[Line, Refers("vocabulary:certainty")] = "A"
    sources: tuple[SourceId, ...] = ()
