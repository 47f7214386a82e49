"""Packages for a city: eligible, needed, ready, fit; practices as evidence."""

from collections.abc import Mapping
from math import sqrt

import pytest

from generator.assessment.advice.package_fit import PackageMatch, match_packages, readiness_of
from generator.assessment.advice.practice_matching import (
    collect_practices,
    evidence_for,
    similarities_of,
)
from generator.assessment.comparison.twin_matching import Similarity
from generator.model.publication import Publication
from tests.assessment.made_up import known_of, publish
from tests.sites import told_by

HEAD = """\
title: {id}
areas: [action/energy]
components: [{{text: A lamp}}]
interests: none declared
author: Editors
basis: made up for a test
sources: [who-air-quality-2021]
"""

AIR = (
    "effects:\n  - {observable: air-pollution.pm2-5, text: Less dust, evidence: expert,"
    " source: who-air-quality-2021}\n"
)
TWO = AIR + (
    "  - {observable: household-internet-access, text: More access, evidence: expert,"
    " source: who-air-quality-2021}\n"
)
HERE = "suits: {text: Here, when: {country: [AT]}}\n"
PACKAGES = {
    "b-fits": HERE + TWO + "conditions: [tariff-reform, land-secured, building-permit]\n",
    "a-ready": HERE + AIR,
    "unknown-conditions": HERE + AIR + "conditions: [trained-staff]\n",
    "elsewhere": "suits: {text: There, when: {country: [DE]}}\n" + AIR,
    "perhaps": "suits: {text: By the sea, when: {context: coastal, in: [yes]}}\n" + AIR,
    "unrated-level": ("suits: {text: Weak, levels: [low], level_area: u4ssc/environment}\n" + AIR),
    "no-need": HERE,
    "for-low": "suits: {text: Weak, levels: [low], level_indicator: air-pollution.pm2-5}\n" + AIR,
    "for-good": "suits: {text: Strong, levels: [good], level_indicator: air-pollution.pm2-5}\n"
    + AIR,
    "for-unknown": "suits: {text: Weak, levels: [low], level_indicator: poverty}\n" + AIR,
}

PROJECT = """\
title: Lamps
areas: [action/energy]
sources: [book]
status_history: [{date: 2021, stage: concept, source: book}]
packages: [b-fits]
conditions:
  tariff-reform: {text: Done, state: met}
  land-secured: {text: Not yet, state: in-progress}
  building-permit: {text: Unclear, state: unknown}
"""

PRACTICE = """\
title: {id}
{place}areas: [action/energy]
indicators: [{indicators}]
summary: It was done.
results: [{result}]
sources: [{source}]
"""


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    root = tmp_path_factory.mktemp("packages")
    libraries = {
        f"packages/{name}.yml": HEAD.format(id=name) + rest for name, rest in PACKAGES.items()
    }
    place = "place: {name: Elsewhere, country: DE, population: 1000}\n"
    for name, indicators, result in (
        ("far", "air-pollution", "{text: Less, after: 5}"),
        ("near", "air-pollution", "{text: Less}"),
        ("near-measured", "air-pollution", "{text: Less, after: 5}"),
        ("named", "open-data", "{text: More}"),
        ("other", "open-data", "{text: More}"),
    ):
        libraries[f"practices/{name}.yml"] = PRACTICE.format(
            id=name, place=place, indicators=indicators, result=result,
            source="who-air-quality-2021",
        )  # fmt: skip
    own = PRACTICE.format(
        id="own", place="", indicators="air-pollution", result="{text: x}", source="book"
    )
    return publish(root, {"projects/lamps.yml": PROJECT, "practices/own.yml": own}, libraries)


@pytest.fixture(scope="module")
def matches(publication: Publication) -> Mapping[str, PackageMatch]:
    found = match_packages(publication.framework, publication.packages, known_of(publication))
    return {one.package: one for one in found}


def test_eligible_possible_and_not(matches: Mapping[str, PackageMatch]) -> None:
    assert matches["a-ready"].state == "eligible"
    assert matches["elsewhere"].state == "not-eligible"
    assert matches["perhaps"].state == "possible"
    assert matches["unrated-level"].state == "possible"
    assert matches["unrated-level"].level is not None
    assert matches["unrated-level"].level.band is None


def test_the_band_of_an_indicator_is_a_level(matches: Mapping[str, PackageMatch]) -> None:
    """PM2.5 of 29 between 35 and 5 scores 20: low."""
    states = {name: matches[f"for-{name}"].state for name in ("low", "good", "unknown")}
    assert states == {"low": "eligible", "good": "not-eligible", "unknown": "possible"}


def test_need_is_the_gap_weighted_by_importance(matches: Mapping[str, PackageMatch]) -> None:
    """PM2.5 of 29 between 35 and 5 scores 20, internet access of 80.2 between 67 and 100 scores 40.

    Both have the usual importance: (0.8 + 0.6) / 2.
    """
    assert matches["a-ready"].need == pytest.approx(0.8)
    assert matches["b-fits"].need == pytest.approx(0.7)
    assert matches["no-need"].need is None


def test_readiness_counts_known_conditions_only(matches: Mapping[str, PackageMatch]) -> None:
    fits = matches["b-fits"]
    assert fits.readiness == 0.5
    assert fits.conditions_in("met") == ("tariff-reform",)
    assert fits.conditions_in("not-met") == ("land-secured",)
    assert fits.conditions_in("unknown") == ("building-permit",)
    assert matches["a-ready"].readiness == 1
    assert matches["unknown-conditions"].readiness is None
    assert readiness_of({"x": "not-met"}) == 0


def test_fit_is_the_geometric_mean(matches: Mapping[str, PackageMatch]) -> None:
    assert matches["b-fits"].fit == pytest.approx(100 * sqrt(0.7 * 0.5))
    assert matches["unknown-conditions"].fit is None
    assert matches["no-need"].fit is None


def test_the_best_fit_comes_first_then_the_greatest_need(
    matches: Mapping[str, PackageMatch],
) -> None:
    assert list(matches) == [
        "a-ready", "elsewhere", "for-good", "for-low", "for-unknown", "perhaps", "unrated-level",
        "b-fits", "unknown-conditions", "no-need",
    ]  # fmt: skip


def test_a_package_knows_the_projects_that_use_it(matches: Mapping[str, PackageMatch]) -> None:
    assert matches["b-fits"].used == ("lamps",)
    assert matches["a-ready"].used == ()


def test_evidence_is_named_then_similar_then_measured(publication: Publication) -> None:
    practices = collect_practices(publication, told_by(publication))
    assert practices["own"].city == "teststadt"
    assert practices["own"].population == 50000
    shares = {"far": 0.2, "near": 0.9, "near-measured": 0.9}
    alike = {name: Similarity(share, ()) for name, share in shares.items()}
    found = evidence_for(practices, ["named"], ["air-pollution"], alike, "teststadt")
    assert [one.practice for one in found] == ["named", "near-measured", "near", "far"]
    assert [one.nearness and one.nearness.similarity for one in found] == [None, 90, 90, 20]


def test_without_similarities_the_order_is_still_total(publication: Publication) -> None:
    found = evidence_for(
        collect_practices(publication, told_by(publication)), [], ["air-pollution"], {}
    )
    assert [one.practice for one in found] == ["far", "near-measured", "near", "own"]


def test_too_little_in_common_makes_no_place_similar(publication: Publication) -> None:
    practices, framework = (
        collect_practices(publication, told_by(publication)),
        publication.framework,
    )
    groups = {"income-group": "high", "economy-group": "developed"}
    own = {"population": 50_000.0, "density": 900.0, "climate-zone": "dry", **groups}
    assert set(similarities_of(framework, own, practices, {"teststadt": own})) == {"own"}
    assert similarities_of(framework, own, practices, {"teststadt": groups}) == {}
