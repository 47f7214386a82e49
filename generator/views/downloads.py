"""Files of the open data to take away."""

from generator.frozen import dataclass
from generator.views import targets
from generator.views.site import Site
from generator.views.targets import Target

FORMATS = ("csv", "json", "xlsx")
LETTER = "letter"
"""The prose that a city may send to ask for a profile."""


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


def questionnaire_downloads(site: Site, city: str) -> list[Download]:
    """Return the workbook in which a city answers what is asked of it, and a sheet to hand on."""
    file = targets.file(f"questionnaires/cities/{city}.xlsx")
    workbook = Download(site.say("download.questionnaire"), file, site.say("download.answers"))
    sheet = site.sheets.get((city, "gaps"))
    if sheet is None:
        return [workbook]
    place = targets.file(sheet.address)
    return [
        workbook,
        Download(site.say("download.sheet"), place, site.say("download.sheet-detail")),
    ]


def general_downloads(site: Site, *, with_letter: bool) -> list[Download]:
    """Return what any city can take away to ask for a profile."""
    letter = Download(site.say("download.letter"), targets.file(f"questionnaires/{LETTER}.txt"))
    return [
        *([letter] if with_letter else []),
        Download(
            site.say("download.questionnaire"),
            targets.file("questionnaires/blank.xlsx"),
            site.say("download.blank"),
        ),
    ]


def revision_downloads(site: Site) -> list[Download]:
    """Return the revisions of all cities as a table, and the feed that tells of new ones."""
    return [
        Download(
            site.say("download.csv"),
            targets.data_file("revisions.csv"),
            site.say("download.revisions"),
        ),
        Download(
            site.say("download.feed"), targets.beside_pages("feed.xml"), site.say("download.follow")
        ),
    ]


def indicator_downloads(site: Site, indicator: str) -> list[Download]:
    """Return the files that hold an indicator."""
    file = targets.data_file(f"indicators/{indicator}.csv")
    return [Download(site.say("download.csv"), file, site.say("download.indicator"))]
