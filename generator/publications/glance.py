"""The first chapter: who the city is, how it stands, what is urgent, changed and missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.assessment.results import CityResult
from generator.charts import Figure
from generator.model.publication import City
from generator.publications.excerpts import heads_of, rows_of
from generator.views.area_rows import AreaRow, area_rows, standing_table
from generator.views.city_chapters import MissingRow, missing_figures
from generator.views.finding_sentences import (
    finding_sentences,
    urgent_lead,
    urgent_rest,
    urgent_title,
)
from generator.views.key_facts import Fact, key_facts
from generator.views.portrait import portrait
from generator.views.sentences import Change, changes, lead_sentences
from generator.views.site import Site
from generator.views.urgency_words import (
    PriorityRow,
    UrgentRow,
    area_order,
    area_order_lead,
    most_urgent,
)

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart in its print form, with its message, its words, and what stands below it."""

    title: str
    svg: str
    alternative: str
    caption: str = ""
    source: str = ""


@dataclass(frozen=True)
class Titled(Generic[Row]):
    """Rows under a title, perhaps after a sentence; `rest`: what they leave out."""

    title: str
    rows: Sequence[Row]
    lead: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """The areas by urgency; `committee`: whether the order of a committee stands beside."""

    title: str
    lead: str
    caption: str
    committee: bool
    rows: Sequence[PriorityRow]


@dataclass(frozen=True, slots=True)
class Standing:
    """Targets reached and median position, as text."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Glance:
    """The contents of the chapter."""

    title: str
    lead: str
    findings: Sequence[str]
    facts: Sequence[Fact]
    portrait: Sequence[str]
    computed: str
    standing: str
    wheel: Chart | None
    trends: Chart | None
    areas_caption: str
    areas: Sequence[AreaRow]
    whole: Standing
    urgent: Titled[UrgentRow]
    changes: Titled[Change]
    missing: Titled[MissingRow]
    order: Order


def glance(site: Site, city: City, figures: Mapping[str, tuple[str, Figure]]) -> Glance:
    """Return the contents of the chapter; `figures` by `wheel`, `trends` or observable."""
    result = site.results[city.id]
    absent = missing_figures(site, result)
    urgent = most_urgent(site, city, result)
    return Glance(
        title=site.say("publication.glance"),
        lead=" ".join(lead_sentences(site, result)),
        findings=finding_sentences(site, result),
        facts=key_facts(site, city),
        portrait=portrait(site, city),
        computed=site.say("portrait.computed"),
        standing=site.say("heading.standing"),
        wheel=overview(site, figures, "wheel"),
        trends=overview(site, figures, "trends"),
        areas_caption=site.say("caption.by-area"),
        areas=area_rows(site, result, site.publication.record.main_scheme),
        whole=_standing(site, result),
        urgent=Titled(
            urgent_title(site, result),
            urgent,
            urgent_lead(site, result),
            urgent_rest(site, result),
        ),
        changes=Titled(site.say("heading.changes"), changes(site, city, result)),
        missing=Titled(
            site.say("heading.missing"),
            absent.rows,
            " ".join(absent.sentences),
        ),
        order=_order(site, city),
    )


def overview(site: Site, figures: Mapping[str, tuple[str, Figure]], subject: str) -> Chart | None:
    """Return a chart of the whole city with what it tells; None if there is none."""
    chart = figures.get(subject)
    return drawn(chart, site.say(f"figure.{subject}-caption")) if chart else None


def drawn(chart: tuple[str, Figure], caption: str = "", source: str = "") -> Chart:
    """Return a chart as the templates take it."""
    title, figure = chart
    return Chart(title, figure.svg, figure.alternative, caption, source)


def _standing(site: Site, result: CityResult) -> Standing:
    table = standing_table(site, result)
    return Standing(table.caption, heads_of(table), rows_of(table))


def _order(site: Site, city: City) -> Order:
    """Return the areas by urgency, beside the order of the committee where there is one."""
    result = site.results[city.id]
    committee = bool(result.priorities)
    return Order(
        title=site.say("heading.area-order"),
        lead=area_order_lead(site, result),
        caption=site.say("caption.area-order"),
        committee=committee,
        rows=area_order(site, result),
    )
