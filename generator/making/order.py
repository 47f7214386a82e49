"""The list of steps from folders to a published site: the only module that knows the order.

Checks first and refuses on errors; what was built before stays until the new build is whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.checks import apply_waivers, check_publication
from generator.making.garbage_collection import without_collecting
from generator.model.publication import Publication
from generator.problems import Problem, Problems, Severity, sort_problems
from generator.read.publication_reader import read_publication

if TYPE_CHECKING:  # a check must not pay for what only a build needs
    from generator.making.run import Observer
    from generator.making.steps import Results


@dataclass(frozen=True)
class Checked:
    """What a check found. `publication` is None if the framework cannot be used."""

    publication: Publication | None
    problems: tuple[Problem, ...]
    waived: int

    @property
    def errors(self) -> int:
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


def check(root: Path, cities: Sequence[str] = ()) -> Checked:
    """Read the publication below `root` and judge it; all problems of one run."""
    problems = Problems()
    with without_collecting():
        publication = read_publication(root, problems, cities)
    if publication is None:
        return Checked(None, sort_problems(problems), 0)
    check_publication(publication, problems)
    standing, waived = apply_waivers(publication, problems)
    return Checked(publication, sort_problems(standing), waived)


@dataclass(frozen=True)
class Choices:
    """How to build.

    `cities`: only these, if any. `jobs`: processes, by default one a processor. `anew`: nothing
    that was kept is used. `pdf`: publications, too.
    """

    cities: tuple[str, ...] = ()
    jobs: int | None = None
    anew: bool = False
    pdf: bool = True


def build(
    publication: Publication, root: Path, output: Path, observer: "Observer", choices: Choices
) -> int:
    """Build what a publication without errors gives; return the number of pages.

    Limited to some cities, the others that have no errors are read for what pages say of them.

    Raises:
        OutputRefused: the build cannot go to `output`, or is not what it was meant to be.
        NotTypeset: a publication cannot be set.
        OSError: the machine cannot write it. Whatever was raised, the former build stands.
    """
    from generator.making import steps
    from generator.making.run import Run, belongs_to
    from generator.making.work import working
    from generator.outputs.store.kept import Kept
    from generator.outputs.store.output_folder import inputs_of
    from generator.outputs.store.staging import staged

    cities = choices.cities
    publication = released(_with_neighbours(publication, root) if cities else publication)
    with (
        staged(output, inputs_of(root)) as staging,
        working(Kept(staging, anew=choices.anew), choices.jobs, observer.advance) as work,
    ):
        run = Run(publication, root, cities, work, staging, observer, choices.pdf)
        results = steps.assess(run)
        twins = steps.match_twins(publication, results)
        guidance = steps.guide(publication, results)
        compared = steps.compare(publication, results)
        pages = sum(
            steps.write_language(run, results, twins, guidance, compared, code)
            for code in publication.record.languages
        )
        steps.write_pictures(run)
        steps.write_data(run, results, compared)
        if cities:
            staging.keep_unless(lambda path: belongs_to(path, cities, publication.cities))
        observer.tell(f"{staging.written} files new or changed")
    return pages


def assess_cities(publication: Publication) -> "Results":
    """Return the assessment of every city, by id, made anew."""
    from generator.making import steps

    pairs = steps.cities_with_years(publication)
    return {one.city: one for one in steps.assess_each(publication.framework, pairs)}


def _with_neighbours(publication: Publication, root: Path) -> Publication:
    """Return a publication of some cities with all others that have no errors."""
    checked = check(root)
    others = checked.publication.cities if checked.publication else {}
    broken = {
        problem.place.file.split("/")[1]
        for problem in checked.problems
        if problem.severity is Severity.ERROR and problem.place.file.startswith("cities/")
    }
    sound = {name: city for name, city in others.items() if name not in broken}
    return replace(publication, cities=dict(sorted({**sound, **publication.cities}.items())))


def released(publication: Publication) -> Publication:
    """Return the publication with the cities that its `release` lets out.

    `all` publishes every city, the unapproved with their mark; `approved` those that their city
    has approved and whose embargo has ended on the as-of date.
    """
    record = publication.record
    if record.release == "all":
        return publication
    out = {
        name: city for name, city in publication.cities.items() if city.is_released(record.as_of)
    }
    return replace(publication, cities=out)
