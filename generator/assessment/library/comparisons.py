"""Plain values of places beside each other: how similar two are, and the ranks of many."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from generator.assessment.comparison.ranking import Ranked, rank_scores
from generator.assessment.comparison.twin_matching import Similarity, Value, gower_similarity
from generator.assessment.library.input_errors import look_up, unknown
from generator.assessment.library.input_tables import is_given, number_of, word_of
from generator.model.framework_tables import ContextVariable
from generator.model.rounding import as_printed

SETTINGS = ("weight", "minimum", "maximum", "transform", "levels")
NUMBER, ORDERED, CATEGORY = "number", "ordered", "category"


def similarity(
    one: Mapping[str, Any], other: Mapping[str, Any], variables: Mapping[str, Mapping[str, Any]]
) -> Similarity:
    """Return the Gower similarity of two places: its value, 0 to 1, and its parts by variable.

    A variable with `minimum` and `maximum` is a number (`transform`: linear or log), one with
    `levels` an ordered word, any other a word, or a set of words of which one in common is
    enough. `weight` is 1 if absent. The value is None without a variable known for both.
    """
    rows = {name: _variable(name, given) for name, given in variables.items()}
    levels = {
        name: [word_of(level) for level in given.get("levels", ())]
        for name, given in variables.items()
    }
    return gower_similarity(rows.values(), levels, _context(one, rows), _context(other, rows))


def _variable(name: str, given: Mapping[str, Any]) -> ContextVariable:
    for key in given:
        if key not in SETTINGS:
            raise unknown(name, key, SETTINGS)
    ends = {key: number_of(given[key]) for key in ("minimum", "maximum") if key in given}
    low, high = ends.get("minimum"), ends.get("maximum")
    if ends and (low is None or high is None or low >= high):
        raise ValueError(f"{name}: a number needs a minimum below its maximum")
    transform = given.get("transform", "linear")
    if transform not in ("linear", "log"):
        raise ValueError(f"{name}: transform is linear or log")
    if transform == "log" and (low is None or low <= 0):
        raise ValueError(f"{name}: a logarithmic scale needs ends above 0")
    weight = number_of(given.get("weight", 1.0))
    if weight is None or weight < 0:
        raise ValueError(f"{name}: the weight is not a number from 0 on")
    kind = NUMBER if ends else ORDERED if "levels" in given else CATEGORY
    return ContextVariable(
        0, variable=name, name=name, kind=kind, transform=transform, minimum=low, maximum=high,
        weight=weight,
    )  # fmt: skip


def _context(
    place: Mapping[str, Any], variables: Mapping[str, ContextVariable]
) -> dict[str, Value]:
    """Return what is known of a place; blank cells are missing."""
    return {
        name: _value(look_up("variables", name, variables), cell)
        for name, cell in place.items()
        if is_given(cell)
    }


def _value(variable: ContextVariable, cell: Any) -> Value:
    if variable.kind == NUMBER:
        number = number_of(cell)
        if number is None:
            raise ValueError(f"{variable.variable} is not a number; found {cell!r}")
        return number
    if isinstance(cell, Collection) and not isinstance(cell, str):
        return frozenset(word_of(word) for word in cell)
    return word_of(cell)


def rank_cities(
    scores: Mapping[Any, Any],
    replications: Mapping[Any, Sequence[float]] | None = None,
    *,
    decimals: int = 1,
    distinguishable: float = 0.90,
) -> tuple[Ranked, ...]:
    """Return the cities that have a score, best first, with ranks as they are printed.

    Scores are rounded half up to `decimals` first, and equal ones share a rank. `replications`
    are scores of each city in the same replications: from them follow the interval of each rank,
    the tiers of cities whose intervals overlap, and with which share a city is above the next,
    `distinguishable` from which share on. Without replications each score counts as certain.
    """
    from generator.assessment.rating.intervals import rounded

    numbers = {str(city): number_of(score) for city, score in scores.items()}
    shown = {city: as_printed(one, decimals) for city, one in numbers.items() if one is not None}
    given: dict[str, Sequence[float]] = {city: (score,) for city, score in shown.items()}
    if replications is not None:
        given = {str(city): draws for city, draws in replications.items()}
    draws = {city: rounded(look_up("replications", city, given), decimals) for city in shown}
    if len({len(one) for one in draws.values()}) > 1:
        raise ValueError("replications: not as many of each city")
    return rank_scores(shown, draws, distinguishable) if shown else ()
