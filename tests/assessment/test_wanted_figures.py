"""Figures to ask a city for: which they are, what each would tell, and in which order."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from generator.assessment.advice.condition_evaluation import Known
from generator.assessment.advice.proposals import advise_city
from generator.assessment.advice.urgency import importance_of
from generator.assessment.advice.wanted_figures import GAINS, WantedFigure, wanted_figures
from generator.model.publication import Publication
from tests.assessment.made_up import known_of, publish
from tests.assessment.test_recommendations import HEAD

HEADER = "observable,period,value,unit,source,status,comparability,territory,territory_note,note\n"
FIGURES = """\
air-pollution.pm2-5,2021,29,µg/m³,book,,,,,
patents,2008,40,per 100 000 inhabitants,book,,,,,
cultural-expenditure,2021,4,%,book,,proxy,region,The region,Of the region.
e-government,2021,,number,book,O,,,,
fire-service,2021,,per 100 000 inhabitants,book,Q,,,,
public-transport-network,2021,,km per 100 000 inhabitants,book,M,,,,
"""
CONDITIONS = {
    "alone": "{indicator: local-food-production, value: {below: 70}}",
    "again": "{indicator: local-food-production, value: {below: 90}}",
    "both": "{all: [{indicator: shared-vehicles, value: {below: 9}},"
    " {indicator: shared-bicycles, value: {below: 9}}]}",
    "either": "{any: [{indicator: air-pollution.pm2-5, value: {above: 90}},"
    " {not: {indicator: recreational-facilities, value: {above: 9}}}]}",
    "measured": "{indicator: green-areas, reported: no}",
    "trend": "{indicator: green-areas, trend: [deterioration]}",
    "rejected": "{indicator: shared-vehicles, value: {below: 9}}",
}
DECISIONS = (
    "decisions:\n  rejected: {decision: rejected, reason: No, author: Council, basis: decision}\n"
)


def published(root: Path, figures: str) -> Publication:
    library = {
        f"recommendations/{name}.yml": HEAD.format(id=name, horizon="short") + f"when: {when}\n"
        for name, when in CONDITIONS.items()
    }
    files = {"observations.csv": HEADER + figures, "recommendations.yml": DECISIONS}
    return publish(root, files, library)


def wanted_of(publication: Publication) -> Mapping[str, WantedFigure]:
    known, framework = known_of(publication), publication.framework
    advice = advise_city(framework, publication.recommendations, known, "action")
    found = wanted_figures(framework, known, advice, "action")
    return {one.indicator: one for one in found}


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return published(tmp_path_factory.mktemp("wanted"), FIGURES)


@pytest.fixture(scope="module")
def wanted(publication: Publication) -> Mapping[str, WantedFigure]:
    return wanted_of(publication)


def test_an_indicator_is_wanted_unless_it_has_a_figure_that_may_be_rated(
    publication: Publication, wanted: Mapping[str, WantedFigure]
) -> None:
    known = {"air-pollution"}
    out_of_reach = {"fire-service", "public-transport-network"}
    assert set(wanted) == set(publication.framework.indicators) - known - out_of_reach


def test_a_figure_settles_what_hangs_on_it_alone(wanted: Mapping[str, WantedFigure]) -> None:
    settled = {name: set(one.recommendations) for name, one in wanted.items()}
    assert {name: ids for name, ids in settled.items() if ids} == {
        "local-food-production": {"alone", "again"},
        "recreational-facilities": {"either"},
    }


def test_what_a_figure_would_tell_follows_from_its_benchmarks(
    publication: Publication, wanted: Mapping[str, WantedFigure]
) -> None:
    results = known_of(publication).result.indicators
    for name, one in wanted.items():
        assert ("rated" in one.gains) is results[name].has_target
        alone = results[name].is_assessable and not results[name].has_target
        assert ("position" in one.gains) is alone
        assert one.gains == ("shown",) or "shown" not in one.gains


def test_the_most_telling_stand_first_and_among_equals_the_most_important(
    publication: Publication, wanted: Mapping[str, WantedFigure]
) -> None:
    known, framework = known_of(publication), publication.framework

    def rank(one: WantedFigure) -> tuple[int, int, int, bool, int]:
        importance, _ = importance_of(framework, known.city, known.result.indicators[one.indicator])
        return (
            GAINS.index(one.gains[0]),
            -len(one.recommendations),
            -importance,
            framework.indicators[one.indicator].level != "core",
            list(framework.indicators).index(one.indicator),
        )

    ranks = [rank(one) for one in wanted.values()]
    assert ranks == sorted(ranks)
    assert len({place for place, *_ in ranks}) >= 4


def counting(known: Known, names: Iterable[str]) -> list[str]:
    """Return the indicators whose score would enter the mean of their area."""
    return [name for name in names if known.result.indicators[name].counts]


@pytest.mark.parametrize("n", [1, 2, 3])
def test_the_third_target_of_an_area_makes_it_rated(
    tmp_path: Path, publication: Publication, n: int
) -> None:
    framework, known = publication.framework, known_of(publication)
    below = {
        area.area: counting(known, framework.placed_below(area.area))
        for area in framework.children("action")
    }
    area, names = max(below.items(), key=lambda item: len(item[1]))
    rows = [
        f"{name},2021,{post.best:g},{framework.observables[name].unit},book,,,,,\n"
        for name in names
        if (post := framework.target_of(name, "AT")) is not None and post.best is not None
    ][:n]
    made = wanted_of(published(tmp_path, "".join(rows)))
    assert len(rows) == n
    completing = {name for name, one in made.items() if area in one.areas}
    assert completing == (set(made) & set(names) if n == 2 else set())
    first = next(iter(made.values()))
    assert (first.gains[0] == "area") is (n == 2)
