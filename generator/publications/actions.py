"""The chapter that leads to action: proposals, decisions, projects, action plan, governance.

Words and figures are those of the pages; lists are cut to what a print holds, and say how much
more there is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.assessment.investment.pipeline_totals import pipeline_of
from generator.model.publication import City
from generator.publications.excerpts import Excerpt, excerpt, heads_of, rows_of
from generator.publications.glance import Titled
from generator.views.action_plan import ActionRow, plan_progress
from generator.views.city_advice import Judgement, OwnCard, ProposalCard, advice_for
from generator.views.follow_up import implementation_sentence
from generator.views.governance import governance_sentences
from generator.views.pipeline import pipeline_lead, project_rows
from generator.views.site import Site
from generator.views.table import Table

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A judgement: its title, what it says, who made it and on what it rests."""

    title: str
    texts: tuple[str, ...]
    author: str
    date: str
    basis: str


@dataclass(frozen=True, slots=True)
class PrintedProposal:
    """A recommendation of the library: why, how urgent, and what the city decided on it."""

    title: str
    text: str
    because: str
    detail: str
    decision: Stated | None


@dataclass(frozen=True, slots=True)
class Proposals:
    """The first proposals with their text, further ones in a table."""

    title: str
    rows: Sequence[PrintedProposal]
    caption: str
    head: Cells
    table: Excerpt[Cells]


@dataclass(frozen=True, slots=True)
class Listing:
    """A table under a title, cut to what a print holds."""

    title: str
    caption: str
    head: Cells
    table: Excerpt[Cells]


@dataclass(frozen=True, slots=True)
class Projects:
    """Every project; `held`: there is any."""

    held: bool
    title: str
    lead: str
    caption: str
    head: Cells
    rows: Sequence[Cells]


@dataclass(frozen=True, slots=True)
class Plan:
    """The action plan; `held`: something is followed up."""

    held: bool
    title: str
    lead: str
    about: str
    caption: str
    head: Cells
    table: Excerpt[Cells]
    implementation: str


@dataclass(frozen=True, slots=True)
class Governance:
    """How far procedure, committee and plans have come; `held`: anything is recorded."""

    held: bool
    title: str
    lead: str


@dataclass(frozen=True, slots=True)
class Actions:
    """The contents of the chapter; a part is blank where nothing is recorded."""

    title: str
    lead: str
    how: str
    proposals: Proposals
    own: Titled[Stated]
    decided: Titled[Stated]
    measure: Listing
    projects: Projects
    plan: Plan
    governance: Governance
    unrecorded: str


def actions(site: Site, city: City) -> Actions:
    """Return the contents of the chapter."""
    advice = advice_for(site, city)
    made = [(one, one.decision) for one in advice.decided]
    undertaken = (projects(site, city), plan(site, city), governance(site, city))
    return Actions(
        title=site.say("publication.actions"),
        lead=advice.lead,
        how=site.say("advice.how") if advice.findings or advice.for_state else "",
        proposals=proposals(site, [*advice.findings, *advice.for_state]),
        own=Titled(site.say("heading.own-recommendations"), [own(site, one) for one in advice.own]),
        decided=Titled(
            site.say("heading.decided"),
            [decided(site, one.title, decision) for one, decision in made if decision],
        ),
        measure=measure(site, advice.measure_first),
        projects=undertaken[0],
        plan=undertaken[1],
        governance=undertaken[2],
        unrecorded=" ".join(part.lead for part in undertaken if not part.held),
    )


def proposals(site: Site, findings: Sequence[ProposalCard]) -> Proposals:
    """Return the first proposals with their text, further ones in a table."""
    most = site.editorial.print_proposals
    keys = ("recommendation", "because", "priority")
    more = [(addressed(site, one), one.reasons, one.priority) for one in findings[most:]]
    return Proposals(
        title=site.say("heading.called-for"),
        rows=[proposal(site, one) for one in findings[:most]],
        caption=site.say("publication.more-proposals"),
        head=tuple(site.say(key) for key in keys),
        table=excerpt(site, more, site.editorial.print_listed),
    )


def addressed(site: Site, one: ProposalCard) -> str:
    """Return the title of a proposal, with its addressee where that is not the city."""
    known = {"title": one.title, "addressee": one.addressee}
    return site.say("publication.proposal-to", **known) if one.addressee else one.title


def proposal(site: Site, one: ProposalCard) -> PrintedProposal:
    """Return a proposal with its text, why, how urgent, and what the city decided on it."""
    return PrintedProposal(
        title=one.title,
        text=one.text,
        because=one.reasons,
        detail=f"{site.say('priority')} {one.priority} · {one.detail}",
        decision=decided(site, one.title, one.decision) if one.decision else None,
    )


def own(site: Site, one: OwnCard) -> Stated:
    """Return a recommendation of the city's editors as a judgement."""
    return stated(site, one.judgement, one.judgement.title)


def decided(site: Site, title: str, made: Judgement) -> Stated:
    """Return what the city decided on a proposal as a judgement."""
    return stated(site, made, f"{made.title}: {title}")


def stated(site: Site, made: Judgement, title: str) -> Stated:
    """Return a judgement under a title, with its reason if it has one."""
    texts = (made.text, f"{site.say('reason')}: {made.reason}" if made.reason else "")
    told = tuple(text for text in texts if text)
    return Stated(title, told, made.author, made.date, made.basis)


def measure(site: Site, table: Table) -> Listing:
    """Return the proposals that ask for figures."""
    return Listing(
        title=site.say("heading.measure-first"),
        caption=table.caption,
        head=heads_of(table),
        table=excerpt(site, rows_of(table), site.editorial.print_listed),
    )


def projects(site: Site, city: City) -> Projects:
    """Return every project with its stage, amount and class."""
    lines = pipeline_of(site.publication, {city.id: site.undertakings[city.id]})
    keys = ("project", "project.stage", "project.amount", "project.class")
    return Projects(
        held=bool(lines),
        title=site.say("section.projects"),
        lead=pipeline_lead(site, lines),
        caption=site.say("caption.city-projects"),
        head=tuple(site.say(key) for key in keys),
        rows=[
            (row.title, row.stage, row.amount or "–", row.viability.word)
            for row in project_rows(site, lines)
        ],
    )


def plan(site: Site, city: City) -> Plan:
    """Return the action plan with the state of its actions, and of what was accepted."""
    followed = site.undertakings[city.id].follow_up
    progress = plan_progress(site, city, followed) if followed else None
    keys = ("action", "action.time", "status", "progress", "plan.budget")
    empty = site.say("empty.plan" if followed else "empty.follow-up")
    rows = [action(one) for one in progress.actions] if progress else []
    return Plan(
        held=followed is not None,
        title=site.say("heading.plan"),
        lead=progress.title if progress else empty,
        about=progress.about if progress else "",
        caption=site.say("caption.actions", date=progress.as_of) if progress else "",
        head=tuple(site.say(key) for key in keys),
        table=excerpt(site, rows, site.editorial.print_actions),
        implementation=implementation_sentence(site, followed.implementation) if followed else "",
    )


def governance(site: Site, city: City) -> Governance:
    """Return how far procedure, committee and plans have come, in a few sentences."""
    sentences = governance_sentences(site, city)
    held = list(sentences) != [site.say("lead.governance-empty")]
    return Governance(held, site.say("tab.governance"), " ".join(sentences))


def action(row: ActionRow) -> Cells:
    """Return an action: what, when, its state, how much is done, and its budget."""
    words = dict.fromkeys((row.status, row.schedule_word, row.behind))
    state = ". ".join(word for word in words if word)
    return (row.title, row.time, state, row.progress_text or "–", row.budget or "–")
