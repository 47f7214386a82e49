"""The list of cities to narrow and to sort: by country, economy, size, figures, targets reached."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.assessment.comparison.roll_up import POPULATION
from generator.assessment.results import REACHED
from generator.model.publication import City
from generator.views.city_list import CityRow, city_row, top_areas
from generator.views.filters import Field, choice, search_field
from generator.views.site import Site

ECONOMY = "economy-group"


def filtered_row(site: Site, city: City) -> CityRow:
    """Return a city as a row with what the list is narrowed and sorted by."""
    row = city_row(site, city)
    population = city.context_in_use(POPULATION)
    data = {
        "name": row.name,
        "country": city.record.country,
        "economy": _economy(city),
        "people": f"{float(population.value):.0f}" if population else "",
        "figures": str(row.evidence.figures),
        "benchmarks": str(row.evidence.benchmarks),
        "rated": str(row.evidence.rated),
        "updated": row.updated if row.updated.isdecimal() else "",
        "reached": " ".join(_reached(site, city)),
    }
    return replace(row, data={key: text for key, text in data.items() if text})


def city_fields(site: Site, rows: Sequence[CityRow]) -> list[Field]:
    """Return the fields that narrow some cities, with the options that occur among them."""
    groups = site.publication.framework.words.get(ECONOMY, {})
    countries = sorted({row.data["country"] for row in rows}, key=site.country)
    economies = {row.data.get("economy") for row in rows}
    reached = {area for row in rows for area in row.data.get("reached", "").split()}
    areas = {area.area: area.name for area in top_areas(site) if area.area in reached}
    return [
        choice(
            "country", site.say("filter.country"), {one: site.country(one) for one in countries}
        ),
        choice(
            "economy",
            site.say("filter.economy"),
            {key: name for key, name in groups.items() if key in economies},
        ),
        choice("reached", site.say("filter.reached"), areas),
        search_field(site),
        Field("people", site.say("filter.people-least"), "number"),
        Field("people", site.say("filter.people-most"), "number", at_most=True),
        Field("figures", site.say("filter.figures-least"), "number"),
    ]


def _economy(city: City) -> str:
    row = city.context_in_use(ECONOMY)
    return str(row.value) if row else ""


def _reached(site: Site, city: City) -> Iterator[str]:
    """Yield the top areas in which the city has reached a target."""
    framework, standings = site.publication.framework, site.standings[city.id]
    signs = {[*framework.policy.bands][-1], REACHED}
    for area in top_areas(site):
        if any(one.sign in signs for one in standings.of(framework.placed_below(area.area))):
            yield area.area
