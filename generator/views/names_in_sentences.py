"""Names of cities in a sentence."""

from collections.abc import Iterable, Sequence

from generator.views.site import Site


def cities_text(site: Site, names: Iterable[str]) -> str:
    """Return names in a sentence: all, or the first where there are too many cities to list."""
    return names_text(site, list(names)) if site.is_large else site.language.enumerate(names)


def names_text(site: Site, names: Sequence[str]) -> str:
    """Return names in a sentence; of many the first, and how many more."""
    most = site.editorial.country_listed
    if len(names) <= most:
        return site.language.enumerate(names)
    return site.say("country.and-more", names=", ".join(names[:most]), n=len(names) - most)
