"""Twinning over all cities: pairs on record among them, and the strongest proposals."""

from collections.abc import Iterator
from typing import Any

from generator.assessment.comparison.twin_matching import TwinMatch
from generator.model.city_tables import Partnership
from generator.model.publication import City
from generator.pages.city.governance import day
from generator.pages.city.twinning import area_names, economies, twinning_folder
from generator.pages.page import Page, compose_old, old_entry
from generator.views.addresses import relative_address
from generator.views.site import Site

FOLDER = "twinning"
LISTED = 20


def compose_twinning_overview(site: Site) -> Page:
    """Return the page of all partnerships among the cities, and of the best proposals."""
    pairs = list(_pairs(site))
    title = site.say("title.twinning")
    lead = site.say("lead.twinning-overview", n=len(pairs))
    values = {
        "name": title,
        "lead": lead,
        "pairs": [_pair_row(site, city, row) for city, row in pairs],
        "proposals": [_proposal_row(site, one) for one in _best(site)],
        "minimum": site.publication.framework.policy.twinning,
        "cities": [
            {
                "title": city.record.name,
                "href": relative_address(FOLDER, twinning_folder(city)),
                "text": site.say("caption.partnerships", n=len(city.partnerships.rows)),
            }
            for city in site.cities
        ],
    }
    return compose_old(
        site,
        "twinning-overview.md.jinja",
        FOLDER,
        values,
        title=title,
        description=site.say("description.twinning"),
        section="programme",
        search=(old_entry(FOLDER, title, site.say("kind.page")),),
    )


def _pairs(site: Site) -> Iterator[tuple[City, Partnership]]:
    """Yield the partnerships among the cities; what both record once, as the first says it."""
    seen = set()
    for city in site.cities:
        for row in city.partnerships:
            key = (row.level, row.kind, frozenset({city.id, row.partner_city}))
            if row.partner_city in site.publication.cities and key not in seen:
                seen.add(key)
                yield city, row


def _pair_row(site: Site, city: City, row: Partnership) -> list[Any]:
    partner = site.publication.cities[row.partner_city or ""]
    return [
        {"text": city.record.name, "href": relative_address(FOLDER, twinning_folder(city))},
        {"text": partner.record.name, "href": relative_address(FOLDER, twinning_folder(partner))},
        site.word("partnership-level", row.level),
        site.word("partnership-kind", row.kind or ""),
        day(site, row.start),
        row.results or "",
    ]


def _best(site: Site) -> list[TwinMatch]:
    """Return the strongest proposals over all cities, the best first."""
    found = [
        one for matches in site.twins.values() for one in matches if not one.reason and one.match
    ]
    return sorted(found, key=lambda one: (-one.match, one.city, one.partner))[:LISTED]


def _proposal_row(site: Site, one: TwinMatch) -> list[Any]:
    city, partner = (site.publication.cities[name] for name in (one.city, one.partner))
    leads = one.leads(site.publication.framework.policy.twinning.lead_at_least)
    return [
        {"text": city.record.name, "href": relative_address(FOLDER, twinning_folder(city))},
        {"text": partner.record.name, "href": relative_address(FOLDER, f"cities/{partner.id}")},
        site.language.number(one.match, 0),
        area_names(site, tuple(lead.area for lead in leads)),
        economies(site, one),
    ]
