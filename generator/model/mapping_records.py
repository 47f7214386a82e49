"""How a series of another system becomes an observable: what a person has judged and signed."""

from typing import Annotated

from generator.model.records import (
    Id,
    Line,
    Multiplier,
    Observable,
    PastDate,
    Record,
    Refers,
    UnitId,
    Url,
)

TOTAL = "total"
"""What a word of theirs is called that stands for all: the cell of ours stays blank."""


class MappedSeries(Record):
    """One series of theirs: `unit` is the one in which it is published, in our spelling.

    `factor` makes the unit of the observable of it, where `conversions.csv` has none.
    """

    observable: Observable
    unit: UnitId
    factor: Multiplier | None = None
    comparability: Annotated[Line, Refers("vocabulary:comparability")] = "exact"
    what_differs: Line | None = None
    territory: Annotated[Line, Refers("vocabulary:territory")] | None = None


class MappedSource(Record):
    """The row of `sources.csv` that is added where the city does not have the source yet."""

    title: Line
    kind: Annotated[Line, Refers("vocabulary:source-kind")]
    publisher: Line | None = None
    url: Url | None = None


class MappingRecord(Record):
    """A mapping. It is signed when `by` and `date` are filled; before that it is not applied.

    `columns` names their column for each of ours, and for `series`; `where` takes only the rows
    with these texts, such as the area code of the city; `words` gives our word for theirs, by our
    column. `measures` are columns that each hold a series of their own, named like the column.
    """

    source: Id
    about: MappedSource
    licence: Line | None = None
    by: Line | None = None
    date: PastDate | None = None
    format: Line
    columns: dict[Line, Line] = {}
    where: dict[Line, Line] = {}
    measures: tuple[Line, ...] = ()
    words: dict[Line, dict[Line, Line]] = {}
    series: dict[Line, MappedSeries]

    @property
    def is_signed(self) -> bool:
        return bool(self.by and self.date)
