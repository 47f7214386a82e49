"""The pictures of a city, each with its words, credit and licence."""

from dataclasses import dataclass
from urllib.parse import quote

from generator.model.publication import City
from generator.views import targets
from generator.views.site import Site
from generator.views.targets import Target


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its file; `alternative` says what it shows, `print` is the larger one."""

    file: str
    target: Target
    alternative: str
    credit: str
    print: Target


def pictures(site: Site, city: City, section: str | None) -> list[Picture]:
    """Return the pictures of a section of prose; with None those that belong to no section."""
    return [
        Picture(
            row.file,
            targets.file(f"cities/{city.id}/images/{quote(row.file)}"),
            row.alt,
            site.say("picture.credit", credit=row.credit, licence=row.licence),
            targets.file(f"cities/{city.id}/images/print/{quote(row.file)}"),
        )
        for row in city.images
        if (row.section if row.section in city.sections else None) == section
    ]
