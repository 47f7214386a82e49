"""The numbers of an explanation, each with its file, line, source and own explanation."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from generator.assessment.results import IndicatorResult
from generator.assessment.traces import TraceInput
from generator.frozen import dataclass
from generator.model.city_tables import Source
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Link
from generator.views.policy_settings import setting_text
from generator.views.site import Site
from generator.views.targets import NOWHERE, Target
from generator.views.units import unit_beside
from generator.views.values import full_name, print_number, word_of
from generator.views.word_values import scores_text, value_word

STEP_DECIMALS = 4
NOT_SAID = Link("")


@dataclass(frozen=True, slots=True)
class Line:
    """A number of an explanation, with where it comes from."""

    name: str
    number: str
    detail: str = ""
    place: Link = NOT_SAID
    """File and line, with the address of that line in the repository, if there is one."""
    source: Link = NOT_SAID
    target: Target = NOWHERE
    """The explanation of this number, if it is computed itself."""
    depth: int = 0
    """How many joints of a condition it stands below."""


@dataclass(frozen=True, slots=True)
class Part:
    """One formula with all that goes into it. `exact` is unrounded, `printed` as on the pages."""

    heading: str
    formula: str
    lines: tuple[Line, ...]
    exact: str
    printed: str


def answer_of(site: Site, result: IndicatorResult) -> str:
    """Return the result in a word: score and band, or why there is none."""
    if result.band is None or result.score is None:
        return word_of(site, result)
    score = site.language.number(result.score, 1)
    return site.language.by_commas((score, site.language.inside(word_of(site, result))))


def setting_line(site: Site, key: str, value: float | str) -> Line:
    """Return a setting of the policy, with its line in the file of the policy."""
    document = site.publication.framework.policy_document
    position = document.position(tuple(key.split(".")))
    text = setting_text(site, key, value)
    place = place_of(site, document.file, position.line if position else None)
    return Line(site.say(f"policy.{key}"), text, place=place)


def input_line(site: Site, city: City, one: TraceInput) -> Line:
    """Return an input of a trace: what it is, its unit, year and status, and its source."""
    framework = site.publication.framework
    status = framework.status_of.get(one.status or "A")
    if isinstance(one.value, str):
        exact = (scores_text if one.name == "scores" else value_word)(site, one.value)
    else:
        exact = site.language.number(one.value)
    parts = [unit_beside(site, one.unit or "", exact), one.period]
    parts += [site.language.inside(status.label)] if status and status.mark else []
    computed = one.name in framework.observables or one.name in framework.area_of
    return Line(
        name=subject_name(site, one.name) if computed else site.say(f"trace.{one.name}"),
        number=exact,
        detail=site.language.by_commas(parts),
        place=place_of(site, one.file, one.line),
        source=source_of(site, city, one.source),
        target=targets.how(city.id, one.name) if computed else NOWHERE,
    )


def subject_name(site: Site, subject: str) -> str:
    observable = site.publication.framework.observables.get(subject)
    return observable.name if observable else area_name(site, subject)


def area_name(site: Site, area: str) -> str:
    """Return the name of an area, or of a scheme as a whole."""
    row = site.publication.framework.area_of.get(area)
    return row.name if row else site.publication.framework.schemes.by_key()[area].name


def figure_lines(site: Site, city: City, results: Iterable[IndicatorResult]) -> Iterator[Line]:
    """Yield the values behind a mean, each with its own source."""
    for one in results:
        row = one.selection.shown
        if row is None:
            continue
        number = print_number(site, row, one.observable)
        detail = [unit_beside(site, one.observable.unit, number), str(row.period or "")]
        yield Line(
            name=full_name(site, one),
            number=number or "–",
            detail=site.language.by_commas((*detail, answer_of(site, one))),
            place=place_of(site, city.observations.file, row.line),
            source=source_of(site, city, row.source),
            target=targets.how(city.id, one.observable.id) if one.trace else NOWHERE,
        )


def source_of(site: Site, city: City, source: str) -> Link:
    """Return a source by name, with its place on the data page of the city or in the method."""
    if source in city.source_of:
        return Link(_credit(city.source_of[source]), targets.city_source(city.id, source))
    row = site.publication.framework.source_of.get(source)
    return Link(_credit(row), targets.framework_source(source)) if row else NOT_SAID


def _credit(row: Source) -> str:
    return row.publisher or row.title


def place_of(site: Site, file: str, line: int | None) -> Link:
    """Return file and line as text, with their address in the repository if there is one."""
    if not file:
        return NOT_SAID
    repository = site.publication.record.repository
    text = f"{file}:{line}" if line else file
    if repository is None:
        return Link(text)
    base = f"{repository.url.rstrip('/')}/blob/{quote(repository.branch)}/{quote(file)}"
    return Link(text, url=f"{base}#L{line}" if line else base)
