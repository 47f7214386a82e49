"""Every result of the shipped and the fictitious publication follows again from its trace."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.assessment import assess_city
from generator.assessment.rating.recompute import FORMULAS, recompute
from generator.assessment.results import CityResult
from generator.assessment.traces import Trace
from generator.editing.demonstration import write_demonstration
from generator.model.publication import Publication
from generator.problems import Problems
from generator.read.publication_reader import read_publication
from tests.sites import site_of


@pytest.fixture(scope="module", params=["shipped", "fictitious"])
def root(
    request: pytest.FixtureRequest, checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder of the shipped publication, then of the fictitious one."""
    if request.param == "shipped":
        return checkout
    folder = tmp_path_factory.mktemp("fictitious")
    write_demonstration(folder)
    return folder


@pytest.fixture(scope="module")
def publication(root: Path) -> Publication:
    found = read_publication(root, Problems())
    assert found is not None
    return found


@pytest.fixture(scope="module")
def results(publication: Publication) -> dict[str, CityResult]:
    return {
        name: assess_city(publication.framework, city, publication.profile_year(city))
        for name, city in publication.cities.items()
    }


def traces_of(result: CityResult) -> Iterator[tuple[str, Trace | None]]:
    """Yield every result of a city that must have a trace, with it."""
    observables, areas = result.observables, result.areas
    yield from ((name, one.trace) for name, one in observables.items() if one.score is not None)
    led = ((name, one) for name, one in observables.items() if one.position is not None)
    yield from ((name, one.position_trace) for name, one in led)
    yield from ((name, one.points_trace) for name, one in observables.items() if one.points)
    yield from ((name, one.trace) for name, one in areas.items() if one.score is not None)
    yield from ((name, one.points_trace) for name, one in areas.items() if one.points)
    trends = result.trends
    yield from ((name, one.trace) for name, one in trends.items() if one.baseline is not None)
    yield from ((name, one.trace) for name, one in result.urgencies.items())
    yield from ((name, one.trace) for name, one in result.area_urgencies.items())


def assert_recomputed(name: str, trace: Trace | None) -> None:
    assert trace is not None, name
    again = recompute(trace)
    if trace.result is None:
        assert again.result is None, name
    else:
        assert again.result == pytest.approx(trace.result, abs=1e-9), name
    if trace.outcome:
        assert again.outcome == trace.outcome, name


def test_every_result_follows_from_its_trace(results: dict[str, CityResult]) -> None:
    seen = set()
    for city, result in results.items():
        for name, trace in traces_of(result):
            assert_recomputed(f"{city} {name}", trace)
            seen.add(trace.formula if trace else "")
    assert seen == set(FORMULAS) - {"comparison", "normalise-log"}


def test_the_trace_says_what_the_result_says(results: dict[str, CityResult]) -> None:
    for result in results.values():
        for one in result.observables.values():
            if one.trace:
                assert (one.trace.result, one.trace.outcome) == (one.score, one.band or "")
            if one.position_trace:
                assert one.position_trace.result == one.position
        for area in result.areas.values():
            if area.trace and area.score is not None:
                assert area.trace.result == area.score
                assert recompute(area.trace).outcome == (area.band or "")
        for trend in result.trends.values():
            if trend.trace:
                assert (trend.trace.result, trend.trace.outcome) == (trend.rate, trend.trend)


def test_every_comparison_follows_from_its_trace(root: Path, publication: Publication) -> None:
    traces = [
        one.trace
        for city in site_of(publication, root).compared.cities.values()
        for group in city.comparisons.values()
        for one in group.values()
    ]
    assert any(trace.result is not None for trace in traces)
    for trace in traces:
        assert_recomputed("comparison", trace)


def test_every_input_from_a_file_names_its_line(root: Path, results: dict[str, CityResult]) -> None:
    for result in results.values():
        for one in result.observables.values():
            for entry in one.trace.inputs if one.trace else ():
                if entry.file:
                    lines = (root / entry.file).read_text(encoding="utf-8").splitlines()
                    assert entry.line is not None
                    assert one.observable.id in lines[entry.line - 1]
