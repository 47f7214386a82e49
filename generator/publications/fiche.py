"""The fiche of a project on one page, for a bank, a ministry or a meeting.

Words and figures are those of the project's page; lists are cut to what one page holds, and say
how much more there is.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.publication import City
from generator.pages.city import project as page
from generator.publications.document import Document
from generator.publications.front import document_title, fictitious, shares
from generator.views.effects import effects_view
from generator.views.site import Site

View = dict[str, Any]

TEMPLATE = "fiche.typ"
LISTED = 5


def fiche_name(city: str, project: str, language: str) -> str:
    """Return the name of the fiche of a project; it never changes."""
    return f"project-{city}-{project}-{language}.pdf"


def compose_fiche(site: Site, city: City, project: str) -> Document:
    """Return the one-page fiche of a project."""
    known = site.undertakings[city.id]
    record, result = known.records[project], known.projects[project]
    here = page.project_folder(city.id, project)
    publication = site.publication.record
    contact = publication.contact
    effects = effects_view(site, city, known.effects[project], here)
    content = {
        "language": site.language.code,
        "title": document_title(site, f"{record.title}, {city.record.name}"),
        "author": contact.name if contact else "",
        "fictitious": fictitious(site),
        "shares": shares(site),
        "words": words(site),
        "place": f"{city.record.name}, {site.country(city.record.country)}",
        "name": record.title,
        "areas": [one["text"] for one in page.meta(site, record)],
        "lead": record.summary or "",
        "facts": [fact(one) for one in page.key_facts(site, record, result.chosen)],
        "need": needs(site, city, project, here),
        "money": money(site, city, project, here),
        "appraisal": appraisal(site, city, project, here),
        "conditions": cut(site, conditions(site, city, project, here)),
        "effects": cut(site, [effect(one) for one in (*effects["rows"], *effects["areas"])]),
        "partners": cut(site, [row[:3] for row in page.partner_rows(site, city, record, here)]),
        "history": cut(
            site, [plain(row[:4]) for row in page.history_rows(site, city, record, here)][::-1]
        ),
        "foot": foot(site, city, record.sources),
    }
    file = fiche_name(city.id, project, site.language.code)
    return Document(file, publication.as_of, content, TEMPLATE)


def words(site: Site) -> dict[str, str]:
    """Return the labels that the template sets."""
    keys = {
        "need": "heading.project-need", "money": "heading.project-money",
        "worth": "heading.project-worth", "conditions": "heading.project-conditions",
        "effects": "effect.if-delivered", "partners": "heading.project-partners",
        "history": "heading.project-history", "pale": "funding.pale",
    }  # fmt: skip
    return {name: site.say(key) for name, key in keys.items()}


def fact(one: View) -> View:
    """Return a key fact for the parts of the print."""
    number = one.get("number")
    return {
        "label": one["label"],
        "value": one.get("text") or number or "",
        "unit": one.get("unit", ""),
        "note": one.get("note", ""),
        "is_number": number is not None,
    }


def needs(site: Site, city: City, project: str, here: str) -> list[View]:
    """Return need, solution and counterfactual, as far as they are stated."""
    record = site.undertakings[city.id].records[project]
    found = page.need(site, city, record, here)
    parts = (
        ("", found["text"]),
        (site.say("project.solution"), found["solution"]),
        (site.say("project.counterfactual"), found["counterfactual"]),
    )
    return [{"label": label, "text": text} for label, text in parts if text]


def money(site: Site, city: City, project: str, here: str) -> View | None:
    """Return the funding mix: the parts of the bar, and the rows of its table."""
    found = page.funding(site, city, project, here)
    if found is None:
        return None
    rows = [
        {
            "shade": row[0]["key"],
            "cells": plain([row[0], row[1], f"{row[3]}, {row[4]}", row[5]]),
        }
        for row in found["rows"]
    ]
    return {
        "parts": [{"width": one["width"], "shade": one["shade"], "sure": one["sure"]}
                  for one in found["parts"]],
        "rows": cut(site, rows),
        "caption": site.say("caption.funding", total=found["total"]),
        "head": [site.say(key) for key in ("funding.instrument", "funding.provider",
                 "project.amount", "funding.state")],
        "unsure": found["unsure"],
    }  # fmt: skip


def appraisal(site: Site, city: City, project: str, here: str) -> View | None:
    """Return the appraisal with a row for each variant and bundle."""
    found = page.worth(site, city, site.undertakings[city.id], project, here)
    if not found["known"]:
        return None
    columns = [one["label"] for one in found["columns"]]
    table = [plain(row) for row in found["rows"]][:LISTED]
    return {
        "class": found["class"]["word"],
        "why": " ".join([*found["why"], *found["several"]]),
        "caption": site.say("caption.appraisal"),
        "basis": found["basis"],
        "head": columns,
        "rows": table,
    }  # fmt: skip


def conditions(site: Site, city: City, project: str, here: str) -> list[list[str]]:
    """Return the local conditions: what, its state, who, by when."""
    known = site.undertakings[city.id]
    record, chosen = known.records[project], known.projects[project].chosen
    found = page.conditions(site, city, record, chosen, here)
    return [plain([row[0], row[2], row[3], row[4]]) for row in found["rows"]]


def effect(one: View) -> View:
    """Return a mark before and after."""
    keys = ("name", "before", "after", "unit", "score_before", "score_after", "score_range",
            "band_before", "band_after", "word_before", "word_after")  # fmt: skip
    return {key: one[key] for key in keys}


def cut(site: Site, rows: Sequence[Any]) -> View:
    """Return as many rows as a page holds, and words for how many more there are."""
    more = len(rows) - LISTED
    return {"rows": list(rows[:LISTED]), "more": site.say("fiche.more", n=more) if more > 0 else ""}


def plain(cells: Sequence[Any]) -> list[str]:
    """Return cells as text alone."""
    return [
        str(cell.get("text") or cell.get("missing") or "") if isinstance(cell, Mapping) else cell
        for cell in cells
    ]


def foot(site: Site, city: City, sources: Sequence[str]) -> str:
    """Return what stands at the foot: sources, edition, date, address."""
    record = site.publication.record
    known = [city.source_of[one] for one in sources if one in city.source_of]
    names = dict.fromkeys(one.publisher or one.title for one in known)
    parts = [
        f"{site.say('heading.sources')}: {'; '.join(names)}" if names else "",
        f"{record.title}, {site.say('edition-of', edition=record.edition)}",
        site.say("publication.as-of", date=site.language.date(record.as_of)),
        record.address or "",
    ]
    return " · ".join(part for part in parts if part)
