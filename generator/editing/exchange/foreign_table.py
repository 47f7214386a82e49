"""One shape for the tables of all formats: a row for each figure, cells by their column's name."""

from collections.abc import Collection, Mapping
from dataclasses import field, replace

from generator.editing.exchange.said import said
from generator.frozen import dataclass

PERIOD, VALUE, SERIES = "period", "value", "series"
"""Names of the columns that a reader makes where the format has none."""


class NotRecognised(ValueError):
    """The file is in none of the known formats, or breaks off; `reason` says what was seen."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.reason = said(key, **values)


def megabytes(count: int) -> str:
    """Return a number of bytes in megabytes, rounded up."""
    return str(-(-count // 1_000_000))


@dataclass(frozen=True)
class ForeignTable:
    """A table of another system.

    `name`: of the file, without ending. `usual`: their column for each of ours that the format
    tells. `places`: where each row stands in the file, for a message.
    """

    format: str
    name: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    usual: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)

    def apart(self, measures: Collection[str]) -> "ForeignTable":
        """Return the table with a row for each of the columns that hold a series of their own."""
        others = tuple(key for key in self.columns if key not in measures)
        rows = tuple(
            {**{key: row.get(key, "") for key in others}, SERIES: one, VALUE: row.get(one, "")}
            for row in self.rows
            for one in measures
        )
        usual = {**self.usual, SERIES: SERIES, VALUE: VALUE}
        return replace(self, columns=(*others, SERIES, VALUE), rows=rows, usual=usual)
