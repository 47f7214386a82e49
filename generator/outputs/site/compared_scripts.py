"""What the page on which readers choose cities loads: their names, and each city as a column.

Scripts, since a page that is opened from disk may load nothing else.
"""

from dataclasses import asdict

from generator.model.publication import City
from generator.outputs.site.frame import prefix_of
from generator.outputs.site.script_data import script_text
from generator.pages.addresses import address_of
from generator.views import targets
from generator.views.chosen_cities import cities_to_choose
from generator.views.compared_city import compared_city
from generator.views.site import Site

FOLDER = "compare"
CITIES = f"{FOLDER}/cities.js"
"""The names of all cities, below the first page of a language."""


def figures_file(city: str) -> str:
    """Return the file of the figures of a city, below the first page of a language."""
    return f"{FOLDER}/figures/{city}.js"


def cities_script(site: Site) -> str:
    """Return `window.profilesCities = […];` for all cities."""
    cities = script_text([asdict(city) for city in cities_to_choose(site)])
    return f"window.profilesCities={cities};\n"


def figures_script(site: Site, city: City) -> str:
    """Return what adds a city to `window.profilesCompared`: its column, and where its pages are."""
    is_first = not prefix_of(site)
    pages = {
        "profile": targets.city(city.id),
        "indicators": targets.tab(city.id, "indicators"),
        "ready": targets.tab(city.id, "compare"),
    }
    addresses = {name: address_of(page, FOLDER, is_first) for name, page in pages.items()}
    column = script_text({**asdict(compared_city(site, city)), **addresses})
    return f'(window.profilesCompared=window.profilesCompared||{{}})["{city.id}"]={column};\n'
