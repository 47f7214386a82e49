"""Prose pages, and the methodology with the policy in force printed below it."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from generator.language.prose import ProsePart, split_prose
from generator.pages.city_tabs import source_view
from generator.pages.page import Page, SearchEntry, Site, relative_address
from generator.pages.values import View, edges, unit_label


def prose_parts(text: str) -> list[View]:
    """Return the parts of a prose page for a template: heading, level, clean HTML."""

    def view(part: ProsePart) -> View:
        return {"level": part.level, "heading": part.heading, "html": Markup(part.html)}

    return [view(part) for part in split_prose(text)]


def compose_prose(site: Site, page: str, section: str) -> Page:
    """Return a page that is prose only, such as the one on the programme."""
    title = site.say(f"title.{page}")
    return site.compose(
        "prose.md.jinja",
        page,
        {"name": title, "parts": prose_parts(site.publication.pages.get(page, ""))},
        title=title,
        description=site.say(f"description.{page}"),
        section=section,
        search=(SearchEntry(page, title, site.say("kind.page")),),
    )


def compose_methodology(site: Site) -> Page:
    """Return the methodology: prose, the policy in force, every goalpost, every mark."""
    framework, folder = site.publication.framework, "methodology"
    title = site.say("title.methodology")
    values = {
        "name": title,
        "parts": prose_parts(site.publication.pages.get(folder, "")),
        "bands": edges(site),
        "points": [
            [str(points), site.say("points.from", low=site.language.number(edge))]
            for points, edge in framework.policy.points.items()
        ],
        "policy": policy_rows(site),
        "goalposts": goalpost_rows(site, folder),
        "unbenchmarked": unbenchmarked_rows(site, folder),
        "statuses": [
            [row.status, row.mark or "", row.label, site.word("status-rated", row.rated)]
            for row in framework.statuses
        ],
        "qualities": [[row.name] for row in framework.qualities],
        "sources": [source_view(site, row) for row in framework.sources],
        "policy_file": framework.policy_document.file,
    }
    return site.compose(
        "methodology.md.jinja",
        folder,
        values,
        title=title,
        description=site.say("description.methodology"),
        section=folder,
        search=(SearchEntry(folder, title, site.say("kind.page")),),
    )


def policy_rows(site: Site) -> list[list[str]]:
    """Return the settings of ratings and twinning: key, what it is, its value."""
    policy = site.publication.framework.policy
    settings: Mapping[str, Any] = {
        "max_age_years": policy.max_age_years,
        "coverage.area": policy.coverage.area,
        "coverage.minimum_rated": policy.coverage.minimum_rated,
        "twinning.context_minimum": policy.twinning.context_minimum,
        "twinning.areas_minimum": policy.twinning.areas_minimum,
        "twinning.weak_below": policy.twinning.weak_below,
        "twinning.lead_at_least": policy.twinning.lead_at_least,
    }
    return [
        [site.say(f"policy.{key}"), site.language.number(value), key]
        for key, value in settings.items()
    ]


def goalpost_rows(site: Site, here: str) -> list[list[Any]]:
    """Return every observable with a benchmark: both ends, kind, reason."""
    framework = site.publication.framework
    rows = []
    for key, post in framework.goalpost_of.items():
        if post.best is None and not post.scores:
            continue
        best = site.language.number(post.best) if post.best is not None else post.scores or ""
        worst = site.language.number(post.worst) if post.worst is not None else "–"
        kind = site.word("goalpost-kind", post.kind or "")
        rows.append(
            [
                _named(site, key, here),
                unit_label(site, framework.observables[key].unit),
                worst if not post.scores else "",
                best,
                kind,
                post.reason,
            ]
        )
    return rows


def unbenchmarked_rows(site: Site, here: str) -> list[list[Any]]:
    """Return every observable without a benchmark, and why."""
    posts = site.publication.framework.goalpost_of
    return [
        [_named(site, key, here), post.reason]
        for key, post in posts.items()
        if post.best is None and not post.scores
    ]


def _named(site: Site, key: str, here: str) -> View:
    observable = site.publication.framework.observables[key]
    name = observable.name
    if observable.is_data_point:
        parent = site.publication.framework.observables[observable.indicator]
        name = site.say("data-point-of", indicator=parent.name, point=observable.name)
    return {"text": name, "href": relative_address(here, f"indicators/{observable.indicator}")}
