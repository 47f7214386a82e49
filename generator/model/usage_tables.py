"""What people write in place of the framework's own codes: names of countries, flags of offices.

Only hints rest on these tables: no value is read by them.
"""

from generator.frozen import dataclass
from generator.model.tables import Cell, Row, TableKind, column


@dataclass(frozen=True)
class CountryAlias(Row):
    """Another name or code of a country; without `country` it has no code of its own here."""

    alias: str = column(Cell.LINE, "Name or code that people use.", filled=True)
    country: str | None = column(Cell.LINE, "The code that is meant.", refers="country")
    note: str | None = column(Cell.LINE, "What is to be said where no code is meant.")


@dataclass(frozen=True)
class Flag(Row):
    """A letter or sign by which statistical offices mark a figure, or say why there is none."""

    flag: str = column(Cell.LINE, "Letter or sign, in small letters.", filled=True)
    status: str | None = column(
        Cell.LINE, "The status it stands for; blank if offices differ.", refers="status"
    )
    meaning: str = column(Cell.LINE, "What offices mean by it.", filled=True, words=True)
    source: tuple[str, ...] = column(Cell.LIST, "Where it is stated.", refers="source")


COUNTRY_ALIASES = TableKind("country-aliases", CountryAlias, ("alias",))
FLAGS = TableKind("flags", Flag, ("flag",))
