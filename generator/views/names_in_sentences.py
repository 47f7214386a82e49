"""Names of cities and of areas in a row."""

from collections.abc import Iterable, Sequence

from generator.views.site import Site


def cities_text(site: Site, names: Iterable[str]) -> str:
    """Return names in a sentence: all, or the first where there are too many cities to list."""
    return names_text(site, list(names)) if site.is_large else site.language.enumerate(names)


def areas_text(site: Site, areas: Iterable[str]) -> str:
    """Return the names of areas: "Energy, transport and water"; those that are unknown not."""
    known = site.publication.framework.area_of
    names = site.language.in_a_row(known[area].name for area in areas if area in known)
    return site.language.enumerate(names)


def names_text(site: Site, names: Sequence[str]) -> str:
    """Return names in a sentence; of many the first, and how many more."""
    most = site.editorial.country_listed
    if len(names) <= most:
        return site.language.enumerate(names)
    return site.say(
        "country.and-more", names=site.language.by_commas(names[:most]), n=len(names) - most
    )
