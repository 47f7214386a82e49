"""What a city tells all others of itself before it is assessed: its place, context, practices.

Other cities and pages read this instead of its files, so that they hang on nothing else in them.
"""

from collections.abc import Mapping
from math import log2

from generator.assessment.comparison.twin_matching import Value, context_of
from generator.frozen import dataclass
from generator.model.city_records import GoodPractice
from generator.model.framework import Framework
from generator.model.publication import City, documents_in

POPULATION = "population"


@dataclass(frozen=True, slots=True)
class Bearing:
    """On which indicators a practice bears, by its id, and whether it states a figure."""

    id: str
    indicators: tuple[str, ...]
    measured: bool


@dataclass(frozen=True)
class Told:
    """`people` is the population in use; `practices` are the records of `bearings`, by id.

    `size` is the logarithm of `people` to the base 2, in whole numbers: what rests on it does not
    rest on each inhabitant.
    """

    name: str
    country: str
    people: float | None
    size: int | None
    context: dict[str, Value]
    bearings: tuple[Bearing, ...]
    practices: Mapping[str, GoodPractice]


def told_of(framework: Framework, city: City) -> Told:
    """Return what a city tells."""
    read = documents_in(city.documents, "practices")
    practices = {name: document.record for name, document in read.items()}
    population = city.context_in_use(POPULATION)
    people = float(population.value) if population else None
    return Told(
        city.record.name,
        city.record.country,
        people,
        size_of(people),
        context_of(framework, city),
        tuple(bearing_of(name, record) for name, record in practices.items()),
        practices,
    )


def size_of(people: float | None) -> int | None:
    """Return the logarithm of a population to the base 2, in whole numbers; None without one."""
    return round(log2(people)) if people else None


def bearing_of(name: str, practice: GoodPractice) -> Bearing:
    """Return on what a practice bears."""
    measured = any(result.after is not None for result in practice.results)
    return Bearing(name, tuple(practice.indicators), measured)
