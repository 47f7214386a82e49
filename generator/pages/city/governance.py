"""The governance of a city: procedure, committee, meetings, plans, capacity."""

from collections.abc import Sequence
from typing import Any

from generator.assessment.programme.procedure import (
    GroupMembers,
    Procedure,
    Representation,
    StepState,
    check_representation,
    follow_procedure,
)
from generator.model.city_tables import CapacityMeasure, CommitteeMember, GovernanceItem, Meeting
from generator.model.publication import City
from generator.pages.page import Page, compose_old
from generator.views.addresses import relative_address
from generator.views.city_header import city_header, tab_at
from generator.views.site import Site
from generator.views.values import View

STEPS = "procedure-step"
GROUPS = "stakeholder-group"


def governance_folder(city: City) -> str:
    return f"cities/{city.id}/governance"


def compose_governance(site: Site, city: City) -> Page:
    """Return the page of what the city has set up, and how far the programme has come in it."""
    folder = governance_folder(city)
    procedure, committee = procedure_of(site, city), committee_of(site, city)
    values = {
        "header": city_header(site, city, tab_at(folder)),
        "lead": " ".join(lead_sentences(site, city)),
        "steps": [_step_row(site, city, one) for one in procedure.steps],
        "procedure": city.record.procedure,
        "groups": [_group_view(site, city, one) for one in committee.groups],
        "committee": list(city.committee),
        "former": _former(site, committee),
        "meetings": [_meeting_row(site, city, row) for row in city.meetings],
        "plans": _plan_groups(site, city),
        "asked": len(site.publication.framework.governance_items.rows),
        "recorded": len({row.item for row in city.governance}),
        "capacity": [_capacity_row(site, city, row) for row in city.capacity],
        "folder": f"cities/{city.id}",
    }
    return compose_old(
        site,
        "governance.md.jinja",
        folder,
        values,
        title=site.say("title.city-governance", city=city.record.name),
        description=site.say("description.city-governance", city=city.record.name),
        section="cities",
    )


def procedure_of(site: Site, city: City) -> Procedure:
    """Return the steps of the programme's procedure as far as the city's file records them."""
    return follow_procedure(site.publication.framework.words[STEPS], city.record.procedure)


def committee_of(site: Site, city: City) -> Representation:
    words, as_of = site.publication.framework.words, site.publication.record.as_of
    return check_representation(words[GROUPS], city.committee, as_of)


def lead_sentences(site: Site, city: City) -> Sequence[str]:
    """Return the sentences at the top: only of what is recorded."""
    procedure, committee = procedure_of(site, city), committee_of(site, city)
    found = []
    if city.record.procedure:
        found.append(site.say("lead.procedure", n=procedure.done, of=procedure.applicable))
        if procedure.next:
            step = site.word(STEPS, procedure.next.step)
            found.append(site.say("lead.procedure-next", step=step))
    if committee.present:
        n, of = len(committee.present), len(committee.groups)
        found.append(site.say("lead.committee", n=n, of=of))
    if city.governance.rows:
        found.append(site.say("lead.plans", n=len(city.governance.rows)))
    return found or [site.say("lead.governance-empty")]


def source_cell(site: Site, city: City, source: str | None, here: str) -> View | str:
    """Return a link to a source of the city: to its entry among the city's sources."""
    row = city.source_of.get(source or "")
    if row is None:
        return ""
    data = relative_address(here, f"cities/{city.id}/data")
    return {"text": row.publisher or row.title, "href": f"{data}#source-{row.source}"}


def document_cell(site: Site, city: City, source: str | None, here: str) -> View | str:
    """Return a link to a document by its title: the document itself, if it has an address."""
    row = city.source_of.get(source or "")
    if row is None:
        return ""
    data = relative_address(here, f"cities/{city.id}/data")
    return {"text": row.title, "href": row.url or f"{data}#source-{row.source}"}


def day(site: Site, iso: str | None) -> str:
    return site.language.date(iso) if iso else ""


def _step_row(site: Site, city: City, one: StepState) -> list[Any]:
    record, here = one.record, governance_folder(city)
    status = site.word("procedure-status", one.status) if record else ""
    return [
        site.word(STEPS, one.step),
        status or {"missing": site.say("procedure.not-recorded")},
        day(site, record.date if record else None),
        document_cell(site, city, record.document if record else None, here),
    ]


def _group_view(site: Site, city: City, one: GroupMembers) -> View:
    """Return a group with a row for each member, or with one that says that it is missing."""
    missing = [[{"missing": site.say("committee.missing")}, "", "", ""]]
    rows = [_member_row(site, city, row) for row in one.members]
    return {"title": site.word(GROUPS, one.group), "rows": rows or missing}


def _member_row(site: Site, city: City, row: CommitteeMember) -> list[Any]:
    source = source_cell(site, city, row.source, governance_folder(city))
    return [row.organisation, row.role or "", day(site, row.since), source]


def _former(site: Site, committee: Representation) -> str:
    """Return who used to sit in the committee, in a sentence."""
    if not committee.former:
        return ""
    names = site.language.enumerate(_until(site, row) for row in committee.former)
    return site.say("committee.former", names=names)


def _until(site: Site, row: CommitteeMember) -> str:
    return site.say("committee.until", name=row.organisation, date=day(site, row.until))


def _meeting_row(site: Site, city: City, row: Meeting) -> list[Any]:
    here = governance_folder(city)
    return [
        day(site, row.date),
        site.word("meeting-body", row.body or ""),
        _count(site, row.participants),
        document_cell(site, city, row.document, here),
        source_cell(site, city, row.source, governance_folder(city)),
    ]


def _count(site: Site, number: int | None) -> str:
    return "" if number is None else site.language.number(number, 0)


def _plan_groups(site: Site, city: City) -> list[View]:
    """Return the recorded plans by kind, in the order of the framework."""
    framework = site.publication.framework
    groups: list[View] = []
    for kind, title in framework.words["governance-kind"].items():
        items = [item for item in framework.governance_items if item.kind == kind]
        rows = [
            _plan_row(site, city, row, item.name)
            for item in items
            for row in city.governance
            if row.item == item.item
        ]
        if rows:
            groups.append({"title": title, "rows": rows})
    return groups


def _plan_row(site: Site, city: City, row: GovernanceItem, name: str) -> list[Any]:
    here = governance_folder(city)
    document = document_cell(site, city, row.document, here)
    return [
        {"text": row.title or name},
        name if row.title else "",
        site.word("governance-state", row.state),
        day(site, row.adopted),
        day(site, row.valid_to),
        document or source_cell(site, city, row.source, governance_folder(city)),
    ]


def _capacity_row(site: Site, city: City, row: CapacityMeasure) -> list[Any]:
    return [
        row.measure,
        site.word("capacity-kind", row.kind),
        row.organisation or "",
        day(site, row.date),
        _count(site, row.participants),
        source_cell(site, city, row.source, governance_folder(city)),
    ]
