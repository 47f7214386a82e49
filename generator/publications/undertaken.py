"""What a city has undertaken: projects, action plan, how it is governed."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.assessment.investment.pipeline_totals import pipeline_of
from generator.publications.excerpts import Excerpt, excerpt
from generator.publications.setting import Setting
from generator.views.action_plan import ActionRow, plan_progress
from generator.views.follow_up import implementation_sentence
from generator.views.governance import governance_sentences
from generator.views.pipeline import pipeline_lead, project_rows

Cells = tuple[str, ...]


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
    """The action plan; `held`: something is followed up. Actions are numbered A1 and so on."""

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


def projects(setting: Setting) -> Projects:
    """Return every project with its stage, amount and class."""
    site, city = setting.site, setting.city
    lines = pipeline_of(site.publication, {city.id: site.undertakings[city.id]})
    keys = ("project", "project.stage", "project.amount", "project.class")
    return Projects(
        held=bool(lines),
        title=site.say("section.projects"),
        lead=setting.prose(pipeline_lead(site, lines)),
        caption=site.say("caption.city-projects"),
        head=tuple(site.say(key) for key in keys),
        rows=[
            (row.title, row.stage, row.amount or "..", row.viability.word)
            for row in project_rows(site, lines)
        ],
    )


def plan(setting: Setting) -> Plan:
    """Return the action plan with the state of its actions, and of what was accepted."""
    site, city = setting.site, setting.city
    followed = site.undertakings[city.id].follow_up
    progress = plan_progress(site, city, followed) if followed else None
    keys = ("number-sign", "action", "action.time", "status", "progress", "plan.budget")
    empty = site.say("empty.plan" if followed else "empty.follow-up")
    actions = enumerate(progress.actions, 1) if progress else ()
    rows = [action(f"A{number}", one) for number, one in actions]
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


def action(number: str, row: ActionRow) -> Cells:
    """Return an action: what, when, its state, how much is done, and its budget."""
    words = dict.fromkeys((row.status, row.schedule_word, row.behind))
    state = ". ".join(word for word in words if word)
    return (number, row.title, row.time, state, row.progress_text or "..", row.budget or "..")
