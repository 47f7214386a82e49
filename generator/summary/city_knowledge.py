"""All that the assessment finds out about a city, from its files and what is answered of others."""

from generator.assessment import assess_city
from generator.assessment.advice.guidance import guide_city
from generator.assessment.advice.practice_matching import EvidenceOf
from generator.assessment.comparison.peer_comparison import figures_of
from generator.assessment.comparison.peer_groups import memberships_of
from generator.assessment.investment.undertakings import undertakings_of
from generator.assessment.small_series import series_of
from generator.assessment.standings import standings_of
from generator.assessment.tallies import tallies_of
from generator.model.publication import City, Publication
from generator.summary.city_parts import CityKnowledge


def know_city(content: Publication, city: City, evidence: EvidenceOf) -> CityKnowledge:
    """Return what is known of a city; `evidence` gives the practices near to it."""
    framework = content.framework
    result = assess_city(framework, city, content.profile_year(city), content.record.as_of)
    guidance = guide_city(content, city, result, evidence)
    return CityKnowledge(
        result,
        guidance,
        undertakings_of(content, city, result),
        figures_of(framework, city, result),
        tallies_of(city, result, framework),
        memberships_of(framework, city, result),
        standings_of(framework, result, guidance.advice),
        series_of(city, result),
    )
