"""Proposals: state, trace, priority, order, decisions, the evidence chain."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.assessment.advice.condition_evaluation import Evaluation, Known, Truth
from generator.assessment.advice.proposals import CityAdvice, Proposal, advise_city, is_settled
from generator.model.condition_records import Test as Bounds
from generator.model.library_records import LibraryRecommendation
from generator.model.publication import Publication
from tests.assessment.made_up import CITY, known_of, publish

HEAD = """\
title: {id}
text: Do it.
rationale: It helps.
areas: [action/energy]
addressee: city
horizon: {horizon}
type: policy
effort: low
author: Editors
basis: made up for a test
sources: [who-air-quality-2021]
"""

AIR = "when: {indicator: air-pollution.pm2-5, value: {above: 25}}\n"
PEOPLE = "when: {context: population, value: {at_least: 1}}\n"
UNKNOWN = "when: {indicator: air-pollution.no2, value: {above: 1}}\n"
FALSE = "when: {indicator: air-pollution.pm2-5, value: {above: 90}}\n"

LIBRARY = {
    "air": ("long", AIR),
    "air-soon": ("short", AIR),
    "air-again": ("short", AIR),
    "unless-true": ("short", AIR + "unless: {country: [AT]}\n"),
    "unless-unknown": ("medium", AIR + "unless: {context: coastal, in: [no]}\n"),
    "people": ("short", PEOPLE),
    "important": ("short", PEOPLE + "indicators: [household-internet-access]\n"),
    "unknown": ("short", UNKNOWN),
    "unknown-unless": ("short", UNKNOWN + "unless: {country: [AT]}\n"),
    "false": ("short", FALSE),
    "not-reported": ("short", "when: {indicator: e-government, reported: no}\n"),
    "not-collected": ("short", "when: {indicator: open-data, reported: no}\n"),
}

DECISIONS = """\
decisions:
  air: {{decision: rejected, reason: Too dear, author: Council, basis: decision of the council}}
  false: {{decision: adapted, text: Do less., reason: We want it, author: Council, basis: decision}}
own:
  founded: {{title: A, text: A., indicators: [water-consumption], {rest}}}
  reasoned: {{title: B, text: B., reason: Seen on site, {rest}}}
  unfounded: {{title: C, text: C., indicators: [open-data], {rest}}}
""".format(rest="areas: [action/transport], addressee: city, author: City, basis: own")


def library_files() -> Mapping[str, str]:
    return {
        f"recommendations/{name}.yml": HEAD.format(id=name, horizon=horizon) + rest
        for name, (horizon, rest) in LIBRARY.items()
    }


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    root = tmp_path_factory.mktemp("recommendations")
    files = {
        "recommendations.yml": DECISIONS,
        "city.yml": "name: Teststadt\ncountry: AT\nprofile_year: 2022\nimportance:\n"
        "  household-internet-access: {value: 3, reason: Vote, author: Council}\n",
    }
    return publish(root, files, library_files())


@pytest.fixture(scope="module")
def known(publication: Publication) -> Known:
    return known_of(publication, urgencies={"air-pollution.pm2-5": 0.8})


@pytest.fixture(scope="module")
def library(publication: Publication) -> Mapping[str, LibraryRecommendation]:
    return publication.recommendations


@pytest.fixture(scope="module")
def advice(
    publication: Publication, known: Known, library: Mapping[str, LibraryRecommendation]
) -> CityAdvice:
    return advise_city(publication.framework, library, known, "u4ssc")


@pytest.fixture(scope="module")
def proposals(advice: CityAdvice) -> Mapping[str, Proposal]:
    return dict(advice.proposals)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("air", "proposed"),
        ("people", "proposed"),
        ("not-reported", "proposed"),
        ("not-collected", "unchecked"),
        ("unless-true", "suppressed"),
        ("unless-unknown", "proposed"),
        ("unknown", "unchecked"),
        ("unknown-unless", "suppressed"),
        ("false", "not-proposed"),
    ],
)
def test_the_state_follows_condition_and_exception(
    proposals: Mapping[str, Proposal], name: str, state: str
) -> None:
    assert proposals[name].state == state


def test_what_could_not_be_checked_says_what_it_needs(proposals: Mapping[str, Proposal]) -> None:
    assert [leaf.name for leaf in proposals["unknown"].needs] == ["air-pollution.no2"]
    assert proposals["unknown"].triggers == ()
    assert proposals["false"].needs == proposals["false"].triggers == ()


def test_priority_is_the_urgency_of_the_trigger_or_half_scaled_by_importance(
    proposals: Mapping[str, Proposal],
) -> None:
    assert (proposals["air"].priority, proposals["air"].level) == (0.8, "urgent")
    assert proposals["people"].priority == 0.5 * 0.75
    assert proposals["important"].priority == 0.5 * 1
    assert proposals["not-reported"].priority == 0.5 * 0.75


def test_the_order_is_urgency_then_horizon_then_id(advice: CityAdvice) -> None:
    names = [one.recommendation for one in advice.in_state("proposed")]
    assert names[:4] == ["air-again", "air-soon", "unless-unknown", "air"]
    assert names[4:] == ["important", "not-reported", "people"]


def test_the_order_does_not_hang_on_the_order_of_files(
    publication: Publication,
    known: Known,
    library: Mapping[str, LibraryRecommendation],
    advice: CityAdvice,
) -> None:
    turned = dict(reversed(list(library.items())))
    again = advise_city(publication.framework, turned, known, "u4ssc")
    assert again == advice


def test_decisions_keep_both_texts_and_a_rejection_is_not_standing(
    advice: CityAdvice,
    proposals: Mapping[str, Proposal],
    library: Mapping[str, LibraryRecommendation],
) -> None:
    assert is_settled(proposals["air"])
    adapted = proposals["false"].decision
    assert adapted is not None
    assert (adapted.text, library["false"].text) == ("Do less.", "Do it.")
    standing = {one.recommendation for one in advice.standing}
    assert "air" not in standing
    assert "false" in standing


def test_what_a_city_does_already_is_not_proposed(proposals: Mapping[str, Proposal]) -> None:
    made = proposals["air"].decision
    assert made is not None
    for decision, settled in {"in-place": True, "rejected": True, "accepted": False}.items():
        one = replace(proposals["air"], decision=made.model_copy(update={"decision": decision}))
        assert is_settled(one) is settled


def test_an_own_recommendation_needs_a_finding_or_a_reason(advice: CityAdvice) -> None:
    assert advice.unfounded == ("unfounded",)


def test_a_weak_area_without_recommendation_is_listed(advice: CityAdvice) -> None:
    """PM2.5 of 29 scores 20. Internet access scores 40: a recommendation names it."""
    assert advice.unanswered == {"u4ssc/environment/environment/air-quality": ("air-pollution",)}


def again(one: Evaluation) -> Truth:
    """Return the result of an evaluation from the operands and values of its leaves alone."""
    if one.leaf is None:
        parts = [again(part) for part in one.parts]
        if one.joint == "not":
            return None if parts[0] is None else not parts[0]
        decisive = one.joint == "any"
        if decisive in parts:
            return decisive
        return None if None in parts else not decisive
    value, wanted = one.leaf.found.value, one.leaf.wanted
    if value is None:
        return None
    if isinstance(wanted, Bounds):
        bounds = {
            "below": lambda x, y: x < y, "at_most": lambda x, y: x <= y,
            "at_least": lambda x, y: x >= y, "above": lambda x, y: x > y,
        }  # fmt: skip
        limits = {key: getattr(wanted, key) for key in bounds}
        return all(bounds[key](value, limit) for key, limit in limits.items() if limit is not None)
    return value == wanted if isinstance(wanted, bool) else value in wanted


def test_the_trace_of_every_proposal_is_true_when_evaluated_again(advice: CityAdvice) -> None:
    for one in advice.proposals.values():
        assert again(one.when) is one.when.result
        if one.state == "proposed":
            assert again(one.when) is True


def test_a_city_without_anything_has_no_proposals_for_absence_is_no_evidence(
    tmp_path: Path,
) -> None:
    head = "observable,period,value,unit,source,status\n"
    empty = {"observations.csv": head, "context.csv": "variable,period,value,unit,source\n"}
    publication = publish(tmp_path, empty, library_files())
    known = known_of(publication)
    advice = advise_city(publication.framework, publication.recommendations, known, "u4ssc")
    assert advice.in_state("proposed") == ()
    assert advice.own == {}
    assert advice.unanswered == {}
    assert known.city.id == CITY
