"""The library of good practices: an index to narrow, and a page each."""

from dataclasses import dataclass

from generator.assessment.advice.practice_matching import packages_for
from generator.pages.page import Head, Page
from generator.views import targets
from generator.views.cell import Link, Term
from generator.views.city_header import Tab
from generator.views.filters import Field
from generator.views.library_links import indicator_links, package_links, recommendation_links
from generator.views.library_tabs import library_tabs
from generator.views.practice_details import (
    practice_facts,
    practice_sources,
    reproductions,
    results_table,
    transfer_conditions,
)
from generator.views.practices import (
    Outcome,
    PracticeCard,
    headline_outcome,
    ordered_practices,
    place_text,
    practice_card,
    practice_fields,
)
from generator.views.site import Site
from generator.views.sources import ListedSource
from generator.views.table import Table

INDEX = targets.page("practices")


@dataclass(frozen=True, slots=True)
class PracticeIndex:
    """What the index of practices shows; `countries`: from how many they come."""

    tabs: tuple[Tab, ...]
    countries: int
    fields: list[Field]
    cards: list[PracticeCard]


@dataclass(frozen=True, slots=True)
class PracticePage:
    """What the page of a practice shows; `headline`: the result that says most."""

    place: str
    summary: str
    headline: Outcome | None
    results: Table
    facts: list[Term]
    conditions: list[str]
    reproduced: list[Link]
    recommendations: tuple[Link, ...]
    packages: tuple[Link, ...]
    indicators: tuple[Link, ...]
    sources: list[ListedSource]


def compose_practices(site: Site) -> Page:
    """Return the index of practices."""
    practices = ordered_practices(site.practices.values())
    head = Head(
        target=INDEX,
        name=site.say("title.practices"),
        description=site.say("description.practices", n=len(practices)),
        section="recommendations",
        contents=False,
    )
    view = PracticeIndex(
        tabs=library_tabs(site, INDEX),
        countries=len({practice.country for practice in practices}),
        fields=practice_fields(site, practices),
        cards=[practice_card(site, practice) for practice in practices],
    )
    return Page(head, "practices.md.jinja", view)


def compose_practice(site: Site, name: str) -> Page:
    """Return the page of a practice."""
    practice = site.practices[name]
    record, publication = practice.record, site.publication
    view = PracticePage(
        place=place_text(site, practice),
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
                for name, recommendation in publication.recommendations.items()
                if practice.id in recommendation.practices
            ),
        ),
        packages=package_links(site, packages_for(publication.packages, practice)),
        indicators=indicator_links(site, record.indicators),
        sources=practice_sources(site, practice),
    )
    head = Head(
        target=targets.practice(practice.id),
        name=record.title,
        description=record.summary,
        section="recommendations",
        trail=(Link(site.say("title.practices"), INDEX),),
        kind="kind.practice",
        context=view.place,
        contents=False,
    )
    return Page(head, "practice.md.jinja", view)
