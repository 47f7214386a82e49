"""Names of cities in letters that no font of the publications holds: print has their Latin form.

It is the first of the names that the city goes by that stands in Latin letters, else the name of
its folder. The name itself stays among the local names, so that the imprint tells of it.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from generator.model.on_demand import OnDemand
from generator.model.publication import City, Publication
from generator.views.site import Site

UNKNOWN = "und"
"""The language of a name of which nobody says it, by BCP 47."""


def with_printable_names(site: Site, lacking: re.Pattern[str]) -> Site:
    """Return a site whose cities bear names that the fonts hold; `lacking`: what they do not."""
    publication: Publication = site.publication
    cities = OnDemand(
        lambda: publication.cities,
        lambda name: with_printable_name(publication.cities[name], lacking),
    )
    return replace(site, publication=replace(publication, cities=cities))


def with_printable_name(city: City, lacking: re.Pattern[str]) -> City:
    """Return a city under a name that the fonts hold: its own, else its Latin form."""
    record = city.record
    if lacking.search(record.name) is None:
        return city
    named = (*record.local_names.values(), *record.names, city.id.replace("-", " ").title())
    is_known = record.name in record.local_names.values()
    local = {} if is_known else {next(iter(record.languages), UNKNOWN): record.name}
    told = {"name": _first_latin(named, lacking), "local_names": {**record.local_names, **local}}
    return replace(city, document=replace(city.document, record=record.model_copy(update=told)))


def _first_latin(names: Iterable[str], lacking: re.Pattern[str]) -> str:
    """Return the first name that is printable and whose letters are all Latin."""
    return next(name for name in names if lacking.search(name) is None and _is_latin(name))


def _is_latin(name: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
