"""The pipeline of investment projects: rows to scan and to narrow, and totals by currency."""

from collections.abc import Iterable, Mapping, Sequence

from generator.assessment.investment.pipeline_totals import (
    PipelineLine,
    PipelineTotal,
    total_of,
    totals_by,
)
from generator.frozen import dataclass
from generator.model.name_order import Order
from generator.views import targets
from generator.views.appraisal_words import Viability, class_words, viability
from generator.views.cell import Link
from generator.views.dates import status_since, status_years
from generator.views.filters import Field, choice
from generator.views.money import money, several
from generator.views.names_in_sentences import areas_text
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.targets import Target

STAGES = "project-stage"


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project to scan; `amount` may be blank. `data` are the words that a filter compares."""

    project: str
    title: str
    target: Target
    city: Link
    country: str
    areas: str
    stage: str
    since: str
    amount: str
    viability: Viability
    data: Mapping[str, str]


def pipeline_lead(site: Site, lines: Sequence[PipelineLine]) -> str:
    """Return how many projects there are, and what they cost currency by currency."""
    if not lines:
        return site.say("lead.projects-none")
    total = total_of(lines)
    parts = [site.say("lead.projects", n=total.count)]
    if total.amounts:
        parts.append(site.say("lead.projects-amounts", amounts=several(site, total.amounts)))
    if total.unstated:
        parts.append(site.say("lead.projects-unstated", n=total.unstated))
    parts.append(status_years(site, (one.since for one in lines)))
    return " ".join(parts)


def project_rows(site: Site, lines: Iterable[PipelineLine]) -> list[ProjectRow]:
    """Return projects by city name, then by stage."""
    stages = list(site.publication.framework.words[STAGES])
    cities = site.publication.cities

    def order(line: PipelineLine) -> tuple[Order, str, int, str]:
        name = site.language.order(cities[line.city].record.name)
        return (name, line.city, stages.index(line.stage), line.project)

    return [_row(site, line) for line in sorted(lines, key=order)]


def _row(site: Site, line: PipelineLine) -> ProjectRow:
    city = site.publication.cities[line.city].record.name
    amount = "" if line.amount is None else money(site, line.amount, line.currency)
    return ProjectRow(
        project=line.project,
        title=site.undertakings[line.city].records[line.project].title,
        target=targets.project(line.city, line.project),
        city=Link(city, targets.city(line.city)),
        country=site.country(line.country),
        areas=areas_text(site, line.areas),
        stage=site.word(STAGES, line.stage),
        since=status_since(site, line.stage, line.since),
        amount=amount,
        viability=viability(site, line.viability),
        data={
            "stage": line.stage,
            "area": " ".join(line.areas),
            "country": line.country,
            "currency": line.currency,
            "amount": "" if line.amount is None else f"{line.amount:.0f}",
            "class": line.viability,
        },
    )


def filter_fields(site: Site, lines: Sequence[PipelineLine]) -> list[Field]:
    """Return the fields of the filter, with the options that occur.

    Stages and classes stand in the order of their words, all others by name.
    """
    areas = _by_name(area_words(site))
    countries = _by_name({one.country: site.country(one.country) for one in lines})
    currencies = _by_name({one.currency: one.currency for one in lines if one.currency})
    return [
        _choice(site, "stage", stage_words(site), (one.stage for one in lines)),
        _choice(site, "area", areas, (area for one in lines for area in one.areas)),
        _choice(site, "country", countries, countries),
        _choice(site, "class", class_words(site), (one.viability for one in lines)),
        _choice(site, "currency", currencies, currencies),
        Field("amount", site.say("pipeline.amount"), "number"),
    ]


def _choice(site: Site, name: str, words: Mapping[str, str], occurring: Iterable[str]) -> Field:
    held = set(occurring)
    known = {key: word for key, word in words.items() if key in held}
    return choice(name, site.say(f"pipeline.{name}"), known)


def _by_name(words: Mapping[str, str]) -> Mapping[str, str]:
    return {key: words[key] for key in sorted(words, key=words.__getitem__)}


def stage_words(site: Site) -> Mapping[str, str]:
    """Return the words of the stages of a project, in order."""
    return site.publication.framework.words[STAGES]


def area_words(site: Site) -> Mapping[str, str]:
    """Return the names of all areas of action."""
    return {key: area.name for key, area in site.publication.framework.area_of.items()}


def stage_totals(site: Site, lines: Sequence[PipelineLine]) -> Table:
    """Return the totals by stage; like all totals, currency by currency."""
    totals = totals_by(lines, lambda one: (one.stage,))
    return _total_table(site, "stage", totals, stage_words(site))


def class_totals(site: Site, lines: Sequence[PipelineLine]) -> Table:
    """Return the totals by class of viability."""
    totals = totals_by(lines, lambda one: (one.viability,))
    return _total_table(site, "class", totals, class_words(site))


def area_totals(site: Site, lines: Sequence[PipelineLine]) -> Table:
    """Return the totals by area of action."""
    return _total_table(site, "area", totals_by(lines, lambda one: one.areas), area_words(site))


def _total_table(
    site: Site, name: str, totals: Mapping[str, PipelineTotal], words: Mapping[str, str]
) -> Table:
    """Return totals in the order of their words."""
    number, column = site.language.number, Column[tuple[str, PipelineTotal]]
    columns = [
        column(name, site.say(f"pipeline.{name}"), lambda row: words[row[0]]),
        column("count", site.say("pipeline.count"), lambda row: number(row[1].count, 0), True),
        column("amounts", site.say("pipeline.amounts"), lambda row: several(site, row[1].amounts)),
        column(
            "unstated", site.say("pipeline.unstated"), lambda row: number(row[1].unstated, 0), True
        ),
    ]
    rows = [(key, totals[key]) for key in words if key in totals]
    return lay_out(site.say(f"caption.totals-{name}"), columns, rows)
