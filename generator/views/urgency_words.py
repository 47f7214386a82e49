"""Trends and urgency as readers see them: the class, the product, what is to be confirmed."""

from collections.abc import Mapping
from dataclasses import replace

from generator.assessment.rating.headline_gate import leading_urgencies, may_lead
from generator.assessment.results import AreaUrgency, CityResult
from generator.assessment.trend_results import UNCLEAR, TrendResult
from generator.assessment.urgency_results import UrgencyResult
from generator.frozen import dataclass
from generator.model.publication import City
from generator.views import targets
from generator.views.benchmark_marks import leaving_text
from generator.views.called_for import called_for
from generator.views.cell import Link, Mark, Value
from generator.views.certainty import holds_text, order_text
from generator.views.doubt_words import why_text
from generator.views.site import Site
from generator.views.targets import NOWHERE, Target
from generator.views.values import full_name, mark_view, value_view


@dataclass(frozen=True, slots=True)
class UrgentRow:
    """An indicator that needs action: how it stands, why it is urgent, what it calls for."""

    name: str
    target: Target
    mark: Mark
    value: Value
    why: str
    remarks: str
    advice: Link | None


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """An area in the order of urgency; the last three only beside the order of a committee.

    `robust`: in which share of the replications it keeps the highest level, if in enough.
    """

    name: str
    target: Target
    rated: str
    urgency: str
    how: Target
    robust: str
    contributors: str
    committee: str = ""
    evidence: str = ""
    comparison: str = ""


def trend_text(site: Site, trend: TrendResult) -> str:
    """Return the class of a trend that may be said, or why none may."""
    word = site.word("trend", trend.told)
    if trend.reason:
        return site.say("trend.not-assessed", trend=word, reason=trend_reason(site, trend))
    if trend.told == UNCLEAR:
        return site.say("trend.unclear", trend=word, reason=site.say(f"untold.{trend.untold}"))
    leaving = leaving_text(site, trend)
    return site.say("trend.moving-away", trend=word, leaving=leaving) if leaving else word


def trend_reason(site: Site, trend: TrendResult) -> str:
    """Return why a trend is not assessed."""
    return site.say(f"trend-reason.{trend.reason}")


def urgency_text(site: Site, urgency: UrgencyResult) -> str:
    """Return the urgency as a product: gap x importance x trend."""
    number = site.language.number
    return site.say(
        "urgency.product",
        gap=number(urgency.gap, 2),
        importance=number(urgency.importance_factor),
        trend=site.word_inside("trend", urgency.trend),
        factor=number(urgency.trend_factor),
        urgency=level_text(site, urgency.urgency, urgency.level),
    )


def level_text(site: Site, urgency: float, level: str) -> str:
    """Return an urgency with its level: 0.93 (urgent)."""
    printed = site.language.number(urgency, 2)
    return site.say("urgency.with-level", urgency=printed, level=site.say(f"urgency.{level}"))


def most_urgent(site: Site, city: City, result: CityResult) -> list[UrgentRow]:
    """Return the figures at the two highest levels that may lead, the most urgent first."""
    highest = list(site.publication.framework.policy.urgency.levels)[-2:]
    found = [one for one in leading_urgencies(result) if one.level in highest]
    calls = called_for(site, city)
    return [
        _urgent_row(site, city, result, urgency, calls)
        for urgency in found[: site.editorial.urgent_listed]
    ]


def _urgent_row(
    site: Site, city: City, result: CityResult, urgency: UrgencyResult, calls: Mapping[str, Link]
) -> UrgentRow:
    one = result.observables[urgency.observable]
    return UrgentRow(
        name=full_name(site, one),
        target=targets.indicator(one.observable.indicator),
        mark=mark_view(site, one, targets.how(city.id, urgency.observable)),
        value=value_view(site, one.selection.shown, one.observable, city.id),
        why=site.say("urgency.level-of", level=site.say(f"urgency.{urgency.level}")),
        remarks=remarks(site, urgency),
        advice=calls.get(urgency.observable),
    )


def remarks(site: Site, urgency: UrgencyResult) -> str:
    """Return what must be said with an urgency: to be confirmed, robust or not."""
    parts = [site.say(f"urgency.confirm-{why}") for why in urgency.confirm]
    found = [site.say("urgency.confirm-first", why=site.language.enumerate(parts))] if parts else []
    if urgency.robust:
        found.append(site.say("urgency.robust-mark"))
    elif _is_highest(site, urgency):
        found.append(site.say("urgency.unsure-mark", held=holds_text(site, urgency)))
    return " ".join(found)


def _is_highest(site: Site, urgency: UrgencyResult) -> bool:
    return urgency.level == tuple(site.publication.framework.policy.urgency.levels)[-1]


def area_order(site: Site, result: CityResult) -> list[PriorityRow]:
    """Return the areas by urgency, beside the order of the committee where there is one.

    An area that may not lead has a place in the order of the committee alone.
    """
    if result.priorities:
        return [
            replace(
                _priority_row(site, result, one.area),
                committee=_place(site, one.committee_rank),
                evidence=_place(site, one.evidence_rank),
                comparison=site.say(f"priority.{one.comparison}"),
            )
            for one in result.priorities
        ]
    return [
        _priority_row(site, result, name)
        for name in result.area_urgencies
        if _stands_in_order(site, name) and may_lead(result, name)
    ]


def area_order_lead(site: Site, result: CityResult) -> str:
    """Return what the order of the areas rests on, how sure it is, and what has no place in it.

    Nothing where no area has a place: no heading stands above what is not named.
    """
    rated = [one for name, one in result.area_urgencies.items() if _stands_in_order(site, name)]
    placed = [one for one in rated if may_lead(result, one.area)]
    reasons = [result.headlines.get(one.area, "") for one in rated if one not in placed]
    why = why_text(site, reasons)
    key = "order.unsaid" if placed else "order.none"
    parts = [site.say(key, n=len(reasons), why=why)] if reasons else []
    if result.priorities:
        parts.insert(0, site.say("lead.area-order-committee"))
    elif placed:
        parts[:0] = [site.say("lead.area-order"), order_text(site, placed)]
    else:
        return ""
    return " ".join(part for part in parts if part)


def _stands_in_order(site: Site, area: str) -> bool:
    """Return whether an area is one of those ordered: the second level of the main scheme.

    Of a scheme that has but one level, the first.
    """
    framework, scheme = site.publication.framework, site.publication.record.main_scheme
    tops = framework.children(scheme)
    level = 2 if any(framework.children(top.area) for top in tops) else 1
    return area.startswith(f"{scheme}/") and area.count("/") == level


def _place(site: Site, rank: int | None) -> str:
    return "–" if rank is None else site.language.number(rank, 0)


def _priority_row(site: Site, result: CityResult, area: str) -> PriorityRow:
    urgency = result.area_urgencies.get(area) if may_lead(result, area) else None
    found = result.areas[area]
    return PriorityRow(
        name=site.publication.framework.area_of[area].name,
        target=targets.area(area),
        rated=site.say("n-of-m", n=found.rated, m=found.total),
        urgency=level_text(site, urgency.urgency, urgency.level) if urgency else "–",
        how=targets.how(result.city, area) if urgency else NOWHERE,
        robust=holds_text(site, urgency) if urgency and urgency.robust else "",
        contributors=contributors(site, urgency) if urgency else "",
    )


def contributors(site: Site, urgency: AreaUrgency) -> str:
    """Return the indicators that add most to the urgency of an area."""
    observables = site.publication.framework.observables
    names = (observables[part.child].name for part in urgency.contributors)
    return site.language.by_commas(names)
