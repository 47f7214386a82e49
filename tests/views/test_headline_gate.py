"""Of thousands of random cities no headline says what a class, a mark or a chart denies.

The rules are written down a second time, from the rows alone: what is a proxy, undated, old,
doubtful, held back or of another territory leads nothing, and no sentence spans a break.
"""

import re
from collections.abc import Iterator

import pytest

from generator.assessment.rating import headline_gate
from generator.assessment.results import CityResult, IndicatorResult
from generator.charts.from_areas import trend_panels_of
from generator.charts.from_results import series_of
from generator.model.city_tables import Observation
from generator.model.publication import City
from generator.views.finding_sentences import finding_sentences
from generator.views.sentences import changes
from generator.views.site import Site
from generator.views.values import full_name
from tests.draws import draws
from tests.views.random_cities import few_replications, is_sure, speaks_against, told

QUICK, DEEP = 300, 3000


@pytest.fixture(scope="module")
def bare(site: Site) -> Site:
    return few_replications(site)


def faults(site: Site, city: City, result: CityResult) -> Iterator[str]:
    """Yield each headline of a city that its rows or its classes do not bear out."""
    held_back = frozenset(result.findings)
    sentences = finding_sentences(site, result)
    for name, one in result.observables.items():
        if not one.data_points:
            said = [text for text in sentences if is_named(site, one, text)]
            yield from (f"{name}: {text}" for text in said if not is_borne(site, result, one, text))
            yield from titles(site, city, result, name, held_back)
    if any(text.startswith("Nothing is urgent") for text in sentences):
        yield from (
            f"{name} is urgent"
            for name, one in result.urgencies.items()
            if one.level == "urgent" and not result.observables[name].data_points
        )
    for change in changes(site, city, result):
        if change.word.startswith("Not clear"):
            yield f"{change.name} is not clear"
    yield from panels(site, city, result, held_back)


def is_named(site: Site, one: IndicatorResult, text: str) -> bool:
    return (
        re.search(rf"[:;] {re.escape(full_name(site, one))} (from|≈|[\d−]|yes|no)", text)
        is not None
    )


def is_borne(site: Site, result: CityResult, one: IndicatorResult, text: str) -> bool:
    """Return whether a sentence on an observable follows from its rows and its class."""
    held_back, name = frozenset(result.findings), one.observable.id
    kind = text.partition(":")[0]
    if "change" in kind or "moving away" in kind:
        return change_is_borne(result, one, held_back, better="better" in kind)
    if not is_sure(site, result, one):
        return False
    if kind in ("Urgent", "Of high urgency"):
        return result.urgencies[name].level == {"Urgent": "urgent"}.get(kind, "high")
    if kind.startswith("Target"):
        return is_reached(one)
    return site.say(f"band.{one.band}") == kind and not is_reached(one)


def is_reached(one: IndicatorResult) -> bool:
    """Return whether the value is at its target, by the two ends of the scale alone."""
    post, value = one.goalpost, one.selection.value
    if post is None or post.best is None or post.worst is None or value is None:
        return False
    if one.observable.direction == "towards":
        return value == post.best
    return value >= post.best if post.best > post.worst else value <= post.best


def change_is_borne(
    result: CityResult, one: IndicatorResult, held_back: frozenset[str], better: bool
) -> bool:
    """Return whether a series has five points of one measure that end where it says."""
    rows = rows_of_trend(result, one)
    moved = number_of(rows[-1]) - number_of(rows[0])
    up = one.observable.direction == "higher"
    return is_one_measure(rows, held_back) and (
        one.observable.direction == "towards" or (moved > 0) == (up == better)
    )


def number_of(row: Observation) -> float:
    """Return the value of a row; of words yes is above no."""
    return float({"yes": "1", "no": "0"}.get(row.value or "0", row.value or "0"))


def rows_of_trend(result: CityResult, one: IndicatorResult) -> list[Observation]:
    """Return the rows of a series since its last break, up to the year of the profile."""
    since = result.trends[one.observable.id].since or 0
    return [
        row
        for row in one.selection.series
        if row.period
        and since <= row.period.last <= result.profile_year
        and row.comparability != "proxy"
    ]


def is_one_measure(rows: list[Observation], held_back: frozenset[str]) -> bool:
    """Return whether rows are enough, without a break, and sure at both ends."""
    return (
        len(rows) >= 5
        and all(row.status != "B" for row in rows[1:])
        and len({(row.territory, row.comparability or "exact") for row in rows}) == 1
        and not any(speaks_against(end, held_back) for end in (rows[0], rows[-1]))
        and rows[-1].period is not None
    )


def titles(
    site: Site, city: City, result: CityResult, name: str, held_back: frozenset[str]
) -> Iterator[str]:
    """Yield the title of a chart that tells of a change, or of none, without rows for it."""
    one, trend = result.observables[name], result.trends[name]
    chart = series_of(site.publication.framework, city, one, site.language, fewest=3, trend=trend)
    said = chart and re.search(r" (rose|fell|was) .*\d", chart.message)
    if not chart or not said:
        return
    if said[1] == "was":
        rows = rows_of_trend(result, one)
        if not is_one_measure(rows, held_back) or len({row.value for row in rows}) > 1:
            yield f"{name}: {chart.message}"
        return
    better = (said[1] == "rose") == (one.observable.direction == "higher")
    if not change_is_borne(result, one, held_back, better):
        yield f"{name}: {chart.message}"


def panels(site: Site, city: City, result: CityResult, held_back: frozenset[str]) -> Iterator[str]:
    """Yield the panels of series that are old, not sure at an end, or not of their trend."""
    framework, editorial = site.publication.framework, site.editorial
    drawn = trend_panels_of(framework, city, result, site.language, editorial).panels
    names = {full_name(site, one): one for one in result.observables.values()}
    for panel in drawn:
        one = names[panel.name]
        rows = rows_of_trend(result, one)
        ends_sure = not any(speaks_against(row, held_back) for row in (rows[0], rows[-1]))
        drawn_to = [point.period for point in panel.points if point.value is not None][-1]
        told_to = str(result.trends[one.observable.id].latest_year)
        if not ends_sure or not is_sure(site, result, one) or drawn_to != told_to:
            yield f"panel of {panel.name}"


def all_faults(site: Site, seeds: range) -> Iterator[str]:
    for seed in seeds:
        yield from (f"city {seed}, {fault}" for fault in faults(*told(site, seed)))


def test_no_headline_says_what_a_class_a_mark_or_a_chart_denies(bare: Site) -> None:
    assert list(all_faults(bare, range(QUICK))) == []


@pytest.mark.deep
def test_no_headline_of_thousands_of_cities_says_what_is_denied(bare: Site) -> None:
    assert list(all_faults(bare, range(QUICK, QUICK + draws(DEEP)))) == []


def test_some_cities_have_each_kind_of_headline(bare: Site) -> None:
    """The cities drawn put the gate to the test: much leads, and much is kept back."""
    kinds = set()
    for seed in range(60):
        site, _, result = told(bare, seed)
        kinds |= {text.partition(":")[0].rstrip("s") for text in finding_sentences(site, result)}
        kinds |= set(result.headlines.values())
    said = {"Good", "Urgent", "Of high urgency", "A clear change for the better"}
    assert kinds >= said | {"undated", "old", "status", "clipped", "territory"}


def test_the_rules_are_broken_when_the_gate_is_open(
    bare: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(headline_gate, "worst_of", lambda flags: "")
    found = "\n".join(all_faults(bare, range(40)))
    assert re.search(": (Urgent|Good|At benchmark|Targets? reached): ", found)
    assert "A clear change" in found or "Clear changes" in found
    assert "panel of" in found
