"""What each city is advised: recommendations, packages, and practices by similarity.

In: a city with its results, and who knows the practices. Out: its guidance.
"""

from collections.abc import Mapping
from dataclasses import field

from generator.assessment.advice.condition_evaluation import Known
from generator.assessment.advice.package_fit import PackageMatch, match_packages
from generator.assessment.advice.practice_matching import EvidenceOf, no_evidence
from generator.assessment.advice.proposals import CityAdvice, advise_city
from generator.assessment.results import CityResult
from generator.frozen import dataclass
from generator.model.publication import City, Publication


@dataclass(frozen=True)
class Guidance:
    """`packages` by id, in order; `evidence` gives the practices nearest to the city."""

    advice: CityAdvice = field(default_factory=lambda: CityAdvice({}, {}, (), {}))
    packages: Mapping[str, PackageMatch] = field(default_factory=dict)
    evidence: EvidenceOf = no_evidence


def guide_city(
    publication: Publication,
    city: City,
    result: CityResult,
    evidence: EvidenceOf = no_evidence,
) -> Guidance:
    """Return the guidance of a city."""
    framework, known = publication.framework, Known(city, result)
    matches = match_packages(framework, publication.packages, known)
    return Guidance(
        advise_city(framework, publication.recommendations, known, publication.record.main_scheme),
        {one.package: one for one in matches},
        evidence,
    )
