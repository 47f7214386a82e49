"""What readers are told of a city, in short texts by kind and subject, so that two can be compared.

A consequence is what reads otherwise: numbers are compared as they are printed.
"""

from collections.abc import Iterator, Mapping

from generator.assessment.advice.proposals import PROPOSED
from generator.assessment.evidence_states import count_evidence, state_of
from generator.assessment.rating.headline_gate import may_lead
from generator.assessment.results import (
    HELD_BACK,
    POSITIONED,
    AreaResult,
    CityResult,
    IndicatorResult,
    Interval,
)
from generator.frozen import dataclass
from generator.model.framework import Framework
from generator.model.publication import City
from generator.problems.render import Messages
from generator.views.certainty import other_bands
from generator.views.headline_figures import HeadlineFigure, headline_figures
from generator.views.sentences import printed
from generator.views.site import Site
from generator.views.units import with_unit
from generator.views.urgency_words import trend_text
from generator.views.values import full_name, word_of

STATE, VALUE, SCORE, POSITION, BAND, INTERVAL = (
    "state", "value", "score", "position", "band", "interval",
)  # fmt: skip
TREND, HEADLINE, LEADS, URGENCY = "trend", "headline", "leads", "urgency"
RECOMMENDATION, COUNT, REVIEW = "recommendation", "count", "review"
PEER, RANK, TWIN, MUTUAL = "peer", "rank", "twin", "mutual"
KINDS = (
    HEADLINE, LEADS, BAND, SCORE, INTERVAL, VALUE, REVIEW, STATE, TREND, URGENCY, RECOMMENDATION,
    POSITION, RANK, PEER, TWIN, MUTUAL, COUNT,
)  # fmt: skip
"""What readers are told, in the order of a report."""

Key = tuple[str, str]
"""Kind and subject."""
Words = Mapping[str, str]
Texts = dict[str, tuple[str, float | None]]
"""Text and number by kind."""


@dataclass(frozen=True, slots=True)
class Told:
    """Something told: the name of its subject, the text, the number in it if it has a size."""

    name: str
    text: str
    number: float | None = None


def told_of_city(site: Site, city: City, messages: Messages) -> dict[Key, Told]:
    """Return what is told of a city that rests on its own files alone."""
    result, framework, words = site.results[city.id], site.publication.framework, messages["diff"]
    told: dict[Key, Told] = {}
    for name, one in result.observables.items():
        told |= _under(name, full_name(site, one), _of_observable(site, one))
    for name, area in result.areas.items():
        told |= _under(name, area_name(framework, name), _of_area(site, area))
    for name, trend in result.trends.items():
        if not trend.reason:
            title = full_name(site, result.observables[name])
            told |= _under(name, title, {TREND: (trend_text(site, trend), None)})
    for subject, title, level in _urgencies(site, result):
        told |= _under(subject, title, {URGENCY: (site.say(f"urgency.{level}"), None)})
    for name in result.indicators:
        title, state = full_name(site, result.indicators[name]), state_of(result.indicators[name])
        told |= _under(name, title, {STATE: (words[f"state_{state}"], None)})
    return (
        told
        | _headlines(site, result, words)
        | _advice(site, city, words)
        | _counts(site, city, words)
    )


def area_name(framework: Framework, area: str) -> str:
    """Return the name of an area, or of a whole scheme."""
    if area in framework.area_of:
        return framework.area_of[area].name
    return framework.schemes.by_key()[area].name


def _under(subject: str, name: str, texts: Texts) -> dict[Key, Told]:
    return {
        (kind, subject): Told(name, text, number) for kind, (text, number) in texts.items() if text
    }


def _of_observable(site: Site, one: IndicatorResult) -> Texts:
    row, number = one.selection.shown, site.language.number
    texts: Texts = {}
    if row is not None and one.selection.value is not None and not one.data_points:
        figure = with_unit(site, printed(site, row, one), one.observable.unit)
        texts[VALUE] = (
            f"{figure}, {row.period or site.say('period-not-stated')}",
            one.selection.value,
        )
    years = [str(row.period) for row, why in one.selection.aside if why == HELD_BACK]
    texts[REVIEW] = (site.language.enumerate(years), None)
    if one.is_rated and one.sign != POSITIONED:
        texts[BAND] = (_band(site, word_of(site, one), one.band, one.interval), None)
    if one.mean_score is not None:
        texts |= _scored(site, one.mean_score, one.interval)
    if one.position is not None:
        texts[POSITION] = (number(one.position, 1), one.position)
    return texts


def _of_area(site: Site, area: AreaResult) -> Texts:
    texts: Texts = {}
    if area.band is not None:
        word = site.say(f"band.{area.band}")
        texts[BAND] = (_band(site, word, area.band, area.interval), None)
    if area.score is not None:
        texts |= _scored(site, area.score, area.interval)
    if area.median_position is not None:
        texts[POSITION] = (site.language.number(area.median_position, 1), area.median_position)
    return texts


def _band(site: Site, word: str, band: str | None, interval: Interval | None) -> str:
    others = other_bands(site, band, interval)
    return f"{word} ({others})" if others else word


def _scored(site: Site, score: float, interval: Interval | None) -> Texts:
    number = site.language.number
    texts: Texts = {SCORE: (number(score, 1), score)}
    if interval is not None:
        texts[INTERVAL] = (f"{number(interval.low, 1)} – {number(interval.high, 1)}", None)
    return texts


def _urgencies(site: Site, result: CityResult) -> Iterator[tuple[str, str, str]]:
    """Yield id, name and level of what is urgent more or less: observables, then areas."""
    for name, one in result.urgencies.items():
        yield name, full_name(site, result.observables[name]), one.level
    for name, area in result.area_urgencies.items():
        yield name, area_name(site.publication.framework, name), area.level


def _headlines(site: Site, result: CityResult, words: Words) -> dict[Key, Told]:
    """Return the large figures at the top of a profile, and all that may lead."""
    told = {
        (HEADLINE, one.name.text): Told(
            one.name.text, f"{one.kind}: {with_unit_of(one)}, {one.period}"
        )
        for one in headline_figures(site, result)
    }
    names = [(name, full_name(site, one)) for name, one in result.observables.items()]
    names += [(name, area_name(site.publication.framework, name)) for name in result.areas]
    for name, title in names:
        if may_lead(result, name):
            told[LEADS, name] = Told(title, words["leads_yes"])
    return told


def with_unit_of(figure: HeadlineFigure) -> str:
    return f"{figure.number} {figure.unit}".rstrip()


def _advice(site: Site, city: City, words: Words) -> dict[Key, Told]:
    """Return what a city is advised: what is called for or decided on, and its own."""
    advice, library = site.guidance[city.id].advice, site.publication.recommendations
    told: dict[Key, Told] = {}
    for name, one in advice.proposals.items():
        text = words["proposed"] if one.state == PROPOSED else ""
        if one.decision is not None:
            text = site.word("decision", one.decision.decision)
        told |= _under(name, library[name].title, {RECOMMENDATION: (text, None)})
    for name, own in advice.own.items():
        told[RECOMMENDATION, f"own/{name}"] = Told(own.title, words["own"])
    return told


def _counts(site: Site, city: City, words: Words) -> dict[Key, Told]:
    counts = count_evidence(site.results[city.id].indicators.values())
    numbers = {
        "figures": counts.figures, "benchmarks": counts.benchmarks, "rated": counts.rated,
    }  # fmt: skip
    return {
        (COUNT, name): Told(words[f"count_{name}"], site.language.number(number, 0), number)
        for name, number in numbers.items()
    }
