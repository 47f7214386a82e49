"""What projects would change on the marks of a city, and what was achieved."""

from collections.abc import Iterable

from generator.assessment.investment.achievement import Achievement
from generator.assessment.investment.impact import Effect, Standing, WhatIf
from generator.assessment.results import NOT_RATED, IndicatorResult
from generator.frozen import dataclass
from generator.model.project_records import Impact
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Mark, Missing
from generator.views.linked_cells import source_cell
from generator.views.money import per_cent
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.targets import Target
from generator.views.units import unit_beside, with_unit
from generator.views.values import full_name


@dataclass(frozen=True, slots=True)
class Side:
    """How something stands before or after: value, mark, score; an area has no value."""

    value: str
    mark: Mark
    score: str


@dataclass(frozen=True, slots=True)
class EffectRow:
    """An indicator or an area before and after; the ranges are those from low to high."""

    name: str
    target: Target
    unit: str
    before: Side
    after: Side
    value_range: str
    score_range: str


@dataclass(frozen=True, slots=True)
class Unscorable:
    """An indicator whose effect cannot be scored, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Effects:
    """Before and after: indicators, areas, and what is not scored."""

    rows: list[EffectRow]
    areas: list[EffectRow]
    unscorable: list[Unscorable]

    def __bool__(self) -> bool:
        """Return whether an indicator is concerned."""
        return bool(self.rows or self.unscorable)


def effects_of(site: Site, city: City, found: WhatIf) -> Effects:
    """Return what would change in a city, area by area of the main scheme as well."""
    result = site.results[city.id]
    framework, scheme = site.publication.framework, site.publication.record.main_scheme
    tops = {top.area for top in framework.children(scheme)}
    return Effects(
        rows=[_row(site, result.observables[one.subject], one) for one in found.observables],
        areas=[
            _area_row(site, one)
            for one in found.areas
            if one.subject in tops
            or (one.subject.startswith(f"{scheme}/") and framework.indicators_of.get(one.subject))
        ],
        unscorable=[
            Unscorable(full_name(site, result.observables[name]), site.say(f"effect.{reason}"))
            for name, reason in found.unscorable.items()
        ],
    )


def _row(site: Site, result: IndicatorResult, effect: Effect) -> EffectRow:
    observable = result.observable

    def text(standing: Standing) -> str:
        return site.language.number(standing.value or 0.0, observable.decimals)

    return EffectRow(
        name=full_name(site, result),
        target=targets.indicator(observable.indicator),
        unit=unit_beside(site, observable.unit),
        before=_side(site, effect.before, text(effect.before)),
        after=_side(site, effect.central, text(effect.central)),
        value_range=_range(site, text(effect.low), text(effect.high)),
        score_range=_score_range(site, effect),
    )


def _area_row(site: Site, effect: Effect) -> EffectRow:
    return EffectRow(
        name=site.publication.framework.area_of[effect.subject].name,
        target=targets.area(effect.subject),
        unit="",
        before=_side(site, effect.before),
        after=_side(site, effect.central),
        value_range="",
        score_range=_score_range(site, effect),
    )


def _side(site: Site, standing: Standing, value: str = "") -> Side:
    band = standing.band
    word = site.say(f"band.{band}") if band else site.say("state.not-rated")
    return Side(value, Mark(band or NOT_RATED, word), _score(site, standing))


def _score(site: Site, standing: Standing) -> str:
    return "" if standing.score is None else site.language.number(standing.score, 1)


def _score_range(site: Site, effect: Effect) -> str:
    return _range(site, _score(site, effect.low), _score(site, effect.high))


def _range(site: Site, low: str, high: str) -> str:
    return "" if low == high else site.say("effect.range", low=low, high=high)


def impact_table(site: Site, city: City, impacts: Iterable[Impact]) -> Table:
    """Return every expected effect as the project states it, with its evidence."""
    observables, say = site.results[city.id].observables, site.say

    def evidence(one: Impact) -> str:
        return site.word("evidence-level", one.evidence)

    columns: list[Column[Impact]] = [
        Column(
            "indicator", say("indicator"), lambda one: full_name(site, observables[one.observable])
        ),
        Column("change", say("effect.change"), lambda one: _change(site, city, one), number=True),
        Column("range", say("effect.from-to"), lambda one: _span(site, one), number=True),
        Column("year", say("year"), lambda one: str(one.year)),
        Column("baseline", say("effect.baseline-column"), lambda one: _baseline(site, one)),
        Column("evidence", say("effect.evidence"), evidence),
        Column("source", say("source"), lambda one: source_cell(city, one.source)),
    ]
    return lay_out(say("caption.impacts"), columns, impacts)


def _change(site: Site, city: City, impact: Impact) -> str:
    sign = "+" if impact.central > 0 else ""
    if impact.kind == "relative":
        return f"{'' if impact.central < 0 else '+'}{per_cent(site, impact.central, 0)}"
    unit = site.results[city.id].observables[impact.observable].observable.unit
    return with_unit(site, f"{sign}{site.language.number(impact.central)}", unit)


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


def achieved_table(site: Site, city: City, found: Iterable[Achievement]) -> Table:
    """Return how far each expected effect has come about, or why that cannot be said."""
    observables, say = site.results[city.id].observables, site.say

    def dated(one: Achievement, value: float | None, year: int | str) -> str:
        if value is None:
            return ""
        decimals = observables[one.observable].observable.decimals
        return f"{site.language.number(value, decimals)} ({year})"

    def baseline(one: Achievement) -> str:
        return dated(one, one.baseline or 0.0, one.baseline_period)

    def expected(one: Achievement) -> str:
        return dated(one, one.expected or 0.0, one.expected_year)

    def actual(one: Achievement) -> str:
        return dated(one, one.actual, one.actual_period)

    columns: list[Column[Achievement]] = [
        Column(
            "indicator", say("indicator"), lambda one: full_name(site, observables[one.observable])
        ),
        Column("baseline", say("achieved.baseline"), baseline, number=True),
        Column("expected", say("achieved.expected"), expected, number=True),
        Column("actual", say("achieved.actual"), actual, number=True),
        Column("share", say("achieved.share"), lambda one: _share(site, one), number=True),
    ]
    rows = [one for one in found if one.reason != "baseline-missing"]
    return lay_out(say("caption.achieved"), columns, rows)


def _share(site: Site, one: Achievement) -> Missing | str:
    if one.share is None:
        return Missing(site.say(f"achieved.{one.reason}"))
    text = per_cent(site, one.share, 0)
    if one.share < 0:
        return site.say("achieved.reverse", share=text)
    return site.say("achieved.early", share=text) if one.early else text
