"""The library of good practices: an index to narrow, and a page each."""

from generator.assessment.advice.practice_matching import packages_for
from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.cell import Link
from generator.views.library_links import indicator_links, package_links, recommendation_links
from generator.views.library_tabs import library_tabs
from generator.views.practice_details import (
    practice_facts,
    practice_sources,
    reproductions,
    results_table,
    transfer_conditions,
)
from generator.views.practice_takers import takers_table
from generator.views.practices import (
    filtered_card,
    headline_outcome,
    ordered_practices,
    place_text,
    practice_fields,
)
from generator.views.site import Site

INDEX = targets.page("practices")


def compose_practices(site: Site) -> Page:
    """Return the index of practices."""
    practices = ordered_practices(site.practices.values())
    head = Head(
        target=INDEX,
        name=site.say("title.practices"),
        description=site.say("description.practices", n=len(practices)),
        section="recommendations",
        contents=False,
        kind="kind.page",
    )
    return page(
        head,
        "practices.md.jinja",
        tabs=library_tabs(site, INDEX),
        countries=len({practice.country for practice in practices}),
        fields=practice_fields(site, practices),
        cards=[filtered_card(site, practice) for practice in practices],
    )


def compose_practice(site: Site, name: str) -> Page:
    """Return the page of a practice."""
    practice = site.practices[name]
    record, place = practice.record, place_text(site, practice)
    head = Head(
        target=targets.practice(practice.id),
        name=record.title,
        description=record.summary,
        section="recommendations",
        trail=(Link(site.say("title.practices"), INDEX),),
        kind="kind.practice",
        context=place,
        contents=False,
    )
    return page(
        head,
        "practice.md.jinja",
        place=place,
        summary=record.summary,
        headline=headline_outcome(site, practice),
        results=results_table(site, practice),
        facts=practice_facts(site, practice),
        conditions=transfer_conditions(site, practice),
        reproduced=reproductions(site, practice),
        recommendations=recommendation_links(
            site,
            (
                name
                for name, recommendation in site.publication.recommendations.items()
                if practice.id in recommendation.practices
            ),
        ),
        packages=package_links(site, packages_for(site.publication.packages, practice)),
        indicators=indicator_links(site, record.indicators),
        takers=takers_table(site, practice),
        sources=practice_sources(site, practice),
    )
