"""The chapter that leads to action: proposals, decisions, projects, action plan, governance.

Words and figures are those of the pages; lists are cut to what a print holds, and say how much
more there is.
"""

from collections.abc import Sequence
from typing import Any

from generator.assessment.investment.pipeline_totals import pipeline_of
from generator.model.publication import City
from generator.views.action_plan import ActionRow, plan_progress
from generator.views.cell import text_of
from generator.views.city_advice import Judgement, OwnCard, ProposalCard, advice_for
from generator.views.follow_up import implementation_sentence
from generator.views.governance import governance_sentences
from generator.views.pipeline import pipeline_lead, project_rows
from generator.views.site import Site

View = dict[str, Any]

PROPOSALS = 6
"""Proposals with their text; further ones stand in a table of at most `LISTED` rows."""
LISTED = 8
ACTIONS = 16


def actions(site: Site, city: City) -> View:
    """Return the contents of the chapter; a part is blank where nothing is recorded."""
    found = advice_for(site, city)
    first, more = found.findings[:PROPOSALS], found.findings[PROPOSALS:]
    gaps = [[text_of(cell) for cell in row] for row in found.measure_first.rows]
    undertaken = {
        "projects": projects(site, city),
        "plan": plan(site, city),
        "governance": governance(site, city),
    }
    return {
        "title": site.say("publication.actions"),
        "lead": found.lead,
        "how": site.say("advice.how") if first else "",
        "proposals": {
            "title": site.say("heading.called-for"),
            "rows": [proposal(site, one) for one in first],
            "caption": site.say("publication.more-proposals"),
            "head": [site.say(key) for key in ("recommendation", "because", "priority")],
            "table": cut(site, [row(one) for one in more], LISTED),
        },
        "own": {
            "title": site.say("heading.own-recommendations"),
            "rows": [own(site, one) for one in found.own],
        },
        "decided": {
            "title": site.say("heading.decided"),
            "rows": [decision(site, one) for one in found.decided],
        },
        "measure": {
            "title": site.say("heading.measure-first"),
            "caption": found.measure_first.caption,
            "head": [head.label for head in found.measure_first.heads],
            "table": cut(site, gaps, LISTED),
        },
        **undertaken,
        "unrecorded": " ".join(one["lead"] for one in undertaken.values() if not one["held"]),
    }


def proposal(site: Site, one: ProposalCard) -> View:
    """Return a proposal with its text, why, how urgent, and what the city decided on it."""
    return {
        "title": one.title,
        "text": one.text,
        "because": one.reasons,
        "detail": f"{site.say('priority')} {one.priority} · {one.detail}",
        "decision": decision(site, one),
    }


def row(one: ProposalCard) -> list[str]:
    return [one.title, one.reasons, one.priority]


def own(site: Site, one: OwnCard) -> View:
    """Return a recommendation of the city's editors as a judgement."""
    return judged(site, one.judgement, one.judgement.title)


def decision(site: Site, one: ProposalCard) -> View | None:
    """Return what the city decided on a proposal as a judgement."""
    made = one.decision
    return judged(site, made, f"{made.title}: {one.title}") if made else None


def judged(site: Site, made: Judgement, title: str) -> View:
    texts = [made.text, f"{site.say('reason')}: {made.reason}" if made.reason else ""]
    return {
        "author": made.author,
        "date": made.date,
        "basis": made.basis,
        "title": title,
        "texts": [text for text in texts if text],
    }


def projects(site: Site, city: City) -> View:
    """Return every project with its stage, amount and class."""
    known = site.undertakings[city.id]
    lines = pipeline_of(site.publication, {city.id: known})
    keys = ("project", "project.stage", "project.amount", "project.class")
    return {
        "held": bool(lines),
        "title": site.say("section.projects"),
        "lead": pipeline_lead(site, lines),
        "caption": site.say("caption.city-projects"),
        "head": [site.say(key) for key in keys],
        "rows": [[row.title, row.stage, row.amount or "–", row.viability.word]
                 for row in project_rows(site, lines)],
    }  # fmt: skip


def plan(site: Site, city: City) -> View:
    """Return the action plan with the state of its actions, and of what was accepted."""
    found = site.undertakings[city.id].follow_up
    view = plan_progress(site, city, found) if found else None
    keys = ("action", "action.time", "status", "progress", "plan.budget")
    shown = [action(one) for one in view.actions] if view else []
    return {
        "held": found is not None,
        "title": site.say("heading.plan"),
        "lead": view.title if view else site.say("empty.plan" if found else "empty.follow-up"),
        "about": view.about if view else "",
        "caption": site.say("caption.actions", date=view.as_of) if view else "",
        "head": [site.say(key) for key in keys],
        "table": cut(site, shown, ACTIONS),
        "implementation": implementation_sentence(site, found.implementation) if found else "",
    }


def governance(site: Site, city: City) -> View:
    """Return how far procedure, committee and plans have come, in a few sentences."""
    sentences = governance_sentences(site, city)
    return {
        "held": list(sentences) != [site.say("lead.governance-empty")],
        "title": site.say("tab.governance"),
        "lead": " ".join(sentences),
    }


def action(row: ActionRow) -> list[str]:
    words = dict.fromkeys((row.status, row.schedule_word, row.behind))
    state = ". ".join(word for word in words if word)
    return [row.title, row.time, state, row.progress_text or "–", row.budget or "–"]


def cut(site: Site, rows: Sequence[list[str]], most: int) -> View:
    """Return as many rows as fit, and words for how many more there are."""
    more = len(rows) - most
    return {"rows": list(rows[:most]), "more": site.say("fiche.more", n=more) if more > 0 else ""}
