"""The annexes: every indicator, the context figures, the sources, the methodology."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.assessment.results import IndicatorResult
from generator.model.framework_tables import Goalpost
from generator.model.publication import City
from generator.publications.indicator_rows import PrintedRow, rows_of
from generator.publications.numbered_sources import References
from generator.publications.prose_tree import PrintedPart, printed_parts
from generator.views.bands import edges
from generator.views.certainty import data_errors
from generator.views.evidence_words import uncollected_text
from generator.views.indicator_cities import family_text
from generator.views.key_facts import ContextRow, context_rows
from generator.views.policy_settings import settings
from generator.views.site import Site
from generator.views.sources import ListedSource, listed_source
from generator.views.units import unit_beside
from generator.views.values import full_name

METHODOLOGY = "methodology"


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """All indicators of an area; `uncollected`: for how many nobody looked, in a sentence."""

    title: str
    caption: str
    rows: Sequence[PrintedRow]
    uncollected: str


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The benchmark of a value with its reason."""

    name: str
    unit: str
    worst: str
    best: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Methodology:
    """The prose of the method, the policy in force, the errors of the data by their quality.

    Then the marks of values, and the benchmarks used.
    """

    parts: Sequence[PrintedPart]
    policy: Sequence[Sequence[str]]
    errors: Sequence[Sequence[str]]
    goalposts: Sequence[Benchmark]
    statuses: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Annex:
    """The annexes of a publication, in order; the `source` of a figure is a number."""

    indicators: Sequence[IndicatorTable]
    context: Sequence[ContextRow]
    sources: Sequence[ListedSource]
    methodology: Methodology


def annex(site: Site, city: City, references: References) -> Annex:
    """Return the annexes of a publication."""
    return Annex(
        indicators=indicator_tables(site, city, references),
        context=context(site, city, references),
        sources=sources(site, references),
        methodology=methodology(site, city),
    )


def indicator_tables(site: Site, city: City, references: References) -> list[IndicatorTable]:
    """Return all indicators, a table for each top area, in the order of the framework."""
    framework, indicators = site.publication.framework, site.results[city.id].indicators
    tables = []
    for top in framework.children(site.publication.record.main_scheme):
        members = [indicators[name] for name in framework.placed_below(top.area)]
        rows = [row for one in members for row in rows_of(site, one, references)]
        caption = site.say("caption.indicators-of", area=top.name)
        tables.append(IndicatorTable(top.name, caption, rows, uncollected_text(site, members)))
    return tables


def context(site: Site, city: City, references: References) -> list[ContextRow]:
    """Return every context figure with the number of its source, those in use marked."""
    confirm = site.say("to-be-confirmed")
    return [
        replace(
            one,
            source=references.number(one.source_id),
            note=". ".join(
                text
                for text in (confirm if one.confirm else "", site.language.grouped(one.note))
                if text
            ),
        )
        for one in context_rows(site, city)
    ]


def sources(site: Site, references: References) -> list[ListedSource]:
    """Return the sources in the order of their numbers."""
    accessed = site.say("accessed")
    listed = [listed_source(site, row) for row in references.listed]
    return [
        replace(one, accessed=f"{accessed} {one.accessed}" if one.accessed else "")
        for one in listed
    ]


def methodology(site: Site, city: City) -> Methodology:
    """Return how the figures came about, as on the methodology page; only the benchmarks used."""
    bands = [[one.word, one.meaning] for one in edges(site)]
    policy = [[one.name, one.value] for one in settings(site)]
    return Methodology(
        parts=printed_parts(site.publication.pages.get(METHODOLOGY, "")),
        policy=[*bands, *policy],
        errors=[[one.name, one.share, one.reason] for one in data_errors(site)],
        goalposts=goalposts(site, city),
        statuses=[
            [row.mark or "", row.status, row.label, site.word("status-rated", row.rated)]
            for row in site.publication.framework.statuses
        ],
    )


def goalposts(site: Site, city: City) -> list[Benchmark]:
    """Return the benchmarks of every value that the city reports, with their reasons."""
    return [
        _benchmark(site, one, post)
        for one in site.results[city.id].observables.values()
        if not one.data_points and one.is_reported
        for post in (one.goalpost, one.leading)
        if post is not None and post.states_benchmark
    ]


def _benchmark(site: Site, result: IndicatorResult, post: Goalpost) -> Benchmark:
    def end(value: float | None) -> str:
        return "–" if value is None else site.language.number(value)

    return Benchmark(
        name=full_name(site, result),
        unit=unit_beside(site, result.observable.unit),
        worst=end(post.worst),
        best=post.scores or end(post.best),
        kind=f"{family_text(site, post)}: {site.word('goalpost-kind', post.kind or '')}",
        reason=site.language.grouped(post.reason or ""),
    )
