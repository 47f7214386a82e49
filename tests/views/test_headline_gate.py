"""Of thousands of random cities no headline says what a class, a mark or a chart denies.

The rules are written down here a second time, from the rows alone: what is a proxy, undated, old,
doubtful, held back or of another territory leads nothing, and no sentence spans a break.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.assessment import assess_city
from generator.assessment.rating import headline
from generator.assessment.results import CityResult, IndicatorResult
from generator.charts.from_results import series_of
from generator.model.city_tables import OBSERVATIONS, Observation
from generator.model.framework import Framework
from generator.model.publication import City
from generator.model.scalars import Period
from generator.views.headlines import finding_sentences
from generator.views.sentences import changes
from generator.views.site import Site
from generator.views.values import full_name
from tests.draws import draws

YEAR = 2026
CITY = "almaty"
QUICK, DEEP = 300, 3000
DOUBTS = {
    "comparability": (None, None, None, "near", "proxy"),
    "period_basis": (None, None, None, "report"),
    "territory": (None, None, None, "region", "county"),
    "status": (None, None, None, "U", "E", "B"),
}
"""What a row may say against itself; None is nothing."""


@pytest.fixture(scope="module")
def bare(site: Site) -> Site:
    """Return the shipped publication with few replications: no sentence rests on them."""
    framework = site.publication.framework
    document = replace(framework, policy=framework.policy.model_copy(update={"replications": 2}))
    return replace(site, publication=replace(site.publication, framework=document))


def random_city(site: Site, seed: int) -> City:
    """Return a city with a dozen random series, each with doubts of its own."""
    chance = random.Random(seed)
    framework, city = site.publication.framework, site.publication.cities[CITY]
    rated = [
        name
        for name, one in framework.observables.items()
        if one.carries_value and framework.goalposts_of.get(name)
    ]
    rows = [
        row
        for name in chance.sample(rated, 12)
        for row in random_rows(framework, chance, name, city.observations.rows[0])
    ]
    numbered = tuple(replace(row, line=line) for line, row in enumerate(rows, 2))
    table = replace(city.observations, rows=numbered)
    return replace(city, observations=table, targets=replace(city.targets, rows=()))


def random_rows(
    framework: Framework, chance: random.Random, name: str, row: Observation
) -> Iterator[Observation]:
    """Yield a series that drifts between the ends of a scale, with doubts at some of its rows."""
    post = framework.goalposts_of[name][0]
    worst, best = post.worst or 0.0, post.best or 100.0
    place, drift = chance.uniform(-0.2, 1.2), chance.choice((-0.09, -0.03, 0.0, 0.03, 0.09))
    last, years = chance.choice((2018, 2020, 2022, 2024, 2025)), chance.choice((1, 2, 5, 7, 10))
    doubtful = chance.random() < 0.5
    for year in range(last - years + 1, last + 1):
        place += drift + chance.gauss(0, 0.01)
        value = worst + place * (best - worst)
        said = {
            key: chance.choice(values) if doubtful and chance.random() < 0.3 else None
            for key, values in DOUBTS.items()
        }
        yield replace(
            row, observable=name, period=Period(year, year), value=f"{abs(value):.2f}",
            numerator=None, denominator=None, lower=None, upper=None, resolution=None, use=None,
            sex=None, age=None, district=None, quality=None, unit=None, **said,
        )  # fmt: skip


def speaks_against(row: Observation, held_back: frozenset[str]) -> bool:
    return (
        row.comparability == "proxy"
        or row.period_basis == "report"
        or row.territory is not None
        or row.status in ("U", "E")
        or OBSERVATIONS.key_of(row) in held_back
    )


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


def is_named(site: Site, one: IndicatorResult, text: str) -> bool:
    return re.search(rf"[:;] {re.escape(full_name(site, one))} (from|≈|[\d−])", text) is not None


def is_borne(site: Site, result: CityResult, one: IndicatorResult, text: str) -> bool:
    """Return whether a sentence on an observable follows from its rows and its class."""
    held_back, name = frozenset(result.findings), one.observable.id
    kind = text.partition(":")[0]
    if "change" in kind or "moving away" in kind:
        return change_is_borne(result, one, held_back, better="better" in kind)
    row = one.selection.shown
    if row is None or row.period is None or speaks_against(row, held_back) or row.status == "B":
        return False
    age = one.observable.max_age_years or site.publication.framework.policy.max_age_years
    later = (
        other
        for other in one.selection.stated
        if OBSERVATIONS.key_of(other) in held_back and other.period and row.period < other.period
    )
    if YEAR - row.period.last > age or any(later):
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
    trend = result.trends[one.observable.id]
    since = trend.since or 0
    rows = [
        row
        for row in one.selection.series
        if row.period and row.period.last >= since and row.comparability != "proxy"
    ]
    first, last = rows[0], rows[-1]
    moved = float(last.value or 0) - float(first.value or 0)
    up = one.observable.direction == "higher"
    return (
        len(rows) >= 5
        and all(row.status != "B" for row in rows[1:])
        and len({(row.territory, row.comparability or "exact") for row in rows}) == 1
        and not speaks_against(first, held_back)
        and not speaks_against(last, held_back)
        and last.period is not None
        and (one.observable.direction == "towards" or (moved > 0) == (up == better))
    )


def titles(
    site: Site, city: City, result: CityResult, name: str, held_back: frozenset[str]
) -> Iterator[str]:
    """Yield the title of a chart that tells of a change which its rows do not bear out."""
    one, trend = result.observables[name], result.trends[name]
    chart = series_of(site.publication.framework, city, one, site.language, fewest=3, trend=trend)
    told = chart and re.search(r" (rose|fell) from ", chart.message)
    if told:
        better = (told[1] == "rose") == (one.observable.direction == "higher")
        if not change_is_borne(result, one, held_back, better):
            yield f"{name}: {chart.message if chart else ''}"


def all_faults(site: Site, seeds: range) -> Iterator[str]:
    for seed in seeds:
        city = random_city(site, seed)
        result = assess_city(site.publication.framework, city, YEAR - 1, f"{YEAR}-11-01")
        told = replace(site, results={CITY: result})
        yield from (f"city {seed}, {fault}" for fault in faults(told, city, result))


def test_no_headline_says_what_a_class_a_mark_or_a_chart_denies(bare: Site) -> None:
    assert list(all_faults(bare, range(QUICK))) == []


@pytest.mark.deep
def test_no_headline_of_thousands_of_cities_says_what_is_denied(bare: Site) -> None:
    assert list(all_faults(bare, range(QUICK, QUICK + draws(DEEP)))) == []


def test_some_cities_have_each_kind_of_headline(bare: Site) -> None:
    """The cities drawn put the gate to the test: much leads, and much is kept back."""
    kinds = set()
    for seed in range(60):
        city = random_city(bare, seed)
        result = assess_city(bare.publication.framework, city, YEAR - 1, f"{YEAR}-11-01")
        texts = finding_sentences(replace(bare, results={CITY: result}), result)
        kinds |= {text.partition(":")[0].rstrip("s") for text in texts}
        kinds |= set(result.headlines.values())
    said = {"Good", "Urgent", "Of high urgency", "A clear change for the better"}
    assert kinds >= said | {"undated", "old", "status", "clipped", "territory"}


def test_the_rules_are_broken_when_the_gate_is_open(
    bare: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(headline, "_worst", lambda flags: "")
    found = "\n".join(all_faults(bare, range(40)))
    assert re.search(": (Urgent|Good|At benchmark|Targets? reached): ", found)
    assert "A clear change" in found or "Clear changes" in found
