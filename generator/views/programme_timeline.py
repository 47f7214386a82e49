"""What the programme delivers, and when: deliverables by their planned day, events by theirs."""

from generator.assessment.programme.programme_figures import is_late
from generator.model.programme_tables import (
    DELIVERABLES,
    EVENTS,
    OUTPUTS,
    Deliverable,
    Event,
)
from generator.views import targets
from generator.views.cell import Cell, Link
from generator.views.governance import people_text
from generator.views.linked_cells import reference_cell
from generator.views.programme import rows_of
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out

LAST = "9999"
"""Sorts behind every year: what is not dated comes last."""


def timeline_sentence(site: Site) -> str:
    """Return how many deliverables and events there are, and how many are late."""
    deliverables = rows_of(site, DELIVERABLES)
    late = [row for row in deliverables if _is_late(site, row)]
    events = len(rows_of(site, EVENTS))
    return site.say("lead.timeline", n=len(deliverables), late=len(late), events=events)


def deliverables_table(site: Site) -> Table:
    """Return the deliverables by their planned day."""
    outputs = {row.output: row.title for row in rows_of(site, OUTPUTS)}

    def output(row: Deliverable) -> Cell:
        title = outputs.get(row.output or "", "")
        return Link(title, targets.output(row.output or "")) if title else ""

    columns: list[Column[Deliverable]] = [
        Column("title", site.say("title"), lambda row: row.title),
        Column("output", site.say("output"), output),
        Column("planned", site.say("planned"), lambda row: site.date(row.planned)),
        Column("actual", site.say("actual"), lambda row: site.date(row.actual)),
        Column("state", site.say("state"), lambda row: _state(site, row)),
        Column("document", site.say("document"), lambda row: _document(site, row)),
    ]
    rows = sorted(rows_of(site, DELIVERABLES), key=lambda row: (row.planned or LAST, row.line))
    return lay_out(site.say("caption.deliverables"), columns, rows)


def events_table(site: Site) -> Table:
    """Return the events by their first day."""
    columns: list[Column[Event]] = [
        Column("title", site.say("title"), lambda row: row.title),
        Column("kind", site.say("kind"), lambda row: site.word("event-kind", row.kind)),
        Column("date", site.say("date"), lambda row: _days(site, row)),
        Column("place", site.say("place"), lambda row: _place(site, row)),
        Column(
            "participants",
            site.say("participants"),
            lambda row: people_text(site, row.participants),
            number=True,
        ),
        Column("document", site.say("document"), lambda row: _document(site, row)),
    ]
    rows = sorted(rows_of(site, EVENTS), key=lambda row: (row.start or LAST, row.event))
    return lay_out(site.say("caption.events"), columns, rows)


def _is_late(site: Site, row: Deliverable) -> bool:
    return is_late(row, site.publication.record.as_of)


def _state(site: Site, row: Deliverable) -> str:
    state = site.word("deliverable-state", row.state)
    return site.say("deliverable.late", state=state) if _is_late(site, row) else state


def _days(site: Site, row: Event) -> str:
    last = row.end if row.end != row.start else None
    return " – ".join(site.date(day) for day in (row.start, last) if day)


def _place(site: Site, row: Event) -> str:
    country = site.country(row.country) if row.country else ""
    return site.language.by_commas((row.city, country))


def _document(site: Site, row: Deliverable | Event) -> Cell:
    return reference_cell(site, row.document) or reference_cell(site, row.source)
