"""The pages of a city on which every rating is explained, one section for each."""

from collections.abc import Iterator

from generator.model.publication import City
from generator.pages.page import Page, compose_old
from generator.views.addresses import relative_address
from generator.views.city_header import city_header, tab_at
from generator.views.explanation.explain import Explanation, explain_area, explain_observable
from generator.views.explanation.places import computed_folder
from generator.views.site import Site
from generator.views.values import View


def compose_computed(site: Site, city: City) -> Iterator[Page]:
    """Yield the page "how this was computed" of the indicators, and that of the areas."""
    indicators, areas = computed_folder(city.id), computed_folder(city.id, "/")
    yield _page(site, city, indicators, [indicator_group(site, city)], areas)
    yield _page(site, city, areas, area_groups(site, city), indicators)


def _page(site: Site, city: City, folder: str, groups: list[View], other: str) -> Page:
    other_key = "section.areas" if other.endswith("/areas") else "section.indicators"
    values = {
        "header": city_header(site, city, tab_at(folder)),
        "groups": groups,
        "other": {"text": site.say(other_key), "href": relative_address(folder, other)},
    }
    return compose_old(
        site,
        "city-computed.md.jinja",
        folder,
        values,
        title=site.say("title.computed", city=city.record.name),
        description=site.say("description.computed", city=city.record.name),
        section="cities",
    )


def indicator_group(site: Site, city: City) -> View:
    """Return the explanations of all indicators and data points with a score."""
    result = site.results[city.id]
    found = [
        explain_observable(site, city, one)
        for one in result.observables.values()
        if one.score is not None
    ]
    return {"title": site.say("section.indicators"), "id": "how-indicators", "items": found}


def area_groups(site: Site, city: City) -> list[View]:
    """Return the explanations of the areas of each scheme that have something rated below."""
    framework, result = site.publication.framework, site.results[city.id]
    return [
        {
            "title": site.say("heading.areas-of", scheme=scheme.name),
            "id": f"how-areas-{scheme.scheme}",
            "items": _areas(site, city, scheme.scheme),
        }
        for scheme in framework.schemes
        if result.areas[scheme.scheme].rated
    ]


def _areas(site: Site, city: City, scheme: str) -> list[Explanation]:
    result = site.results[city.id]
    return [
        explain_area(site, city, result, result.areas[area.area])
        for area in site.publication.framework.areas
        if area.scheme == scheme and result.areas[area.area].rated
    ]
