"""The areas under each scheme: what belongs to them, and how the cities stand."""

from generator.model.framework_tables import Area, Scheme
from generator.pages.link_list import compose_links
from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.areas import (
    area_trail,
    area_tree,
    areas_below,
    cities_in_area,
    indicators_of_area,
    scheme_items,
)
from generator.views.cell import Link
from generator.views.site import Site
from generator.views.sources import listed_source

SCHEMES = targets.page("areas")


def compose_schemes(site: Site) -> Page:
    """Return the page of the schemes."""
    head = Head(
        target=SCHEMES,
        name=site.say("section.areas"),
        description=site.say("description.areas"),
        section="areas",
        kind="kind.page",
    )
    return compose_links(site, head, scheme_items(site))


def compose_area(site: Site, name: str) -> Page:
    """Return the page of an area, or of a scheme."""
    framework = site.publication.framework
    scheme = framework.schemes.by_key().get(name)
    return _scheme_page(site, scheme) if scheme else _area_page(site, framework.area_of[name])


def _scheme_page(site: Site, scheme: Scheme) -> Page:
    source = site.publication.framework.source_of.get(scheme.source or "")
    head = Head(
        target=targets.area(scheme.scheme),
        name=scheme.name,
        description=scheme.description,
        section="areas",
        trail=(Link(site.say("section.areas"), SCHEMES),),
        kind="kind.scheme",
        context=scheme.description,
        contents=False,
    )
    return page(
        head,
        "scheme.md.jinja",
        description=scheme.description,
        tree=area_tree(site, scheme.scheme),
        sources=[listed_source(site, source)] if source else [],
    )


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
        extra=" ".join((area.description or "", *area.names)).strip(),
    )
    return page(
        head,
        "area.md.jinja",
        eyebrow=scheme.name,
        description=area.description or "",
        below=areas_below(site, area.area),
        cities=cities_in_area(site, area.area),
        indicators=indicators_of_area(site, area.area),
    )
