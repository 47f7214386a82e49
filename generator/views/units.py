"""Units as printed: by themselves, and beside a figure."""

from generator.views.site import Site


def unit_label(site: Site, unit: str) -> str:
    """Return a unit as printed, its numbers grouped as those beside it."""
    row = site.publication.framework.unit_of.get(unit)
    return site.language.grouped((row.label or row.unit) if row else unit)


def unit_beside(site: Site, unit: str) -> str:
    """Return a unit as printed beside a figure; "" where a figure is read without it."""
    row = site.publication.framework.unit_of.get(unit)
    return "" if row and row.unsaid else unit_label(site, unit)


def with_unit(site: Site, printed: str, unit: str) -> str:
    """Return a printed figure with its unit."""
    return f"{printed} {unit_beside(site, unit)}".rstrip()
