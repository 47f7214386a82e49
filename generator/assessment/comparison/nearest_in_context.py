"""With which cities a city is compared for twinning: those nearest in context.

In: the context of every city. Out: some names, so that the work grows with the cities only.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from generator.assessment.comparison.twin_matching import Value, similarity
from generator.model.framework import Framework


def most_alike(
    framework: Framework,
    contexts: Mapping[str, Mapping[str, Value]],
    city: str,
    names: Iterable[str],
) -> tuple[str, ...]:
    """Return those of some cities that have enough context in common with one.

    The most similar stands first.
    """
    found = {name: similarity(framework, contexts[city], contexts[name]) for name in names}
    minimum = framework.policy.twinning.context_minimum
    alike = [name for name, one in found.items() if len(one.parts) >= minimum]
    return tuple(sorted(alike, key=lambda name: (-(found[name].value or 0), name)))


def orders_of(
    framework: Framework, contexts: Mapping[str, Mapping[str, Value]]
) -> tuple[tuple[str, ...], ...]:
    """Return, for each context variable, the cities for which it is known, by its values."""

    def ordered(variable: str) -> tuple[str, ...]:
        def key(name: str) -> tuple[float, str, str]:
            value = contexts[name][variable]
            words = sorted(value) if isinstance(value, frozenset) else [str(value)]
            return (value if isinstance(value, float) else 0.0, " ".join(words), name)

        return tuple(sorted((name for name in contexts if variable in contexts[name]), key=key))

    variables = (row.variable for row in framework.context_variables if row.weight)
    return tuple(ordered(variable) for variable in variables)


def nearest_cities(orders: Iterable[Sequence[str]], city: str, at_most: int) -> tuple[str, ...]:
    """Return the cities nearest to one in context, by id.

    From the place of the city in each order its neighbours are taken in turn, so that what is
    compared does not grow with the square of the cities.
    """
    found: dict[str, None] = {}
    for names in zip_longest(*(_neighbours(order, city, at_most) for order in orders)):
        found |= dict.fromkeys(name for name in names if name is not None)
    return tuple(sorted(list(found)[:at_most]))


def _neighbours(order: Sequence[str], city: str, at_most: int) -> list[str]:
    """Return the names on both sides of one in an order, the nearest first."""
    if city not in order:
        return []
    at = order.index(city)
    below, above = order[max(at - at_most, 0) : at][::-1], order[at + 1 : at + 1 + at_most]
    return [name for pair in zip_longest(below, above) for name in pair if name is not None]
