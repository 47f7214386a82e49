"""What a city has set up, and how far the programme has come in it, as tables and sentences."""

from collections.abc import Iterator, Sequence

from generator.assessment.programme.procedure import (
    Procedure,
    Representation,
    StepState,
    check_representation,
    follow_procedure,
)
from generator.frozen import dataclass
from generator.model.governance_tables import (
    CapacityMeasure,
    CommitteeMember,
    GovernanceItem,
    Meeting,
)
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Cell, Link, Missing
from generator.views.linked_cells import document_cell, source_cell
from generator.views.site import Site
from generator.views.table import Column, Group, Table, group_of, heads_of, lay_out

STEPS = "procedure-step"
GROUPS = "stakeholder-group"


def procedure_of(site: Site, city: City) -> Procedure:
    """Return the steps of the programme's procedure as far as the city's file records them."""
    return follow_procedure(site.publication.framework.words[STEPS], city.record.procedure)


def committee_of(site: Site, city: City) -> Representation:
    """Return who sits in the committee of a city on the as-of date, by group."""
    words, as_of = site.publication.framework.words, site.publication.record.as_of
    return check_representation(words[GROUPS], city.committee, as_of)


def governance_sentences(site: Site, city: City) -> Sequence[str]:
    """Return the sentences at the top: only of what is recorded."""
    procedure, committee = procedure_of(site, city), committee_of(site, city)
    said = []
    if city.record.procedure:
        said.append(site.say("lead.procedure", n=procedure.done, of=procedure.applicable))
        if procedure.next:
            step = site.word(STEPS, procedure.next.step)
            said.append(site.say("lead.procedure-next", step=step))
    if committee.present:
        n, of = len(committee.present), len(committee.groups)
        said.append(site.say("lead.committee", n=n, of=of))
    if city.governance.rows:
        said.append(site.say("lead.plans", n=len(city.governance.rows)))
    return said or [site.say("lead.governance-empty")]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a city's governance of which something is recorded."""

    title: str
    tables: tuple[Table, ...]
    note: str = ""


def chapters(site: Site, city: City) -> list[Chapter]:
    """Return the parts of which something is recorded, in the order of the programme."""
    found = (
        Chapter(title, tuple(filter(None, tables)), note)
        for title, tables, note in _all_chapters(site, city)
    )
    return [chapter for chapter in found if chapter.tables]


def not_recorded(site: Site, city: City) -> str:
    """Return of which parts nothing is recorded, in a sentence; empty if there is something of all.

    Where nothing at all is recorded the lead says so.
    """
    known = list(_all_chapters(site, city))
    missing = [title for title, tables, _ in known if not any(tables)]
    if not missing or len(missing) == len(known):
        return ""
    return site.say("governance.not-recorded", what=site.language.enumerate(missing))


def _all_chapters(site: Site, city: City) -> Iterator[tuple[str, tuple[Table, ...], str]]:
    """Yield title, tables and note of each part, whether anything is recorded of it or not."""
    yield site.say("heading.procedure"), (procedure_table(site, city),), ""
    committee = (committee_table(site, city), meetings_table(site, city))
    yield site.say("heading.committee"), committee, former_members(site, city)
    yield site.say("heading.plans"), (plans_table(site, city),), ""
    yield site.say("heading.capacity"), (capacity_table(site, city),), ""


def procedure_table(site: Site, city: City) -> Table:
    """Return every step of the procedure; no row if the city's file records none."""

    def status(step: StepState) -> Cell:
        if step.record is None:
            return Missing(site.say("procedure.not-recorded"))
        return site.word("procedure-status", step.status)

    columns: list[Column[StepState]] = [
        Column("step", site.say("step"), lambda row: site.word(STEPS, row.step)),
        Column("status", site.say("status"), status),
        Column(
            "date", site.say("date"), lambda row: site.date(row.record.date if row.record else None)
        ),
        Column(
            "document",
            site.say("document"),
            lambda row: document_cell(site, city, row.record.document if row.record else None),
        ),
    ]
    steps = procedure_of(site, city).steps if city.record.procedure else ()
    return lay_out(site.say("caption.procedure"), columns, steps)


def committee_table(site: Site, city: City) -> Table:
    """Return the members of the committee by group; a group without any says so.

    No row if the city's file names no member.
    """
    columns: tuple[Column[CommitteeMember], ...] = (
        Column(
            "organisation", site.say("organisation"), lambda row: site.in_english(row.organisation)
        ),
        Column("role", site.say("role"), lambda row: row.role or ""),
        Column("since", site.say("since"), lambda row: site.date(row.since)),
        Column("source", site.say("source"), lambda row: source_cell(city, row.source)),
    )
    nobody = (Missing(site.say("committee.missing")), "", "", "")
    groups = []
    for group in committee_of(site, city).groups if city.committee else ():
        title = site.word(GROUPS, group.group)
        seated = group_of(columns, group.members, title)
        groups.append(seated if seated.rows else Group((nobody,), title))
    return Table(site.say("caption.committee"), heads_of(columns), tuple(groups))


def former_members(site: Site, city: City) -> str:
    """Return who used to sit in the committee, in a sentence."""
    former = committee_of(site, city).former
    if not former:
        return ""
    names = site.language.enumerate(
        site.say(
            "committee.until", name=site.in_english(row.organisation), date=site.date(row.until)
        )
        for row in former
    )
    return site.say("committee.former", names=names)


def meetings_table(site: Site, city: City) -> Table:
    """Return the meetings on record."""
    columns: list[Column[Meeting]] = [
        Column("date", site.say("date"), lambda row: site.date(row.date)),
        Column("body", site.say("body"), lambda row: site.word("meeting-body", row.body or "")),
        Column(
            "participants",
            site.say("participants"),
            lambda row: people_text(site, row.participants),
            number=True,
        ),
        Column(
            "document", site.say("document"), lambda row: document_cell(site, city, row.document)
        ),
        Column("source", site.say("source"), lambda row: source_cell(city, row.source)),
    ]
    return lay_out(site.say("caption.meetings"), columns, city.meetings)


def people_text(site: Site, people: int | None) -> str:
    """Return how many people took part; blank if nobody says."""
    return "" if people is None else site.language.number(people, 0)


def plans_table(site: Site, city: City) -> Table:
    """Return the recorded plans by kind, in the order of the framework."""
    framework = site.publication.framework
    columns = _plan_columns(site, city)
    groups = []
    for kind, title in framework.words["governance-kind"].items():
        items = [item.item for item in framework.governance_items if item.kind == kind]
        rows = [row for item in items for row in city.governance if row.item == item]
        if rows:
            groups.append(group_of(columns, rows, title))
    recorded = len({row.item for row in city.governance})
    hint = site.say("plans.asked", n=recorded, of=len(framework.governance_items.rows))
    return Table(site.say("caption.plans"), heads_of(columns), tuple(groups), hint)


def _plan_columns(site: Site, city: City) -> tuple[Column[GovernanceItem], ...]:
    known = site.publication.framework.governance_items.by_key()
    names = {name: item.name for name, item in known.items()}
    return (
        Column(
            "title",
            site.say("title"),
            lambda row: Link(site.in_english(row.title or "") or names[row.item]),
        ),
        Column("kind", site.say("kind"), lambda row: names[row.item] if row.title else ""),
        Column("area", site.say("area"), lambda row: _area(site, known[row.item].area)),
        Column("state", site.say("state"), lambda row: site.word("governance-state", row.state)),
        Column("adopted", site.say("adopted"), lambda row: site.date(row.adopted)),
        Column("valid-to", site.say("valid-to"), lambda row: site.date(row.valid_to)),
        Column(
            "document",
            site.say("document"),
            lambda row: document_cell(site, city, row.document) or source_cell(city, row.source),
        ),
    )


def _area(site: Site, area: str | None) -> Link:
    row = site.publication.framework.area_of.get(area or "")
    return Link(row.name, targets.area(row.area)) if row else Link("")


def capacity_table(site: Site, city: City) -> Table:
    """Return the seminars, trainings and exchanges on record."""
    columns: list[Column[CapacityMeasure]] = [
        Column("measure", site.say("measure"), lambda row: site.in_english(row.measure)),
        Column("kind", site.say("kind"), lambda row: site.word("capacity-kind", row.kind)),
        Column(
            "organisation",
            site.say("organisation"),
            lambda row: site.in_english(row.organisation or ""),
        ),
        Column("date", site.say("date"), lambda row: site.date(row.date)),
        Column(
            "participants",
            site.say("participants"),
            lambda row: people_text(site, row.participants),
            number=True,
        ),
        Column("source", site.say("source"), lambda row: source_cell(city, row.source)),
    ]
    return lay_out(site.say("caption.capacity"), columns, city.capacity)
