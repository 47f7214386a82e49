"""From folders to all problems of one run; imports nothing that only a build needs."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from generator.checks import (
    CITY_RULES,
    RULES_ACROSS,
    Rule,
    apply_rules,
    apply_waivers,
    check_as_of,
    check_practice_ids,
    settle,
    waived_in,
)
from generator.checks.copied_figures import Copies
from generator.frozen import dataclass
from generator.making.garbage_collection import without_collecting
from generator.model.city_tables import WAIVERS, Observation
from generator.model.publication import City, Publication
from generator.model.tables import Table
from generator.problems import Code, Problem, Problems, Severity, sort_problems
from generator.problems.folding import fold
from generator.read.publication_reader import (
    cities_among,
    city_names,
    read_city,
    read_content,
    read_framework,
    read_observations,
)


@dataclass(frozen=True)
class Checked:
    """What a check found. `publication` is None if the framework cannot be used, or not kept."""

    publication: Publication | None
    problems: tuple[Problem, ...]
    waived: int

    @property
    def errors(self) -> int:
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def faults(self) -> tuple[Problem, ...]:
        """What is wrong: values held back are a state, no fault."""
        return tuple(one for one in self.problems if one.severity is not Severity.NOTE)


def check(
    root: Path, cities: Sequence[str] = (), *, alone: bool = False, kept: bool = True
) -> Checked:
    """Read the publication below `root` and judge it; all problems of one run.

    Of all cities, or of those named; `alone`: their folders are judged, and `content/` is not.
    One city is read and judged at a time. Unless they are `kept`, of each only what others are
    held against stays, so that memory does not grow with their tables.
    """
    problems = Problems()
    with without_collecting():
        content = (read_framework if alone else read_content)(root, problems)
        names = city_names(root, problems)
        wanted = cities_among(names, cities, problems)
        if content is None:
            for name in wanted:
                read_city(root / "cities" / name, root, problems)
            return Checked(None, fold(sort_problems(problems)), 0)
        publication = replace(content, city_ids=tuple(names))
        apply_rules((check_as_of,) if alone else _content_rules(), publication, problems)
        judge = _Judge(root, publication, problems, kept)
        for name in wanted:
            judge.read(name)
        return judge.checked(alone)


def _content_rules() -> Sequence[Rule]:
    """Return the rules for `content/`, which import what a check of one city never needs."""
    from generator.checks.content_rules import CONTENT_RULES

    return CONTENT_RULES


class _Judge:
    """Judges cities one by one, and keeps of each what the rules between cities look at."""

    def __init__(self, root: Path, content: Publication, problems: Problems, kept: bool) -> None:
        self.root, self.content, self.kept = root, content, kept
        self.of_content = problems
        self.problems = [*problems]
        self.cities: dict[str, City] = {}
        self.waived = waived_in(content)
        self.copies = Copies(content.framework)

    def read(self, name: str) -> None:
        """Read a city, and judge it against `content/`."""
        own = Problems()
        city = read_city(self.root / "cities" / name, self.root, own)
        alone = replace(self.content, cities={name: city}, waivers=Table(WAIVERS, ""))
        self.waived += waived_in(alone)
        found = Problems()
        found.extend(self.of_content)
        found.extend(own)
        apply_rules(CITY_RULES, alone, found)
        self.problems += list(found)[len(self.of_content) :]
        self.copies.add(city)
        self.cities[name] = city if self.kept else without_figures(city)

    def _observations(self, name: str) -> Table[Observation]:
        """Return the observations of a city, read anew if they were not kept."""
        if self.kept:
            return self.cities[name].observations
        return read_observations(self.root / "cities" / name, self.root)

    def checked(self, alone: bool) -> Checked:
        """Return what was found in the cities and between them."""
        publication = replace(self.content, cities=self.cities)
        problems = Problems()
        problems.extend(self.problems)
        problems.extend(list(self.copies.problems(self._observations)))
        apply_rules((check_practice_ids,) if alone else RULES_ACROSS, publication, problems)
        standing, waived = settle(self.waived, publication.record.as_of, problems)
        standing = [one for one in standing if not (alone and _is_of_others(one))]
        whole = publication if self.kept else None
        return Checked(whole, fold(sort_problems(standing)), waived)


def _is_of_others(problem: Problem) -> bool:
    """Return whether a waiver is called idle whose warning only a check of everything gives."""
    of_content = not problem.place.file.startswith("cities/")
    held_across = problem.key.startswith(f"{Code.FIGURE_UNUSUAL}|")
    return problem.code is Code.WAIVER_IDLE and (of_content or held_across)


def judged(publication: Publication, problems: Iterable[Problem]) -> Checked:
    """Return the problems that stand, one for each cause."""
    standing, waived = apply_waivers(publication, problems)
    return Checked(publication, fold(sort_problems(standing)), waived)


def without_figures(city: City) -> City:
    """Return a city without its tables of figures but for rows with words of their own.

    What rules have made of its documents for each other is let go, too.
    """
    return replace(
        city,
        document=replace(city.document),
        documents={name: replace(one) for name, one in city.documents.items()},
        observations=_rows_with_words(city.observations),
        own_observations=_rows_with_words(city.own_observations),
    )


def _rows_with_words(table: Table[Observation]) -> Table[Observation]:
    rows = tuple(row for row in table if row.note or row.territory_note or row.district)
    kept = {row.line for row in rows}
    lines = tuple(line if at in kept else "" for at, line in enumerate(table.lines, start=1))
    return replace(table, rows=rows, lines=lines, torn=(), gaps={})
