"""What a city's files answered to the leaves of a condition, and what is still needed to decide."""

from generator.assessment.advice.condition_evaluation import Leaf
from generator.assessment.advice.named_reasons import why_unnamed
from generator.assessment.trend_results import NOT_ASSESSED, UNCLEAR
from generator.model.condition_records import Test
from generator.views import targets
from generator.views.cell import Link
from generator.views.condition_words import (
    bounds_text,
    context_name,
    governance_name,
    yes_or_no,
)
from generator.views.doubt_words import why_text
from generator.views.site import Site
from generator.views.targets import NOWHERE, Target
from generator.views.units import with_unit
from generator.views.values import observable_name, print_number

NEAR = "near"
OF_SCALES = ("score", "position")
"""The facets that are places on a scale, and not values of their own."""


def because(site: Site, city: str, leaf: Leaf) -> Link:
    """Return what a leaf found in a city, and why that may not be sure enough to be named.

    It leads to its row where it has one.
    """
    said, reason = _answer(site, city, leaf), why_unnamed(site.results[city], leaf)
    if reason:
        said = site.say("because.doubtful", said=said, why=why_text(site, [reason], 1))
    return Link(said, _row_of(site, leaf, city))


def _answer(site: Site, city: str, leaf: Leaf) -> str:
    name = _subject_name(site, leaf)
    found = leaf.found
    if leaf.facet in ("reported", "rated"):
        return site.say(f"condition.{leaf.facet}-{yes_or_no(bool(found.value))}", name=name)
    if isinstance(leaf.wanted, Test):
        return _numeric_answer(site, city, leaf, name)
    if leaf.subject == "project_in":
        return site.say(f"because.project-{yes_or_no(bool(found.value))}", area=name)
    if leaf.subject == "country":
        return site.say("condition.country", countries=site.country(str(found.value)))
    word = site.word_inside(_vocabulary(leaf), str(found.value))
    dated = {"period": _when(site, leaf), "name": name, "word": word}
    return site.say("because.word-dated" if found.period else "because.word", **dated)


def _when(site: Site, leaf: Leaf) -> str:
    """Return the period of what was found; of a plan it is a date."""
    dated = leaf.subject == "governance" and leaf.found.period
    return site.language.date(leaf.found.period) if dated else leaf.found.period


def _numeric_answer(site: Site, city: str, leaf: Leaf, name: str) -> str:
    wanted = leaf.wanted if isinstance(leaf.wanted, Test) else None
    bounds = bounds_text(site, wanted)
    value = _value_text(site, city, leaf)
    known = {"name": name, "bounds": bounds, "value": value}
    if leaf.facet in OF_SCALES:
        score = site.language.number(_number(leaf.found.value), 1)
        key = f"because.{leaf.facet}-of" if value else f"because.{leaf.facet}"
        return site.say(key, score=score, **known)
    return site.say("because.value", **known)


def _value_text(site: Site, city: str, leaf: Leaf) -> str:
    """Return the figure behind a leaf with unit and period; empty if it is pooled from several."""
    found, observable = leaf.found, site.publication.framework.observables.get(leaf.name)
    unit = found.unit
    if leaf.subject == "indicator" and observable is not None:
        row = site.results[city].observables[leaf.name].selection.shown
        printed = print_number(site, row, observable) if row else ""
        printed = f"≈\N{NO-BREAK SPACE}{printed}" if row and row.comparability == NEAR else printed
        unit = observable.unit
    else:
        printed = site.language.number(_number(found.value)) if leaf.facet == "value" else ""
    if not printed:
        return ""
    figure = with_unit(site, printed, unit)
    dated = {"value": figure, "period": found.period}
    return site.say("because.dated", **dated) if found.period else figure


def found_text(site: Site, city: str, leaf: Leaf) -> str:
    """Return what a leaf found, or why it found nothing; empty if its result says it all."""
    found = leaf.found
    if found.value is None:
        key = f"reason.{found.reason}"
        word = UNCLEAR if found.reason == UNCLEAR else NOT_ASSESSED
        return site.say(key) if site.language.has(key) else site.word("trend", word)
    if isinstance(leaf.wanted, bool):
        return ""
    if not isinstance(leaf.wanted, Test):
        return _word_found(site, leaf)
    value = _value_text(site, city, leaf)
    if leaf.facet not in OF_SCALES:
        return value
    score = site.say(f"checked.{leaf.facet}", score=site.language.number(_number(found.value), 1))
    return site.language.by_commas((score, value))


def _word_found(site: Site, leaf: Leaf) -> str:
    found = leaf.found
    if leaf.subject == "country":
        return site.country(str(found.value))
    word = site.word(_vocabulary(leaf), str(found.value))
    dated = {"value": word, "period": _when(site, leaf)}
    return site.say("because.dated", **dated) if found.period else word


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def needed(site: Site, leaf: Leaf) -> str:
    """Return what is missing to decide, with the reason where one is known."""
    name = _subject_name(site, leaf)
    reason = leaf.found.reason
    if reason in (NOT_ASSESSED, UNCLEAR):
        return site.say("needs.trend", name=name)
    if leaf.facet in OF_SCALES and site.language.has(f"reason.{reason}"):
        return site.say(f"needs.{leaf.facet}", name=name, reason=site.say(f"reason.{reason}"))
    if site.language.has(f"reason.{reason}"):
        return site.say("needs.value", name=name, reason=site.say(f"reason.{reason}"))
    return name


def _subject_name(site: Site, leaf: Leaf) -> str:
    if leaf.subject == "indicator":
        return observable_name(site, leaf.name)
    if leaf.subject in ("area", "project_in"):
        return site.publication.framework.area_of[leaf.name].name
    if leaf.subject == "context":
        return context_name(site, leaf.name)
    return governance_name(site, leaf.name) if leaf.subject == "governance" else ""


def _vocabulary(leaf: Leaf) -> str:
    if leaf.subject == "governance":
        return "governance-state"
    return leaf.name if leaf.subject == "context" else "trend"


def _row_of(site: Site, leaf: Leaf, city: str) -> Target:
    """Return the row that a leaf rests on."""
    line = leaf.found.line
    if line is None:
        return NOWHERE
    data = targets.tab(city, "data")
    match leaf.subject:
        case "indicator":
            shown = site.results[city].observables[leaf.name].selection.shown
            return targets.at(data, targets.figure(shown)) if shown else NOWHERE
        case "context":
            return targets.at(data, f"context-{line}")
        case "governance":
            return targets.tab(city, "governance")
    return NOWHERE
