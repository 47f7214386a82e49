"""Conditions in three-valued logic: truth tables, leaves with their places, what decides."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assessment.advice.condition_evaluation import (
    Evaluation,
    Found,
    Known,
    Leaf,
    Truth,
    all_of,
    any_of,
    deciding_leaves,
    evaluate,
    holds,
    negation_of,
)
from generator.assessment.trend_results import TrendResult
from generator.model.condition_records import Test as Bounds
from tests.assessment.made_up import condition, known_of, publish

YES, NO, UNKNOWN = True, False, None
TRUTHS: tuple[Truth, ...] = (YES, NO, UNKNOWN)

CONJUNCTION = {
    (YES, YES): YES, (YES, NO): NO, (YES, UNKNOWN): UNKNOWN,
    (NO, YES): NO, (NO, NO): NO, (NO, UNKNOWN): NO,
    (UNKNOWN, YES): UNKNOWN, (UNKNOWN, NO): NO, (UNKNOWN, UNKNOWN): UNKNOWN,
}  # fmt: skip
"""Kleene 1952, section 64: the strong conjunction."""

DISJUNCTION = {
    (YES, YES): YES, (YES, NO): YES, (YES, UNKNOWN): YES,
    (NO, YES): YES, (NO, NO): NO, (NO, UNKNOWN): UNKNOWN,
    (UNKNOWN, YES): YES, (UNKNOWN, NO): UNKNOWN, (UNKNOWN, UNKNOWN): UNKNOWN,
}  # fmt: skip


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    project = (
        "title: Trams\nareas: [u4ssc/economy/infrastructure/transport]\nsources: [book]\n"
        "status_history:\n  - {date: 2020, stage: concept, source: book}\n"
        "  - {date: 2021, stage: feasibility, source: book}\n"
    )
    root = tmp_path_factory.mktemp("conditions")
    publication = publish(root, {"projects/trams.yml": project})
    return known_of(publication, {"household-internet-access": "limited"})


def test_a_trend_that_is_not_borne_out_decides_nothing_unless_that_is_asked(known: Known) -> None:
    name = "household-internet-access"
    doubtful = TrendResult(name, "limited", untold="few-points")
    result = replace(known.result, trends={**known.result.trends, name: doubtful})
    unsure = Known(known.city, result)
    asked = "{{indicator: household-internet-access, trend: [{}]}}"
    answers = [evaluate(condition(asked.format(word)), unsure).result
               for word in ("limited", "on-track", "unclear")]  # fmt: skip
    assert answers == [UNKNOWN, UNKNOWN, YES]


@pytest.mark.parametrize(("left", "right"), list(product(TRUTHS, TRUTHS)))
def test_two_truths_join_as_in_the_tables_of_kleene(left: Truth, right: Truth) -> None:
    assert all_of([left, right]) is CONJUNCTION[left, right]
    assert any_of([left, right]) is DISJUNCTION[left, right]


def test_negation_leaves_the_unknown_unknown() -> None:
    assert [negation_of(one) for one in TRUTHS] == [NO, YES, UNKNOWN]


@given(st.lists(st.sampled_from(TRUTHS), min_size=1, max_size=6))
def test_many_truths_join_as_pair_after_pair(truths: list[Truth]) -> None:
    conjunction, disjunction = truths[0], truths[0]
    for one in truths[1:]:
        conjunction = CONJUNCTION[conjunction, one]
        disjunction = DISJUNCTION[disjunction, one]
    assert all_of(truths) is conjunction
    assert any_of(truths) is disjunction
    assert negation_of(all_of(truths)) is any_of([negation_of(one) for one in truths])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{indicator: air-pollution.pm2-5, value: {above: 25}}", YES),
        ("{indicator: air-pollution.pm2-5, value: {above: 29}}", NO),
        ("{indicator: air-pollution.pm2-5, value: {at_least: 29, at_most: 29}}", YES),
        ("{indicator: air-pollution.pm2-5, value: {below: 29}}", NO),
        ("{indicator: air-pollution.no2, value: {above: 1}}", UNKNOWN),
        ("{indicator: air-pollution.pm2-5, score: {below: 33}}", YES),
        ("{indicator: water-consumption, value: {above: 200}}", YES),
        ("{indicator: water-consumption, score: {below: 33}}", UNKNOWN),
        ("{indicator: renewable-energy-consumption, value: {below: 20}}", UNKNOWN),
        ("{indicator: household-internet-access, trend: [limited]}", YES),
        ("{indicator: household-internet-access, trend: [on-track]}", NO),
        ("{indicator: water-consumption, trend: [limited]}", UNKNOWN),
        ("{indicator: water-consumption, trend: [not-assessed]}", YES),
        ("{indicator: water-consumption, reported: yes}", YES),
        ("{indicator: e-government, reported: no}", YES),
        ("{indicator: e-government, reported: yes}", NO),
        ("{indicator: open-data, reported: no}", UNKNOWN),
        ("{indicator: open-data, reported: yes}", UNKNOWN),
        ("{area: u4ssc/economy, rated: no}", YES),
        ("{area: u4ssc/economy, score: {below: 50}}", UNKNOWN),
        ("{context: population, value: {at_least: 50000}}", YES),
        ("{context: density, value: {at_least: 1}}", UNKNOWN),
        ("{context: climate-zone, in: [D, E]}", YES),
        ("{context: climate-zone, in: [A]}", NO),
        ("{context: coastal, in: [no]}", UNKNOWN),
        ("{governance: mobility-plan, state: [expired]}", NO),
        ("{governance: mobility-plan, state: [adopted]}", YES),
        ("{governance: waste-plan, state: [absent]}", UNKNOWN),
        ("{project_in: u4ssc/economy/infrastructure}", YES),
        ("{project_in: u4ssc/economy/infrastructure, stage: [concept]}", NO),
        ("{project_in: u4ssc/economy/infrastructure, stage: [feasibility]}", YES),
        ("{project_in: u4ssc/econ}", NO),
        ("{country: [AT, DE]}", YES),
        ("{not: {country: [AT]}}", NO),
    ],
)
def test_a_leaf_is_true_false_or_unknown(known: Known, text: str, expected: Truth) -> None:
    assert evaluate(condition(text), known).result is expected


def test_a_leaf_tells_its_operand_value_period_and_row(known: Known) -> None:
    found = evaluate(condition("{indicator: air-pollution.pm2-5, value: {above: 25}}"), known)
    assert found.leaf is not None
    assert found.leaf.name == "air-pollution.pm2-5"
    assert found.leaf.found == Found(
        29, "µg/m³", "2021", f"cities/{known.city.id}/observations.csv", 2, "book"
    )
    plan = evaluate(condition("{governance: mobility-plan, state: [adopted]}"), known).leaf
    assert plan is not None
    assert (plan.found.value, plan.found.period, plan.found.line) == ("adopted", "2020-01", 3)


def test_a_figure_too_old_says_so(known: Known) -> None:
    text = "{indicator: renewable-energy-consumption, value: {below: 20}}"
    leaf = evaluate(condition(text), known).leaf
    assert leaf is not None
    assert (leaf.found.value, leaf.found.reason) == (None, "out-of-date")


def test_what_is_needed_are_the_unknown_leaves_that_would_decide(known: Known) -> None:
    text = (
        "{all: [{country: [AT]}, {any: [{indicator: air-pollution.no2, value: {above: 1}},"
        " {country: [DE]}]}]}"
    )
    found = evaluate(condition(text), known)
    assert found.result is UNKNOWN
    assert [leaf.name for leaf in deciding_leaves(found)] == ["air-pollution.no2"]


def test_only_the_true_parts_of_an_alternative_decide(known: Known) -> None:
    text = (
        "{any: [{indicator: air-pollution.pm2-5, value: {above: 25}},"
        " {indicator: water-consumption, value: {above: 900}}]}"
    )
    leaves = deciding_leaves(evaluate(condition(text), known))
    assert [leaf.name for leaf in leaves] == ["air-pollution.pm2-5"]


@st.composite
def leaves(draw: st.DrawFn) -> Leaf:
    value = draw(st.none() | st.integers(0, 10).map(float))
    bounds = Bounds.model_construct(
        below=None, at_most=None, above=None, at_least=float(draw(st.integers(0, 10)))
    )
    return Leaf("indicator", "x", "value", bounds, Found(value))


@given(leaves())
def test_a_missing_value_is_never_false(leaf: Leaf) -> None:
    assert (holds(leaf) is UNKNOWN) == (leaf.found.value is None)


def evaluations(depth: int = 3) -> st.SearchStrategy[Evaluation]:
    leaf = leaves().map(lambda one: Evaluation(holds(one), leaf=one))
    if depth == 0:
        return leaf
    below = st.lists(evaluations(depth - 1), min_size=1, max_size=3).map(tuple)
    return st.one_of(
        leaf,
        below.map(lambda parts: Evaluation(all_of([p.result for p in parts]), "all", parts)),
        below.map(lambda parts: Evaluation(any_of([p.result for p in parts]), "any", parts)),
        evaluations(depth - 1).map(lambda p: Evaluation(negation_of(p.result), "not", (p,))),
    )


@given(evaluations())
def test_what_decides_is_never_empty_and_unknown_only_where_the_whole_is(one: Evaluation) -> None:
    found = list(deciding_leaves(one))
    assert found
    assert all((holds(leaf) is UNKNOWN) == (one.result is UNKNOWN) for leaf in found)


def test_a_value_that_is_there_is_not_missing_for_want_of_a_benchmark(tmp_path: Path) -> None:
    """What is asked is the value, so what is told is why it is not used."""
    rows = (
        "observable,period,value,unit,source,comparability\n"
        "housing-expenditure,2021,31,%,book,proxy\n"
    )
    known = known_of(publish(tmp_path, {"observations.csv": rows}))
    one = evaluate(condition("{indicator: housing-expenditure, value: {above: 30}}"), known)
    assert one.leaf is not None
    assert (one.result, one.leaf.found.reason) == (UNKNOWN, "proxy")
