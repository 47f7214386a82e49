"""The areas of each scheme: what belongs to them, the way to them, and how the cities stand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.assessment.comparison.ranking import Ranked
from generator.model.framework_tables import Area
from generator.views import targets
from generator.views.area_rows import AreaRow, area_row, certainty_text
from generator.views.cell import Link, ListItem
from generator.views.indicator_cities import CityFigure, city_figures
from generator.views.ranks import rank_text, tiers
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
class CityGroup:
    """Cities that stand together in an area; without a title where there are no ranks."""

    title: str
    rows: tuple[AreaRow, ...]


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


def city_groups(site: Site, area: str) -> list[CityGroup]:
    """Return the cities by name; where there are ranks, in groups of those not told apart."""
    ranked = {one.city: one for one in site.compared.rankings.get(area, ())}

    def rows(cities: tuple[str, ...]) -> tuple[AreaRow, ...]:
        return tuple(_city_row(site, city, area, ranked) for city in cities)

    if not ranked:
        return [CityGroup("", rows(tuple(city.id for city in site.cities)))]
    return [CityGroup(tier.title, rows(tier.cities)) for tier in tiers(site, area)]


def _city_row(site: Site, city: str, area: str, ranked: Mapping[str, Ranked]) -> AreaRow:
    """Return a city's standing in an area, with its rank if it has one."""
    result, place = site.results[city], ranked.get(city)
    rank = site.say("rank.line", rank=rank_text(site, place, len(ranked))) if place else ""
    return replace(
        area_row(site, result, area, 1),
        name=site.publication.cities[city].record.name,
        target=targets.city(city),
        peers=rank,
        certainty=certainty_text(site, result.areas[area]),
    )


def indicators_of_area(site: Site, area: str) -> list[IndicatorOfArea]:
    """Return the indicators of an area and of all below it."""
    placed = site.publication.framework.placed_below(area)
    return [_indicator(site, name) for name in placed]


def _indicator(site: Site, name: str) -> IndicatorOfArea:
    figures = tuple(city_figures(site, name))
    reporting = len({one.target for one in figures})
    return IndicatorOfArea(
        id=targets.anchor(name),
        name=site.publication.framework.indicators[name].name,
        target=targets.indicator(name),
        figures=() if site.is_large else figures,
        reporting=site.say("n-of-m", n=reporting, m=len(site.cities)) if site.is_large else "",
    )
