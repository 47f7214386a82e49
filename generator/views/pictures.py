"""The pictures of a city, each with its words, credit and licence."""

from dataclasses import replace
from urllib.parse import quote

from generator.frozen import dataclass
from generator.model.city_tables import Image
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


def city_picture(site: Site, city: City) -> Picture | None:
    """Return the picture that stands for a city, as a file that is light."""
    row = city.first_picture
    light = f"cities/{city.id}/images/light/{quote(row.file)}.webp" if row else ""
    return replace(_picture(site, city, row), target=targets.file(light)) if row else None


def other_pictures(site: Site, city: City, section: str | None) -> list[Picture]:
    """Return the pictures of a section, but for the one that stands for the city."""
    first = city.first_picture
    return [one for one in pictures(site, city, section) if not first or one.file != first.file]


def pictures(site: Site, city: City, section: str | None) -> list[Picture]:
    """Return the pictures of a section of prose; with None those that belong to no section."""
    return [
        _picture(site, city, row)
        for row in city.images
        if (row.section if row.section in city.sections else None) == section
    ]


def _picture(site: Site, city: City, row: Image) -> Picture:
    return Picture(
        row.file,
        targets.file(f"cities/{city.id}/images/{quote(row.file)}"),
        row.alt,
        site.say("picture.credit", credit=row.credit, licence=row.licence),
        targets.file(f"cities/{city.id}/images/print/{quote(row.file)}"),
    )
