"""Twinning of a city: recorded partnerships first, then proposals with their reasons."""

from collections.abc import Iterator
from typing import Any

from generator.assessment.comparison.twin_matching import Lead, Likeness, TwinMatch
from generator.model.city_tables import Partnership
from generator.model.publication import City
from generator.pages.city.governance import day, source_cell
from generator.pages.page import Page, compose_old
from generator.views.addresses import relative_address
from generator.views.city_header import city_header, tab_at
from generator.views.site import Site
from generator.views.sources import ENCYCLOPEDIA
from generator.views.values import View

LISTED = 5
REASONS = 3
COUNTED = ("similarity", "variables-in-common")


def twinning_folder(city: City) -> str:
    return f"cities/{city.id}/twinning"


def compose_twinning(site: Site, city: City) -> Page:
    """Return the page of the partnerships that a city has, and of those that would suit it."""
    folder = twinning_folder(city)
    matches = site.twins.get(city.id, ())
    sufficient = [one for one in matches if not one.reason]
    to_learn = [one for one in sufficient if one.match > 0][:LISTED]
    mutual = sorted(
        (one for one in sufficient if one.to_learn and one.to_teach),
        key=lambda one: (-one.mutual_match, -(one.similarity.value or 0), one.partner),
    )
    values = {
        "header": city_header(site, city, tab_at(folder)),
        "lead": _lead(site, city),
        "levels": list(_levels(site, city)),
        "without": _without(site, city),
        "by_partners": [_row_of_partner(site, *one, folder) for one in _by_partners(site, city)],
        "to_learn": [_proposal(site, city, one, one.match) for one in to_learn],
        "mutual": [_proposal(site, city, one, one.mutual_match) for one in mutual[:LISTED]],
        "sufficient": bool(sufficient),
        "similar": _similar_view(site, matches, folder),
        "minimum": site.publication.framework.policy.twinning,
        "weak": site.language.number(site.publication.framework.policy.twinning.weak_below),
        "folder": f"cities/{city.id}",
    }
    return compose_old(
        site,
        "twinning.md.jinja",
        folder,
        values,
        title=site.say("title.city-twinning", city=city.record.name),
        description=site.say("description.city-twinning", city=city.record.name),
        section="cities",
    )


def _lead(site: Site, city: City) -> str:
    """Return how many partnerships are recorded, and with how many countries."""
    rows = list(city.partnerships)
    if not rows:
        return site.say("lead.twinning-empty")
    countries = {row.country for row in rows if row.country}
    counted = site.say("count.country", n=len(countries))
    return site.say("lead.twinning", n=len(rows), countries=counted)


def _levels(site: Site, city: City) -> Iterator[View]:
    """Yield the levels of the mission that have partnerships, each as a table."""
    for level, title in site.publication.framework.words["partnership-level"].items():
        rows = [row for row in city.partnerships if row.level == level]
        if not rows:
            continue
        cells = [_partnership_cells(site, city, row) for row in rows]
        kept = [name for name in cells[0] if _is_worth_a_column(name, cells)]
        forms = {one["form"] for one in cells}
        yield {
            "title": title,
            "caption": site.say("caption.partnerships", n=len(rows)),
            "hint": site.say("twinning.all", form=forms.pop()) if "form" not in kept else "",
            "columns": [{"label": site.say(name)} for name in kept],
            "rows": [[one[name] for name in kept] for one in cells],
        }


def _by_partners(site: Site, city: City) -> Iterator[tuple[City, Partnership]]:
    """Yield what other cities record of this one and its own file does not."""
    own = {(row.partner_city, row.level) for row in city.partnerships}
    for other in site.cities:
        for row in other.partnerships:
            if row.partner_city == city.id and (other.id, row.level) not in own:
                yield other, row


def _row_of_partner(site: Site, other: City, row: Partnership, here: str) -> list[Any]:
    return [
        {"text": other.record.name, "href": relative_address(here, twinning_folder(other))},
        site.word("partnership-level", row.level),
        site.word("partnership-kind", row.kind or ""),
        site.word("partnership-status", row.status or ""),
        day(site, row.start),
        row.results or "",
    ]


def _is_worth_a_column(name: str, cells: list[View]) -> bool:
    """Return whether a column is filled; the form only if it differs between rows."""
    found = [one[name] for one in cells]
    if name == "form":
        return any(one != found[0] for one in found) or not found[0]
    return any(found)


def _without(site: Site, city: City) -> str:
    """Return the levels for which nothing is recorded, in a row."""
    recorded = {row.level for row in city.partnerships}
    levels = site.publication.framework.words["partnership-level"]
    return site.language.enumerate(name for key, name in levels.items() if key not in recorded)


def _partnership_cells(site: Site, city: City, row: Partnership) -> View:
    """Return the cells of a partnership by the label of their column."""
    here = twinning_folder(city)
    known = row.partner_city in site.publication.cities
    href = relative_address(here, f"cities/{row.partner_city}") if known else ""
    return {
        "partner": {"text": row.partner, "href": href},
        "country": site.country(row.country) if row.country else "",
        "form": site.word("partnership-kind", row.kind or ""),
        "status": site.word("partnership-status", row.status or ""),
        "since": day(site, row.start),
        "until": day(site, row.end),
        "results": row.results or "",
        "source": _source(site, city, row.source, here),
    }


def _source(site: Site, city: City, source: str, here: str) -> View:
    """Return the link to a source; one that still has to be confirmed says so."""
    found = source_cell(site, city, source, here)
    if not isinstance(found, dict):
        raise TypeError(source)
    if city.source_of[source].kind != ENCYCLOPEDIA:
        return found
    return {**found, "text": f"{found['text']} ({site.say('to-be-confirmed')})"}


def _proposal(site: Site, city: City, one: TwinMatch, match: float) -> View:
    """Return a proposed partner with everything that speaks for and against it."""
    here, number = twinning_folder(city), site.language.number
    partner = site.publication.cities[one.partner]
    lead = site.publication.framework.policy.twinning.lead_at_least
    leads = one.leads(lead)
    like, unlike = _reasons(one)
    return {
        "name": partner.record.name,
        "href": relative_address(here, f"cities/{partner.id}"),
        "country": site.country(partner.record.country),
        "match": number(match, 0),
        "similarity": number(100 * (one.similarity.value or 0), 0),
        "leads": [_lead_row(site, lead, here) for lead in leads],
        "leads_back": [_lead_row(site, lead, here) for lead in one.leads_back(lead)],
        "alike": _variables(site, like),
        "different": _variables(site, unlike),
        "priorities": area_names(site, one.shared_priorities),
        "practices": list(_practices(partner, leads, here)),
        "economies": _across(site, one),
    }


def _reasons(one: TwinMatch) -> tuple[list[Likeness], list[Likeness]]:
    """Return the context variables in which two cities are most and least alike.

    Least alike are only those below the similarity of the whole.
    """
    ordered = sorted(one.similarity.parts, key=lambda part: (-part.share, part.variable))
    whole = one.similarity.value or 0
    least = [part for part in reversed(ordered[REASONS:]) if part.share < whole]
    return ordered[:REASONS], least[:REASONS]


def _variables(site: Site, parts: list[Likeness]) -> str:
    names = site.publication.framework.context_variables.by_key()
    return site.language.enumerate(
        site.say(
            "twinning.variable",
            name=names[part.variable].name.lower(),
            share=site.language.number(100 * part.share, 0),
        )
        for part in parts
    )


def _lead_row(site: Site, lead: Lead, here: str) -> list[Any]:
    area = site.publication.framework.area_of[lead.area]
    return [
        {"text": area.name, "href": relative_address(here, f"areas/{area.area}")},
        site.language.number(lead.own, 0),
        site.language.number(lead.partner, 0),
    ]


def area_names(site: Site, areas: tuple[str, ...]) -> str:
    names = site.publication.framework.area_of
    return site.language.enumerate(names[area].name for area in areas)


def _practices(partner: City, leads: tuple[Lead, ...], here: str) -> Iterator[View]:
    """Yield the practices of the partner in the areas in which it leads."""
    areas = {lead.area for lead in leads}
    for name, document in sorted(partner.documents.items()):
        if name.startswith("practices/") and areas.intersection(document.record.areas):
            slug = name.removeprefix("practices/").removesuffix(".yml")
            address = relative_address(here, f"practices/{slug}")
            yield {"title": document.record.title, "href": address}


def _across(site: Site, one: TwinMatch) -> str:
    groups = economies(site, one)
    return site.say("twinning.economies", groups=groups) if groups else ""


def economies(site: Site, one: TwinMatch) -> str:
    """Return the two economy groups if they differ: such pairs the programme looks for."""
    own, partner = one.economy_groups
    if not own or not partner or own == partner:
        return ""
    groups = (site.word("economy-group", group) for group in (own, partner))
    return site.language.enumerate(groups)


def _similar(site: Site, matches: tuple[TwinMatch, ...]) -> list[TwinMatch]:
    """Return the cities in the most similar context, if enough of it is known for both."""
    minimum = site.publication.framework.policy.twinning.context_minimum
    known = [one for one in matches if len(one.similarity.parts) >= minimum]
    ordered = sorted(known, key=lambda one: (-(one.similarity.value or 0), one.partner))
    return ordered[:LISTED]


def _similar_view(site: Site, matches: tuple[TwinMatch, ...], here: str) -> View:
    """Return the cities in a similar context as a table, without the columns that none fills."""
    rows = [_similar_row(site, one, here) for one in _similar(site, matches)]
    kept = [name for name in (rows[0] if rows else ()) if any(row[name] for row in rows)]
    return {
        "columns": [
            {"label": site.say(name), "kind": "number" if name in COUNTED else "text"}
            for name in kept
        ],
        "rows": [[row[name] for name in kept] for row in rows],
    }


def _similar_row(site: Site, one: TwinMatch, here: str) -> View:
    """Return the cells of a similar city by the label of their column."""
    partner = site.publication.cities[one.partner]
    like, unlike = _reasons(one)
    return {
        "city": {
            "text": partner.record.name,
            "href": relative_address(here, f"cities/{partner.id}"),
        },
        "country": site.country(partner.record.country),
        "similarity": site.language.number(100 * (one.similarity.value or 0), 0),
        "variables-in-common": site.language.number(len(one.similarity.parts), 0),
        "twinning.alike": _variables(site, like),
        "twinning.different": _variables(site, unlike),
        "economy-groups": economies(site, one),
    }
