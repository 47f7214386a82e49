"""The figures that would complete a profile: whom to ask, what is there, what each would tell."""

from collections.abc import Iterator

from generator.assessment.advice.condition_evaluation import Known
from generator.assessment.advice.wanted_figures import (
    GAINS,
    WantedFigure,
    is_out_of_reach,
    wanted_figures,
)
from generator.assessment.rating.selection import OUT_OF_DATE, PROXY, STATUS
from generator.assessment.results import MISSING, IndicatorResult
from generator.frozen import dataclass
from generator.model.city_tables import Observation
from generator.model.framework_records import IndicatorRecord
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Link
from generator.views.corrections import added_figure
from generator.views.evidence_words import absence_text
from generator.views.names_in_sentences import areas_text
from generator.views.remarks import missing_reason, territory_text
from generator.views.site import Site
from generator.views.targets import Target
from generator.views.units import unit_beside

HOLDERS = "data-holder"


@dataclass(frozen=True, slots=True)
class Question:
    """An indicator to ask for; `points`: its data points. `named`: a source names the holders.

    `now`: what is on record, or what would be better. `areas` would be rated; `checked` are the
    recommendations that the figure would settle. `add`: the form for it.
    """

    id: str
    name: Link
    unit: str
    definition: str
    points: str
    holders: str
    named: bool
    now: str
    areas: str
    checked: tuple[Link, ...]
    add: Target


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions whose figures would tell the same; `gain` is that in words."""

    gain: str
    rows: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """What a city may be asked for, in groups, and what is said of all of it."""

    lead: tuple[str, ...]
    groups: tuple[Questions, ...]


def wanted_of(site: Site, city: City) -> tuple[WantedFigure, ...]:
    """Return the figures to ask a city for, those first that would tell most."""
    publication = site.publication
    return wanted_figures(
        publication.framework,
        Known(city, site.results[city.id]),
        site.guidance[city.id].advice,
        publication.record.main_scheme,
    )


def questionnaire(site: Site, city: City) -> Questionnaire:
    """Return the questions to a city."""
    wanted = wanted_of(site, city)
    return Questionnaire(
        tuple(_lead(site, city, len(wanted))),
        tuple(
            Questions(site.say(f"question.{gain}", n=len(rows)), rows)
            for gain in GAINS
            if (rows := tuple(_question(site, city, one) for one in wanted if one.gains[0] == gain))
        ),
    )


def _lead(site: Site, city: City, n: int) -> Iterator[str]:
    yield site.say("question.lead", n=n) if n else site.say("question.none")
    results = site.results[city.id].indicators.values()
    kept = sum(is_out_of_reach(result) for result in results)
    if kept:
        yield site.say("question.not-asked", n=kept)
    if n:
        yield site.say("question.no-judgement")


def _question(site: Site, city: City, wanted: WantedFigure) -> Question:
    framework = site.publication.framework
    record = framework.indicators[wanted.indicator]
    result = site.results[city.id].indicators[wanted.indicator]
    return Question(
        id=targets.anchor(wanted.indicator),
        name=Link(record.name, targets.indicator(wanted.indicator)),
        unit=unit_beside(site, record.unit),
        definition=record.definition,
        points=points_text(site, record),
        holders=holders_text(site, record),
        named=record.held_by_source is not None,
        now=_now(site, city, result),
        areas=site.language.inside(areas_text(site, wanted.areas)),
        checked=tuple(
            Link(site.publication.recommendations[name].title, targets.recommendation(name))
            for name in wanted.recommendations
        ),
        add=added_figure(city, next(_carriers(wanted.indicator, record))),
    )


def _carriers(indicator: str, record: IndicatorRecord) -> Iterator[str]:
    """Yield what a figure can be of: the data points, else the indicator itself."""
    yield from (f"{indicator}.{point}" for point in record.data_points)
    yield indicator


def points_text(site: Site, record: IndicatorRecord) -> str:
    """Return the data points of an indicator, each a figure of its own."""
    names = (point.name for point in record.data_points.values())
    return site.language.enumerate(map(site.language.inside, names))


def holders_text(site: Site, record: IndicatorRecord) -> str:
    """Return which kinds of body hold the figures of an indicator."""
    return site.language.enumerate(site.word(HOLDERS, one) for one in record.held_by)


def _now(site: Site, city: City, result: IndicatorResult) -> str:
    """Return why there is no figure; of one that cannot be rated, what would be better."""
    shown = [(one, row) for one in result.carriers if (row := one.selection.shown) is not None]
    unusable = [(one, row) for one, row in shown if row.has_figure]
    if unusable:
        return _better(site, city, *unusable[0])
    if result.reason != MISSING:
        return absence_text(site, result)
    return site.say("missing.O") if result.data_points else missing_reason(site, shown[0][1])


def _better(site: Site, city: City, result: IndicatorResult, row: Observation) -> str:
    """Return which figure could be rated, unlike that of a row."""
    reason = result.selection.reason
    territory = territory_text(site, row)
    if reason == PROXY and territory:
        return site.say("question.instead-territory", territory=territory)
    year = site.results[city.id].profile_year
    policy = site.publication.framework.policy
    age = result.observable.max_age_years or policy.max_age_years
    known = {"period": row.period, "first": str(year - age), "last": str(year)}
    if reason == STATUS:
        status = site.publication.framework.status_of[row.status or "A"].label
        return site.say(f"question.instead-{STATUS}", status=status)
    return site.say(f"question.instead-{reason}", **(known if reason == OUT_OF_DATE else {}))
