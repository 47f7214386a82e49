"""Every observation of a city's files as readers see it, and what became of it."""

from collections.abc import Iterator
from dataclasses import replace

from generator.assessment.rating.few_events import chance_range
from generator.assessment.rating.selection import is_headline
from generator.assessment.results import IndicatorResult, Selection
from generator.assessment.trend.series_breaks import dated_series
from generator.frozen import dataclass
from generator.model.city_tables import OBSERVATIONS, Observation
from generator.model.publication import City
from generator.views import targets
from generator.views.breakdowns import part_name
from generator.views.cell import Link, Value
from generator.views.corrections import line_link
from generator.views.figure_sources import quality_text
from generator.views.remarks import UNDER_REVIEW, told
from generator.views.series import breaks_told
from generator.views.site import Site
from generator.views.targets import Target
from generator.views.under_review import review_text
from generator.views.values import full_name, value_view


@dataclass(frozen=True, slots=True)
class ObservationRow:
    """A row of the observations of a city with what became of it.

    `anchor` is its place on the page, `place` its file and line.
    """

    anchor: str
    name: str
    target: Target
    value: Value
    bounds: str
    used: bool
    use: str
    status: str
    comparability: str
    note: str
    quality: str
    source: str
    source_id: str
    place: Link


def observation_rows(site: Site, city: City) -> list[ObservationRow]:
    """Return every observation in the order of the framework, the latest first."""
    order = {name: index for index, name in enumerate(site.publication.framework.observables)}
    ordered = sorted(
        city.observations,
        key=lambda row: (order[row.observable], -(row.period.last if row.period else 0), row.line),
    )
    return [_observation_row(site, city, row) for row in ordered]


def _observation_row(site: Site, city: City, row: Observation) -> ObservationRow:
    framework = site.publication.framework
    observable = framework.observables[row.observable]
    result = site.results[city.id].observables[row.observable]
    source = city.source_of[row.source]
    status = framework.status_of.get(row.status or "A")
    part = part_name(site, row)
    comparability = row.comparability or "exact"
    value = value_view(site, row, observable)
    findings = site.results[city.id].findings.get(OBSERVATIONS.key_of(row), ())
    review = review_text(site, findings)
    return ObservationRow(
        anchor=targets.figure(row),
        name=full_name(site, result) + (f" ({part})" if part else ""),
        target=targets.indicator(observable.indicator),
        value=replace(
            value, remarks=told(*value.remarks, review, *_new_series(site, city, result, row))
        ),
        bounds=stated_bounds(site, row),
        used=result.selection.shown == row,
        use=use_of(site, result.selection, row),
        status=status.label if status and status.mark else "",
        comparability="" if comparability == "exact" else site.word("comparability", comparability),
        note=row.note or "",
        quality=quality_text(site, row),
        source=source.publisher or source.title,
        source_id=source.source,
        place=line_link(site, city, row),
    )


def _new_series(site: Site, city: City, result: IndicatorResult, row: Observation) -> Iterator[str]:
    """Yield that a new series begins with a row, and why, if one does."""
    new = breaks_told(site, city, result)
    if new and row in dated_series(result) and row.period and row.period.last in new:
        yield new[row.period.last]


def stated_bounds(site: Site, row: Observation) -> str:
    """Return the range, or the step, that the source states, in the unit; "" if it has none.

    Of a rate of few events that are counted the range that chance leaves.
    """
    chance = None if row.lower or row.upper else chance_range(site.publication.framework, row)
    if chance is not None:
        low, high = (site.language.number(bound, 2) for bound in chance)
        return site.say("value.by-chance", low=low, high=high)
    low, high = (
        "…" if bound is None else site.language.number(bound) for bound in (row.lower, row.upper)
    )
    if low == high == "…":
        step = row.resolution
        return site.say("value.step", step=site.language.number(step)) if step else ""
    return site.say("value.bounds", low=low, high=high)


def use_of(site: Site, selection: Selection, row: Observation) -> str:
    """Return whether an observation is rated, or why it is not."""
    if not is_headline(row):
        return site.say("use.breakdown")
    judged = dict(zip(selection.series, selection.reasons, strict=True)) | dict(selection.aside)
    reason = judged[row]
    if reason:
        return site.say(f"use.{reason}")
    return site.say("use.used" if selection.shown == row else "use.older")


@dataclass(frozen=True, slots=True)
class Note:
    """A sign at values, and what it means; `id` is that of the note on a page."""

    id: str
    sign: str
    text: str


def status_notes(site: Site, city: City) -> list[Note]:
    """Return the marks that this city's values carry, with their meaning."""
    used = {row.status or "A" for row in city.observations}
    notes = [
        Note(f"status-{status.status.lower()}", status.mark, status.label)
        for status in site.publication.framework.statuses
        if status.status in used and status.mark
    ]
    if any(row.period_basis == "report" for row in city.observations):
        notes.append(Note("year-of-report", "†", site.say("year-of-report")))
    if site.results[city.id].findings:
        notes.append(Note("under-review", UNDER_REVIEW, site.say("use.held-back")))
    if any(row.comparability == "near" for row in city.observations):
        notes.append(Note("near", "≈", site.word("comparability", "near")))
    return notes
