"""Computed sentences: from results to words, so that no text can contradict a number."""

from generator.assessment.results import NOT_REPORTED, CityResult, IndicatorResult
from generator.assessment.selection import value_of
from generator.model.city_tables import Observation
from generator.pages.page import Site, relative_address
from generator.pages.values import View, band_counts, full_name, print_number, unit_label

CHANGES = 5


def lead_sentences(site: Site, result: CityResult) -> list[str]:
    """Return the first lines of a profile: what can be rated, and what is missing."""
    indicators = list(result.indicators.values())
    rated = [one for one in indicators if one.score is not None]
    absent = [one for one in indicators if one.state == NOT_REPORTED]
    stated = sum(said_missing(one) for one in absent)
    total = len(indicators)
    shown = total - len(absent) - len(rated)
    sentences = []
    if rated:
        _, words = band_counts(site, indicators)
        sentences.append(site.say("sentence.rated", n=len(rated), total=total, bands=words))
    else:
        sentences.append(site.say("sentence.none-rated", total=total))
    if shown:
        sentences.append(site.say("sentence.more-shown" if rated else "sentence.shown", n=shown))
    if stated:
        sentences.append(site.say("sentence.not-reported", n=stated))
    if len(absent) > stated:
        sentences.append(site.say("sentence.missing", n=len(absent) - stated))
    return sentences


def said_missing(result: IndicatorResult) -> bool:
    """Return whether a source says that all of an indicator is missing, each data point too."""
    return all(
        one.selection.shown is not None and one.selection.value is None for one in result.carriers
    )


def changes(site: Site, result: CityResult, here: str) -> list[View]:
    """Return first and latest value of each series of three periods and more.

    Ordered by how far the value moved on its own scale, the furthest first.
    """
    found = []
    for one in result.observables.values():
        rows = comparable_series(site, one)
        if one.data_points or len(rows) < 3 or one.observable.direction == "none":
            continue
        first, last = _number(site, one, rows[0]), _number(site, one, rows[-1])
        if first == last:
            continue
        base = max(abs(first), abs(last))
        found.append((abs(last - first) / base, _change(site, one, rows, here)))
    found.sort(key=lambda pair: (-pair[0], pair[1]["name"]))
    return [view for _, view in found[:CHANGES]]


def comparable_series(site: Site, result: IndicatorResult) -> list[Observation]:
    """Return the usable part of a series: dated values after the last break, no proxies."""
    statuses = site.publication.framework.status_of
    rows: list[Observation] = []
    for row in result.selection.series:
        status = statuses.get(row.status or "A")
        if row.period is None or row.comparability == "proxy" or row.value is None:
            continue
        if status is None or status.rated == "no":
            continue
        rows = [row] if row.status == "B" else [*rows, row]
    return rows


def _number(site: Site, result: IndicatorResult, row: Observation) -> float:
    multiplier = site.publication.framework.indicators[result.observable.indicator].multiplier
    return value_of(row, multiplier or 1.0) or 0.0


def _change(site: Site, result: IndicatorResult, rows: list[Observation], here: str) -> View:
    first, last = _number(site, result, rows[0]), _number(site, result, rows[-1])
    rising = last > first
    better = rising == (result.observable.direction == "higher")
    words = "better" if better else "worse"
    towards = result.observable.direction == "towards"
    return {
        "name": full_name(site, result),
        "href": relative_address(here, f"indicators/{result.observable.indicator}"),
        "direction": "up" if rising else "down",
        "before": _printed(site, rows[0], result),
        "after": _printed(site, rows[-1], result),
        "unit": unit_label(site, result.observable.unit),
        "period": f"{rows[0].period} – {rows[-1].period}",
        "word": site.say("change.other" if towards else f"change.{words}"),
    }


def _printed(site: Site, row: Observation, result: IndicatorResult) -> str:
    """Return a value with the sign of a near measure."""
    sign = "≈ " if row.comparability == "near" else ""
    return sign + print_number(site, row, result.observable)
