"""What the start page shows: cities on a map and by country, one chart, what is new, four doors."""

from dataclasses import replace

from generator.assessment.comparison.roll_up import population_of
from generator.assessment.evidence_states import count_standings
from generator.frozen import dataclass
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Link, ListItem
from generator.views.city_list import CityName, NameGroup, by_country, city_name
from generator.views.coverage_map import WIDE, DotMap, lay_out_map
from generator.views.downloads import indicator_downloads
from generator.views.indicator_cities import CityFigure, ObservableChapter, observable_chapters
from generator.views.on_record import has_profile, profiled
from generator.views.programme_coverage import spots
from generator.views.revision_log import figure_text, revised
from generator.views.site import Site
from generator.views.targets import Target


@dataclass(frozen=True, slots=True)
class FrontChart:
    """An indicator in all cities. `title`: its least and its greatest figure; `about`: its unit."""

    title: str
    about: str
    chapter: ObservableChapter
    target: Target
    table: Target


@dataclass(frozen=True, slots=True)
class Door:
    """Where somebody who comes with a purpose goes on."""

    title: str
    links: tuple[Link, ...]


DOORS = {
    "govern": ("compare", "practices", "programme/ask"),
    "finance": ("projects", "packages", "programme/resources"),
    "check": ("methodology", "data", "data-quality"),
    "keep": ("contribute", "editors", "revisions"),
}
"""Who comes, and the pages that answer them."""


def doors(site: Site) -> list[Door]:
    """Return the doors, each page in the words of who looks for it."""
    return [
        Door(
            site.say(f"door.{who}"),
            tuple(Link(site.say(f"door.{page}"), targets.page(page)) for page in pages),
        )
        for who, pages in DOORS.items()
    ]


def counts_text(site: Site) -> str:
    """Return how many cities have a profile, how many are on record, and of how many indicators."""
    profiles = len(profiled(site, site.cities))
    others = len(site.cities) - profiles
    return site.say(
        "home.counts-on-record" if others else "home.counts",
        n=profiles,
        others=others,
        indicators=len(site.publication.framework.indicators),
    )


def cities_by_country(site: Site) -> list[NameGroup]:
    """Return all cities under their countries, each with how many indicators have a figure.

    Of a city that has no profile it is said that it is on record.
    """

    def counted(city: City) -> CityName:
        count = count_standings(site.standings[city.id].indicators.values()).figures
        key = "home.figures" if has_profile(site, city) else "home.figures-on-record"
        return replace(city_name(city), text=site.say(key, n=count))

    return by_country(site, counted)


def map_of_cities(site: Site) -> DotMap | None:
    """Return all cities on a map; those of most people are named first."""
    people = {targets.city(city.id): population_of(city) or 0.0 for city in site.cities}
    return lay_out_map(sorted(spots(site), key=lambda spot: -people[spot.target]), WIDE)


def front_chart(site: Site) -> FrontChart | None:
    """Return the chart of the indicator that the publication names, if cities have places in it."""
    indicator = site.publication.record.front_indicator
    if indicator is None:
        return None
    chapter = observable_chapters(site, indicator)[0]
    if chapter.strip is None:
        return None
    placed = sorted(
        (row for row in chapter.figures if row.amount is not None and (row.tick or row.bar)),
        key=lambda row: row.amount or 0.0,
    )
    years = sorted({row.value.period for row in placed})
    return FrontChart(
        title=site.say(
            "home.finding", indicator=chapter.name, first=_told(placed[0]), last=_told(placed[-1])
        ),
        about=site.say(
            "home.finding-about", unit=placed[0].value.unit, first=years[0], last=years[-1]
        ),
        chapter=chapter,
        target=targets.indicator(indicator),
        table=indicator_downloads(site, indicator)[0].target,
    )


def newest_revisions(site: Site) -> list[ListItem]:
    """Return the latest revisions, as many as are listed."""
    return [
        ListItem(
            one.city.record.name,
            one.target,
            date=site.language.date(one.row.date),
            text=figure_text(site, one),
        )
        for one in revised(site)[: site.editorial.newest_listed]
    ]


def _told(row: CityFigure) -> str:
    return f"{row.value.number} ({row.name})"
