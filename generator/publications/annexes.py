"""The annexes: which figures are missing, the context figures, the sources."""

from dataclasses import replace
from urllib.parse import urlsplit

from generator.assessment.results import IndicatorResult
from generator.frozen import dataclass
from generator.language.stops import without_stop
from generator.publications.indicator_rows import has_figure
from generator.publications.numbered_sources import References
from generator.publications.setting import Setting, Wording
from generator.views.evidence_words import absence_text, state_sentences
from generator.views.key_facts import ContextRow, context_rows
from generator.views.remarks import missing_reason
from generator.views.sources import listed_source


@dataclass(frozen=True, slots=True)
class MissingFigure:
    """An indicator without a figure; `why` is blank where nobody looked for one."""

    name: str
    why: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingGroup:
    """The indicators of an area that have no figure, by name."""

    title: str
    rows: tuple[MissingFigure, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """Which figures are missing: why, in sentences, then by name."""

    title: str
    lead: str
    groups: tuple[MissingGroup, ...]


@dataclass(frozen=True, slots=True)
class CitedContext:
    """A context figure with the number of its source."""

    row: ContextRow
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """The context figures."""

    title: str
    lead: str
    rows: tuple[CitedContext, ...]


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source: who published it when, what it is, when it was read; `host`: of its address."""

    title: str
    facts: str
    url: str
    host: str


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources that are cited, in the order of their numbers."""

    title: str
    lead: str
    rows: tuple[CitedSource, ...]
    data: str


def missing(setting: Setting) -> Missing:
    """Return the indicators without a figure, area by area in the order of the framework."""
    site, indicators = setting.site, setting.result.indicators
    framework = site.publication.framework
    groups = []
    for top in framework.children(site.publication.record.main_scheme):
        members = [indicators[name] for name in framework.placed_below(top.area)]
        absent = [one for one in members if not any(has_figure(part) for part in one.carriers)]
        if absent:
            rows = tuple(_missing(setting, one) for one in absent)
            groups.append(MissingGroup(f"{top.name} ({len(rows)})", rows))
    absent_at_all = [one for one in indicators.values() if not one.is_reported]
    return Missing(
        title=setting.say("annex.missing"),
        lead=setting.prose(*state_sentences(site, absent_at_all)),
        groups=tuple(groups),
    )


def _missing(setting: Setting, one: IndicatorResult) -> MissingFigure:
    """Return an indicator without a figure, with what a source or a search says of it."""
    name, site = setting.named(one.observable.name), setting.site
    shown = next((part.selection.shown for part in one.carriers if part.selection.shown), None)
    if shown is not None:
        status = site.publication.framework.status_of.get(shown.status or "A")
        why = replace(shown, note=None) if shown.note and len(shown.note) > 60 else shown
        said = missing_reason(site, why) or (status.label if status else "")
        return MissingFigure(name, said, setting.cite(shown.source))
    return MissingFigure(name, absence_text(site, one) if one.searched else "")


def context(setting: Setting) -> Context:
    """Return every context figure with the number of its source, those in use marked."""
    site = setting.site
    confirm = site.say("to-be-confirmed")
    rows = []
    for one in context_rows(site, setting.city):
        note = ". ".join(text for text in (confirm if one.confirm else "", one.note) if text)
        rows.append(CitedContext(replace(one, note=note), setting.cite(one.source_id)))
    return Context(
        title=setting.say("publication.context"),
        lead=setting.say("hint.context-used"),
        rows=tuple(rows),
    )


def sources(wording: Wording, references: References) -> SourceList:
    """Return the cited sources; it is asked last, since it lists what was cited before."""
    site = wording.site
    accessed = site.say("accessed")
    listed = [listed_source(site, row) for row in references.listed]
    address = site.publication.record.address
    return SourceList(
        title=wording.say("heading.sources"),
        lead=wording.say("publication.sources-lead"),
        rows=tuple(
            CitedSource(
                without_stop(one.title),
                site.language.by_commas(
                    (
                        one.publisher,
                        one.year,
                        one.source_kind,
                        f"{accessed} {one.accessed}" if one.accessed else "",
                    )
                ),
                one.url,
                urlsplit(one.url).netloc.removeprefix("www."),
            )
            for one in listed
        ),
        data=wording.say("sources.data-at", address=f"{address.rstrip('/')}/data/")
        if address
        else wording.say("sources.data"),
    )
