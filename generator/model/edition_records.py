"""A frozen edition: what it published, and what it was made from."""

from collections.abc import Mapping

from generator.frozen import dataclass
from generator.model.records import Date, Line, Record
from generator.model.tables import Cell, Row, TableKind, column

EDITIONS = "editions"
"""The folder of `content/` with one folder for each edition."""
MANIFEST, OBSERVATIONS, SCORES = "manifest.json", "observations.csv", "scores.csv"
OF_FIGURE = ("observable", "period", "sex", "age", "district", "territory", "source")


@dataclass(frozen=True)
class FrozenFigure(Row):
    """A row of `observations.csv` of a city as an edition published it; nothing is referred to."""

    city: str = column(Cell.ID, "Folder of the city.", filled=True)
    observable: str = column(Cell.LINE, "Indicator or data point.", filled=True)
    period: str | None = column(Cell.LINE, "Reference period.")
    sex: str | None = column(Cell.LINE, "Breakdown; blank is total.")
    age: str | None = column(Cell.LINE, "Breakdown; blank is total.")
    district: str | None = column(Cell.LINE, "Breakdown; blank is total.")
    territory: str | None = column(Cell.LINE, "What it describes; blank means the city.")
    source: str = column(Cell.LINE, "Source of the value.", filled=True)
    value: str | None = column(
        Cell.LINE, "The value as written; of a quotient its number; blank if there is none."
    )
    unit: str | None = column(Cell.LINE, "Unit of the value.")
    status: str = column(Cell.LINE, "SDMX observation status.", filled=True)

    @property
    def key(self) -> str:
        """The key of the row in the table of its city."""
        return "|".join(getattr(self, name) or "" for name in OF_FIGURE)


FROZEN_FIGURES = TableKind("edition-observations", FrozenFigure, ("city", *OF_FIGURE))


class EditionManifest(Record):
    """`manifest.json`: the tag and the program that make an edition again, and from what.

    `as_of` is the date of the publication, `inputs` the SHA-256 of each file, `cities` the date
    of the edition in which the data of each city changed last, `publications` the SHA-256 of each
    PDF of the site.
    """

    tag: Line
    generator: Line
    as_of: Date
    inputs: dict[Line, Line] = {}
    cities: dict[Line, Date] = {}
    publications: dict[Line, Line] = {}


@dataclass(frozen=True)
class Edition:
    """An edition that was read. `figures` by city; `scores` is the text of its table."""

    name: str
    manifest: EditionManifest
    figures: Mapping[str, tuple[FrozenFigure, ...]]
    scores: str

    def keys_of(self, city: str) -> tuple[str, ...]:
        """Return the keys of the figures of a city."""
        return tuple(figure.key for figure in self.figures.get(city, ()))
