"""Twin cities: worked by hand, then the laws of the similarity of cities."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assessment.comparison.twin_matching import (
    NOT_ENOUGH_CONTEXT,
    NOT_ENOUGH_FIGURES,
    TwinProfile,
    compared_areas,
    learning,
    likeness,
    match_all,
    match_cities,
    similarity,
)
from generator.model.framework_tables import ContextVariable

POLICY = SimpleNamespace(
    scheme="main", context_minimum=2, figures_minimum=3, weak_below=50, lead_at_least=15
)


def variable(name: str, kind: str, **more: object) -> ContextVariable:
    return ContextVariable(1, variable=name, name=name, kind=kind, weight=1.0, **more)


POPULATION = variable("people", "number", transform="log", minimum=1000.0, maximum=1_000_000.0)
GROWTH = variable("growth", "number", transform="linear", minimum=-5.0, maximum=5.0)
INCOME = variable("income", "ordered")
CLIMATE = variable("climate", "category")
LANGUAGES = variable("languages", "languages")
FRAMEWORK = SimpleNamespace(
    context_variables=(POPULATION, GROWTH, INCOME, CLIMATE, LANGUAGES),
    words={"income": {"low": "Low", "middle": "Middle", "high": "High"}},
    policy=SimpleNamespace(twinning=POLICY, coverage=SimpleNamespace(minimum_rated=3)),
    observables={
        name: SimpleNamespace(indicator=name.partition(".")[0])
        for name in ("a", "b", "c", "d.one", "d.two")
    },
    areas=(SimpleNamespace(area="main/one", scheme="main"),),
    indicators_of={"main/one": [SimpleNamespace(indicator=name) for name in "abcd"]},
)


def city(name: str, areas: dict[str, float] | None = None, **context: object) -> TwinProfile:
    return TwinProfile(name, context, areas or {})


def test_numbers_are_compared_over_the_range_of_their_variable() -> None:
    assert likeness(POPULATION, 10_000.0, 100_000.0, ()) == pytest.approx(2 / 3)
    assert likeness(GROWTH, -1.0, 1.0, ()) == pytest.approx(0.8)


def test_a_number_beyond_the_range_counts_as_its_end() -> None:
    assert likeness(GROWTH, 9.0, 5.0, ()) == 1
    assert likeness(POPULATION, 1.0, 9e9, ()) == 0


def test_a_variable_without_a_range_tells_nothing() -> None:
    level = variable("x", "number", minimum=3.0, maximum=3.0)
    assert likeness(level, 3.0, 3.0, ()) is None
    assert likeness(POPULATION, 0.0, 5000.0, ()) is None


def test_ordered_words_lose_by_steps_and_others_by_being_different() -> None:
    levels = ("low", "middle", "high")
    assert likeness(INCOME, "low", "middle", levels) == 0.5
    assert likeness(INCOME, "low", "high", levels) == 0
    assert likeness(CLIMATE, "B", "D", ()) == 0
    assert likeness(CLIMATE, "B", "B", ()) == 1


def test_one_language_in_common_is_enough() -> None:
    assert likeness(LANGUAGES, frozenset({"kk", "ru"}), frozenset({"ru"}), ()) == 1
    assert likeness(LANGUAGES, frozenset({"kk"}), frozenset({"ru"}), ()) == 0


def test_only_areas_where_the_city_is_weak_and_the_partner_leads_count() -> None:
    own, partner = {"a": 40.0, "b": 30.0, "c": 80.0}, {"a": 60.0, "b": 40.0, "c": 99.0}
    assert learning(own, partner, POLICY) == pytest.approx(20 / 130)
    assert learning(partner, own, POLICY) == 0
    assert learning({"a": 50.0}, {"a": 99.0}, POLICY) == 0


def test_the_match_is_the_root_of_similarity_times_learning() -> None:
    one = city("one", {"a": 40, "b": 30, "c": 80}, climate="B", income="low")
    two = city("two", {"a": 60, "b": 40, "c": 99}, climate="B", income="middle")
    found = match_cities(FRAMEWORK, one, two)
    assert found.reason == ""
    assert found.similarity.value == 0.75
    assert found.match == pytest.approx(100 * (0.75 * 20 / 130) ** 0.5)
    assert found.mutual_match == pytest.approx(100 * (0.75 * 10 / 130) ** 0.5)
    assert [lead.subject for lead in found.leads(15)] == ["a", "c"]
    assert found.leads_back(15) == ()


def test_too_little_in_common_is_said() -> None:
    alike = {"climate": "B", "income": "low"}
    areas = {"a": 10, "b": 10, "c": 10}
    one = city("one", areas, **alike)
    few_areas = city("two", {"a": 90, "b": 90}, **alike)
    few_context = city("three", areas, climate="B")
    assert match_cities(FRAMEWORK, one, few_areas).reason == NOT_ENOUGH_FIGURES
    assert match_cities(FRAMEWORK, one, few_context).reason == NOT_ENOUGH_CONTEXT


def test_the_best_match_comes_first_and_ties_go_by_similarity_then_id() -> None:
    areas = {"a": 10, "b": 60, "c": 60}
    one = city("one", areas, climate="B", income="low")
    others = [
        city("z", areas, climate="B", income="low"),
        city("y", areas, climate="B", income="low"),
        city("x", areas, climate="B", income="middle"),
        city("w", {"a": 90, "b": 60, "c": 60}, climate="D", income="low"),
        one,
    ]
    found = match_all(FRAMEWORK, one, others)
    assert [match.partner for match in found] == ["w", "y", "z", "x"]


def test_an_area_is_compared_on_the_indicators_that_both_have() -> None:
    one = city("one", {"a": 10.0, "b": 20.0, "c": 90.0, "d.one": 60.0})
    few = match_cities(FRAMEWORK, one, city("two", {"a": 50.0, "b": 50.0}))
    assert list(compared_areas(FRAMEWORK, few.figures)) == []
    other = city("three", {"a": 50.0, "b": 50.0, "d.one": 80.0, "d.two": 0.0})
    (area,) = compared_areas(FRAMEWORK, match_cities(FRAMEWORK, one, other).figures)
    assert (area.subject, area.shared) == ("main/one", 3)
    assert (area.own, area.partner) == (30, 60)  # without c and d.two, which one of them lacks


CONTEXTS = st.fixed_dictionaries(
    {},
    optional={
        "people": st.floats(0, 1e8),
        "growth": st.floats(-50, 50),
        "income": st.sampled_from(["low", "middle", "high"]),
        "climate": st.sampled_from("ABCDE"),
        "languages": st.frozensets(st.sampled_from(["kk", "ru", "de"]), min_size=1),
    },
)


@given(CONTEXTS, CONTEXTS)
def test_similarity_is_symmetric_and_within_0_and_1(one: dict, other: dict) -> None:
    there, back = similarity(FRAMEWORK, one, other), similarity(FRAMEWORK, other, one)
    assert there == back
    assert there.value is None or 0 <= there.value <= 1


@given(CONTEXTS)
def test_a_city_is_wholly_similar_to_itself(context: dict) -> None:
    value = similarity(FRAMEWORK, context, context).value
    assert value is None or value == pytest.approx(1)


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.floats(0, 100)),
    st.dictionaries(st.sampled_from("abcdef"), st.floats(0, 100)),
)
def test_learning_lies_within_0_and_1(own: dict, partner: dict) -> None:
    assert 0 <= learning(own, partner, POLICY) <= 1
