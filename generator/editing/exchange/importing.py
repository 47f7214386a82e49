"""Tables of another system into the folder of a city, from the files to the changes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.editing.exchange.application import Taken, take
from generator.editing.exchange.foreign_table import ForeignTable
from generator.editing.exchange.into_city import Placed, place, rows_there
from generator.editing.exchange.mappings import read_mapping, shipped
from generator.editing.exchange.proposal import proposed
from generator.editing.exchange.suspicion import suspicions
from generator.frozen import dataclass
from generator.model.publication import Publication
from generator.problems import Problems
from generator.read.publication_reader import city_names, read_content


class NoFramework(ValueError):
    """The files of `content/` cannot be used; the check says why."""


class Unsigned(ValueError):
    """The mapping has no `by` or no `date`."""


@dataclass(frozen=True)
class Imported:
    """What came of tables, and what it changes in the folder of the city."""

    taken: Taken
    placed: Placed


@dataclass(frozen=True)
class Importer:
    """Takes tables into the folder of one city."""

    root: Path
    publication: Publication
    city: str

    @property
    def cities(self) -> Sequence[str]:
        """The cities that have a folder."""
        return self.publication.city_ids

    def proposals(self, tables: Sequence[ForeignTable]) -> Iterator[str]:
        """Yield a mapping to complete for each table, after those that are shipped for it."""
        for table in tables:
            for name in shipped(self.publication, table.format):
                yield f"# There is content/mappings/{name} for this format."
            yield proposed(table, self.publication.framework)

    def imported(self, tables: Sequence[ForeignTable], path: Path) -> Imported:
        """Return what the mapping of a file makes of tables; nothing is written.

        Raises:
            UnsoundMapping: the mapping has problems.
            Unsigned: nobody has signed it.
            Unusable: the mapping does not fit a table.
            NotPlain: a table of the city is not in UTF-8 with commas.
        """
        mapping = read_mapping(path, self.publication)
        if not mapping.is_signed:
            raise Unsigned(path.name)
        taken, framework = Taken(), self.publication.framework
        for table in tables:
            taken.add(take(table, mapping, framework))
        folder = self.root / "cities" / self.city
        taken.doubts += suspicions(taken.rows, rows_there(folder), framework)
        return Imported(taken, place(self.root, folder, taken.rows, mapping))


def importer(root: Path, city: str) -> Importer:
    """Return what imports into a city; raise `NoFramework` if there is nothing to judge by."""
    problems = Problems()
    publication = read_content(root, problems)
    if publication is None:
        raise NoFramework("content")
    names = tuple(city_names(root, problems))
    return Importer(root, replace(publication, city_ids=names), city)
