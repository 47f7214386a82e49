"""Observations and results as readers see them: numbers, marks, reasons, places between goalposts.

Returns the dictionaries that the macros of `theme/pages/components.html.jinja` take. Decides
nothing: bands, scores and reasons come from the assessment.
"""

import re
from decimal import Decimal
from typing import Any

from generator.assessment.comparison.peer_comparison import Summary
from generator.assessment.rating.selection import value_of
from generator.assessment.results import (
    NO_BENCHMARK,
    NOT_RATED,
    NOT_REPORTED,
    RATED,
    IndicatorResult,
)
from generator.model.city_tables import Observation
from generator.model.publication import Observable
from generator.views.addresses import relative_address
from generator.views.site import Site

View = dict[str, Any]


def print_number(site: Site, row: Observation, observable: Observable) -> str:
    """Return the value of an observation as printed: a number, or the word of the file."""
    unit = site.publication.framework.unit_of.get(observable.unit)
    if unit is not None and unit.values and row.value is not None:
        return (
            site.say(f"value.{row.value}") if site.language.has(f"value.{row.value}") else row.value
        )
    multiplier = site.publication.framework.indicators[observable.indicator].multiplier or 1.0
    value = value_of(row, multiplier)
    if value is None:
        return ""
    exact = Decimal(row.value) if row.value is not None else Decimal(repr(value))
    return site.language.number(exact, row.places(observable.decimals))


def unit_label(site: Site, unit: str) -> str:
    """Return a unit as printed; "100 000" in it never breaks over two lines."""
    row = site.publication.framework.unit_of.get(unit)
    label = (row.label or row.unit) if row else unit
    return re.sub(r"(?<=\d) (?=\d)", "\N{NO-BREAK SPACE}", label)


def unit_beside(site: Site, unit: str) -> str:
    """Return a unit as printed beside a value; nothing if the value is a word."""
    row = site.publication.framework.unit_of.get(unit)
    return "" if row and row.values else unit_label(site, unit)


def value_view(
    site: Site, row: Observation | None, observable: Observable, notes: str = ""
) -> View:
    """Return a value for the macro `value`; `notes` is the address of the city's data page."""
    if row is None:
        return {"missing": site.say("reason.no-data")}
    number = print_number(site, row, observable)
    href = f"{notes}#row-{row.line}" if notes else ""
    if not number:
        return {"missing": missing_reason(site, row)}
    comparability = row.comparability or "exact"
    differs = site.word("comparability", comparability)
    return {
        "number": number,
        "unit": unit_beside(site, observable.unit),
        "period": str(row.period) if row.period else site.say("period-not-stated"),
        "comparability": comparability,
        "comparability_text": f"{differs}. {row.note}" if row.note else differs,
        "comparability_href": href,
        "flags": flags(site, row, href),
    }


def flags(site: Site, row: Observation, href: str) -> list[View]:
    """Return the superscripts at a value: its status, and a year that is the report's."""
    found = []
    status = site.publication.framework.status_of.get(row.status or "A")
    if status is not None and status.mark:
        found.append({"sign": status.mark, "text": status.label, "href": href})
    if row.period_basis == "report":
        found.append({"sign": "†", "text": site.say("year-of-report"), "href": href})
    return found


def quality_text(site: Site, row: Observation) -> str:
    """Return how well a value was measured, and whether somebody else verified it."""
    quality = site.publication.framework.qualities.by_key().get(row.quality or "")
    parts = [quality.name] if quality else []
    if row.verified is not None:
        parts.append(site.say("verified" if row.verified else "not-verified"))
    return ", ".join(parts)


def missing_reason(site: Site, row: Observation) -> str:
    status = site.publication.framework.status_of.get(row.status or "A")
    return row.note or (status.label if status else "")


def mark_of(result: IndicatorResult) -> str:
    """Return the id of the rating mark of a result."""
    if result.band is not None:
        return result.band
    return NO_BENCHMARK if result.state == NO_BENCHMARK else NOT_RATED


def word_of(site: Site, result: IndicatorResult) -> str:
    """Return the words beside the mark: the band, or why there is none."""
    if result.band is not None:
        return site.say(f"band.{result.band}")
    if result.state == NOT_REPORTED:
        return site.say("state.not-rated").lower()
    return site.say(f"reason.{result.reason}")


def bar_view(site: Site, result: IndicatorResult, spread: Summary | None = None) -> View | None:
    """Return where a value stands between its goalposts; None unless it is rated.

    With the quartiles of `spread`, the middle half of the cities compared lies behind it.
    """
    post = result.goalpost
    if result.state != RATED or result.score is None or post is None:
        return None
    score = site.language.number(result.score, 1)
    if post.best is None or post.worst is None:
        label = site.say("bar.words", score=score)
    else:
        label = site.say(
            "bar.label",
            score=score,
            worst=site.language.number(post.worst),
            best=site.language.number(post.best),
        )
    return {"position": result.score / 100, "label": label, **peer_view(site, label, spread)}


def peer_view(site: Site, label: str, spread: Summary | None) -> View:
    """Return the middle half of some cities for a bar or strip, said in its label, too."""
    if spread is None or spread.lower_quartile is None or spread.upper_quartile is None:
        return {}
    low, high = spread.lower_quartile, spread.upper_quartile
    said = site.say(
        "bar.peers",
        n=spread.cities,
        low=site.language.number(low, 1),
        high=site.language.number(high, 1),
    )
    return {"label": f"{label}. {said}", "peer": (low / 100, high / 100)}


def indicator_rows(site: Site, result: IndicatorResult, city: str, here: str) -> list[View]:
    """Return the row of an indicator, and one for each of its data points."""
    rows = []
    if result.data_points:
        head = _row(site, result, city, here)
        rows.append({**head, "head": True})
    for one in result.carriers:
        rows.append({**_row(site, one, city, here), "part": bool(result.data_points)})
    return rows


def _row(site: Site, result: IndicatorResult, city: str, here: str) -> View:
    observable, shown = result.observable, result.selection.shown
    data = relative_address(here, f"cities/{city}/data")
    place = site.publication.cities[city]
    peers = site.compared.of(city).first_of(observable.id)
    source = place.source_of.get(shown.source) if shown else None
    return {
        "id": anchor(observable.id),
        "name": observable.name,
        "href": relative_address(here, f"indicators/{observable.indicator}"),
        "explanation": observable.definition,
        "value": value_view(site, shown, observable, data),
        "bar": bar_view(site, result, peers.summary if peers else None),
        "band": mark_of(result),
        "word": word_of(site, result),
        "how": how_address(here, city, observable.id) if result.score is not None else "",
        "source": {
            "href": f"{data}#source-{source.source}",
            "text": source.publisher or source.title,
            "quality": quality_text(site, shown) if shown else "",
        }
        if source
        else None,
    }


def full_name(site: Site, result: IndicatorResult) -> str:
    """Return the name of an observable; a data point after its indicator."""
    observable = result.observable
    if not observable.is_data_point:
        return observable.name
    parent = site.publication.framework.observables[observable.indicator]
    return site.say("data-point-of", indicator=parent.name, point=observable.name)


def anchor(observable: str) -> str:
    """Return the id of an element for an observable: a dot is no good in selectors."""
    return "i-" + observable.replace(".", "--")


def computed_folder(city: str, subject: str = "") -> str:
    """Return the page that explains a result: one for indicators, one for areas."""
    return f"cities/{city}/computed" + ("/areas" if "/" in subject else "")


def how_anchor(subject: str) -> str:
    """Return the id of the explanation of an observable or an area."""
    return f"how-a-{subject.replace('/', '--')}" if "/" in subject else f"how-{anchor(subject)}"


def how_address(here: str, city: str, subject: str) -> str:
    """Return the address of an explanation from the page `here`."""
    return relative_address(here, f"{computed_folder(city, subject)}#{how_anchor(subject)}")


def band_counts(site: Site, results: list[IndicatorResult]) -> tuple[list[View], str]:
    """Return marks by band, best first, and the same in words."""
    bands = list(site.publication.framework.policy.bands)[::-1]
    counts = [(band, sum(one.band == band for one in results)) for band in bands]
    items = [{"band": band, "count": count} for band, count in counts if count]
    words = [
        site.say("count.band", n=count, band=site.say(f"band.{band}").lower())
        for band, count in counts
        if count
    ]
    return items, site.language.enumerate(words) if words else ""


def edges(site: Site) -> list[View]:
    """Return the bands with their lower edges and what they mean, from the lowest."""
    bands = site.publication.framework.policy.bands
    numbers = list(bands.values())
    found = []
    for index, (band, edge) in enumerate(bands.items()):
        above = numbers[index + 1] if index + 1 < len(numbers) else None
        low = site.language.number(edge)
        key = "band.range" if above is not None else "band.from"
        high = site.language.number(above) if above is not None else ""
        found.append(
            {
                "band": band,
                "word": site.say(f"band.{band}"),
                "meaning": site.say(key, low=low, high=high),
            }
        )
    return found
