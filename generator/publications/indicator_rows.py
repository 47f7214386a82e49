"""Indicators as rows of printed tables: value, rating, and every note in full."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.assessment.evidence_states import was_collected
from generator.assessment.results import IndicatorResult
from generator.model.city_tables import Observation
from generator.model.territories import PROXY
from generator.publications.numbered_sources import References
from generator.views.benchmark_marks import tick_view, way_text
from generator.views.cell import Flag, Value
from generator.views.certainty import band_words
from generator.views.remarks import UNDER_REVIEW, told
from generator.views.site import Site
from generator.views.values import (
    counted_text,
    print_number,
    shown_value,
    word_beside_tick,
    word_of,
)

SIGNS = {"near": "≈"}
"""The sign before a value, by its comparability, as on the pages."""


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """An indicator or data point; `value` is None above data points.

    `kind`: row, head (above data points) or part (a data point). `source`: its number. `counted`:
    of how many data points somebody looked for the figure, if not of all.
    """

    kind: str
    name: str
    code: str
    value: Value | None
    mark: str
    word: str
    position: str
    place: str
    score: str
    worst: str
    best: str
    source: str
    note: str
    counted: str = ""


def rows_of(site: Site, result: IndicatorResult, references: References) -> list[PrintedRow]:
    """Return the row of an indicator, then one for each of its data points.

    What nobody looked for has no row.
    """
    if not was_collected(result):
        return []
    first = _row(site, result, references, "head" if result.data_points else "row")
    points = [one for one in result.data_points if was_collected(one)]
    rows = [_row(site, one, references, "part") for one in points]
    return [replace(first, counted=counted_text(site, result)), *rows]


def _row(site: Site, result: IndicatorResult, references: References, kind: str) -> PrintedRow:
    observable, shown = result.observable, result.selection.shown
    return PrintedRow(
        kind=kind,
        name=observable.name,
        code="" if observable.is_data_point else observable.code,
        value=None if result.data_points else value(site, shown, result, references.city),
        mark=result.sign,
        word=rating(site, result),
        position=tick.label if (tick := tick_view(site, result)) else "",
        place="" if result.position is None else site.language.number(result.position, 0),
        score=_score(site, result),
        worst=end_of_scale(site, result, "worst"),
        best=end_of_scale(site, result, "best"),
        source=references.number(shown.source if shown else None),
        note=note(site, shown),
    )


def value(site: Site, shown: Observation | None, result: IndicatorResult, city: str) -> Value:
    """Return a value; its note stands in full beside it, not in the reason why it is missing.

    A proxy says so in words, since the annex has no rating to say it.
    """
    if shown is not None and not print_number(site, shown, result.observable):
        return Value(missing=site.say("reason.missing"))
    view = shown_value(site, result, city)
    proxy = site.word("comparability", PROXY) if view.comparability == PROXY else ""
    return replace(view, remarks=told(proxy, *view.remarks))


def rating(site: Site, result: IndicatorResult) -> str:
    """Return the band, those also possible, and the way to the target, or why there is none."""
    others = band_words(site, result.band, result.interval)
    word = f"{word_beside_tick(site, result)} {others}".rstrip()
    return ", ".join(part for part in (word, way_text(site, result)) if part)


def _score(site: Site, result: IndicatorResult) -> str:
    """Return the score with one decimal; of a floor, whether it is reached."""
    if result.score is None:
        return ""
    return site.language.number(result.score, 1) if result.band else word_of(site, result)


def end_of_scale(site: Site, result: IndicatorResult, end: str) -> str:
    """Return a goalpost as printed; a dash for none, blank above data points."""
    post = result.goalpost
    if result.data_points:
        return ""
    number = getattr(post, end) if post else None
    return site.language.number(number) if number is not None else "–"


def note(site: Site, shown: Observation | None) -> str:
    """Return what an editor says of an observation, after the sign of a near measure."""
    if shown is None or not shown.note:
        return ""
    text = site.language.grouped(shown.note)
    return f"{SIGNS.get(shown.comparability or '', '')} {text}".strip()


def signs_of(site: Site, results: Iterable[IndicatorResult]) -> list[Flag]:
    """Return the signs that the values of some observables carry, with their meaning."""
    results = list(results)
    shown = [one.selection.shown for result in results for one in result.carriers]
    rows = [row for row in shown if row is not None and row.has_figure]
    comparabilities = {row.comparability for row in rows}
    statuses = {row.status for row in rows}
    signs = [
        Flag(sign, site.word("comparability", name))
        for name, sign in SIGNS.items()
        if name in comparabilities
    ]
    signs += [
        Flag(status.mark, status.label)
        for status in site.publication.framework.statuses
        if status.mark and status.status in statuses
    ]
    if any(result.doubts for one in results for result in one.carriers):
        signs.append(Flag(UNDER_REVIEW, site.say("use.held-back")))
    if any(row.period_basis == "report" for row in rows):
        signs.append(Flag("†", site.say("year-of-report")))
    return signs
