"""The recommendations of a city: what its figures call for, what was decided, what fits."""

from dataclasses import dataclass

from generator.assessment.advice.guidance import Guidance
from generator.assessment.advice.practice_matching import evidence_for
from generator.model.publication import City
from generator.pages.page import Head, Page
from generator.views import targets
from generator.views.city_advice import Advice, advice_for, open_proposals
from generator.views.city_header import CityHeader, city_header
from generator.views.package_matches import packages_tables
from generator.views.practices import PracticeCard, evidence_cards
from generator.views.site import Site
from generator.views.table import Table
from generator.views.unsettled_advice import Unsettled, unsettled


@dataclass(frozen=True, slots=True)
class CityRecommendations:
    """What the page of recommendations shows; `file`: where the editors answer them."""

    header: CityHeader
    advice: Advice
    packages: list[Table]
    practices: tuple[PracticeCard, ...]
    unsettled: Unsettled
    file: str


def compose_advice(site: Site, city: City) -> Page:
    """Return the page of the recommendations for a city."""
    guidance = site.guidance.get(city.id, Guidance())
    head = Head(
        target=targets.tab(city.id, "recommendations"),
        name=city.record.name,
        title=site.say("title.city-recommendations", city=city.record.name),
        description=site.say("description.city-recommendations", city=city.record.name),
        section="cities",
    )
    view = CityRecommendations(
        header=city_header(site, city, head.target),
        advice=advice_for(site, city),
        packages=list(packages_tables(site, city)),
        practices=_similar_practices(site, city, guidance),
        unsettled=unsettled(site, city, guidance.advice),
        file=f"cities/{city.id}/recommendations.yml",
    )
    return Page(head, "city-recommendations.md.jinja", view)


def _similar_practices(site: Site, city: City, guidance: Guidance) -> tuple[PracticeCard, ...]:
    """Return the practices of the most similar places that speak to what is proposed."""
    library = site.publication.recommendations
    indicators = {
        indicator
        for proposal in open_proposals(guidance)
        if not proposal.rests_on_gaps
        for indicator in library[proposal.recommendation].indicators
    }
    evidence = evidence_for(site.practices, (), indicators, guidance.similarities, city.id)
    return evidence_cards(site, evidence[: site.editorial.practices_listed])
