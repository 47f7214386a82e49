"""The units of the build to come: made anew, or kept of the former build."""

import sys
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import replace

from generator.making.made_units import Reads, Unit, UnitPage
from generator.making.page_files import markdown_path
from generator.outputs.store.staging import Staging


class GatheredUnits:
    """Units by name; `former` are those of the former build."""

    def __init__(self, former: Mapping[str, Unit], as_placed: Callable[[Unit], Unit]) -> None:
        self._former, self._as_placed = former, as_placed
        self.all: dict[str, Unit] = {}
        """Every unit, by name."""
        self.made: set[str] = set()
        """The names of those that were made anew."""
        self._together: dict[tuple[str, ...], tuple[str, ...]] = {}

    def add(self, unit: Unit) -> None:
        """Take a unit that was made."""
        reads = (Reads(self._once(one.cities), self._once(one.parts)) for one in unit.reads)
        self.all[unit.name] = self._as_placed(unit.resting_on(tuple(reads)))
        self.made.add(unit.name)

    def _once(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return names that were read together, held once for all units: each brings its own."""
        if names not in self._together:
            held = tuple(map(sys.intern, names))
            self._together[held] = held
        return self._together[names]

    def keep(self, name: str) -> bool:
        """Keep a unit of the former build, unless it was made anew; return whether it is there."""
        if name not in self.all and name in self._former:
            self.all[name] = self._former[name]
        return name in self.all

    def keep_html(self, name: str, page: UnitPage, path: str) -> bool:
        """Keep the HTML of a page whose Markdown is what it was; return whether it was kept."""
        unit, former = self.all[name], self._former.get(name)
        markdown = unit.files[markdown_path(page.language, page.file)]
        if not markdown.taken or former is None or path not in former.files:
            return False
        kept = replace(former.files[path], taken=True)
        self.all[name] = replace(unit, files={**unit.files, path: kept})
        return True

    def put_in_order(self, names: Iterable[str]) -> None:
        """Keep units of the former build, and let all stand in the same order in any build."""
        self.all = {name: self.all[name] for name in names if self.keep(name)}

    def is_anything_new(self, last: Set[str], shell: str) -> bool:
        """Return whether a unit was made or is gone, or one of the last is to be made.

        What begins with `shell` is of no weight: it is made later.
        """
        gone = self._former.keys() - self.all.keys() - last
        others = any(not name.startswith(shell) for name in gone)
        return bool(self.made) or others or not last <= self._former.keys()

    def lasting(self, changed: Mapping[str, Set[str]], last: Set[str]) -> Mapping[str, Unit]:
        """Return the units that are as they would be made now, though not all were made.

        Those that rest on a change and the last ones are not: the next build makes them.
        """
        return {
            name: unit
            for name, unit in self.all.items()
            if name in self.made or (name not in last and not unit.rests_on(changed))
        }

    def hand_over(self, staging: Staging) -> None:
        """Count in every file of every unit."""
        for name, unit in self.all.items():
            for path, file in unit.files.items():
                staging.adopt(path, file.size, file.taken or name not in self.made)
