"""The recommendations of a city: what its figures call for, what was decided, what fits."""

from generator.assessment.advice.guidance import Guidance
from generator.model.publication import City
from generator.pages.city.city_page import city_page
from generator.pages.page import Page
from generator.views import targets
from generator.views.city_advice import advice_for, open_proposals
from generator.views.package_matches import packages_tables
from generator.views.practices import PracticeCard, evidence_cards
from generator.views.site import Site
from generator.views.unsettled_advice import unsettled


def compose_advice(site: Site, city: City) -> Page:
    """Return the page of the recommendations for a city."""
    guidance = site.guidance.get(city.id, Guidance())
    return city_page(
        site,
        city,
        targets.tab(city.id, "recommendations"),
        "city-recommendations.md.jinja",
        subject="city-recommendations",
        advice=advice_for(site, city),
        packages=list(packages_tables(site, city)),
        practices=_similar_practices(site, city, guidance),
        unsettled=unsettled(site, city, guidance.advice),
    )


def _similar_practices(site: Site, city: City, guidance: Guidance) -> tuple[PracticeCard, ...]:
    """Return the practices of the most similar places that speak to what is proposed."""
    library = site.publication.recommendations
    indicators = {
        indicator
        for proposal in open_proposals(guidance)
        if not proposal.rests_on_gaps
        for indicator in library[proposal.recommendation].indicators
    }
    return evidence_cards(site, guidance.evidence((), indicators, site.editorial.practices_listed))
