"""Conditions in words: what is asked of a city."""

from typing import ClassVar, TypeAlias

from generator.frozen import dataclass
from generator.model.condition_records import Condition, Test
from generator.views import targets
from generator.views.cell import Link
from generator.views.site import Site
from generator.views.units import with_unit
from generator.views.values import observable_name

BOUNDS = ("above", "at_least", "below", "at_most")


@dataclass(frozen=True, slots=True)
class Joint:
    """Questions under a word that joins them: all, any, not."""

    kind: ClassVar[str] = "joint"
    word: str
    parts: "tuple[Question, ...]"


Question: TypeAlias = Link | Joint
"""What a condition asks: a leaf leads to its indicator or area, if it has one."""


def question(site: Site, condition: Condition) -> Question:
    """Return a condition in words, as a tree."""
    for joint, parts in (("all", condition.all), ("any", condition.any)):
        if parts is not None:
            word = site.say(f"condition.{joint}")
            return Joint(word, tuple(question(site, part) for part in parts))
    if condition.not_ is not None:
        return Joint(site.say("condition.not"), (question(site, condition.not_),))
    return _leaf(site, condition)


def question_text(site: Site, asked: Question) -> str:
    """Return a question in one sentence."""
    if isinstance(asked, Link):
        return asked.text
    parts = site.language.enumerate(question_text(site, part) for part in asked.parts)
    return f"{asked.word} {parts}"


def _leaf(site: Site, condition: Condition) -> Link:
    if condition.indicator is not None:
        target = targets.indicator(condition.indicator.partition(".")[0])
        return Link(_asked_of_indicator(site, condition, condition.indicator), target)
    if condition.area is not None:
        return Link(_asked_of_area(site, condition, condition.area), targets.area(condition.area))
    return Link(_asked_of_the_rest(site, condition))


def _asked_of_indicator(site: Site, condition: Condition, observable: str) -> str:
    name = observable_name(site, observable)
    if condition.reported is not None:
        return site.say(f"condition.reported-{yes_or_no(condition.reported)}", name=name)
    if condition.trend is not None:
        return site.say("condition.trend", name=name, words=_words(site, "trend", condition.trend))
    for facet, test in (("score", condition.score), ("position", condition.position)):
        if test is not None:
            return site.say(f"condition.{facet}", name=name, bounds=bounds_text(site, test))
    unit = site.publication.framework.observables[observable].unit
    return site.say("condition.value", name=name, bounds=bounds_text(site, condition.value, unit))


def _asked_of_area(site: Site, condition: Condition, area: str) -> str:
    name = site.publication.framework.area_of[area].name
    if condition.rated is not None:
        return site.say(f"condition.rated-{yes_or_no(condition.rated)}", name=name)
    facet, test = (
        ("position", condition.position) if condition.position else ("score", condition.score)
    )
    return site.say(f"condition.{facet}", name=name, bounds=bounds_text(site, test))


def _asked_of_the_rest(site: Site, condition: Condition) -> str:
    if condition.context is not None:
        name = context_name(site, condition.context)
        if condition.value is not None:
            unit = site.publication.framework.context_variables.by_key()[condition.context].unit
            bounds = bounds_text(site, condition.value, unit or "")
            return site.say("condition.value", name=name, bounds=bounds)
        words = _words(site, condition.context, condition.in_ or ())
        return site.say("condition.words", name=name, words=words)
    if condition.governance is not None:
        words = _words(site, "governance-state", condition.state or ())
        return site.say(
            "condition.words", name=governance_name(site, condition.governance), words=words
        )
    if condition.project_in is not None:
        area = site.publication.framework.area_of[condition.project_in].name
        if condition.stage is None:
            return site.say("condition.project", area=area)
        words = _words(site, "project-stage", condition.stage)
        return site.say("condition.project-stage", area=area, words=words)
    countries = site.language.enumerate(site.country(code) for code in condition.country or ())
    return site.say("condition.country", countries=countries)


def bounds_text(site: Site, test: Test | None, unit: str = "") -> str:
    """Return the bounds of a number in words: above 25 µg/m³."""
    bounds = []
    for key in BOUNDS:
        bound = getattr(test, key) if test else None
        if bound is not None:
            number = with_unit(site, site.language.number(bound), unit)
            bounds.append(site.say(f"bound.{key.replace('_', '-')}", number=number))
    return site.language.enumerate(bounds)


def context_name(site: Site, variable: str) -> str:
    return site.publication.framework.context_variables.by_key()[variable].name


def governance_name(site: Site, item: str) -> str:
    return site.publication.framework.governance_items.by_key()[item].name


def _words(site: Site, vocabulary: str, words: tuple[str, ...]) -> str:
    return " / ".join(site.word_inside(vocabulary, word) for word in words)


def yes_or_no(value: bool) -> str:
    return "yes" if value else "no"
