"""The library of recommendations: an index to narrow, and a page for each."""

from generator.assessment.advice.practice_matching import evidence_for
from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.cell import Link
from generator.views.condition_words import question
from generator.views.library_links import indicator_links, package_links
from generator.views.library_tabs import library_tabs
from generator.views.practices import evidence_cards
from generator.views.recommendations import (
    not_proposed_to,
    proposed_to,
    recommendation_facts,
    recommendation_fields,
    recommendation_groups,
)
from generator.views.site import Site
from generator.views.sources import listed_source

INDEX = targets.page("recommendations")


def compose_recommendations(site: Site) -> Page:
    """Return the index of recommendations."""
    total = len(site.publication.recommendations)
    head = Head(
        target=INDEX,
        name=site.say("title.recommendations"),
        description=site.say("description.recommendations", n=total),
        section="recommendations",
        contents=False,
        kind="kind.page",
    )
    return page(
        head,
        "recommendations.md.jinja",
        tabs=library_tabs(site, INDEX),
        total=total,
        fields=recommendation_fields(site),
        groups=list(recommendation_groups(site)),
    )


def compose_recommendation(site: Site, name: str) -> Page:
    """Return the page of a recommendation."""
    record = site.publication.recommendations[name]
    sources = site.publication.framework.source_of
    evidence = evidence_for(site.practices, record.practices, record.indicators, {})
    head = Head(
        target=targets.recommendation(name),
        name=record.title,
        description=record.text,
        section="recommendations",
        trail=(Link(site.say("title.recommendations"), INDEX),),
        kind="kind.recommendation",
        context=record.text,
    )
    return page(
        head,
        "recommendation.md.jinja",
        record=record,
        date=site.date(record.date),
        facts=recommendation_facts(site, record),
        when=question(site, record.when),
        unless=question(site, record.unless) if record.unless else None,
        cities=proposed_to(site, name),
        others=not_proposed_to(site, name),
        practices=evidence_cards(site, evidence[: site.editorial.practices_listed]),
        packages=package_links(site, record.packages),
        indicators=indicator_links(site, record.indicators),
        sources=[listed_source(site, sources[key]) for key in record.sources],
    )
