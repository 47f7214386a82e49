"""The gate beyond sentences: search, standing, order of areas, goals, advice, of random cities.

What a row says against itself keeps its value out of the search and its area out of an order, and
stands as words beside every count, mean and reason that rests on it.
"""

from collections.abc import Iterator
from statistics import median

import pytest

from generator.assessment.advice.condition_evaluation import Found, Leaf
from generator.assessment.comparison.twin_matching import describe_city
from generator.assessment.rating import headline_gate
from generator.assessment.results import CityResult, IndicatorResult
from generator.model import condition_records
from generator.model.city_tables import OBSERVATIONS
from generator.model.publication import City
from generator.pages.city.profile import value_entries
from generator.views.area_rows import area_row
from generator.views.cell import text_of
from generator.views.condition_answers import because
from generator.views.doubt_words import doubts_among
from generator.views.goals import goal_view, goals_of_mission
from generator.views.sentences import lead_sentences
from generator.views.site import Site
from generator.views.urgency_words import area_order
from generator.views.values import full_name, shown_value
from tests.draws import draws
from tests.views.random_cities import CITY, few_replications, is_sure, told

QUICK, DEEP = 300, 3000
ABOVE_ZERO = condition_records.Test.model_construct(above=0.0)


@pytest.fixture(scope="module")
def bare(site: Site) -> Site:
    return few_replications(site)


def faults(site: Site, city: City, result: CityResult) -> Iterator[str]:
    sure = {
        name: all(is_sure(site, result, part) for part in parts_of(one))
        for name, one in result.observables.items()
    }
    yield from in_search(site, city, result, sure)
    yield from in_lead(site, result, sure)
    yield from in_order(site, result, sure)
    yield from in_areas(site, result, sure)
    yield from in_goals(site, result, sure)
    yield from in_reasons(site, result, sure)
    yield from beside_values(site, result)
    yield from in_twins(site, city, result, sure)


def parts_of(one: IndicatorResult) -> list[IndicatorResult]:
    """Return what a result is made of: the figures that are rated, if any is, else all."""
    rated = [part for part in one.carriers if part.is_rated]
    return rated or [part for part in one.carriers if part.is_reported]


def in_search(site: Site, city: City, result: CityResult, sure: dict[str, bool]) -> Iterator[str]:
    """Yield the entries that name the value of a figure in doubt, or no value of a sure one."""
    figures = [one for one in result.observables.values() if not one.data_points]
    valued = [one for one in figures if one.is_reported]
    entries = list(value_entries(site, city, result))
    for one, entry in zip(valued, entries, strict=True):
        if any(letter.isdigit() for letter in entry.context) != sure[one.observable.id]:
            yield f"search: {entry.title}, {entry.context}"


def in_lead(site: Site, result: CityResult, sure: dict[str, bool]) -> Iterator[str]:
    """Yield what the first lines count otherwise than the sure figures."""
    rated = [
        one
        for one in result.observables.values()
        if not one.data_points and one.score is not None and sure[one.observable.id]
    ]
    lead = " ".join(lead_sentences(site, result))
    reached = sum(one.score == 100 for one in rated)
    if (f"Targets reached: {reached} of {len(rated)} " in lead) != bool(rated):
        yield f"targets: {lead}"
    names = [full_name(site, one) for one in rated if one.score == 100]
    if reached <= site.editorial.named_in_sentence and not all(name in lead for name in names):
        yield f"names of targets: {lead}"
    positions = [
        one.position
        for name, one in result.indicators.items()
        if one.position is not None and sure[name]
    ]
    middle = f"Median position: {median(positions):.0f} " if len(positions) > 2 else "?"
    if (middle in lead) != (len(positions) > 2):
        yield f"position: {lead}"


def rated_below(site: Site, result: CityResult, area: str) -> list[IndicatorResult]:
    members = site.publication.framework.placed_below(area)
    return [one for name in members for one in result.indicators[name].carriers if one.is_rated]


def in_order(site: Site, result: CityResult, sure: dict[str, bool]) -> Iterator[str]:
    """Yield the areas in the order of urgency that rest on a figure in doubt."""
    areas = {row.name: row.area for row in site.publication.framework.areas
             if row.scheme == site.publication.record.main_scheme}  # fmt: skip
    for row in area_order(site, result):
        parts = result.areas[areas[row.name]].contributions
        if not all(sure[part.child] for part in parts):
            yield f"order: {row.name}"


def in_areas(site: Site, result: CityResult, sure: dict[str, bool]) -> Iterator[str]:
    """Yield the rows of areas that do not tell how many of their figures are in doubt."""
    for area in site.publication.framework.children(site.publication.record.main_scheme):
        rated = rated_below(site, result, area.area)
        doubtful = sum(not sure[one.observable.id] for one in rated)
        row = area_row(site, result, area.area, 1)
        if not doubtful or len(rated) == 1:
            agrees = bool(row.doubts) == bool(doubtful)
        else:
            counted = (
                f"The {doubtful} rated" if doubtful == len(rated) else f"{doubtful} of {len(rated)}"
            )
            agrees = row.doubts.startswith(f"{counted} ")
        if not agrees:
            yield f"area: {row.name}, {row.doubts}"
        if row.mark.band == "not-rated" and any(one.band for one in rated) and "(" not in (
            row.mark.word
        ):  # fmt: skip
            yield f"range: {row.name}, {row.mark.word}"


def in_goals(site: Site, result: CityResult, sure: dict[str, bool]) -> Iterator[str]:
    """Yield the goals whose mean does not say that a figure in it is in doubt."""
    goals = goals_of_mission(site)
    goal = goals[len(result.unnamed) % len(goals)]
    table = goal_view(site, goal).standing
    rated = [
        one
        for name, record in site.publication.framework.indicators.items()
        if any(link.goal_number == goal.goal for link in record.sdg)
        and (one := result.indicators[name]).mean_score is not None
    ]
    parts = (part for one in rated for part in one.carriers if part.is_rated)
    doubtful = not all(sure[part.observable.id] for part in parts)
    notes = [text_of(row[-1]) for row in table.rows if table.heads[-1].name == "note"]
    enough = len(rated) >= site.publication.framework.policy.sdg.minimum
    if table and any(notes) != (doubtful and enough):
        yield f"goal {goal.goal}: {notes}"
    if bool(doubts_among(site, result, rated)) != doubtful:
        yield f"doubts: goal {goal.goal}"


def in_reasons(site: Site, result: CityResult, sure: dict[str, bool]) -> Iterator[str]:
    """Yield the reasons for a recommendation that hide that their figure is in doubt."""
    for name, one in result.observables.items():
        if one.selection.value is not None and not one.data_points and not one.selection.reason:
            leaf = Leaf("indicator", name, "value", ABOVE_ZERO, Found(one.selection.value))
            if because(site, CITY, leaf).text.endswith(")") == sure[name]:
                yield f"reason: {because(site, CITY, leaf).text}"


def beside_values(site: Site, result: CityResult) -> Iterator[str]:
    """Yield the values after which one is held back that do not say so."""
    for one in result.observables.values():
        shown = one.selection.shown
        if one.data_points or shown is None or shown.period is None:
            continue
        later = [row for row in one.selection.stated if row.period and shown.period < row.period
                 and OBSERVATIONS.key_of(row) in result.findings]  # fmt: skip
        remarks = " ".join(shown_value(site, one, CITY).remarks)
        if ("ater figure" in remarks) != bool(later):
            yield f"later: {one.observable.id}, {remarks}"


def in_twins(site: Site, city: City, result: CityResult, sure: dict[str, bool]) -> Iterator[str]:
    """Yield the figures in doubt on which a proposal rests, and the sure ones left out."""
    compared = describe_city(site.publication.framework, city, {}, result).positions
    for name, one in result.observables.items():
        placed = one.position is not None and not one.data_points
        if (name in compared) != (placed and sure[name]):
            yield f"twin: {name}"


def all_faults(site: Site, seeds: range) -> Iterator[str]:
    for seed in seeds:
        yield from (f"city {seed}, {fault}" for fault in faults(*told(site, seed)))


def test_nothing_in_doubt_is_named_or_counted_in_silence(bare: Site) -> None:
    assert list(all_faults(bare, range(QUICK))) == []


@pytest.mark.deep
def test_nothing_in_doubt_of_thousands_of_cities_is_named_in_silence(bare: Site) -> None:
    assert list(all_faults(bare, range(QUICK, QUICK + draws(DEEP)))) == []


def test_the_cities_put_each_rule_to_the_test(bare: Site) -> None:
    """Areas have a place in the order or lose it; values are overtaken; words are rated."""
    placed = lost = overtaken = worded = 0
    for seed in range(60):
        site, _, result = told(bare, seed)
        placed += len(area_order(site, result))
        lost += sum(bool(result.headlines.get(name)) for name in result.area_urgencies)
        overtaken += sum(reason == "overtaken" for reason in result.unnamed.values())
        figures = (one for one in result.observables.values() if not one.data_points)
        worded += sum(one.is_rated and one.selection.value is None for one in figures)
    assert min(placed, lost, overtaken, worded) > 0


def test_each_rule_is_broken_when_the_gate_is_open(
    bare: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(headline_gate, "worst_of", lambda flags: "")
    found = {fault.partition(", ")[2].partition(":")[0] for fault in all_faults(bare, range(60))}
    wanted = {"search", "targets", "position", "order", "area", "goal", "reason", "twin"}
    assert {kind.split()[0] for kind in found} >= wanted
