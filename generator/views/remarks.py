"""What is remarked at a value: its status, its territory, and the reason why there is none."""

from generator.assessment.rating.few_events import is_of_few_events
from generator.model.city_tables import Observation
from generator.model.territories import CITY, PROXY, STANDS_IN
from generator.views.cell import Flag
from generator.views.site import Site
from generator.views.targets import Target

UNDER_REVIEW = "?"
"""The sign at a value that is held back."""


def flags(site: Site, row: Observation, target: Target) -> tuple[Flag, ...]:
    """Return the superscripts at a value: its status, and a year that is the report's."""
    found = []
    status = site.publication.framework.status_of.get(row.status or "A")
    if status is not None and status.mark:
        found.append(Flag(status.mark, status.label, target))
    if row.period_basis == "report":
        found.append(Flag("†", site.say("year-of-report"), target))
    return tuple(found)


def territory_text(site: Site, row: Observation) -> str:
    """Return which territory a figure describes; "" for the city itself."""
    is_city = row.territory in STANDS_IN and row.comparability != PROXY
    if row.territory in (None, CITY) or is_city:
        return ""
    return site.named(site.word("territory", row.territory or ""), row.territory_note)


def few_events_text(site: Site, row: Observation) -> str:
    """Return that a figure is a rate of few events; "" if it is not."""
    few = is_of_few_events(site.publication.framework, row.observable, row)
    return site.say("value.few-events") if few and row.has_figure else ""


def told(*texts: str) -> tuple[str, ...]:
    """Return the texts that say something."""
    return tuple(text for text in texts if text)


def missing_reason(site: Site, row: Observation) -> str:
    """Return what a source says of a figure that the city lacks: the note, else its status."""
    if row.note:
        return row.note
    status = row.status or "A"
    if site.language.has(f"missing.{status}"):
        return site.say(f"missing.{status}")
    label = site.publication.framework.status_of.get(status)
    return label.label if label else ""
