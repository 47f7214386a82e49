"""What each city is advised: recommendations, packages, and practices by similarity.

In: the publication and the results of its cities. Out: a guidance per city.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.assessment.advice.condition_evaluation import Known
from generator.assessment.advice.package_fit import PackageMatch, match_packages
from generator.assessment.advice.practice_matching import collect_practices, similarities_of
from generator.assessment.advice.proposals import CityAdvice, advise_city
from generator.assessment.comparison.twin_matching import Similarity, describe_cities
from generator.assessment.results import CityResult
from generator.model.publication import Publication


@dataclass(frozen=True)
class Guidance:
    """`similarities`: how similar the place of each practice is to the city, by practice."""

    advice: CityAdvice = field(default_factory=lambda: CityAdvice((), {}, (), {}))
    packages: tuple[PackageMatch, ...] = ()
    similarities: Mapping[str, Similarity] = field(default_factory=dict)


def guide_cities(
    publication: Publication, results: Mapping[str, CityResult]
) -> Mapping[str, Guidance]:
    """Return the guidance of every city, by id."""
    framework, scheme = publication.framework, publication.record.main_scheme
    practices = collect_practices(publication)
    described = {one.city: one for one in describe_cities(publication, results)}
    found = {}
    for name, city in publication.cities.items():
        known = Known(city, results[name])
        found[name] = Guidance(
            advise_city(framework, publication.recommendations, known, scheme),
            match_packages(framework, publication.packages, known),
            similarities_of(framework, described[name], practices, described),
        )
    return found
