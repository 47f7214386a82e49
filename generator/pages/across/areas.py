"""The areas under each scheme: what belongs to them, and how the cities stand."""

from collections.abc import Iterator
from dataclasses import replace

from generator.assessment.comparison.ranking import Ranked
from generator.model.framework_tables import Area, Scheme
from generator.pages.page import Page, compose_old, old_entry
from generator.views import targets
from generator.views.addresses import relative_address
from generator.views.area_rows import AreaRow, area_row, certainty_text
from generator.views.ranks import rank_text, tiers
from generator.views.site import Site
from generator.views.sources import listed_source
from generator.views.values import View, mark_of, unit_label, value_view, word_of


def compose_areas(site: Site) -> Iterator[Page]:
    """Yield the page of the schemes, of each scheme, and of each area."""
    framework = site.publication.framework
    yield _schemes_page(site)
    for scheme in framework.schemes:
        yield _scheme_page(site, scheme)
    for area in framework.areas:
        yield _area_page(site, area)


def _schemes_page(site: Site) -> Page:
    folder = "areas"
    schemes = [
        {
            "title": scheme.name,
            "href": relative_address(folder, f"areas/{scheme.scheme}"),
            "text": scheme.description,
        }
        for scheme in site.publication.framework.schemes
    ]
    return compose_old(
        site,
        "areas.md.jinja",
        folder,
        {"schemes": schemes},
        title=site.say("section.areas"),
        description=site.say("description.areas"),
        section="areas",
        search=(old_entry(folder, site.say("section.areas"), site.say("kind.page")),),
    )


def _scheme_page(site: Site, scheme: Scheme) -> Page:
    framework, folder = site.publication.framework, f"areas/{scheme.scheme}"
    tree = [
        {**_link(site, top, folder), "below": [
            _link(site, area, folder) for area in framework.children(top.area)
        ]}
        for top in framework.children(scheme.scheme)
    ]  # fmt: skip
    source = framework.source_of.get(scheme.source or "")
    values = {
        "name": scheme.name,
        "description": scheme.description,
        "tree": tree,
        "trail": [
            {"text": site.say("section.areas"), "href": relative_address(folder, "areas")},
            {"text": scheme.name},
        ],
        "sources": [listed_source(site, source)] if source else [],
    }
    return compose_old(
        site,
        "scheme.md.jinja",
        folder,
        values,
        title=scheme.name,
        description=scheme.description,
        section="areas",
        hide_contents=True,
        search=(old_entry(folder, scheme.name, site.say("kind.scheme"), scheme.description),),
    )


def _link(site: Site, area: Area, here: str) -> View:
    placed = site.publication.framework.placed_below(area.area)
    return {
        "name": area.name,
        "href": relative_address(here, f"areas/{area.area}"),
        "description": area.description or "",
        "count": site.say("count.indicators", n=len(placed)),
    }


def _area_page(site: Site, area: Area) -> Page:
    framework, folder = site.publication.framework, f"areas/{area.area}"
    scheme = framework.schemes.by_key()[area.scheme]
    values = {
        "name": area.name,
        "eyebrow": scheme.name,
        "description": area.description or "",
        "trail": _trail(site, area, scheme, folder),
        "below": [_link(site, child, folder) for child in framework.children(area.area)],
        "groups": _city_groups(site, area.area, folder),
        "ranked": area.area in site.compared.rankings,
        "indicators": [_indicator_view(site, name, folder) for name in _placed(site, area)],
    }
    return compose_old(
        site,
        "area.md.jinja",
        folder,
        values,
        title=area.name,
        description=area.description or area.name,
        section="areas",
        search=(
            old_entry(
                folder, area.name, site.say("kind.area"), scheme.name, area.description or ""
            ),
        ),
    )


def _placed(site: Site, area: Area) -> tuple[str, ...]:
    return site.publication.framework.placed_below(area.area)


def _trail(site: Site, area: Area, scheme: Scheme, here: str) -> list[View]:
    items = [
        {"text": site.say("section.areas"), "href": relative_address(here, "areas")},
        {"text": scheme.name, "href": relative_address(here, f"areas/{scheme.scheme}")},
    ]
    parts = area.area.split("/")
    for depth in range(2, len(parts)):
        above = site.publication.framework.area_of["/".join(parts[:depth])]
        items.append({"text": above.name, "href": relative_address(here, f"areas/{above.area}")})
    return [*items, {"text": area.name}]


def _city_groups(site: Site, area: str, here: str) -> list[View]:
    """Return the cities by name; where there are ranks, in groups of those not told apart."""
    together = tiers(site, area) or [("", [city.id for city in site.cities])]
    places = {one.city: one for one in site.compared.rankings.get(area, ())}
    return [
        {
            "title": title,
            "rows": [
                replace(
                    _city_row(site, city, area, here),
                    peers=_rank_line(site, places.get(city), len(places)),
                )
                for city in cities
            ],
        }
        for title, cities in together
    ]


def _rank_line(site: Site, one: Ranked | None, cities: int) -> str:
    return site.say("rank.line", rank=rank_text(site, one, cities)) if one else ""


def _city_row(site: Site, city: str, area: str, here: str) -> AreaRow:
    """Return a city's standing in an area."""
    place = site.publication.cities[city]
    return replace(
        area_row(site, site.results[city], area, 1),
        name=place.record.name,
        target=targets.city(city),
        certainty=certainty_text(site, site.results[city].areas[area]),
    )


def _indicator_view(site: Site, indicator: str, here: str) -> View:
    """Return an indicator with the cities that report it."""
    framework = site.publication.framework
    rows = []
    for city in site.cities:
        for one in site.results[city.id].indicators[indicator].carriers:
            if one.selection.value is None or one.selection.shown is None:
                continue
            name = city.record.name
            if one.observable.is_data_point:
                name = f"{name}, {one.observable.name}"
            rows.append(
                {
                    "name": name,
                    "href": relative_address(here, f"cities/{city.id}"),
                    "value": value_view(site, one.selection.shown, one.observable, city.id),
                    "band": mark_of(one),
                    "word": word_of(site, one),
                }
            )
    record = framework.indicators[indicator]
    return {
        "id": targets.anchor(indicator),
        "name": record.name,
        "href": relative_address(here, f"indicators/{indicator}"),
        "unit": unit_label(site, record.unit),
        "rows": rows,
    }
