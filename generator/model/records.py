"""The scalar types of YAML records, and what every record shares.

YAML scalars arrive as their text; the type of a field decides how the text is read: `NO` is
Norway where a country is wanted and false where a yes or no is. `Refers` marks a value that
names something elsewhere; `checks.references` looks it up.
"""

import types
import typing
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from typing import Annotated, Any, ClassVar, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from generator.frozen import dataclass
from generator.model import published_codes, scalars
from generator.model.scalar_validators import reads

REFERS = "x-refers"
"""The word of schemas for what a value names."""


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a value that names something, such as `source` or `vocabulary:horizon`."""

    to: str

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return the schema of the value, with what it names under `REFERS`."""
        return {**handler(core_schema), REFERS: self.to}


class InWords:
    """Marks a text that readers read: another language may have its own."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """Marks a mapping of texts: `by` is what stands before each."""

    by: str


@dataclass(frozen=True, slots=True)
class Past:
    """Marks a date of what has happened: only what is planned may lie after the as-of date."""


Text = Annotated[str, reads(str), InWords()]
"""Prose: its lines may end where its author likes."""
Line = Annotated[str, reads(scalars.parse_line)]
"""What stands in a heading, a table or a list; `Words` if another language has its own."""
Words = Annotated[Line, InWords()]
Id = Annotated[str, reads(scalars.parse_id)]
Number = Annotated[float, reads(scalars.parse_number)]
Whole = Annotated[int, reads(scalars.parse_integer)]
YesNo = Annotated[bool, reads(scalars.parse_yes_no)]
Date = Annotated[str, reads(scalars.parse_date)]
PastDate = Annotated[str, reads(scalars.parse_date), Past()]
Url = Annotated[str, reads(scalars.parse_url)]

AsOf = Annotated[str, reads(scalars.parse_as_of)]

Count = Annotated[int, Field(ge=0), reads(scalars.parse_integer)]
AtLeastOne = Annotated[int, Field(ge=1), reads(scalars.parse_integer)]
_YEARS = Field(ge=scalars.FIRST_YEAR, le=scalars.LAST_YEAR)
Year = Annotated[int, _YEARS, reads(scalars.parse_year)]
PastYear = Annotated[int, _YEARS, reads(scalars.parse_year), Past()]
PastPeriod = Annotated[scalars.Period, reads(scalars.parse_period), Past()]
Decimals = Annotated[int, Field(ge=0, le=10), reads(scalars.parse_decimals)]
ImportanceLevel = Annotated[int, reads(scalars.parse_importance)]
Replications = Annotated[int, Field(ge=1, le=100_000), reads(scalars.parse_integer)]
Amount = Annotated[float, Field(ge=0), reads(scalars.parse_number)]
Multiplier = Annotated[float, Field(gt=0), reads(scalars.parse_number)]
Share = Annotated[float, Field(ge=0, le=1), reads(scalars.parse_share)]
Percent = Annotated[float, Field(ge=0, le=100), reads(scalars.parse_number)]
Progress = Annotated[float, Field(ge=0, le=100), reads(scalars.parse_progress)]
Email = Annotated[str, reads(scalars.parse_email)]
Rate = Annotated[float, Field(gt=-1), reads(scalars.parse_share)]
"""A discount rate or a growth as a share; at -1 nothing is left to divide by."""
Latitude = Annotated[float, Field(ge=-90, le=90), reads(scalars.parse_number)]
Longitude = Annotated[float, Field(ge=-180, le=180), reads(scalars.parse_number)]

Observable = Annotated[Line, Refers("observable")]
Indicator = Annotated[Line, Refers("indicator")]
AnyObservable = Annotated[Line, Refers("indicator-or-data-point")]
AreaId = Annotated[Line, Refers("area")]
SourceId = Annotated[Line, Refers("source")]
Currency = Annotated[str, reads(published_codes.parse_currency)]
LanguageCode = Annotated[str, reads(published_codes.parse_language)]
UnitId = Annotated[Line, Refers("unit")]
CountryCode = Annotated[Line, Refers("country")]
SdgGoal = Annotated[str, reads(published_codes.parse_sdg_goal)]
SdgTarget = Annotated[str, reads(published_codes.parse_sdg_target)]
SdgIndicator = Annotated[str, reads(published_codes.parse_sdg_indicator)]
Isbn = Annotated[str, reads(published_codes.parse_isbn)]
Doi = Annotated[str, reads(published_codes.parse_doi)]


class Record(BaseModel):
    """A record of a YAML file: frozen, unknown keys refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, arbitrary_types_allowed=True
    )
    keyed_by: ClassVar[Any] = Id
    """How what stands before each of several in one file is read."""


Path = tuple[str | int, ...]


class Position(NamedTuple):
    """Where a YAML value stands.

    `marks` are the quotation marks around a scalar of one line: `""` for none, one of the two
    marks, or None for what is no such scalar.
    """

    line: int
    column: int
    marks: str | None = None

    @property
    def plain(self) -> bool:
        """Whether it is a scalar without quotation marks."""
        return self.marks == ""

    def raw(self, text: str) -> str | None:
        """Return the scalar `text` as the file writes it; None if that cannot be told."""
        if self.marks is None or (self.marks and set(text) & set("'\"\\")):
            return None
        return f"{self.marks}{text}{self.marks}"


R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Document:
    """A YAML file that was read: its record and where each key path stands.

    `keys` hold the positions of keys, `values` those of values. Where something was wrong, the
    record lacks it, or is None, and `named` holds all that the file refers to.
    """

    file: str
    record: Any
    keys: Mapping[Path, Position]
    values: Mapping[Path, Position]
    named: tuple[tuple[Path, str, str], ...] | None = None

    def position(self, path: Path) -> Position | None:
        """Return where the value at `path` stands, or the nearest thing above it."""
        while path:
            found = self.values.get(path) or self.keys.get(path)
            if found:
                return found
            path = path[:-1]
        return None

    @cached_property
    def references(self) -> tuple[tuple[Path, str, str], ...]:
        """Return (path, what it refers to, value) for every marked value of the document."""
        if self.named is not None:
            return self.named
        if isinstance(self.record, Record):
            return tuple(references(self.record))
        return tuple(
            ((key, *path), refers, value)
            for key, record in self.record.items()
            for path, refers, value in references(record)
        )


def references(record: Record) -> Iterator[tuple[Path, str, str]]:
    """Yield (path, what it refers to, value) for every marked value of a record."""
    for name, key, annotation, marks in _referring(type(record)):
        yield from _walk((key,), getattr(record, name), annotation, marks)


@cache
def _referring(kind: type[Record]) -> tuple[tuple[str, str, Any, list[str]], ...]:
    """Return attribute, key, annotation and marks of what may hold a marked value."""
    fields = [
        (name, info, [mark.to for mark in info.metadata if isinstance(mark, Refers)])
        for name, info in kind.model_fields.items()
    ]
    return tuple(
        (name, info.alias or name, info.annotation, marks)
        for name, info, marks in fields
        if marks or _may_refer(info.annotation)
    )


def _may_refer(annotation: Any) -> bool:
    """Return whether a value of an annotation may be, or hold, a record or a marked value."""
    is_record = isinstance(annotation, type) and issubclass(annotation, Record)
    inner = any(map(_may_refer, typing.get_args(annotation)))
    return is_record or inner or isinstance(annotation, Refers)


def references_in(content: Any, shape: Any) -> Iterator[tuple[Path, str, str]]:
    """Yield (path, what it refers to, value) for every marked text of a content as it was written.

    What has not the form of `shape` is passed over, and so is a part that may have several forms.
    """
    yield from _walk_written((), content, shape, [])


def _walk_written(path: Path, value: Any, annotation: Any, marks: list[str]) -> Iterator[Any]:
    if isinstance(value, str):
        for to in [*marks, *_marks(annotation)][-1:]:
            yield path, to, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk_written((*path, index), item, _argument(annotation, 0), marks)
    elif isinstance(value, dict):
        record = _record_in(annotation)
        if record is None:
            yield from _walk_mapping(path, value, annotation, marks, _walk_written)
        else:
            yield from _walk_fields(path, value, record)


def _walk_fields(path: Path, value: Mapping[str, Any], record: type[Record]) -> Iterator[Any]:
    for _, key, annotation, marks in _referring(record):
        yield from _walk_written((*path, key), value.get(key), annotation, marks)


def _record_in(annotation: Any) -> type[Record] | None:
    """Return the only record that an annotation may mean; None if there is none, or several."""
    options = typing.get_args(annotation) if _is_union(annotation) else (annotation,)
    found = [item for item in options if isinstance(item, type) and issubclass(item, Record)]
    return found[0] if len(found) == 1 else None


def _walk(path: Path, value: Any, annotation: Any, marks: list[str]) -> Iterator[Any]:
    if isinstance(value, str):
        for to in [*marks, *_marks(annotation)][-1:]:
            yield path, to, value
    elif isinstance(value, Record):
        for below, to, text in references(value):
            yield (*path, *below), to, text
    elif isinstance(value, tuple | list):
        inner = _argument(annotation, 0)
        for index, item in enumerate(value):
            yield from _walk((*path, index), item, inner, marks)
    elif isinstance(value, Mapping):
        yield from _walk_mapping(path, value, annotation, marks, _walk)


def _walk_mapping(
    path: Path,
    value: Mapping[Any, Any],
    annotation: Any,
    marks: list[str],
    walk: Callable[[Path, Any, Any, list[str]], Iterator[Any]],
) -> Iterator[Any]:
    named, inner = _marks(_argument(annotation, 0))[-1:], _argument(annotation, 1)
    for key, item in value.items():
        for to in named:
            yield (*path, key), to, key
        yield from walk((*path, key), item, inner, marks)


def _marks(annotation: Any) -> list[str]:
    """Return what an annotation refers to, looking through `Annotated` and optional types."""
    found = [
        mark.to for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Refers)
    ]
    if found:
        return found
    for option in getattr(annotation, "__args__", ()):
        if getattr(option, "__metadata__", None):
            found.extend(_marks(option))
    return found if _is_union(annotation) else []


def _is_union(annotation: Any) -> bool:
    return typing.get_origin(annotation) in (typing.Union, types.UnionType)


def _argument(annotation: Any, index: int) -> Any:
    """Return what a container annotation holds; looks through optional types."""
    if _is_union(annotation):
        options = [item for item in typing.get_args(annotation) if item is not type(None)]
        annotation = options[0] if options else None
    arguments = typing.get_args(annotation)
    return arguments[index] if index < len(arguments) else None
