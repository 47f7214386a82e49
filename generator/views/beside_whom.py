"""Which cities stand beside each other in a comparison that is ready, and why these."""

from itertools import chain

from generator.model.framework_tables import Country
from generator.model.publication import City
from generator.views.city_groups import cities_of, covered
from generator.views.on_record import profiled
from generator.views.site import Site


def countries_compared(site: Site) -> list[Country]:
    """Return the countries of which several cities can be compared."""
    return [row for row in covered(site) if len(cities_of(site, row.country)) > 1]


def compared_of_country(site: Site, code: str) -> list[City]:
    """Return the cities of a country with most ratings, by name; those with a profile first."""
    cities = cities_of(site, code)
    known = profiled(site, cities)
    found = known if len(known) > 1 else cities

    def rated(city: City) -> int:
        return site.results[city.id].areas[site.publication.record.main_scheme].rated

    most = sorted(found, key=lambda city: -rated(city))[: site.editorial.compared_cities]
    chosen = {city.id for city in most}
    return [city for city in cities if city.id in chosen]


def compared_with(site: Site, city: City) -> list[City]:
    """Return a city, its partners among the cities, and the most similar ones."""
    partners = (row.partner_city or "" for row in city.partnerships)
    cities, chosen = site.publication.cities, {city.id: city}
    for name in chain(partners, site.alike.get(city.id, ())):
        if len(chosen) == site.editorial.compared_cities:
            break
        if name in cities:
            chosen.setdefault(name, cities[name])
    return list(chosen.values())
