"""Where the chain from finding to recommendation is broken."""

from generator.assessment.advice.guidance import Guidance
from generator.assessment.advice.proposals import CityAdvice
from generator.frozen import dataclass
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Link
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out


@dataclass(frozen=True, slots=True)
class Unanswered:
    """An area of a city with weak figures that no recommendation answers."""

    city: Link
    area: Link
    figures: str


@dataclass(frozen=True, slots=True)
class Unfounded:
    """A recommendation of a city that no figure bears out."""

    city: Link
    recommendation: Link


def unanswered_table(site: Site) -> Table:
    """Return the areas with weak figures that no recommendation answers, by city."""
    framework = site.publication.framework
    rows = (
        Unanswered(
            city=_advised(city),
            area=Link(framework.area_of[area].name, targets.area(area)),
            figures=site.language.enumerate(framework.indicators[one].name for one in weak),
        )
        for city in site.cities
        for area, weak in _advice(site, city).unanswered.items()
    )
    columns = [
        Column[Unanswered]("city", site.say("city"), lambda row: row.city),
        Column[Unanswered]("area", site.say("area"), lambda row: row.area),
        Column[Unanswered]("indicators", site.say("section.indicators"), lambda row: row.figures),
    ]
    return lay_out(site.say("caption.unanswered"), columns, rows)


def unfounded_table(site: Site) -> Table:
    """Return the recommendations of the cities that no figure bears out."""
    rows = (
        Unfounded(
            _advised(city),
            Link(_advice(site, city).own[one].title, targets.city_recommendation(city.id, one)),
        )
        for city in site.cities
        for one in _advice(site, city).unfounded
    )
    columns = [
        Column[Unfounded]("city", site.say("city"), lambda row: row.city),
        Column[Unfounded](
            "recommendation", site.say("recommendation"), lambda row: row.recommendation
        ),
    ]
    return lay_out(site.say("caption.unfounded"), columns, rows)


def _advice(site: Site, city: City) -> CityAdvice:
    return site.guidance.get(city.id, Guidance()).advice


def _advised(city: City) -> Link:
    """Return the name of a city, leading to what it is advised."""
    return Link(city.record.name, targets.tab(city.id, "recommendations"))
