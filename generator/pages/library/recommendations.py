"""The library of recommendations: an index to narrow, and a page for each."""

from collections.abc import Iterator

from generator.assessment.advice.guidance import Guidance
from generator.assessment.advice.practice_matching import evidence_for
from generator.assessment.advice.proposals import (
    NOT_PROPOSED,
    PROPOSED,
    UNCHECKED,
    Proposal,
    is_rejected,
)
from generator.model.framework_records import LibraryRecommendation
from generator.model.publication import City
from generator.pages.library.practices import (
    ACTION,
    card,
    evidence_cards,
    goal_of,
    library_tabs,
    select,
)
from generator.pages.page import Page, compose_old, old_entry
from generator.views.addresses import relative_address
from generator.views.condition_words import because, condition_view
from generator.views.site import Site
from generator.views.sources import listed_source
from generator.views.values import View

FOLDER = "recommendations"
PRACTICES = 6


def compose_recommendations(site: Site) -> Iterator[Page]:
    """Yield the index of the library, and the page of each recommendation."""
    yield _index(site)
    for name, record in site.publication.recommendations.items():
        yield _page(site, name, record)


def _index(site: Site) -> Page:
    library = site.publication.recommendations
    framework = site.publication.framework
    groups = []
    for area in framework.children(ACTION):
        rows = [
            _row(site, name, record)
            for name, record in library.items()
            if record.areas[0] == area.area
        ]
        if rows:
            groups.append({"title": area.name, "rows": rows})
    values = {
        **library_tabs(site, FOLDER),
        "n": len(library),
        "groups": groups,
        "fields": _fields(site),
    }
    return compose_old(
        site,
        "recommendations.md.jinja",
        FOLDER,
        values,
        title=site.say("title.recommendations"),
        description=site.say("description.recommendations", n=len(library)),
        section=FOLDER,
        hide_contents=True,
    )


def _fields(site: Site) -> list[View]:
    framework, library = site.publication.framework, site.publication.recommendations
    areas = [(row.area, row.name) for row in framework.areas if row.scheme == ACTION]
    goals = {goal_of(t) for record in library.values() for t in record.sdg_targets}
    cities = [(city.id, city.record.name) for city in site.cities]
    return [
        select(site, "area", areas),
        select(site, "city", cities),
        *(
            select(site, name, list(framework.words[vocabulary].items()))
            for name, vocabulary in (
                ("addressee", "addressee"),
                ("kind", "recommendation-type"),
                ("horizon", "horizon"),
            )
        ),
        select(site, "goal", [(n, site.say("sdg.goal", number=n)) for n in sorted(goals, key=int)]),
        {"name": "words", "label": site.say("filter.words"), "kind": "search"},
    ]


def _row(site: Site, name: str, record: LibraryRecommendation) -> View:
    cities = [city for city, one in cities_in(site, name, PROPOSED) if not is_rejected(one)]
    return {
        "title": record.title,
        "href": relative_address(FOLDER, f"{FOLDER}/{name}"),
        "detail": detail(site, record),
        "proposed": site.say("recommendation.proposed-to", n=len(cities)) if cities else "",
        "data": {
            "area": " ".join(record.areas),
            "city": " ".join(city.id for city in cities),
            "addressee": record.addressee,
            "kind": record.type,
            "horizon": record.horizon,
            "goal": " ".join(sorted({goal_of(target) for target in record.sdg_targets})),
        },
    }


def detail(site: Site, record: LibraryRecommendation) -> str:
    """Return kind, horizon and effort of a recommendation in a line."""
    parts = [
        site.word("recommendation-type", record.type),
        site.word("horizon", record.horizon),
        site.word("effort", record.effort),
    ]
    if record.addressee != "city":
        parts.append(site.word("addressee", record.addressee))
    return " · ".join(parts)


def cities_in(site: Site, recommendation: str, state: str) -> list[tuple[City, Proposal]]:
    """Return the cities for which a recommendation is in a state, by name."""
    return [
        (city, one)
        for city in site.cities
        for one in site.guidance.get(city.id, Guidance()).advice.in_state(state)
        if one.recommendation == recommendation
    ]


def _page(site: Site, name: str, record: LibraryRecommendation) -> Page:
    folder = f"{FOLDER}/{name}"
    framework = site.publication.framework
    proposed = cities_in(site, name, PROPOSED)
    evidence = evidence_for(site.practices, record.practices, record.indicators, {})
    values = {
        "trail": [
            {"text": site.say("title.recommendations"), "href": relative_address(folder, FOLDER)},
            {"text": record.title},
        ],
        "record": record,
        "facts": _facts(site, record),
        "when": condition_view(site, record.when, folder),
        "unless": condition_view(site, record.unless, folder) if record.unless else None,
        **_cities(site, proposed, folder),
        "unchecked": _names(cities_in(site, name, UNCHECKED)),
        "not_proposed": _names(cities_in(site, name, NOT_PROPOSED)),
        "say_names": site.language.enumerate,
        "standards": record.standards,
        "practices": evidence_cards(site, evidence[:PRACTICES], folder),
        "packages": package_links(site, record.packages, folder),
        "indicators": [
            {
                "title": framework.indicators[key].name,
                "href": relative_address(folder, f"indicators/{key}"),
            }
            for key in record.indicators
        ],
        "sources": [listed_source(site, framework.source_of[key]) for key in record.sources],
    }
    return compose_old(
        site,
        "recommendation.md.jinja",
        folder,
        values,
        title=record.title,
        description=record.text,
        section=FOLDER,
        search=(old_entry(folder, record.title, site.say("kind.recommendation"), record.text),),
    )


def _names(found: list[tuple[City, Proposal]]) -> list[str]:
    return [city.record.name for city, _ in found]


def _facts(site: Site, record: LibraryRecommendation) -> list[View]:
    areas = site.publication.framework.area_of
    pairs = [
        ("fact.addressee", site.word("addressee", record.addressee)),
        ("fact.lead-body", record.lead_body or ""),
        ("recommendation.partners", "; ".join(record.partners)),
        ("fact.horizon", site.word("horizon", record.horizon)),
        ("fact.kind", site.word("recommendation-type", record.type)),
        ("fact.effort", site.word("effort", record.effort)),
        ("fact.areas", "; ".join(dict.fromkeys(areas[area].name for area in record.areas))),
        ("fact.targets", ", ".join(record.sdg_targets)),
    ]
    return [{"term": site.say(key), "text": text} for key, text in pairs if text]


def _cities(site: Site, proposed: list[tuple[City, Proposal]], here: str) -> View:
    """Return the cities with the reason for each; decisions only where there is one."""
    keys = ["city", "because", "priority", "decision"]
    decided = any(one.decision for _, one in proposed)
    kept = keys if decided else keys[:-1]
    rows = [_city_cells(site, city, one, here) for city, one in proposed]
    return {
        "columns": [{"label": site.say(key)} for key in kept],
        "cities": [[row[key] for key in kept] for row in rows],
    }


def _city_cells(site: Site, city: City, one: Proposal, here: str) -> View:
    reasons = [because(site, city.id, leaf, here)["text"] for leaf in one.because]
    href = relative_address(here, f"cities/{city.id}/recommendations")
    return {
        "city": {"text": city.record.name, "href": href},
        "because": {"lines": reasons},
        "priority": priority_text(site, one),
        "decision": site.word("decision", one.decision.decision) if one.decision else "",
    }


def priority_text(site: Site, one: Proposal) -> str:
    """Return a priority with its level: 0.93 (urgent)."""
    return site.say(
        "urgency.with-level",
        urgency=site.language.number(one.priority, 2),
        level=site.say(f"urgency.{one.level}"),
    )


def package_links(site: Site, names: tuple[str, ...], here: str) -> list[View]:
    packages = site.publication.packages
    return [
        {"title": packages[name].title, "href": relative_address(here, f"packages/{name}")}
        for name in names
    ]


def links_for_indicator(site: Site, indicator: str, here: str) -> View:
    """Return the recommendations, packages and practices that speak to an indicator."""
    publication = site.publication
    observables = {
        key for key, one in publication.framework.observables.items() if one.indicator == indicator
    }
    packages = tuple(
        name
        for name, record in publication.packages.items()
        if any(effect.observable in observables for effect in record.effects)
    )
    return {
        "recommendations": [
            {"title": record.title, "href": relative_address(here, f"{FOLDER}/{name}")}
            for name, record in publication.recommendations.items()
            if indicator in record.indicators
        ],
        "packages": package_links(site, packages, here),
        "practices": [
            card(site, one.practice, here)
            for one in evidence_for(site.practices, (), (indicator,), {})[:PRACTICES]
        ],
    }
