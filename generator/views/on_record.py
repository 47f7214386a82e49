"""Which cities have a profile, and which are on record: too little of them is rated or exact."""

from collections.abc import Iterable

from generator.model.publication import City
from generator.views import targets
from generator.views.cell import ListItem
from generator.views.site import Site


def has_profile(site: Site, city: City) -> bool:
    """Return whether enough is known of a city for a profile, as the publication sets it."""
    minimum = site.editorial.profile_figures_from
    return not minimum or site.results[city.id].sure >= minimum


def profiled(site: Site, cities: Iterable[City]) -> list[City]:
    """Return those of some cities that have a profile."""
    return [city for city in cities if has_profile(site, city)]


def on_record_items(site: Site, cities: Iterable[City]) -> list[ListItem]:
    """Return those of some cities that have none, each with how much is known."""
    return [
        ListItem(
            city.record.name,
            targets.city(city.id),
            text=site.say("on-record.figures", n=site.results[city.id].sure),
        )
        for city in cities
        if not has_profile(site, city)
    ]


def on_record_text(site: Site, city: City) -> str:
    """Return why a city has no profile, in words; blank if it has one."""
    if has_profile(site, city):
        return ""
    minimum = site.editorial.profile_figures_from
    return site.say("on-record.text", n=site.results[city.id].sure, minimum=minimum)


def on_record_lead(site: Site) -> str:
    """Return what it means that cities are listed as on record."""
    return site.say("on-record.lead", minimum=site.editorial.profile_figures_from)
