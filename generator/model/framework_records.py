"""The YAML records of `content/`: publication, indicators, translations."""

from typing import Annotated

from pydantic import Field

from generator.model.editorial import Editorial
from generator.model.records import (
    AsOf,
    Count,
    Decimals,
    Email,
    Id,
    Indicator,
    LanguageCode,
    Line,
    Multiplier,
    Number,
    Record,
    Refers,
    SdgGoal,
    SdgIndicator,
    SdgTarget,
    SourceId,
    Text,
    UnitId,
    Url,
    Whole,
    Words,
    YesNo,
)


class Licences(Record):
    content: Line
    code: Line

    @property
    def content_address(self) -> str:
        """Where the text of the licence of the content stands, in the SPDX list."""
        return f"https://spdx.org/licenses/{self.content}.html"


class PublicationContact(Record):
    name: Words
    email: Email | None = None
    url: Url | None = None


class Repository(Record):
    url: Url
    branch: Line = "main"


class PublicationRecord(Record):
    """`content/publication.yml`. `as_of` stands for today: there is no clock.

    `standing_scheme`: whose top areas stand beside the whole city, with targets reached and
    median position. `front_indicator`: of which the start page shows all cities.
    `approving_roles`: whose approval may come in one change with the data that it covers
    (`profiles policy`); without one, nobody's.
    """

    title: Words
    edition: Line
    as_of: AsOf
    main_scheme: Annotated[Line, Refers("scheme")]
    release: Annotated[Line, Refers("vocabulary:release")]
    fictitious: YesNo = False
    languages: Annotated[tuple[LanguageCode, ...], Field(min_length=1)]
    licence: Licences
    contact: PublicationContact | None = None
    address: Url | None = None
    repository: Repository | None = None
    editorial: Editorial = Editorial()
    standing_scheme: Annotated[Line, Refers("scheme")] | None = None
    front_indicator: Indicator | None = None
    approving_roles: tuple[Line, ...] = ()


class SdgLink(Record):
    """How an indicator speaks to a goal, a target or an indicator of the SDGs."""

    goal: SdgGoal | None = None
    target: SdgTarget | None = None
    indicator: SdgIndicator | None = None
    relation: Annotated[Line, Refers("vocabulary:sdg-relation")]

    @property
    def goal_number(self) -> str:
        """The goal that the link belongs to, also where it names a target or an indicator."""
        return (self.goal or self.target or self.indicator or "").partition(".")[0]


class ObservableRecord(Record):
    """What an indicator and a data point have in common; blank in a data point: as its parent.

    `few_events`: the rate counts rare events, of which single years with fewer say little.
    """

    code: Line | None = None
    framework_version: Line | None = None
    name: Words
    definition: Text | None = None
    reading: Text | None = None
    expected: Text | None = None
    kind: Annotated[Line, Refers("vocabulary:indicator-kind")] | None = None
    unit: UnitId | None = None
    direction: Annotated[Line, Refers("vocabulary:direction")] | None = None
    level: Annotated[Line, Refers("vocabulary:indicator-level")] | None = None
    type: Line | None = None
    decimals: Decimals | None = None
    minimum: Number | None = None
    maximum: Number | None = None
    may_exceed: YesNo | None = None
    numerator: Words | None = None
    denominator: Words | None = None
    multiplier: Multiplier | None = None
    few_events: Count | None = None
    max_age_years: Count | None = None
    importance: Whole | None = None
    sdg: tuple[SdgLink, ...] = ()
    certainty: Annotated[Line, Refers("vocabulary:certainty")] | None = None
    certainty_note: Text | None = None
    sources: tuple[SourceId, ...] = ()


class IndicatorRecord(ObservableRecord):
    """One indicator of `framework/indicators/<dimension>.yml`.

    `names`: what else readers call it, in any language; the search finds it by them.
    `held_by`: who has its figures; without a `held_by_source`, as follows from what is counted.
    """

    code: Line
    names: tuple[Line, ...] = ()
    framework_version: Line
    definition: Text
    kind: Annotated[Line, Refers("vocabulary:indicator-kind")]
    unit: UnitId
    direction: Annotated[Line, Refers("vocabulary:direction")]
    level: Annotated[Line, Refers("vocabulary:indicator-level")]
    certainty: Annotated[Line, Refers("vocabulary:certainty")]
    sources: tuple[SourceId, ...]
    held_by: tuple[Annotated[Line, Refers("vocabulary:data-holder")], ...] = ()
    held_by_source: SourceId | None = None
    data_points: dict[Id, ObservableRecord] = {}


class Translation(Record):
    """A translated text; `of` is the start of the hash of the English that it translates."""

    keyed_by = Line

    text: Text
    of: Line
