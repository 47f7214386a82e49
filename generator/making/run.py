"""One run of a build: what all of its steps share.

A run may be limited to some cities: then only their files are made and written.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.language import Language
from generator.making.work import Work
from generator.model.publication import Publication
from generator.outputs.store.staging import Staging

_OF_A_CITY = re.compile(r"/cities/([^/.]+)|/publications/(?:city|scorecard)-(.+)-[^-]+\.pdf$")
_OF_A_PROJECT = re.compile(r"/(?:publications/project-|data/cash-flows/)(.+)\.(?:pdf|csv)$")


class Observer(Protocol):
    """Whoever follows a build."""

    def begin(self, stage: str) -> None:
        """A stage begins, and the one before has ended."""

    def advance(self, done: int, total: int | None) -> None:
        """Of the stage so many things are done, of as many, if that is known."""

    def tell(self, line: str) -> None:
        """Something worth a line was done."""


@dataclass(frozen=True)
class Run:
    """What all steps of one build share; `cities` are those it is limited to, if any.

    `pdf`: whether publications are made.
    """

    publication: Publication
    root: Path
    cities: tuple[str, ...]
    work: Work
    staging: Staging
    observer: Observer
    pdf: bool

    def concerns(self, city: str) -> bool:
        """Return whether the files of a city are to be made."""
        return not self.cities or city in self.cities

    def language(self, code: str) -> Language:
        return Language(code, self.publication.labels[code])

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file of the build, if it is one of those to be made."""
        if not self.cities or belongs_to(path, self.cities, self.publication.cities):
            self.staging.write(
                path, content.encode("utf-8") if isinstance(content, str) else content
            )


def belongs_to(path: str, cities: Collection[str], known: Collection[str]) -> bool:
    """Return whether a file of the build is about one of the cities alone.

    A project's file begins with the city, and ids hold hyphens: of all cities `known` the longest
    id that fits is meant.
    """
    found = _OF_A_CITY.search(path)
    if found is not None:
        return (found[1] or found[2]) in cities
    project = _OF_A_PROJECT.search(path)
    if project is None:
        return False
    owners = [one for one in known if project[1].startswith(f"{one}-")]
    return max(owners, key=len, default="") in cities
