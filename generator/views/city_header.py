"""The head that the pages of a city share: who it is, what is told, and its tabs."""

import math
from collections.abc import Sequence

from generator.assessment.advice.guidance import Guidance
from generator.frozen import dataclass
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Link
from generator.views.dates import compiled_text
from generator.views.site import Pdf, Site
from generator.views.targets import Target

TABS = ("indicators", "recommendations", "projects", "follow-up", "governance", "twinning", "data")
"""The pages of a city beside its profile, in order. One that is empty has no tab."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A page among those beside it; `current`: whether it is the one that shows the tab.

    `count`: how many things it holds, where they are counted.
    """

    text: str
    target: Target
    current: bool
    count: str = ""


@dataclass(frozen=True, slots=True)
class CityHeader:
    """Name, what stands below it, and the tabs."""

    name: str
    local_name: str
    local_lang: str
    meta: tuple[Link, ...]
    tabs: tuple[Tab, ...]
    tabs_label: str


def city_header(site: Site, city: City, current: Target) -> CityHeader:
    """Return the head of a page of a city; `current` is the page."""
    record = city.record
    local_lang, local_name = next(iter(record.local_names.items()), ("", ""))
    tabs = [
        ("profile", targets.city(city.id)),
        *((name, targets.tab(city.id, name)) for name in TABS if _is_filled(site, city, name)),
    ]
    return CityHeader(
        name=record.name,
        local_name=local_name,
        local_lang=local_lang,
        meta=(
            Link(site.country(record.country), targets.country(record.country)),
            Link(site.say("situation-of", year=str(site.results[city.id].profile_year))),
            Link(compiled_text(site, site.results[city.id])),
            Link(site.say("edition-of", edition=site.publication.record.edition)),
            Link(site.say("compare.link"), targets.tab(city.id, "compare")),
            *([Link(site.say("website"), url=record.website)] if record.website else ()),
            *pdf_links(site, "publication.pdf", [site.pdfs.get(city.id)]),
            *pdf_links(site, "scorecard.pdf", [site.sheets.get((city.id, "scorecard"))]),
        ),
        tabs=tuple(
            Tab(site.say(f"tab.{name}"), target, target == current, _count(site, city, name))
            for name, target in tabs
        ),
        tabs_label=site.say("tabs-of", city=record.name),
    )


def _is_filled(site: Site, city: City, tab: str) -> bool:
    """Return whether a page of a city shows something of it."""
    match tab:
        case "projects":
            return bool(site.undertakings[city.id].records)
        case "follow-up":
            return site.undertakings[city.id].follow_up is not None
        case "governance":
            tables = (city.governance, city.capacity, city.committee, city.meetings)
            return bool(city.record.procedure) or any(table.rows for table in tables)
    return True


def _count(site: Site, city: City, tab: str) -> str:
    """Return how many figures, recommendations, projects or partnerships a page holds."""
    match tab:
        case "indicators":
            n = site.results[city.id].areas[site.publication.record.main_scheme].reported
        case "recommendations":
            advice = site.guidance.get(city.id, Guidance()).advice
            n = sum(not one.rests_on_gaps for one in advice.standing) + len(advice.own)
        case "projects":
            n = len(site.undertakings[city.id].records)
        case "twinning":
            n = len(city.partnerships.rows)
        case _:
            n = 0
    return site.language.number(n, 0) if n else ""


def pdf_links(site: Site, label: str, pdfs: Sequence[Pdf | None]) -> list[Link]:
    """Return a link, with its size in kB, to each publication that was made."""
    return [
        Link(site.say(label, size=math.ceil(pdf.size / 1000)), targets.file(pdf.address))
        for pdf in pdfs
        if pdf is not None
    ]
