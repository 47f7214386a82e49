"""The annexes: every indicator, the context figures, the sources, the methodology."""

from typing import Any

from generator.assessment.results import IndicatorResult
from generator.language.prose import split_prose
from generator.model.publication import City
from generator.pages.about.methodology import policy_rows
from generator.publications.indicator_rows import end_of_scale, rows_of
from generator.publications.numbered_sources import References
from generator.publications.prose_tree import prose_tree
from generator.views.key_facts import context_rows
from generator.views.site import Site
from generator.views.sources import listed_source
from generator.views.values import edges, full_name, unit_label

View = dict[str, Any]
METHODOLOGY = "methodology"


def annex(site: Site, city: City, references: References) -> View:
    """Return the annexes of a publication."""
    return {
        "indicators": {
            "title": site.say("publication.indicators"),
            "lead": site.say("publication.indicators-lead"),
            "areas": indicator_tables(site, city, references),
        },
        "context": {
            "title": site.say("publication.context"),
            "lead": site.say("hint.context-used"),
            "caption": site.say("caption.context"),
            "rows": context(site, city, references),
        },
        "sources": {
            "title": site.say("heading.sources"),
            "lead": site.say("publication.sources-lead"),
            "rows": sources(site, city),
        },
        "methodology": methodology(site, city),
    }


def indicator_tables(site: Site, city: City, references: References) -> list[View]:
    """Return all indicators, a table for each top area, in the order of the framework."""
    framework, result = site.publication.framework, site.results[city.id]
    tables = []
    for top in framework.children(site.publication.record.main_scheme):
        rows = [
            row
            for name in framework.placed_below(top.area)
            for row in rows_of(site, result.indicators[name], references)
        ]
        caption = site.say("caption.indicators-of", area=top.name)
        tables.append({"title": top.name, "caption": caption, "rows": rows})
    return tables


def context(site: Site, city: City, references: References) -> list[View]:
    """Return every context figure, those in use marked."""
    return [
        {
            "name": one.name,
            "value": one.value,
            "unit": one.unit,
            "period": one.period,
            "used": one.used,
            "source": references.number(one.source_id),
            "note": ". ".join(text for text in (_confirm(site, one.confirm), one.note) if text),
        }
        for one in context_rows(site, city)
    ]


def _confirm(site: Site, needed: bool) -> str:
    return site.say("to-be-confirmed") if needed else ""


def sources(site: Site, city: City) -> list[View]:
    """Return the sources in the order of their numbers."""
    return [
        {
            "title": one.title,
            "publisher": one.publisher,
            "year": one.year,
            "kind": one.source_kind,
            "href": one.url,
            "accessed": f"{site.say('accessed')} {one.accessed}" if one.accessed else "",
        }
        for one in (listed_source(site, row) for row in city.sources)
    ]


def methodology(site: Site, city: City) -> View:
    """Return the prose of the method, the policy in force, the benchmarks used, the marks."""
    framework = site.publication.framework
    parts = split_prose(site.publication.pages.get(METHODOLOGY, ""))
    return {
        "title": site.say("title.methodology"),
        "parts": [
            {"level": part.level, "heading": part.heading, "tree": prose_tree(part.html)}
            for part in parts
        ],
        "policy_title": site.say("heading.policy"),
        "policy_caption": site.say("caption.policy"),
        "policy": [*band_rows(site), *([name, value] for name, value, *_ in policy_rows(site))],
        "goalposts_title": site.say("heading.goalposts"),
        "goalposts_caption": site.say("publication.goalposts"),
        "goalposts": goalposts(site, city),
        "statuses_title": site.say("heading.statuses"),
        "statuses_caption": site.say("caption.statuses"),
        "statuses": [
            [row.mark or "", row.status, row.label, site.word("status-rated", row.rated)]
            for row in framework.statuses
        ],
    }


def band_rows(site: Site) -> list[list[str]]:
    """Return the bands with the scores that belong to them."""
    return [[one.word, one.meaning] for one in edges(site)]


def goalposts(site: Site, city: City) -> list[View]:
    """Return the benchmark of every value that the city reports, with its reason."""
    return [
        _goalpost(site, one)
        for one in site.results[city.id].observables.values()
        if not one.data_points and one.is_reported and _has_benchmark(one)
    ]


def _has_benchmark(result: IndicatorResult) -> bool:
    post = result.goalpost
    return post is not None and (post.best is not None or post.scores is not None)


def _goalpost(site: Site, result: IndicatorResult) -> View:
    post = result.goalpost
    if post is None:
        raise ValueError(result.observable.id)
    return {
        "name": full_name(site, result),
        "unit": unit_label(site, result.observable.unit),
        "worst": end_of_scale(site, result, "worst"),
        "best": post.scores or end_of_scale(site, result, "best"),
        "kind": site.word("goalpost-kind", post.kind or ""),
        "reason": post.reason,
    }
