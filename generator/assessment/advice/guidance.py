"""What each city is advised: recommendations, packages, and practices by similarity.

In: a city with its results, and all known practices. Out: its guidance.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.assessment.advice.condition_evaluation import Known
from generator.assessment.advice.package_fit import PackageMatch, match_packages
from generator.assessment.advice.practice_matching import KnownPractice, similarities_of
from generator.assessment.advice.proposals import CityAdvice, advise_city
from generator.assessment.comparison.twin_matching import Similarity, Value
from generator.assessment.results import CityResult
from generator.model.publication import City, Publication


@dataclass(frozen=True)
class Guidance:
    """`packages` by id, in order.

    `similarities`: how similar the place of each practice is to the city, by practice.
    """

    advice: CityAdvice = field(default_factory=lambda: CityAdvice({}, {}, (), {}))
    packages: Mapping[str, PackageMatch] = field(default_factory=dict)
    similarities: Mapping[str, Similarity] = field(default_factory=dict)


def guide_city(
    publication: Publication,
    city: City,
    result: CityResult,
    practices: Mapping[str, KnownPractice],
    contexts: Mapping[str, Mapping[str, Value]],
) -> Guidance:
    """Return the guidance of a city; `practices` are all that are known, `contexts` by city."""
    framework, known = publication.framework, Known(city, result)
    matches = match_packages(framework, publication.packages, known)
    return Guidance(
        advise_city(framework, publication.recommendations, known, publication.record.main_scheme),
        {one.package: one for one in matches},
        similarities_of(framework, contexts[city.id], practices, contexts),
    )
