"""The areas under each scheme: what belongs to them, and how the cities stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.framework_tables import Area, Scheme
from generator.pages.link_list import compose_links
from generator.pages.page import Head, Page
from generator.views import targets
from generator.views.areas import (
    CityGroup,
    IndicatorOfArea,
    ListedArea,
    area_trail,
    area_tree,
    areas_below,
    city_groups,
    indicators_of_area,
    scheme_items,
)
from generator.views.cell import Link
from generator.views.site import Site
from generator.views.sources import ListedSource, listed_source


@dataclass(frozen=True, slots=True)
class SchemePage:
    """What the page of a scheme shows."""

    description: str
    tree: list[ListedArea]
    sources: list[ListedSource]


@dataclass(frozen=True, slots=True)
class AreaPage:
    """What the page of an area shows; `ranked`: whether the cities have ranks in it."""

    eyebrow: str
    description: str
    below: list[ListedArea]
    groups: list[CityGroup]
    ranked: bool
    indicators: list[IndicatorOfArea]


def compose_areas(site: Site) -> Iterator[Page]:
    """Yield the page of the schemes, of each scheme, and of each area."""
    framework = site.publication.framework
    yield _schemes_page(site)
    for scheme in framework.schemes:
        yield _scheme_page(site, scheme)
    for area in framework.areas:
        yield _area_page(site, area)


def _schemes_page(site: Site) -> Page:
    head = Head(
        target=targets.page("areas"),
        name=site.say("section.areas"),
        description=site.say("description.areas"),
        section="areas",
        kind="kind.page",
    )
    return compose_links(site, head, scheme_items(site))


def _scheme_page(site: Site, scheme: Scheme) -> Page:
    source = site.publication.framework.source_of.get(scheme.source or "")
    head = Head(
        target=targets.area(scheme.scheme),
        name=scheme.name,
        description=scheme.description,
        section="areas",
        trail=(Link(site.say("section.areas"), targets.page("areas")),),
        kind="kind.scheme",
        context=scheme.description,
        contents=False,
    )
    view = SchemePage(
        description=scheme.description,
        tree=area_tree(site, scheme.scheme),
        sources=[listed_source(site, source)] if source else [],
    )
    return Page(head, "scheme.md.jinja", view)


def _area_page(site: Site, area: Area) -> Page:
    scheme = site.publication.framework.schemes.by_key()[area.scheme]
    head = Head(
        target=targets.area(area.area),
        name=area.name,
        description=area.description or area.name,
        section="areas",
        trail=area_trail(site, area),
        kind="kind.area",
        context=scheme.name,
        extra=area.description or "",
    )
    view = AreaPage(
        eyebrow=scheme.name,
        description=area.description or "",
        below=areas_below(site, area.area),
        groups=city_groups(site, area.area),
        ranked=area.area in site.compared.rankings,
        indicators=indicators_of_area(site, area.area),
    )
    return Page(head, "area.md.jinja", view)
