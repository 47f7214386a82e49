"""What a city has undertaken: projects, action plan, how it is governed."""

from collections.abc import Sequence

from generator.assessment.investment.pipeline_totals import pipeline_of
from generator.frozen import dataclass
from generator.publications.excerpts import Excerpt, excerpt
from generator.publications.setting import Setting
from generator.views.action_plan import ActionRow, plan_progress
from generator.views.follow_up import implementation_sentence
from generator.views.funding_mix import funding_mix
from generator.views.governance import governance_sentences
from generator.views.money import per_cent
from generator.views.pipeline import ProjectRow, pipeline_lead, project_rows
from generator.views.site import Site

Cells = tuple[str, ...]
FUNDING_STATE = "funding-state"


@dataclass(frozen=True, slots=True)
class FundedPart:
    """How much of the money of a project, of 1 in all, is how sure; `shade` 0 is the surest."""

    shade: int
    width: float


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project in a line: `parts` are its money by how sure it is, `funding` says them in words.

    Without funding on record there are no parts, and two dots.
    """

    title: str
    stage: str
    amount: str
    parts: tuple[FundedPart, ...]
    funding: str
    viability: str


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action in a line: what, who leads, when, its state, how much is done, what it costs.

    `progress`: 0 to 100; None where nobody says, and then `done` is blank.
    """

    number: str
    title: str
    lead: str
    time: str
    state: str
    progress: float | None
    done: str
    budget: str
    spent: str


@dataclass(frozen=True, slots=True)
class Projects:
    """Every project; `held`: there is any."""

    held: bool
    title: str
    lead: str
    caption: str
    head: Cells
    rows: Sequence[ProjectLine]


@dataclass(frozen=True, slots=True)
class Plan:
    """The action plan; `held`: something is followed up. Actions are numbered A1 and so on."""

    held: bool
    title: str
    lead: str
    about: str
    caption: str
    head: Cells
    table: Excerpt[ActionLine]
    implementation: str


@dataclass(frozen=True, slots=True)
class Governance:
    """How far procedure, committee and plans have come; `held`: anything is recorded."""

    held: bool
    title: str
    lead: str


def projects(setting: Setting) -> Projects:
    """Return every project with its stage, amount, funding and class."""
    site, city = setting.site, setting.city
    lines = pipeline_of(site.publication, {city.id: site.undertakings[city.id]})
    keys = ("project", "project.stage", "project.amount", "heading.project-money", "project.class")
    return Projects(
        held=bool(lines),
        title=site.say("section.projects"),
        lead=setting.prose(pipeline_lead(site, lines)),
        caption=site.say("caption.city-projects"),
        head=tuple(site.say(key) for key in keys),
        rows=[_project(setting, row) for row in project_rows(site, lines)],
    )


def _project(setting: Setting, row: ProjectRow) -> ProjectLine:
    site = setting.site
    mix = funding_mix(site, setting.city, row.project)
    states = [*site.publication.framework.words[FUNDING_STATE]][::-1]
    shares = dict.fromkeys(states, 0.0)
    for part in mix.parts if mix else ():
        shares[part.in_state] += part.width
    held = [(state, share) for state, share in shares.items() if share]
    told = [
        f"{site.word(FUNDING_STATE, state)} {per_cent(site, share, 0)}" for state, share in held
    ]
    return ProjectLine(
        title=row.title,
        stage=row.stage,
        amount=row.amount or "..",
        parts=tuple(FundedPart(states.index(state), share) for state, share in held),
        funding=site.language.by_semicolons(told) or "..",
        viability=row.viability.word,
    )


def plan(setting: Setting) -> Plan:
    """Return the action plan with the state of its actions, and of what was accepted."""
    site, city = setting.site, setting.city
    followed = site.undertakings[city.id].follow_up
    progress = plan_progress(site, city, followed) if followed else None
    keys = ("number-sign", "action", "action.time", "status", "progress", "plan.budget")
    empty = site.say("empty.plan" if followed else "empty.follow-up")
    actions = enumerate(progress.actions, 1) if progress else ()
    rows = [_action(site, f"A{number}", one) for number, one in actions]
    implementation = implementation_sentence(site, followed.implementation) if followed else ""
    return Plan(
        held=followed is not None,
        title=site.say("heading.plan"),
        lead=setting.prose(progress.title if progress else empty),
        about=setting.prose(progress.about) if progress else "",
        caption=site.say("caption.actions", date=progress.as_of) if progress else "",
        head=tuple(site.say(key) for key in keys),
        table=excerpt(site, rows, site.editorial.print_actions),
        implementation=setting.prose(implementation),
    )


def governance(setting: Setting) -> Governance:
    """Return how far procedure, committee and plans have come, in a few sentences."""
    site = setting.site
    sentences = governance_sentences(site, setting.city)
    held = list(sentences) != [site.say("lead.governance-empty")]
    return Governance(held, site.say("tab.governance"), setting.prose(*sentences))


def _action(site: Site, number: str, row: ActionRow) -> ActionLine:
    state = dict.fromkeys((row.status, row.schedule_word, row.behind))
    return ActionLine(
        number=number,
        title=row.title,
        lead=row.lead,
        time=row.time or "..",
        state=site.language.by_commas(state),
        progress=row.progress,
        done=row.progress_text or "..",
        budget=row.budget or "..",
        spent=row.spent,
    )
