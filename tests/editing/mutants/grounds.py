"""The valid folders in which faults are made, and what the framework knows of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.checks.observations import possible_bounds
from generator.making.checking import Checked, check
from generator.model.files import CITY_FILES, CONTENT_FILES, FileKind, kind_of
from generator.model.publication import Publication
from generator.problems import Problem
from tests.editing.mutants.mutant import Spot, spot

TEXTS = (".csv", ".yml", ".md")


@dataclass(frozen=True)
class Ground:
    """A valid publication; faults are made in the files of `folder`, a part of it.

    `names`: the cities that are named to `profiles check`; none for the whole publication.
    """

    root: Path
    folder: str
    names: tuple[str, ...] = ()

    def judge(self) -> Checked:
        """Check the publication as the command does."""
        return check(self.root, self.names, alone=bool(self.names), kept=False)

    @cached_property
    def standing(self) -> tuple[Problem, ...]:
        """What the check says of the valid publication."""
        return self.judge().problems

    @cached_property
    def publication(self) -> Publication:
        found = check(self.root, self.names, alone=bool(self.names)).publication
        assert found is not None
        return found

    @cached_property
    def files(self) -> Sequence[tuple[str, FileKind]]:
        """The files in which faults are made, with their kinds, but for records of trust.

        An approval is bound to the other files, and is judged with them.
        """
        top = self.root / self.folder
        kinds = CONTENT_FILES if self.folder == "content" else CITY_FILES
        names = sorted(path for path in top.rglob("*") if path.is_file())
        pairs = [(path.relative_to(top).as_posix(), path) for path in names]
        kept = [(path, kind_of(name, kinds)) for name, path in pairs if wanted(name)]
        return [(path.relative_to(self.root).as_posix(), kind) for path, kind in kept if kind]

    @cached_property
    def kinds(self) -> Sequence[str]:
        return sorted({kind.pattern for _, kind in self.files})

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word and id that stands anywhere in the publication."""
        paths = (path for path in self.root.rglob("*") if path.suffix in TEXTS)
        texts = (path.read_text(encoding="utf-8") for path in paths)
        return frozenset(word for text in texts for word in re.findall(r"[^\s,;\"'\[\]{}:]+", text))

    def knows(self, name: str) -> bool:
        """Return whether a name may be that of something."""
        return name in self.words or name.lower() in self.words or not name.strip()

    def text(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def bounds_of(self, observable: str, unit: str) -> tuple[float | None, float | None]:
        """Return what a figure in the unit of its observable can be; None is no end."""
        framework = self.publication.framework
        known = framework.observables.get(observable)
        printed = framework.unit_of.get(known.unit) if known else None
        if known is None or printed is None or printed.values or unit != known.unit:
            return None, None
        low, high = possible_bounds(known, printed)
        return (low if low > float("-inf") else None), (high if high < float("inf") else None)

    def has_figure(self, observable: str) -> bool:
        """Return whether the city has a figure of an observable."""
        city = self.publication.cities[self.folder.rpartition("/")[2]]
        return any(row.observable == observable and row.has_figure for row in city.observations)

    def aliases_of(self, unit: str) -> frozenset[str]:
        """Return the ways to write a unit that mean the same."""
        units = self.publication.framework.units
        return frozenset(
            name
            for one in units
            for name in (one.unit, *(one.aliases or ()))
            if unit in (one.unit, *(one.aliases or ()))
        )

    def citing(self, source: str) -> tuple[Spot, ...]:
        """Return where the files of the folder cite a source."""
        return tuple(
            spot(file, *lines, fields=("source", "document", "sources"))
            for file, kind in self.files
            if file.endswith((".csv", ".yml")) and not file.endswith("sources.csv")
            for lines in (self._lines_with(source, file, kind),)
            if lines
        )

    def _lines_with(self, source: str, file: str, kind: FileKind) -> list[int]:
        """Return the lines that hold a source as a whole cell, or as a value."""
        pattern = rf"(?:^|[,;] ?|: |- |\[){re.escape(source)}(?=$|[,;\]}}])"
        lines = enumerate(self.text(file).split("\n"), 1)
        return [number for number, line in lines if re.search(pattern, line)]


def wanted(name: str) -> bool:
    """Return whether faults are made in a file: not in frozen editions, labels and approvals."""
    return not name.startswith(("editions/", "labels/", "translations/")) and name != "approval.yml"


def city_ground(root: Path, city: str) -> Ground:
    return Ground(root, f"cities/{city}", (city,))


def content_ground(root: Path) -> Ground:
    """Return the ground of the framework and the library, judged with all cities."""
    return Ground(root, "content")
