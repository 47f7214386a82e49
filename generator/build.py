"""The list of steps from folders to a published site: the only module that knows the order.

Checks first and refuses on errors; what was built before stays until the new build is whole.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.checks import apply_waivers, check_publication
from generator.model.publication import Publication
from generator.problems import Problem, Problems, Severity, sort_problems
from generator.read.publication import read_publication

if TYPE_CHECKING:  # a check must not pay for what only a build needs
    from generator.assessment.results import CityResult
    from generator.assessment.twinning import TwinMatch
    from generator.language import Language
    from generator.pages import Drawing

Report = Callable[[str], None]


@dataclass(frozen=True)
class Checked:
    """What a check found. `publication` is None if the framework cannot be used."""

    publication: Publication | None
    problems: tuple[Problem, ...]
    waived: int

    @property
    def errors(self) -> int:
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True)
class Explained:
    """How a result came about, as text; empty if the city has no such result."""

    text: str
    subjects: tuple[str, ...]
    """What can be explained."""


def check(root: Path, cities: Sequence[str] = ()) -> Checked:
    """Read the publication below `root` and judge it; all problems of one run."""
    problems = Problems()
    publication = read_publication(root, problems, cities)
    if publication is None:
        return Checked(None, sort_problems(problems), 0)
    check_publication(publication, problems)
    standing, waived = apply_waivers(publication, problems)
    return Checked(publication, sort_problems(standing), waived)


def build(publication: Publication, root: Path, output: Path, report: Report) -> int:
    """Build the site of a publication that has no errors; return the number of pages."""
    from generator.language import Language
    from generator.outputs.staging import staged

    publication = released(publication)
    results = assess_cities(publication)
    count = 0
    with staged(output) as staging:
        for code in publication.record.languages:
            language = Language(code, publication.labels[code])  # type: ignore[arg-type]
            count += _build_language(publication, results, language, root, staging, report)
        files = _write_data(publication, results, staging / "site")
        report(f"{files} files of data")
    return count


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


def explain(publication: Publication, root: Path, city: str, subject: str) -> Explained:
    """Return how a result of a city came about, as text; else the ids it can be asked for."""
    from generator.language import Language
    from generator.outputs.plain_text import explanation_text
    from generator.pages import Site, load_templates
    from generator.pages.explanation import explain as explain_subject
    from generator.pages.explanation import subjects

    code = publication.record.languages[0]
    language = Language(code, publication.labels[code])  # type: ignore[arg-type]
    results = assess_cities(publication)
    site = Site(publication, results, language, {}, load_templates(root))
    place = publication.cities[city]
    found = explain_subject(site, place, subject)
    text = explanation_text(found, language) if found else ""
    return Explained(text, subjects(site, place))


def _write_data(publication: Publication, results: "Mapping[str, CityResult]", site: Path) -> int:
    """Write the open data, in the first language of the publication."""
    from generator.language import Language
    from generator.outputs.open_data import write_open_data

    code = publication.record.languages[0]
    language = Language(code, publication.labels[code])  # type: ignore[arg-type]
    return write_open_data(publication, results, language.label, site)


def assess_cities(publication: Publication) -> "Mapping[str, CityResult]":
    """Return the assessment of every city, by id."""
    from generator.assessment import assess_city

    return {
        name: assess_city(publication.framework, city, publication.profile_year(city))
        for name, city in publication.cities.items()
    }


def match_twins(
    publication: Publication, results: "Mapping[str, CityResult]"
) -> "Mapping[str, tuple[TwinMatch, ...]]":
    """Return how every city suits every other as a twin."""
    from generator.assessment.twinning import describe_cities, match_all

    described = describe_cities(publication, results)
    return {one.city: match_all(publication.framework, one, described) for one in described}


def _build_language(
    publication: Publication,
    results: "Mapping[str, CityResult]",
    language: "Language",
    root: Path,
    staging: Path,
    report: Report,
) -> int:
    from generator.outputs.website import write_website
    from generator.pages import Site, compose_pages, load_templates

    drawings = draw_charts(publication, results, language, root)
    report(f"{language.code}: {len(drawings)} charts")
    twins = match_twins(publication, results)
    site = Site(publication, results, language, drawings, load_templates(root), twins)
    pages = list(compose_pages(site))
    report(f"{language.code}: {len(pages)} pages")
    write_website(site, pages, root, staging)
    return len(pages)


def draw_charts(
    publication: Publication,
    results: "Mapping[str, CityResult]",
    language: "Language",
    root: Path,
) -> Mapping[tuple[str, str], "Drawing"]:
    """Return the charts of all cities for the web, by city and by `wheel` or observable."""
    from generator.charts import draw_time_series, draw_wheel, load_style
    from generator.charts.from_results import series_of, wheel_of
    from generator.outputs.palette import load_palette
    from generator.outputs.web_charts import to_web
    from generator.pages import Drawing

    style, tokens = load_style(root), load_palette(root)["light"]
    framework, scheme = publication.framework, publication.record.main_scheme
    drawn = {}
    for name, result in results.items():
        wheel = wheel_of(framework, result, scheme, language)
        title = language.label("figure.wheel")
        drawn[name, "wheel"] = (title, draw_wheel(wheel, style, language, "web"))
        city = publication.cities[name]
        for key, one in result.observables.items():
            series = series_of(framework, city, one, language, heading_drawn=False)
            if series is not None:
                figure = draw_time_series(series, style, language, "web")
                drawn[name, key] = (series.message, figure)
    return {
        key: Drawing(title, to_web(figure, tokens, prefix_of(*key)), figure.alternative)
        for key, (title, figure) in drawn.items()
        if figure is not None
    }


def prefix_of(city: str, subject: str) -> str:
    """Return what the ids of a chart begin with, so that none stands twice on a page."""
    return f"{city}-{subject.replace('.', '-')}"
