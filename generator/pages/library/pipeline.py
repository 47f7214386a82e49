"""The pipeline of investment projects over all cities, and the projects of one city."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.assessment.investment.pipeline_totals import (
    PipelineLine,
    PipelineTotal,
    pipeline_of,
    total_of,
    totals_by,
)
from generator.assessment.investment.project_results import CLASSES
from generator.assessment.investment.undertakings import Undertakings
from generator.model.publication import City
from generator.pages.city.project import project_folder
from generator.pages.page import Page, compose_old, old_entry
from generator.views import appraisal_tables as views
from generator.views.addresses import data_address, relative_address
from generator.views.city_header import city_header, tab_at
from generator.views.effects import effects_view
from generator.views.money import money, several
from generator.views.site import Site
from generator.views.values import View

FOLDER = "projects"
STAGES = "project-stage"


def compose_pipeline(site: Site) -> Page:
    """Return the table of all projects, to be narrowed by stage, area, country, size and class."""
    lines = pipeline_of(site.publication, site.undertakings)
    title = site.say("section.projects")
    values = {
        "name": title,
        "lead": lead(site, lines),
        "rows": [line_view(site, line, FOLDER) for line in by_stage(site, lines)],
        "fields": fields(site, lines),
        "totals": totals(site, lines),
        "classes": views.classes_of(site),
        "csv": data_address(site, FOLDER, "projects.csv"),
    }
    return compose_old(
        site,
        "pipeline.md.jinja",
        FOLDER,
        values,
        title=title,
        description=site.say("description.projects"),
        section=FOLDER,
        hide_contents=True,
        search=(old_entry(FOLDER, title, site.say("kind.page")),),
    )


def lead(site: Site, lines: Sequence[PipelineLine]) -> str:
    """Return how many projects there are, and what they cost currency by currency."""
    if not lines:
        return site.say("lead.projects-none")
    total = total_of(lines)
    parts = [site.say("lead.projects", n=total.count)]
    if total.amounts:
        parts.append(site.say("lead.projects-amounts", amounts=several(site, total.amounts)))
    if total.unstated:
        parts.append(site.say("lead.projects-unstated", n=total.unstated))
    return " ".join(parts)


def by_stage(site: Site, lines: Iterable[PipelineLine]) -> list[PipelineLine]:
    """Return projects by city name, then by stage."""
    stages = list(site.publication.framework.words[STAGES])
    names = [city.id for city in site.cities]
    return sorted(
        lines, key=lambda one: (names.index(one.city), stages.index(one.stage), one.project)
    )  # fmt: skip


def line_view(site: Site, line: PipelineLine, here: str) -> View:
    """Return the row of a project; `data` are the words that the filter compares."""
    record = site.undertakings[line.city].records[line.project]
    areas = site.publication.framework.area_of
    city = site.publication.cities[line.city]
    return {
        "title": record.title,
        "href": relative_address(here, project_folder(line.city, line.project)),
        "summary": record.summary or "",
        "city": city.record.name,
        "city_href": relative_address(here, f"cities/{line.city}"),
        "country": site.country(line.country),
        "areas": site.language.enumerate(
            areas[one].name for one in line.areas if one in areas
        ),
        "stage": site.word(STAGES, line.stage),
        "since": site.language.date(line.since),
        "amount": "" if line.amount is None else money(site, line.amount, line.currency),
        "class": views.class_view(site, line.viability),
        "data": {
            "stage": line.stage,
            "area": " ".join(line.areas),
            "country": line.country,
            "currency": line.currency,
            "amount": "" if line.amount is None else f"{line.amount:.0f}",
            "class": line.viability,
        },
    }  # fmt: skip


def fields(site: Site, lines: Sequence[PipelineLine]) -> list[View]:
    """Return the fields of the filter, with the options that occur."""
    words = site.publication.framework.words[STAGES]
    areas = site.publication.framework.area_of
    held = {
        "stage": {one.stage for one in lines},
        "area": {area for one in lines for area in one.areas},
        "country": {one.country for one in lines},
        "class": {one.viability for one in lines},
        "currency": {one.currency for one in lines if one.currency},
    }
    names: dict[str, Callable[[str], str]] = {
        "stage": lambda key: words.get(key, key),
        "area": lambda key: areas[key].name if key in areas else key,
        "country": site.country,
        "class": lambda key: views.class_word(site, key),
        "currency": lambda key: key,
    }
    orders = {"stage": list(words), "class": list(CLASSES)}
    found: list[View] = []
    for name, keys in held.items():
        fixed = orders.get(name)
        ordered = [one for one in fixed if one in keys] if fixed else sorted(keys, key=names[name])
        options = [{"value": key, "text": names[name](key)} for key in ordered]
        found.append(
            {"name": name, "label": site.say(f"pipeline.{name}"), "kind": "select",
             "options": options}
        )  # fmt: skip
    amount = {"name": "amount", "label": site.say("pipeline.amount"), "kind": "number"}
    return [*found, amount]


def totals(site: Site, lines: Sequence[PipelineLine]) -> list[View]:
    """Return the totals by stage, class and area of action; currencies stay apart."""
    words, areas = site.publication.framework.words[STAGES], site.publication.framework.area_of
    return [
        total_table(site, "stage", totals_by(lines, lambda one: (one.stage,)), dict(words)),
        total_table(
            site, "class", totals_by(lines, lambda one: (one.viability,)),
            views.class_words(site),
        ),
        total_table(
            site, "area", totals_by(lines, lambda one: one.areas),
            {key: row.name for key, row in areas.items()},
        ),
    ]  # fmt: skip


def total_table(
    site: Site, name: str, found: Mapping[str, PipelineTotal], words: Mapping[str, str]
) -> View:
    """Return totals in the order of their words."""
    rows = [
        [
            words.get(key, key),
            site.language.number(found[key].count, 0),
            several(site, found[key].amounts) if found[key].amounts else "",
            site.language.number(found[key].unstated, 0),
        ]
        for key in sorted(found, key=lambda one: _place(words, one))
    ]
    return {"caption": site.say(f"caption.totals-{name}"), "head": site.say(f"pipeline.{name}"),
            "rows": rows}  # fmt: skip


def _place(words: Mapping[str, str], key: str) -> tuple[int, str]:
    """Return the place of a key in the order of its words; unknown ones come last."""
    order = list(words)
    return (order.index(key) if key in words else len(order), key)


def compose_city_projects(site: Site, city: City) -> Page:
    """Return the projects of a city: each with its class, bundles, and what all would change."""
    folder = f"cities/{city.id}/projects"
    known = site.undertakings[city.id]
    lines = pipeline_of(site.publication, {city.id: known})
    values = {
        "header": city_header(site, city, tab_at(folder)),
        "lead": lead(site, lines),
        "rows": [line_view(site, line, folder) for line in by_stage(site, lines)],
        "bundles": [bundle_view(site, city, known, name, folder) for name in known.bundles],
        "effects": effects_view(site, city, known.together, folder),
        "classes": views.classes_of(site),
        "file": f"cities/{city.id}/projects/",
    }
    return compose_old(
        site,
        "city-projects.md.jinja",
        folder,
        values,
        title=site.say("title.city-projects", city=city.record.name),
        description=site.say("description.city-projects", city=city.record.name),
        section="cities",
        hide_contents=True,
    )


def bundle_view(site: Site, city: City, known: Undertakings, name: str, here: str) -> View:
    """Return a bundle: its reason, its appraisal beside its members', conditions, effects."""
    record, found = known.bundle_records[name], known.bundles[name]
    members = [known.projects[one.project].variants[one.variant] for one in found.members]
    titles: dict[str, View | str] = {
        one.project: {
            "text": known.records[one.project].title,
            "href": relative_address(here, project_folder(city.id, one.project)),
        }
        for one in found.members
    }
    scale = views.unit_of(site, [*members, found.appraisal])
    rows = [
        views.appraisal_row(site, scale, titles[member.project], one)
        for member, one in zip(found.members, members, strict=True)
    ]
    rows.append(views.appraisal_row(site, scale, site.say("bundle.total"), found.appraisal))
    conditions = site.publication.framework.local_conditions.by_key()
    crossed = [known.records[one].title for one in found.cross_subsidised]
    return {
        "id": f"bundle-{name}",
        "title": record.title,
        "kind": site.word("rationale-kind", record.rationale.kind),
        "text": record.rationale.text,
        "author": record.author,
        "date": record.date or "",
        "basis": record.basis,
        "money": views.basis(site, found.appraisal, scale.label),
        "columns": views.appraisal_columns(site),
        "rows": rows,
        "parts": views.bundle_rows(site, found, titles, scale),
        "why": views.why(site, found.appraisal),
        "crossed": site.say("bundle.crossed", projects=site.language.enumerate(crossed))
        if crossed else "",
        "conditions": [
            {
                "term": conditions[key].name if key in conditions else key,
                "text": site.language.enumerate(known.records[one].title for one in projects),
            }
            for key, projects in found.conditions.items()
        ],
        "effects": effects_view(site, city, known.bundle_effects[name], here),
    }  # fmt: skip
