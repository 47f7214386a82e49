"""Smart product packages: an index, and a page each with the cities that it suits."""

from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.cell import Link
from generator.views.condition_words import question
from generator.views.library_tabs import library_tabs
from generator.views.package_matches import cities_table, other_cities
from generator.views.packages import (
    costs_table,
    effects_table,
    levels_text,
    package_card,
    package_facts,
    package_fields,
    recommended_by,
    reference_projects,
    users,
)
from generator.views.practices import practice_card
from generator.views.site import Site
from generator.views.sources import listed_source

INDEX = targets.page("packages")


def compose_packages(site: Site) -> Page:
    """Return the index of packages."""
    packages = site.publication.packages
    head = Head(
        target=INDEX,
        name=site.say("title.packages"),
        description=site.say("description.packages", n=len(packages)),
        section="recommendations",
        contents=False,
        kind="kind.page",
    )
    return page(
        head,
        "packages.md.jinja",
        tabs=library_tabs(site, INDEX),
        fields=package_fields(site),
        cards=[package_card(site, name, record) for name, record in packages.items()],
    )


def compose_package(site: Site, name: str) -> Page:
    """Return the page of a package."""
    record = site.publication.packages[name]
    sources = site.publication.framework.source_of
    practices = record.references_.practices if record.references_ else ()
    head = Head(
        target=targets.package(name),
        name=record.title,
        description=record.suits.text,
        section="recommendations",
        trail=(Link(site.say("title.packages"), INDEX),),
        kind="kind.package",
        context=record.suits.text,
    )
    return page(
        head,
        "package.md.jinja",
        record=record,
        date=site.date(record.date),
        when=question(site, record.suits.when) if record.suits.when else None,
        levels=levels_text(site, record),
        effects=effects_table(site, record),
        costs=costs_table(site, record),
        facts=package_facts(site, record),
        cities=cities_table(site, name),
        others=other_cities(site, name),
        users=list(users(site, name)),
        practices=[
            practice_card(site, site.practices[key]) for key in practices if key in site.practices
        ],
        projects=reference_projects(site, record),
        recommendations=list(recommended_by(site, name)),
        sources=[listed_source(site, sources[key]) for key in record.sources],
    )
