"""Conditions in words: what is asked, what a city's files answered, what is still needed."""

from generator.assessment.advice.condition_evaluation import NOT_ASSESSED, Leaf
from generator.model.condition_records import Condition, Test
from generator.views.addresses import relative_address
from generator.views.site import Site
from generator.views.values import View, print_number, unit_label

BOUNDS = ("above", "at_least", "below", "at_most")
NEAR = "near"


def condition_view(site: Site, condition: Condition, here: str) -> View:
    """Return a condition as nested lists: `text` and `href` of a leaf, or `joint` and `parts`."""
    for joint, parts in (("all", condition.all), ("any", condition.any)):
        if parts is not None:
            below = [condition_view(site, part, here) for part in parts]
            return {"joint": site.say(f"condition.{joint}"), "parts": below}
    if condition.not_ is not None:
        below = [condition_view(site, condition.not_, here)]
        return {"joint": site.say("condition.not"), "parts": below}
    return _asked(site, condition, here)


def _asked(site: Site, one: Condition, here: str) -> View:
    if one.indicator is not None:
        indicator = one.indicator.partition(".")[0]
        return {
            "text": _asked_of_indicator(site, one, one.indicator),
            "href": relative_address(here, f"indicators/{indicator}"),
        }
    if one.area is not None:
        return {
            "text": _asked_of_area(site, one, one.area),
            "href": relative_address(here, f"areas/{one.area}"),
        }
    return {"text": _asked_of_the_rest(site, one), "href": ""}


def _asked_of_indicator(site: Site, one: Condition, observable: str) -> str:
    name = observable_name(site, observable)
    if one.reported is not None:
        return site.say(f"condition.reported-{_yes(one.reported)}", name=name)
    if one.trend is not None:
        return site.say("condition.trend", name=name, words=_words(site, "trend", one.trend))
    if one.score is not None:
        return site.say("condition.score", name=name, bounds=bounds_text(site, one.score))
    unit = site.publication.framework.observables[observable].unit
    return site.say("condition.value", name=name, bounds=bounds_text(site, one.value, unit))


def _asked_of_area(site: Site, one: Condition, area: str) -> str:
    name = site.publication.framework.area_of[area].name
    if one.rated is not None:
        return site.say(f"condition.rated-{_yes(one.rated)}", name=name)
    return site.say("condition.score", name=name, bounds=bounds_text(site, one.score))


def _asked_of_the_rest(site: Site, one: Condition) -> str:
    if one.context is not None:
        name = context_name(site, one.context)
        if one.value is not None:
            unit = site.publication.framework.context_variables.by_key()[one.context].unit
            bounds = bounds_text(site, one.value, unit or "")
            return site.say("condition.value", name=name, bounds=bounds)
        words = _words(site, one.context, one.in_ or ())
        return site.say("condition.words", name=name, words=words)
    if one.governance is not None:
        words = _words(site, "governance-state", one.state or ())
        return site.say("condition.words", name=governance_name(site, one.governance), words=words)
    if one.project_in is not None:
        area = site.publication.framework.area_of[one.project_in].name
        if one.stage is None:
            return site.say("condition.project", area=area)
        words = _words(site, "project-stage", one.stage)
        return site.say("condition.project-stage", area=area, words=words)
    countries = site.language.enumerate(site.country(code) for code in one.country or ())
    return site.say("condition.country", countries=countries)


def because(site: Site, city: str, leaf: Leaf, here: str) -> View:
    """Return what a leaf found in a city, with the address of its row where it has one."""
    return {"text": _answer(site, city, leaf), "href": _row_address(leaf, city, here)}


def _answer(site: Site, city: str, leaf: Leaf) -> str:
    name = _subject_name(site, leaf)
    found = leaf.found
    if leaf.facet in ("reported", "rated"):
        return site.say(f"condition.{leaf.facet}-{_yes(bool(found.value))}", name=name)
    if isinstance(leaf.wanted, Test):
        return _numeric_answer(site, city, leaf, name)
    if leaf.subject == "project_in":
        return site.say(f"because.project-{_yes(bool(found.value))}", area=name)
    if leaf.subject == "country":
        return site.say("condition.country", countries=site.country(str(found.value)))
    word = site.word(_vocabulary(leaf), str(found.value))
    dated = {"period": found.period, "name": name, "word": word}
    return site.say("because.word-dated" if found.period else "because.word", **dated)


def _numeric_answer(site: Site, city: str, leaf: Leaf, name: str) -> str:
    wanted = leaf.wanted if isinstance(leaf.wanted, Test) else None
    bounds = bounds_text(site, wanted)
    value = _value_text(site, city, leaf)
    known = {"name": name, "bounds": bounds, "value": value}
    if leaf.facet == "score":
        score = site.language.number(_number(leaf.found.value), 1)
        key = "because.score-of" if value else "because.score"
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
    figure = f"{printed} {unit_label(site, unit)}" if unit else printed
    dated = {"value": figure, "period": found.period}
    return site.say("because.dated", **dated) if found.period else figure


def found_text(site: Site, city: str, leaf: Leaf) -> str:
    """Return what a leaf found, or why it found nothing; empty if its result says it all."""
    found = leaf.found
    if found.value is None:
        key = f"reason.{found.reason}"
        return site.say(key) if site.language.has(key) else site.word("trend", NOT_ASSESSED)
    if isinstance(leaf.wanted, bool):
        return ""
    if not isinstance(leaf.wanted, Test):
        return _word_found(site, leaf)
    value = _value_text(site, city, leaf)
    if leaf.facet != "score":
        return value
    score = site.say("checked.score", score=site.language.number(_number(found.value), 1))
    return ", ".join(part for part in (score, value) if part)


def _word_found(site: Site, leaf: Leaf) -> str:
    found = leaf.found
    if leaf.subject == "country":
        return site.country(str(found.value))
    word = site.word(_vocabulary(leaf), str(found.value))
    return site.say("because.dated", value=word, period=found.period) if found.period else word


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def needed(site: Site, leaf: Leaf) -> str:
    """Return what is missing to decide, with the reason where one is known."""
    name = _subject_name(site, leaf)
    reason = leaf.found.reason
    if reason == NOT_ASSESSED:
        return site.say("needs.trend", name=name)
    if leaf.facet == "score" and site.language.has(f"reason.{reason}"):
        return site.say("needs.score", name=name, reason=site.say(f"reason.{reason}"))
    if site.language.has(f"reason.{reason}"):
        return site.say("needs.value", name=name, reason=site.say(f"reason.{reason}"))
    return name


def bounds_text(site: Site, test: Test | None, unit: str = "") -> str:
    """Return the bounds of a number in words: above 25 µg/m³."""
    found = []
    for key in BOUNDS:
        bound = getattr(test, key) if test else None
        if bound is not None:
            label = unit_label(site, unit) if unit else ""
            number = " ".join(part for part in (site.language.number(bound), label) if part)
            found.append(site.say(f"bound.{key.replace('_', '-')}", number=number))
    return site.language.enumerate(found)


def observable_name(site: Site, observable: str) -> str:
    """Return the name of an observable; a data point after its indicator."""
    framework = site.publication.framework
    one = framework.observables[observable]
    if not one.is_data_point:
        return one.name
    parent = framework.observables[one.indicator].name
    return site.say("data-point-of", indicator=parent, point=one.name)


def context_name(site: Site, variable: str) -> str:
    return site.publication.framework.context_variables.by_key()[variable].name


def governance_name(site: Site, item: str) -> str:
    return site.publication.framework.governance_items.by_key()[item].name


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


def _row_address(leaf: Leaf, city: str, here: str) -> str:
    """Return the address of the row that a leaf rests on."""
    line = leaf.found.line
    if line is None:
        return ""
    anchors = {"indicator": f"data#row-{line}", "context": f"data#context-{line}"}
    page = anchors.get(leaf.subject) or ("governance" if leaf.subject == "governance" else "")
    return relative_address(here, f"cities/{city}/{page}") if page else ""


def _words(site: Site, vocabulary: str, words: tuple[str, ...]) -> str:
    return " / ".join(site.word(vocabulary, word) for word in words)


def _yes(value: bool) -> str:
    return "yes" if value else "no"
