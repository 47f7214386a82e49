"""Units as printed: by themselves, and beside a figure."""

from generator.language import unit_words
from generator.views.site import Site


def unit_label(site: Site, unit: str) -> str:
    """Return a unit as it stands alone."""
    return unit_words.unit_label(site.publication.framework, site.language, unit)


def unit_beside(site: Site, unit: str, printed: str = "") -> str:
    """Return a unit as read after a printed figure; "" where a figure is read without it."""
    return unit_words.unit_beside(site.publication.framework, site.language, unit, printed)


def with_unit(site: Site, printed: str, unit: str) -> str:
    """Return a printed figure with its unit."""
    return unit_words.with_unit(site.publication.framework, site.language, printed, unit)
