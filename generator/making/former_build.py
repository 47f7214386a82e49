"""What is known of the build before: what it was made from, its units, what was found wrong.

It is plain data, checked as it is read: a file that is not whole, or not what it should be, is as
good as none, and everything is made again.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

from generator.frozen import dataclass
from generator.making.inputs import FileState, files_of_cities
from generator.making.made_units import Reads, Unit, any_changed, by_field
from generator.model.embargo import Embargo
from generator.outputs.store.staging import KEPT
from generator.problems import Problem
from generator.summary.part_files import checksum_of
from generator.summary.plain_data import Form, Forms, NotOfType, to_text
from generator.summary.reads import FILES

T = TypeVar("T")
Runs = tuple[int, ...]
"""Numbers as runs: the first, the one after the last, then those of the next run."""
STATE = f"{KEPT}/state"


@dataclass(frozen=True)
class Resting:
    """Something kept with what it rests on: the names of units, or problems."""

    reads: tuple[Reads, ...] = ()
    names: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def rests_on(self, changed: Mapping[str, Set[str]]) -> bool:
        """Return whether anything was read that has changed."""
        return any_changed(self.reads, changed)


@dataclass(frozen=True)
class FormerBuild:
    """A build that stands. `recipe` is "" if there is none.

    `inputs` are the files as they stood, `published` the cities that came out, `embargo` what was
    withheld, `plan` the units of several cities, `problems` what was found in each city, and ""
    in the content; `across` what was found between cities, `standing` what is left of all that
    when waivers are applied.
    """

    recipe: str = ""
    inputs: Mapping[str, FileState] = field(default_factory=dict)
    published: tuple[str, ...] = ()
    embargo: Embargo = field(default_factory=Embargo)
    plan: Resting = field(default_factory=Resting)
    problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    across: Resting = field(default_factory=Resting)
    units: Mapping[str, Unit] = field(default_factory=dict)
    standing: tuple[Problem, ...] = ()
    waived: int = 0

    @cached_property
    def cities(self) -> Mapping[str, Mapping[str, str]]:
        """The checksum of every file of every city."""
        return files_of_cities(self.inputs)

    def without_damaged(self, standing: Mapping[str, tuple[int, int]]) -> "FormerBuild":
        """Return the build without the units of which a file is not as it was written.

        `standing` are size and time of every file. Itself, if all is whole and nothing is foreign.
        """
        sound = {name: unit for name, unit in self.units.items() if unit.stands(standing)}
        files = sum(len(unit.files) for unit in sound.values())
        if len(sound) == len(self.units) and files + 1 == len(standing):
            return self
        return replace(self, units=sound)

    def limited_to(self, cities: Collection[str], former: "FormerBuild") -> "FormerBuild":
        """Return what is known if only some cities were read: of all else what was known before.

        Itself, if `cities` is empty. If the content is another one, nothing is known of it, so
        that the next build of all cities makes everything anew.
        """
        if not cities:
            return self
        read = tuple(f"cities/{city}/" for city in cities)
        before = {path: state for path, state in former.inputs.items() if not path.startswith(read)}
        now = {path: state for path, state in self.inputs.items() if path.startswith(read)}
        published = tuple(sorted({*former.published, *self.published}))
        recipe = self.recipe if self.recipe == former.recipe else ""
        return replace(
            self,
            recipe=recipe,
            inputs={**before, **now},
            published=published,
            embargo=former.embargo,
        )

    @property
    def pages(self) -> int:
        return sum(len(unit.pages) for unit in self.units.values())


@dataclass(frozen=True)
class Kept:
    """A build as it is kept: what units share stands once, and they refer to it by number.

    `cities` and `parts` are those read together, by number in `city_names` and `part_names`, which
    are sorted. `groups` are groups of readings: the numbers of their cities in `cities`, of
    their parts in `parts`. `resting` are the numbers in `groups` of what each unit read, in the
    order of the units. Numbers stand as runs: the first, and the one after the last. So who reads
    many fields of a record, or of all cities, has few runs.
    """

    build: FormerBuild
    city_names: tuple[str, ...]
    cities: tuple[Runs, ...]
    part_names: tuple[str, ...]
    parts: tuple[Runs, ...]
    groups: tuple[tuple[int, int], ...]
    resting: tuple[Runs, ...]

    @classmethod
    def of(cls, build: FormerBuild) -> "Kept":
        numbers: dict[Reads, int] = {}
        cities: dict[tuple[str, ...], int] = {}
        parts: dict[tuple[str, ...], int] = {}
        number = _numbering(numbers)
        resting = tuple(_runs(map(number, unit.reads)) for unit in build.units.values())
        units = {name: unit.resting_on(()) for name, unit in build.units.items()}
        groups = tuple(
            (
                cities.setdefault(reads.cities, len(cities)),
                parts.setdefault(reads.parts, len(parts)),
            )
            for reads in numbers
        )
        by_number = (*_numbered_names(cities, None), *_numbered_names(parts, by_field))
        return cls(replace(build, units=units), *by_number, groups, resting)

    def whole(self) -> FormerBuild:
        """Return the build.

        Raises:
            ValueError: it is not what was kept.
        """
        pairs = zip(self.build.units.items(), self.resting, strict=True)
        cities = [_in_runs(self.city_names, runs) for runs in self.cities]
        parts = [_in_runs(self.part_names, runs) for runs in self.parts]
        groups = tuple(
            Reads(_numbered(cities, city), _numbered(parts, part)) for city, part in self.groups
        )
        return replace(self.build, units={
            name: unit.resting_on(_in_runs(groups, runs))
            for (name, unit), runs in pairs
        })  # fmt: skip


def _numbering(numbers: dict[Reads, int]) -> Callable[[Reads], int]:
    """Return what gives a group of readings its number, the next one if it is new.

    Units that were kept share their groups, each of which is compared once.
    """
    seen: dict[int, int] = {}

    def number(reads: Reads) -> int:
        if id(reads) not in seen:
            seen[id(reads)] = numbers.setdefault(reads, len(numbers))
        return seen[id(reads)]

    return number


def _numbered_names(
    together: Iterable[tuple[str, ...]], order: Callable[[str], Any] | None
) -> tuple[tuple[str, ...], tuple[Runs, ...]]:
    """Return all names in order, and the numbers of those that stand together."""
    listed = list(together)
    names = tuple(sorted({name for one in listed for name in one}, key=order))
    number = {name: at for at, name in enumerate(names)}
    return names, tuple(_runs(number[name] for name in one) for one in listed)


def _numbered(kept: Sequence[tuple[str, ...]], number: int) -> tuple[str, ...]:
    return _in_runs(kept, (number, number + 1))[0]


def _in_runs(kept: Sequence[T], runs: Runs) -> tuple[T, ...]:
    found: list[T] = []
    for first, end in zip(runs[::2], runs[1::2], strict=True):
        if not 0 <= first < end <= len(kept):
            raise ValueError(f"{first} to {end} of {len(kept)}")
        found += kept[first:end]
    return tuple(found)


def _runs(numbers: Iterable[int]) -> Runs:
    """Return numbers as runs of such that follow each other: first, and the one after the last."""
    runs: list[int] = []
    end = -1
    for number in numbers:
        if number != end:
            runs += (number, number)
        end = runs[-1] = number + 1
    return tuple(runs)


@cache
def _form() -> Form:
    return Forms({Runs: Form(list, _whole_numbers)}).of(Kept)


def _whole_numbers(data: Any) -> Runs:
    if type(data) is not list or not {int}.issuperset(map(type, data)):
        raise NotOfType
    return tuple(data)


def read_former(folder: Path) -> tuple[FormerBuild, int]:
    """Return what is known of the build in a folder, and when that was written, in ns."""
    path = folder / STATE
    try:
        checksum, _, content = path.read_bytes().partition(b"\n")
        if checksum.decode("ascii", "replace") != checksum_of(content):
            return FormerBuild(), 0
        kept: Kept = _form().read(json.loads(content))
        return kept.whole(), path.lstat().st_mtime_ns
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return FormerBuild(), 0


def state_of(build: FormerBuild) -> bytes:
    """Return the content of the file by which a build is known."""
    content = to_text(_form().write(Kept.of(build))).encode("utf-8")
    return b"\n".join([checksum_of(content).encode(), content])


def changed_files(
    former: Mapping[str, Mapping[str, str]], now: Mapping[str, Mapping[str, str]]
) -> dict[str, set[str]]:
    """Return which files of which cities have changed, come or gone; `FILES` if any has."""
    changed: dict[str, set[str]] = {}
    for city in former.keys() | now.keys():
        before, after = former.get(city, {}), now.get(city, {})
        names = {name for name in before.keys() | after.keys()
                 if before.get(name) != after.get(name)}  # fmt: skip
        if before.keys() != after.keys():
            names.add(FILES)
        if names:
            changed[city] = names
    return changed
