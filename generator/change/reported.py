"""The report of a change: against what, what was edited, and what readers meet otherwise."""

from collections.abc import Mapping
from dataclasses import field

from generator.change.causes import Cause
from generator.change.told import KINDS, Key, Told
from generator.frozen import dataclass

BASE_ERRORS, CONTENT_ERRORS = "base_errors", "content_errors"
EDITION = "edition"
"""The kind of a base that is an edition."""
FRAMEWORK, PROGRAM = "framework", "program"
FIGURES, WORDS, NOTHING, UNKNOWN = "figures", "words", "nothing", "unknown"


@dataclass(frozen=True, slots=True)
class Base:
    """What a publication is compared with: as it was asked for, and the commit that it means.

    `kind` is folder, edition, revision or merge-base.
    """

    kind: str
    name: str
    commit: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What limits the comparison; `names` the cities, files or versions that it is about."""

    kind: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Consequence:
    """What readers are told of a city otherwise; blank where it is not told.

    The numbers are those in the texts, of what has a size.
    """

    kind: str
    city: str
    subject: str
    name: str
    before: str
    after: str
    number_before: float | None = None
    number_after: float | None = None

    @property
    def size(self) -> float:
        """By how much a number moved; 0 without two of them."""
        if self.number_before is None or self.number_after is None:
            return 0.0
        return abs(self.number_after - self.number_before)


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """A page that is new or gone, by its address and name."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class SeriesBefore:
    """A series that reads otherwise: its values by period before and after, and its unit."""

    city: str
    observable: str
    name: str
    unit: str
    before: tuple[tuple[int, float], ...]
    after: tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class Report:
    """What a change does. `reworded`: cities whose pages read otherwise, whatever it is.

    `cities`: the name of each city by id.
    """

    base: Base
    notes: tuple[Note, ...] = ()
    causes: tuple[Cause, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    pages_added: tuple[ChangedPage, ...] = ()
    pages_removed: tuple[ChangedPage, ...] = ()
    reworded: tuple[str, ...] = ()
    series: tuple[SeriesBefore, ...] = ()
    cities: Mapping[str, str] = field(default_factory=dict)

    @property
    def verdict(self) -> str:
        """What the change is for readers, in a word.

        `figures`: a rating, a headline, advice, a rank or a page comes, goes or changes; `words`:
        only pages read otherwise; `nothing`; `unknown`, if the base could not be compared.
        """
        if self.consequences or self.pages_added or self.pages_removed:
            return FIGURES
        if any(note.kind in (CONTENT_ERRORS, BASE_ERRORS) for note in self.notes):
            return UNKNOWN
        if self.reworded or any(not cause.city for cause in self.causes):
            return WORDS
        return NOTHING


def consequences_of(
    city: str, before: Mapping[Key, Told], after: Mapping[Key, Told]
) -> list[Consequence]:
    """Return what is told otherwise, in the order of kinds, the largest move first."""
    found = []
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        if (old and old.text) != (new and new.text):
            told = new or old
            assert told is not None
            found.append(
                Consequence(
                    *(key[0], city, key[1], told.name),
                    old.text if old else "",
                    new.text if new else "",
                    old.number if old else None,
                    new.number if new else None,
                )
            )
    return sorted(found, key=lambda one: (KINDS.index(one.kind), -one.size))
