"""The areas of each scheme: what belongs to them, the way to them, and how the cities stand."""

from collections.abc import Sequence
from dataclasses import replace

from generator.assessment.evidence_states import Standing
from generator.frozen import dataclass
from generator.model.framework_tables import Area
from generator.views import targets
from generator.views.area_rows import AreaRow, area_row, certainty_text
from generator.views.cell import Link, ListItem
from generator.views.indicator_cities import CityFigure, city_figures
from generator.views.site import Site
from generator.views.targets import Target


@dataclass(frozen=True, slots=True)
class ListedArea:
    """An area in a list, with how many indicators stand in it, and the areas right below."""

    name: str
    target: Target
    description: str
    count: str
    below: tuple["ListedArea", ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorOfArea:
    """An indicator with the figures of the cities that report it.

    Where the cities are too many to list, `reporting` tells how many do instead.
    """

    id: str
    name: str
    target: Target
    figures: tuple[CityFigure, ...]
    reporting: str


def scheme_items(site: Site) -> list[ListItem]:
    """Return the schemes with what each is."""
    return [
        ListItem(row.name, targets.area(row.scheme), text=row.description)
        for row in sorted(site.publication.framework.schemes, key=lambda row: row.position)
    ]


def area_tree(site: Site, scheme: str) -> list[ListedArea]:
    """Return the top areas of a scheme, with those right below them."""
    return [
        replace(listed_area(site, top), below=tuple(areas_below(site, top.area)))
        for top in site.publication.framework.children(scheme)
    ]


def areas_below(site: Site, area: str) -> list[ListedArea]:
    """Return the areas right below an area."""
    return [listed_area(site, below) for below in site.publication.framework.children(area)]


def listed_area(site: Site, area: Area) -> ListedArea:
    """Return an area for a list, without those below it."""
    placed = site.publication.framework.placed_below(area.area)
    count = site.say("count.indicators", n=len(placed))
    return ListedArea(area.name, targets.area(area.area), area.description or "", count)


def areas_to(site: Site, area: Area) -> tuple[Link, ...]:
    """Return the way to an area from the top of its scheme, itself last."""
    framework, parts = site.publication.framework, area.area.split("/")
    above = (framework.area_of["/".join(parts[:end])] for end in range(2, len(parts) + 1))
    return tuple(Link(one.name, targets.area(one.area)) for one in above)


def area_trail(site: Site, area: Area) -> tuple[Link, ...]:
    """Return the way to an area through its scheme and the areas above it."""
    scheme = site.publication.framework.schemes.by_key()[area.scheme]
    index = Link(site.say("section.areas"), targets.page("areas"))
    above = areas_to(site, area)[:-1]
    return (index, Link(scheme.name, targets.area(scheme.scheme)), *above)


def cities_in_area(site: Site, area: str) -> list[AreaRow]:
    """Return how each city stands in an area, by name: no area makes an order of cities."""
    return [
        replace(
            area_row(site, site.results[city.id], area, 1),
            name=city.record.name,
            target=targets.city(city.id),
            certainty=certainty_text(site, site.results[city.id].areas[area]),
        )
        for city in site.cities
    ]


def indicators_of_area(site: Site, area: str) -> list[IndicatorOfArea]:
    """Return the indicators of an area and of all below it."""
    placed, standings = site.publication.framework.placed_below(area), site.standings
    known = [standings[city].indicators for city in site.publication.cities]
    return [_indicator(site, name, [one[name] for one in known]) for name in placed]


def _indicator(site: Site, name: str, standings: Sequence[Standing]) -> IndicatorOfArea:
    """Return an indicator; `standings` are those of all cities in it."""
    reporting = sum(one.is_reported for one in standings)
    return IndicatorOfArea(
        id=targets.anchor(name),
        name=site.publication.framework.indicators[name].name,
        target=targets.indicator(name),
        figures=() if site.is_large else tuple(city_figures(site, name)),
        reporting=site.say("n-of-m", n=reporting, m=len(standings)) if site.is_large else "",
    )
