"""What a process needs to make units: the content, the words and looks of each language.

A process takes it up once for each build, from an assignment that is small enough to be sent.
"""

import os
from collections.abc import Callable, Mapping
from functools import cache, cached_property, lru_cache
from pathlib import Path

from jinja2 import Environment

from generator.frozen import dataclass
from generator.language.foreign import ENGLISH
from generator.language.ledger import Entry, further_languages, ledger
from generator.language.translated import content_in, language_of
from generator.making.drawing import Studio, studio_of
from generator.making.made_units import WrittenFile
from generator.model.embargo import Embargo, content_told
from generator.model.on_demand import OnDemand
from generator.model.publication import Publication
from generator.outputs.site.frame import Frame, frame_of, prefix_of
from generator.outputs.store.staging import KEPT, place_file
from generator.pages import load_templates
from generator.problems import Problem, Problems
from generator.read.publication_reader import read_content
from generator.summary.part_files import PartFile
from generator.summary.reads import Notebook
from generator.summary.shelf import Shelf
from generator.summary.site_on_demand import site_on_demand
from generator.views.site import Site


@dataclass(frozen=True)
class Content:
    """The publication without its cities; None if it cannot be used. Problems say why."""

    publication: Publication | None
    problems: tuple[Problem, ...]


@lru_cache(maxsize=1)
def content_of(root: Path, recipe: str) -> Content:
    """Return the content below a root; `recipe` tells one state of it from another."""
    problems = Problems()
    return Content(read_content(root, problems), tuple(problems))


@dataclass(frozen=True)
class Assignment:
    """What is to be made, and where: plain values that every process understands.

    `folder` is that of the build to come, `former` that of the build before. `names` are the
    folders of all cities, `published` those that come out; `embargo` is what nothing may name.
    """

    root: Path
    recipe: str
    folder: Path
    former: Path
    names: tuple[str, ...]
    published: tuple[str, ...]
    embargo: Embargo
    pdf: bool


class Workshop:
    """Everything at hand for an assignment."""

    def __init__(self, assignment: Assignment) -> None:
        content = content_of(assignment.root, assignment.recipe).publication
        assert content is not None
        self.assignment, self.as_read = assignment, content
        self.content = content_told(content, assignment.embargo)
        self.notebook = Notebook()

    @cached_property
    def shelf(self) -> Shelf:
        """Where files and parts of all cities are read, as they stand there."""
        return self._shelf_of(self.content)

    def _shelf_of(self, content: Publication, code: str = "") -> Shelf:
        root, published = self.assignment.root, self.assignment.published
        return Shelf(
            root,
            content,
            published,
            self._kept(parts_path),
            self._kept(told_path),
            self._kept(alike_path),
            self._kept(ruled_path),
            self.notebook,
            self.assignment.embargo,
            code=code,
        )

    @cached_property
    def shelves(self) -> Mapping[str, Shelf]:
        """The same in each language."""
        return {
            code: self.shelf
            if code == ENGLISH
            else self._shelf_of(content_in(self.content, code), code)
            for code in self.codes
        }

    def forget(self, above: int = 0) -> None:
        """Forget what was read of cities, if it is more text of parts than that, in characters."""
        if sum(one.held for one in self.shelves.values()) > above:
            for shelf in self.shelves.values():
                shelf.let_go()
            for name in ("shelf", "shelves", "sites"):
                vars(self).pop(name, None)

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages, the first one first."""
        return self.content.record.languages

    @cached_property
    def templates(self) -> Environment:
        return load_templates(self.assignment.root)

    @cached_property
    def ledgers(self) -> Mapping[str, tuple[Entry, ...]]:
        """How far each text is translated, by language."""
        return OnDemand(
            lambda: further_languages(self.content),
            cache(lambda code: tuple(ledger(self.content, code))),
        )

    @cached_property
    def sites(self) -> Mapping[str, Site]:
        """The site of each language, everything in it on demand."""
        return {
            code: site_on_demand(shelf, language_of(self.content, code), ledgers=self.ledgers)
            for code, shelf in self.shelves.items()
        }

    @cached_property
    def frames(self) -> Mapping[str, Frame]:
        root = self.assignment.root
        return {code: frame_of(site, root) for code, site in self.sites.items()}

    @cached_property
    def studios(self) -> Mapping[str, Studio]:
        """What all charts of a language share."""
        root = self.assignment.root
        return {code: studio_of(site.language, root) for code, site in self.sites.items()}

    def prefix(self, code: str) -> str:
        """Return the folder of a language in the build, with a slash at its end."""
        return f"site/{prefix_of(self.sites[code])}"

    def _kept(self, path_of: Callable[[str], str]) -> Callable[[str], PartFile]:
        return lambda city: PartFile(self.standing(path_of(city)))

    def standing(self, path: str) -> Path:
        """Return where a file of the build stands now: the new one, if it was written."""
        new = self.assignment.folder / path
        return new if new.exists() else self.assignment.former / path

    def write(self, path: str, content: bytes) -> WrittenFile:
        """Write a file of the build, or find that it stands in the former one.

        Raises:
            OutputRefused: the path leads out of the build.
        """
        taken = place_file(self.assignment.folder, self.assignment.former, path, content)
        now = os.lstat((self.assignment.former if taken else self.assignment.folder) / path)
        return WrittenFile(now.st_size, now.st_mtime_ns, taken)


@lru_cache(maxsize=1)
def workshop(assignment: Assignment) -> Workshop:
    """Return the workshop of an assignment; a process sets it up once."""
    return Workshop(assignment)


def parts_path(city: str) -> str:
    """Return the path of what is known of a city, in a build."""
    return f"{KEPT}/parts/{city}"


def told_path(city: str) -> str:
    """Return the path of what a city tells before it is assessed, in a build."""
    return f"{KEPT}/told/{city}"


def near_path(city: str) -> str:
    """Return the path of what is answered of a city out of what all tell, in a build."""
    return f"{KEPT}/near/{city}"


def alike_path(city: str) -> str:
    """Return the path of which cities are alike a city, in a build."""
    return f"{KEPT}/alike/{city}"


def ruled_path(city: str) -> str:
    """Return the path of which peers the rule of a city chooses, in a build."""
    return f"{KEPT}/ruled/{city}"


PARTS_OF = {
    "city": parts_path, "told": told_path, "near": near_path, "alike": alike_path,
    "ruled": ruled_path,
}  # fmt: skip
"""The file of the parts that a unit of a city makes, by what stands before the name of the city."""


def rows_path(table: str, city: str) -> str:
    """Return the path of the rows of a city in a table over all cities, in a build."""
    return f"{KEPT}/rows/{table}/{city}.csv"


def found_path(unit: str) -> str:
    """Return the path of what the search finds on the pages of a unit, in a build."""
    return f"{KEPT}/found/{unit.replace(':', '/').rstrip('/') or 'start'}.json"
