"""What projects would change on the marks of a city, and what was achieved."""

from collections.abc import Iterable
from typing import Any

from generator.assessment.investment.achievement import Achievement
from generator.assessment.investment.impact import Effect, Standing, WhatIf
from generator.assessment.results import NOT_RATED
from generator.model.project_records import Impact
from generator.model.publication import City
from generator.views.addresses import relative_address
from generator.views.linked_cells import source_cell
from generator.views.money import per_cent
from generator.views.site import Site
from generator.views.values import View, full_name, unit_label


def effects_view(site: Site, city: City, found: WhatIf, here: str, areas: bool = True) -> View:
    """Return before and after for the macro `effects`: indicators, areas, what is not scored."""
    result = site.results[city.id]
    return {
        "rows": [
            {
                "name": full_name(site, result.observables[one.subject]),
                "href": relative_address(
                    here, f"indicators/{result.observables[one.subject].observable.indicator}"
                ),
                **_values(site, city, one),
                **_marks(site, one),
            }
            for one in found.observables
        ],
        "areas": area_effects(site, found, here) if areas else [],
        "unscorable": [
            {
                "name": full_name(site, result.observables[name]),
                "reason": site.say(f"effect.{reason}"),
            }
            for name, reason in found.unscorable.items()
        ],
    }


def area_effects(site: Site, found: WhatIf, here: str) -> list[View]:
    """Return the dimensions and categories of the main scheme whose score would change."""
    framework, scheme = site.publication.framework, site.publication.record.main_scheme
    tops = {top.area for top in framework.children(scheme)}
    return [
        {
            "name": framework.area_of[one.subject].name,
            "href": relative_address(here, f"areas/{one.subject}"),
            "before": "", "after": "", "range": "", "unit": "",
            **_marks(site, one),
        }
        for one in found.areas
        if one.subject in tops
        or (one.subject.startswith(f"{scheme}/") and framework.indicators_of.get(one.subject))
    ]  # fmt: skip


def _values(site: Site, city: City, effect: Effect) -> View:
    observable = site.results[city.id].observables[effect.subject].observable

    def text(standing: Standing) -> str:
        return site.language.number(standing.value or 0.0, observable.decimals)

    low, high = text(effect.low), text(effect.high)
    return {
        "before": text(effect.before),
        "after": text(effect.central),
        "range": "" if low == high else site.say("effect.range", low=low, high=high),
        "unit": unit_label(site, observable.unit),
    }


def _marks(site: Site, effect: Effect) -> View:
    """Return marks and scores before and after; the range of scores from low to high."""

    def score(standing: Standing) -> str:
        return "" if standing.score is None else site.language.number(standing.score, 1)

    def word(standing: Standing) -> str:
        return site.say(f"band.{standing.band}") if standing.band else site.say("state.not-rated")

    low, high = score(effect.low), score(effect.high)
    return {
        "band_before": effect.before.band or NOT_RATED,
        "band_after": effect.central.band or NOT_RATED,
        "word_before": word(effect.before),
        "word_after": word(effect.central),
        "score_before": score(effect.before),
        "score_after": score(effect.central),
        "score_range": "" if low == high else site.say("effect.range", low=low, high=high),
    }


def impact_rows(site: Site, city: City, impacts: Iterable[Impact], here: str) -> list[list[Any]]:
    """Return every expected effect as the project states it, with its evidence."""
    rows: list[list[Any]] = []
    for one in impacts:
        result = site.results[city.id].observables[one.observable]
        rows.append(
            [
                full_name(site, result),
                _change(site, one, one.central, unit_label(site, result.observable.unit)),
                _span(site, one),
                str(one.year),
                _baseline(site, one),
                site.word("evidence-level", one.evidence),
                source_cell(city, one.source),
            ]
        )
    return rows


def _change(site: Site, impact: Impact, change: float, unit: str) -> str:
    if impact.kind == "relative":
        return per_cent(site, change, 0) if change < 0 else f"+{per_cent(site, change, 0)}"
    return f"{'+' if change > 0 else ''}{site.language.number(change)} {unit}"


def _span(site: Site, impact: Impact) -> str:
    if impact.low is None or impact.high is None:
        return ""
    factor = 100 if impact.kind == "relative" else 1
    low, high = (site.language.number(round(factor * one, 6)) for one in (impact.low, impact.high))
    return site.say("effect.range", low=low, high=high)


def _baseline(site: Site, impact: Impact) -> str:
    if impact.baseline is None:
        return ""
    value = site.language.number(impact.baseline.value)
    return site.say("effect.baseline", value=value, period=str(impact.baseline.period))


def achieved_rows(site: Site, city: City, found: Iterable[Achievement]) -> list[list[Any]]:
    """Return how far each expected effect has come about, or why that cannot be said."""
    rows: list[list[Any]] = []
    for one in found:
        result = site.results[city.id].observables[one.observable]
        number = site.language.number
        decimals = result.observable.decimals
        if one.reason == "baseline-missing":
            continue
        rows.append(
            [
                full_name(site, result),
                f"{number(one.baseline or 0.0, decimals)} ({one.baseline_period})",
                f"{number(one.expected or 0.0, decimals)} ({one.expected_year})",
                f"{number(one.actual, decimals)} ({one.actual_period})"
                if one.actual is not None else "",
                _share(site, one),
            ]
        )  # fmt: skip
    return rows


def _share(site: Site, one: Achievement) -> View | str:
    if one.share is None:
        return {"missing": site.say(f"achieved.{one.reason}")}
    text = per_cent(site, one.share, 0)
    if one.share < 0:
        return site.say("achieved.reverse", share=text)
    return site.say("achieved.early", share=text) if one.early else text
