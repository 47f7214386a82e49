"""Which good practices speak to a recommendation or an indicator, those of similar cities first.

In: the practices of the library and of all cities, and how similar each place is to a city.
Out: the practices that bear on it, in a total order.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property

from generator.assessment.advice.told_by_cities import POPULATION, Bearing, Told, bearing_of
from generator.assessment.comparison.twin_matching import Similarity, Value, similarity
from generator.frozen import dataclass
from generator.model.city_records import GoodPractice
from generator.model.framework import Framework
from generator.model.framework_tables import Country
from generator.model.library_records import ProductPackage
from generator.model.on_demand import OnDemand, record_on_demand
from generator.model.publication import Publication, documents_in
from generator.model.rounding import round_half_up

SIMILARITY_STEP = 5
"""Of 100: figures of different years cannot tell more finely how similar two places are."""


@dataclass(frozen=True)
class KnownPractice:
    """A practice with where it was done: `city` is the id of a profiled city, or empty."""

    id: str
    city: str
    name: str
    country: str
    bearing: Bearing
    file: str
    population: float | None
    record: GoodPractice


@dataclass(frozen=True, slots=True)
class Nearness:
    """How similar a place is, 0 to 100 in steps, and in how many context variables it is known."""

    similarity: int
    variables: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A practice, by id, beside a recommendation; how near its place is, None where not known."""

    practice: str
    nearness: Nearness | None = None


EvidenceOf = Callable[[Collection[str], Collection[str], int], tuple[Evidence, ...]]
"""Gives the practices that are named or share an indicator, the first ones, up to a number."""


def no_evidence(
    named: Collection[str], indicators: Collection[str], at_most: int
) -> tuple[Evidence, ...]:
    """Return nothing: whoever asks knows no practices."""
    return ()


def collect_practices(
    publication: Publication, told: Mapping[str, Told]
) -> Mapping[str, KnownPractice]:
    """Return all practices by id: those of the library, then those in the folders of cities.

    `told` is what each city tells of itself. A practice of the library whose place has become a
    city with a folder belongs to that city. Records are opened when they are asked for.
    """
    found: dict[str, KnownPractice] = {}
    homes = {(city.name, city.country): name for name, city in told.items()}
    for document in documents_in(publication.documents, "practices").values():
        if document.record.place is not None:
            practice = _in_library(document.file, document.record, told, homes)
            found[practice.id] = practice
    for city, own in told.items():
        for bearing in own.bearings:
            found[bearing.id] = _of_city(city, own, bearing)
    return found


def _in_library(
    file: str, record: GoodPractice, told: Mapping[str, Told], homes: Mapping[tuple[str, str], str]
) -> KnownPractice:
    place, name = record.place, file.rpartition("/")[2].removesuffix(".yml")
    assert place is not None
    home = homes.get((place.name, place.country), "")

    def load(field: str) -> float | None:
        assert field == "population"
        return (told[home].people if home else None) or place.population

    return record_on_demand(
        KnownPractice, load, id=name, city=home, name=place.name, country=place.country,
        bearing=bearing_of(name, record), file=file, record=record,
    )  # fmt: skip


def _of_city(city: str, told: Told, bearing: Bearing) -> KnownPractice:
    def load(field: str) -> float | GoodPractice | None:
        return told.people if field == "population" else told.practices[bearing.id]

    return record_on_demand(
        KnownPractice, load, id=bearing.id, city=city, name=told.name, country=told.country,
        bearing=bearing, file=f"cities/{city}/practices/{bearing.id}.yml",
    )  # fmt: skip


@dataclass(frozen=True)
class Surroundings:
    """A city among all practices that are known; `told` is what each city tells of itself."""

    framework: Framework
    city: str
    practices: Mapping[str, KnownPractice]
    told: Mapping[str, Told]

    def evidence(
        self, named: Collection[str], indicators: Collection[str], at_most: int
    ) -> tuple[Evidence, ...]:
        """Return the practices that a recommendation names or that share an indicator with it."""
        near = self.similarities
        return evidence_for(self.practices, named, indicators, near, self.city)[:at_most]

    @cached_property
    def similarities(self) -> Mapping[str, Similarity]:
        """How similar the place of each practice is to the city, where enough is known."""
        contexts = OnDemand(lambda: self.told, lambda name: self.told[name].context)
        return similarities_of(self.framework, contexts[self.city], self.practices, contexts)


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
    minimum = framework.policy.twinning.context_minimum
    at_home = {
        city: similarity(framework, here, contexts[city])
        for city in {practice.city for practice in practices.values() if practice.city}
    }
    found = {}
    for name, practice in practices.items():
        alike = at_home.get(practice.city) or similarity(
            framework, here, _place(framework, practice)
        )
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

    def order(practice: KnownPractice) -> tuple[bool, float, bool, str]:
        near = similarities.get(practice.id)
        share = -1.0 if near is None else near.value or 0.0
        return practice.id not in named, -share, not practice.bearing.measured, practice.id

    bearing = [
        practice
        for practice in practices.values()
        if (practice.id in named or not wanted.isdisjoint(practice.bearing.indicators))
        and not (city and practice.city == city)
    ]
    return tuple(
        Evidence(practice.id, _nearness(similarities.get(practice.id)))
        for practice in sorted(bearing, key=order)
    )


def _nearness(similarity: Similarity | None) -> Nearness | None:
    if similarity is None or similarity.value is None:
        return None
    steps = round_half_up(100 * similarity.value / SIMILARITY_STEP, 0)
    return Nearness(SIMILARITY_STEP * int(steps), len(similarity.parts))


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
