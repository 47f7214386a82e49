"""Which good practices speak to a recommendation or an indicator, those of similar cities first.

In: the practices of the library and of all cities, and how similar each place is to a city.
Out: the practices that bear on it, in a total order.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.assessment.comparison.twin_matching import Similarity, Value, similarity
from generator.model.city_records import GoodPractice
from generator.model.framework import Framework
from generator.model.framework_tables import Country
from generator.model.library_records import ProductPackage
from generator.model.publication import City, Publication

POPULATION = "population"


@dataclass(frozen=True, slots=True)
class KnownPractice:
    """A practice with where it was done: `city` is the id of a profiled city, or empty."""

    id: str
    city: str
    name: str
    country: str
    population: float | None
    record: GoodPractice
    file: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A practice beside a recommendation: how similar its place is, None where not known."""

    practice: KnownPractice
    similarity: Similarity | None


def collect_practices(publication: Publication) -> Mapping[str, KnownPractice]:
    """Return all practices by id: those of the library, then those in the folders of cities.

    One of the library whose place has become a city with a folder belongs to that city.
    """
    found: dict[str, KnownPractice] = {}
    homes = {(one.record.name, one.record.country): one for one in publication.cities.values()}
    for file, document in publication.documents.items():
        if file.startswith("practices/"):
            record: GoodPractice = document.record
            place = record.place
            if place is not None:
                name, home = _id(file), homes.get((place.name, place.country))
                people = (_people(home) if home else None) or place.population
                found[name] = KnownPractice(
                    name, home.id if home else "", place.name, place.country, people, record,
                    document.file,
                )  # fmt: skip
    for city in publication.cities.values():
        for file in sorted(city.documents):
            if file.startswith("practices/"):
                name, who, document = _id(file), city.record, city.documents[file]
                found[name] = KnownPractice(
                    name, city.id, who.name, who.country, _people(city), document.record,
                    document.file,
                )  # fmt: skip
    return found


def _people(city: City) -> float | None:
    population = city.context_in_use(POPULATION)
    return float(population.value) if population else None


def similarities_of(
    framework: Framework,
    here: Mapping[str, Value],
    practices: Mapping[str, KnownPractice],
    contexts: Mapping[str, Mapping[str, Value]],
) -> Mapping[str, Similarity]:
    """Return how similar the place of each practice is to a city, where enough is known.

    `here` is the context of the city, `contexts` that of every city with a profile.

    A place without a profile is known by its population and by the groups of its country. Two
    countries of one group do not make similar cities: as for a twin, `context_minimum` context
    variables must be known for both.
    """
    found = {}
    minimum = framework.policy.twinning.context_minimum
    for name, one in practices.items():
        there = contexts[one.city] if one.city else _place(framework, one)
        alike = similarity(framework, here, there)
        if alike.value is not None and len(alike.parts) >= minimum:
            found[name] = alike
    return found


def _place(framework: Framework, practice: KnownPractice) -> Mapping[str, Value]:
    country = framework.countries.by_key().get(practice.country)
    context: dict[str, Value] = dict(_groups(framework, country)) if country else {}
    if practice.population is not None:
        context[POPULATION] = practice.population
    return context


def _groups(framework: Framework, country: Country) -> Iterator[tuple[str, str]]:
    """Yield the context variables that a country's row holds."""
    for variable in framework.context_variables:
        value = getattr(country, variable.variable.replace("-", "_"), None)
        if isinstance(value, str):
            yield variable.variable, value


def evidence_for(
    practices: Mapping[str, KnownPractice],
    named: Collection[str],
    indicators: Collection[str],
    similarities: Mapping[str, Similarity],
    city: str = "",
) -> tuple[Evidence, ...]:
    """Return the practices that a recommendation names or that share an indicator with it.

    `similarities` are those of each practice's place to the city, by practice. Named ones come
    first, then the most similar, then those that state a result, then by id. The city's own are
    left out: it knows them.
    """
    wanted = set(indicators)
    found = [
        Evidence(one, similarities.get(one.id))
        for one in practices.values()
        if (one.id in named or wanted.intersection(one.record.indicators))
        and not (city and one.city == city)
    ]
    return tuple(sorted(found, key=lambda one: _order(one, named)))


def packages_for(
    packages: Mapping[str, ProductPackage], practice: KnownPractice
) -> tuple[str, ...]:
    """Return the packages that name a practice, then those like it.

    Like it are those of one of its areas that act on one of its indicators.
    """
    named = [
        name
        for name, one in packages.items()
        if one.references_ and practice.id in one.references_.practices
    ]
    like = [
        name
        for name, one in packages.items()
        if set(one.areas).intersection(practice.record.areas)
        and _acts_on(one).intersection(practice.record.indicators)
    ]
    return tuple(dict.fromkeys([*named, *like]))


def _acts_on(package: ProductPackage) -> set[str]:
    """Return the indicators of the effects of a package."""
    return {
        one.observable.partition(".")[0] for one in package.effects if one.observable is not None
    }


def _order(one: Evidence, named: Collection[str]) -> tuple[bool, float, bool, str]:
    similarity = -1.0 if one.similarity is None else one.similarity.value or 0.0
    measured = any(result.after is not None for result in one.practice.record.results)
    return (one.practice.id not in named, -similarity, not measured, one.practice.id)


def _id(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".yml")
