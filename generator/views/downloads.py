"""Files of the open data to take away."""

from dataclasses import dataclass

from generator.views import targets
from generator.views.site import Site
from generator.views.targets import Target

FORMATS = ("csv", "json", "xlsx")


@dataclass(frozen=True, slots=True)
class Download:
    """A file; `detail`: what it holds."""

    text: str
    target: Target
    detail: str = ""


def city_downloads(site: Site, city: str) -> list[Download]:
    """Return the files of a city."""
    return [
        Download(
            form.upper(),
            targets.data_file(f"cities/{city}.{form}"),
            site.say(f"download.city-{form}"),
        )
        for form in FORMATS
    ]


def indicator_downloads(site: Site, indicator: str) -> list[Download]:
    """Return the files that hold an indicator."""
    file = targets.data_file(f"indicators/{indicator}.csv")
    return [Download(site.say("download.csv"), file, site.say("download.indicator"))]
