"""Prose pages, and the methodology with the policy in force printed below it."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from generator.language.prose import ProsePart, split_prose
from generator.model.records import Record
from generator.pages.page import Page, compose_old, old_entry
from generator.views.addresses import relative_address
from generator.views.site import Site
from generator.views.sources import listed_source
from generator.views.values import View, edges, unit_label

RATING_SETTINGS = (
    "max_age_years", "coverage", "trend", "urgency", "replications", "seed", "uncertainty",
    "comparison", "twinning",
)  # fmt: skip
"""The parts of the policy that take part in ratings and twinning, in the order of the page."""

FORMULAS = (
    "normalise-linear", "normalise-log", "score-of-word", "mean-of-data-points", "percent",
    "percent-from-score", "pooled-points", "aggregate-arithmetic", "interval", "trend-rate",
    "trend-score", "urgency", "urgency-of-area",
)  # fmt: skip


def prose_parts(text: str) -> list[View]:
    """Return the parts of a prose page for a template: heading, level, clean HTML."""

    def view(part: ProsePart) -> View:
        return {"level": part.level, "heading": part.heading, "html": Markup(part.html)}

    return [view(part) for part in split_prose(text)]


def compose_prose(site: Site, page: str, section: str) -> Page:
    """Return a page that is prose only, such as the one on the programme."""
    title = site.say(f"title.{page}")
    return compose_old(
        site,
        "prose.md.jinja",
        page,
        {"name": title, "parts": prose_parts(site.publication.pages.get(page, ""))},
        title=title,
        description=site.say(f"description.{page}"),
        section=section,
        search=(old_entry(page, title, site.say("kind.page")),),
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
        "formulas": formula_rows(site),
        "goalposts": goalpost_rows(site, folder),
        "unbenchmarked": unbenchmarked_rows(site, folder),
        "statuses": [
            [row.status, row.mark or "", row.label, site.word("status-rated", row.rated)]
            for row in framework.statuses
        ],
        "qualities": [[row.name] for row in framework.qualities],
        "sources": [listed_source(site, row) for row in framework.sources],
        "policy_file": framework.policy_document.file,
    }
    return compose_old(
        site,
        "methodology.md.jinja",
        folder,
        values,
        title=title,
        description=site.say("description.methodology"),
        section=folder,
        search=(old_entry(folder, title, site.say("kind.page")),),
    )


def policy_rows(site: Site) -> list[list[str]]:
    """Return the settings of the ratings: what each is, its value, whose it is, its key."""
    policy = site.publication.framework.policy
    rows = []
    for group in RATING_SETTINGS:
        value = getattr(policy, group)
        keys = (
            [(f"{group}.{name}", getattr(value, name)) for name in type(value).model_fields]
            if isinstance(value, Record)
            else [(group, value)]
        )
        rows += [
            [site.say(f"policy.{key}"), setting_text(site, key, one), basis_of(site, key), key]
            for key, one in keys
            if one not in (None, (), {})
        ]
    return rows


def setting_text(site: Site, key: str, value: Any) -> str:
    """Return a setting as printed; steps and lists in a row."""
    if isinstance(value, Mapping):
        pairs = (
            site.say("setting.pair", name=_setting_name(site, key, name), value=_number(site, one))
            for name, one in value.items()
        )
        return ", ".join(pairs)
    if isinstance(value, tuple):
        return ", ".join(value)
    return _number(site, value) if key != "seed" else str(value)


def _number(site: Site, value: Any) -> str:
    return site.language.number(value) if isinstance(value, int | float) else str(value)


def _setting_name(site: Site, key: str, name: object) -> str:
    vocabulary = {"urgency.trend": "trend", "trend.assumed_years": "goalpost-kind"}.get(key)
    if vocabulary:
        return site.word(vocabulary, str(name))
    return site.say(f"urgency.{name}") if key == "urgency.levels" else str(name)


def basis_of(site: Site, key: str) -> str:
    """Return whose a setting is: a published source where one is named, else ours."""
    named = f"basis.{key}"
    return site.say(named if site.language.has(named) else "basis.ours")


def formula_rows(site: Site) -> list[View]:
    """Return every formula that an explanation can name."""
    return [
        {"term": site.say(f"formula-of.{key}"), "text": site.say(f"formula.{key}", most=most)}
        for key in FORMULAS
        for most in (max(site.publication.framework.policy.points),)
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
                _source_cell(site, post.source or ""),
            ]
        )
    return rows


def _source_cell(site: Site, source: str) -> Any:
    row = site.publication.framework.source_of.get(source)
    if row is None:
        return ""
    return {"text": row.publisher or row.title, "href": f"#source-{source}"}


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
