"""Which cities there are: the eight of `world.yml`, then others that follow one of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tests.world.world import World


@dataclass(frozen=True)
class Place:
    """A city to be written: its number from 0, its settings, and the words of its texts."""

    number: int
    id: str
    settings: Mapping[str, Any]
    words: Mapping[str, str]
    model: str
    """The id of the city of the demonstration that it follows, or is."""

    @property
    def thin(self) -> bool:
        """Whether it has the required files and a handful of figures only."""
        return "thin" in self.settings

    @property
    def every(self) -> int:
        """Of the rows of some tables each `every`th is left out; 1 leaves out none."""
        return int(self.settings["every"])

    @property
    def partial(self) -> bool:
        """Whether it has figures of some indicators only, and of few years."""
        return "tenths" in self.settings

    def reports(self, number: int) -> bool:
        """Return whether it has figures of the indicator `number`; one of the eight has all."""
        tenths = int(self.settings.get("tenths", 10))
        return (7 * number + self.number) % 10 < tenths

    @property
    def scale(self) -> Decimal:
        """The factor on all amounts."""
        return Decimal(self.settings["scale"])


def choose_places(world: World, cities: int, countries: int) -> list[Place]:
    """Return the places in order, each knowing the next two as its twin and another."""
    chosen = [_settings(world, number, countries) for number in range(cities)]
    named = world.settings["cities"]
    by_code = {row["country"]: row for row in world.countries}
    places = []
    for number, settings in enumerate(chosen):
        near = {"twin": chosen[(number + 1) % cities], "other": chosen[(number + 2) % cities]}
        words = _words(settings, by_code[settings["country"]])
        for role, neighbour in near.items():
            words |= {
                role: neighbour["name"],
                f"{role}_id": neighbour["id"],
                f"{role}_code": neighbour["country"],
            }
        model = named[number % len(named)]["id"]
        places.append(Place(number, settings["id"], settings, words, model))
    return places


def _settings(world: World, number: int, countries: int) -> dict[str, Any]:
    """Return the settings of the city `number`; beyond the list, those of a named one."""
    named = world.settings["cities"]
    settings = dict(named[number % len(named)])
    codes = [row["country"] for row in world.countries[:countries]]
    if number >= len(named):
        further = world.settings["further"]
        settings.pop("unexplained", None)
        settings.update(further[number % len(further)])
        settings.update(_made_up(world, number - len(named), settings))
        settings["country"] = codes[number % len(codes)]
    if settings["country"] not in codes:
        settings["country"] = codes[0]
    return settings


def _made_up(world: World, number: int, model: Mapping[str, Any]) -> dict[str, Any]:
    """Return name, position and size of a further city, none of them twice."""
    beginnings, endings = world.settings["name_beginnings"], world.settings["name_endings"]
    beginning = beginnings[number % len(beginnings)]
    again, place = divmod(number // len(beginnings), len(endings))
    name = f"{beginning}{endings[place]}" + (f" {again + 1}" if again else "")
    return {
        "name": name,
        "id": name.lower().replace(" ", "-"),
        "latitude": round(float(model["latitude"]) + 0.37 * (number % 19 - 9), 2),
        "longitude": round(float(model["longitude"]) + 0.41 * (number % 13 - 6), 2),
        "population": int(model["population"]) + 1370 * (number % 97),
    }


def _words(settings: Mapping[str, Any], country: Mapping[str, Any]) -> dict[str, str]:
    """Return the words that a city's templates may hold."""
    population = int(settings["population"])
    gdp = round(9000 + 26000 * float(settings["level"]), -2)
    return {
        "city": settings["name"],
        "city_id": settings["id"],
        "country": country["name"],
        "code": country["country"],
        "income_group": country["income_group"],
        "economy_group": country["economy_group"],
        "climate_zone": settings["climate-zone"],
        "coastal": settings["coastal"],
        "administrative_rank": settings["administrative-rank"],
        "main_sector": settings["main-sector"],
        "latitude": str(settings["latitude"]),
        "longitude": str(settings["longitude"]),
        "population": str(population),
        "population_other": str(population - population // 40),
        "area_km2": settings["area_km2"],
        "density": str(round(population / float(settings["area_km2"]))),
        "growth": f"{2.2 * float(settings['level']) - 0.6:.1f}",
        "households": str(round(population / 2.3)),
        "dwellings": str(round(population / 2.2)),
        "gdp": f"{gdp:.0f}",
        "budget": str(population * 1450),
        "budget_per_capita": "1160",
    }
