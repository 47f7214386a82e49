"""The pictures of a city, each with its words, credit and licence."""

from urllib.parse import quote

from generator.model.publication import City
from generator.views.addresses import shared_address
from generator.views.site import Site
from generator.views.values import View


def pictures(site: Site, city: City, section: str | None, here: str) -> list[View]:
    """Return the pictures of a section of prose; with None those that belong to no section."""
    return [
        {
            "href": shared_address(site, here, f"cities/{city.id}/images/{quote(row.file)}"),
            "alternative": row.alt,
            "credit": site.say("picture.credit", credit=row.credit, licence=row.licence),
        }
        for row in city.images
        if (row.section if row.section in city.sections else None) == section
    ]
