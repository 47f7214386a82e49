"""The chapter that leads to action: proposals, decisions, projects, action plan, governance.

Words and figures are those of the pages; lists are cut to what a print holds, and say how much
more there is.
"""

from collections.abc import Sequence
from typing import Any

from generator.assessment.investment.pipeline_totals import pipeline_of
from generator.model.publication import City
from generator.pages.city.advice import advised
from generator.pages.city.follow_up import implementation_view, plan_view
from generator.pages.city.governance import lead_sentences
from generator.views.pipeline import pipeline_lead, project_rows
from generator.views.site import Site

View = dict[str, Any]

PROPOSALS = 6
"""Proposals with their text; further ones stand in a table of at most `LISTED` rows."""
LISTED = 8
ACTIONS = 16


def actions(site: Site, city: City) -> View:
    """Return the contents of the chapter; a part is blank where nothing is recorded."""
    found = advised(site, city, "")
    first, more = found["findings"][:PROPOSALS], found["findings"][PROPOSALS:]
    undertaken = {
        "projects": projects(site, city),
        "plan": plan(site, city),
        "governance": governance(site, city),
    }
    return {
        "title": site.say("publication.actions"),
        "lead": found["lead"],
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
            "rows": [own(site, one) for one in found["own"]],
        },
        "decided": {
            "title": site.say("heading.decided"),
            "rows": [decision(site, one) for one in found["decided"]],
        },
        "measure": {
            "title": site.say("heading.measure-first"),
            "caption": site.say("caption.measure-first", n=len(found["gaps"])),
            "head": [site.say(key) for key in ("recommendation", "because", "fact.lead-body")],
            "table": cut(site, [gap(cells) for cells in found["gaps"]], LISTED),
        },
        **undertaken,
        "unrecorded": " ".join(one["lead"] for one in undertaken.values() if not one["held"]),
    }


def proposal(site: Site, one: View) -> View:
    """Return a proposal with its text, why, how urgent, and what the city decided on it."""
    return {
        "title": one["title"],
        "text": one["text"],
        "because": because(one),
        "detail": f"{site.say('priority')} {one['priority']} · {one['detail']}",
        "decision": decision(site, one) if one["decision"] else None,
    }


def because(one: View) -> str:
    return "; ".join(reason["text"] for reason in one["because"])


def row(one: View) -> list[str]:
    return [one["title"], because(one), one["priority"]]


def gap(cells: Sequence[Any]) -> list[str]:
    title, reasons, body = cells
    return [title["text"], "; ".join(reasons["lines"]), body]


def own(site: Site, one: View) -> View:
    """Return a recommendation of the city's editors as a judgement."""
    texts = [one["text"], f"{site.say('reason')}: {one['reason']}" if one["reason"] else ""]
    return judged(one, one["title"], texts)


def decision(site: Site, one: View) -> View:
    """Return what the city decided on a proposal as a judgement."""
    made = one["decision"]
    texts = [made["text"], f"{site.say('reason')}: {made['reason']}" if made["reason"] else ""]
    return judged(made, f"{made['word']}: {one['title']}", texts)


def judged(made: View, title: str, texts: Sequence[str]) -> View:
    signed = {key: made[key] for key in ("author", "date", "basis")}
    return {**signed, "title": title, "texts": [text for text in texts if text]}


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
    view = plan_view(site, city, found, "") if found and found.plan else None
    keys = ("action", "action.time", "status", "progress", "plan.budget")
    shown = [action(one) for one in view["actions"]] if view else []
    return {
        "held": found is not None,
        "title": site.say("heading.plan"),
        "lead": view["title"] if view else site.say("empty.plan" if found else "empty.follow-up"),
        "about": view["about"] if view else "",
        "caption": site.say("caption.actions", date=view["as_of"]) if view else "",
        "head": [site.say(key) for key in keys],
        "table": cut(site, shown, ACTIONS),
        "implementation": implementation_view(site, found.implementation) if found else "",
    }


def governance(site: Site, city: City) -> View:
    """Return how far procedure, committee and plans have come, in a few sentences."""
    sentences = lead_sentences(site, city)
    return {
        "held": list(sentences) != [site.say("lead.governance-empty")],
        "title": site.say("tab.governance"),
        "lead": " ".join(sentences),
    }


def action(one: View) -> list[str]:
    words = dict.fromkeys((one["status"], one["schedule_word"], one["behind"]))
    state = ". ".join(word for word in words if word)
    return [one["title"], one["time"], state, one["progress_text"] or "–", one["budget"] or "–"]


def cut(site: Site, rows: Sequence[list[str]], most: int) -> View:
    """Return as many rows as fit, and words for how many more there are."""
    more = len(rows) - most
    return {"rows": list(rows[:most]), "more": site.say("fiche.more", n=more) if more > 0 else ""}
