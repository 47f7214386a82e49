"""Units as printed: by themselves, and beside a figure."""

import re

from generator.views.site import Site


def unit_label(site: Site, unit: str) -> str:
    """Return a unit as printed; "100 000" in it never breaks over two lines."""
    row = site.publication.framework.unit_of.get(unit)
    label = (row.label or row.unit) if row else unit
    return re.sub(r"(?<=\d) (?=\d)", "\N{NO-BREAK SPACE}", label)


def unit_beside(site: Site, unit: str) -> str:
    """Return a unit as printed beside a figure; "" where a figure is read without it."""
    row = site.publication.framework.unit_of.get(unit)
    return "" if row and row.unsaid else unit_label(site, unit)


def with_unit(site: Site, printed: str, unit: str) -> str:
    """Return a printed figure with its unit."""
    return f"{printed} {unit_beside(site, unit)}".rstrip()
