"""A city as a column beside others: each figure with a benchmark as finished text, and its place.

Rests on the files and results of the city alone. What may not be set beside the figures of others
has no place, and says why; which figures go together `comparison.py` decides.
"""

from generator.assessment.rating.headline_gate import OLD, TERRITORY
from generator.assessment.results import CityResult, IndicatorResult
from generator.assessment.small_series import SmallSeries
from generator.frozen import dataclass
from generator.language.foreign import native
from generator.model.publication import City
from generator.model.rounding import as_printed
from generator.model.territories import PROXY
from generator.views.cell import Value
from generator.views.city_list import people, people_year
from generator.views.compared_rows import compared_observables, is_line, scale_name
from generator.views.doubt_words import why_text
from generator.views.remarks import UNDER_REVIEW, told
from generator.views.site import Site
from generator.views.sparks import is_open, series_label
from generator.views.values import mark_view, shown_value

DIGITS = 4
"""Digits with which a point of a small series is drawn."""


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """A figure with all that must be said at it; without a `number`, `word` says why.

    `value` is what the files state. `signs` stand behind the number, their meaning among the
    `warnings`. `place`: 0 to 100 on the `scale`, as printed; None where it may not be set beside
    others. `is_sure`: it may be named in a sentence. `since`: both ends of its `points` (year,
    value) in words.
    """

    observable: str
    number: str
    unit: str
    value: str
    is_near: bool
    signs: str
    period: str
    year: int | None
    mark: str
    word: str
    warnings: tuple[str, ...]
    scale: str
    place: float | None
    is_sure: bool
    since: str
    points: tuple[tuple[int, float], ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class ComparedCity:
    """A city with its figures that have a benchmark, in the order of the framework."""

    city: str
    name: str
    country: str
    people: str
    figures: tuple[ComparedFigure, ...]


def compared_city(site: Site, city: City) -> ComparedCity:
    """Return a city as a column beside others."""
    result, series = site.results[city.id], site.series[city.id].small
    names = compared_observables(site)
    return ComparedCity(
        city=city.id,
        name=city.record.name,
        country=site.country(city.record.country),
        people=_people_text(site, city),
        figures=tuple(
            _figure(site, result, result.observables[name], series.get(name))
            for name in names
            if result.observables[name].selection.shown is not None
        ),
    )


def _people_text(site: Site, city: City) -> str:
    year = people_year(site, city)
    return site.say("compare.people", number=people(site, city), year=year) if year else ""


def _figure(
    site: Site, result: CityResult, one: IndicatorResult, series: SmallSeries | None
) -> ComparedFigure:
    row, value = one.selection.shown, shown_value(site, one, result.city)
    if row is None:
        raise ValueError(one.observable.id)
    reason = result.unnamed.get(one.observable.id, "")
    scale, place = _place(one) if reason != TERRITORY else ("", None)
    drawn = series if series and len(series.points) >= site.editorial.series_from else None
    return ComparedFigure(
        observable=one.observable.id,
        number=value.number,
        unit=value.unit,
        value=row.value or "",
        is_near=row.comparability == "near",
        signs="".join(flag.sign for flag in value.flags if flag.sign != UNDER_REVIEW),
        period=value.period,
        year=row.period.last if row.period else None,
        mark=one.sign,
        word=value.missing or mark_view(site, one).word,
        warnings=_warnings(site, one, value, reason),
        scale=scale,
        place=place,
        is_sure=place is not None and not reason,
        since=series_label(site, drawn, one) if drawn else "",
        points=_points(drawn) if drawn else (),
        is_open=is_open(site, drawn) if drawn else False,
    )


def _place(one: IndicatorResult) -> tuple[str, float | None]:
    """Return between which ends a figure stands, and where; of two families the leading cities.

    Floors, classes and words are reached or not: they have no place.
    """
    if one.position is not None and one.leading is not None and is_line(one.leading):
        return scale_name(one.leading), one.printed_position
    post = one.goalpost
    if one.band is None or one.score is None or post is None or not is_line(post):
        return "", None
    return scale_name(post), as_printed(one.score)


def _warnings(site: Site, one: IndicatorResult, value: Value, reason: str) -> tuple[str, ...]:
    """Return what is to be said at a number, the reason why it has no place first."""
    row = one.selection.shown
    is_proxy = row is not None and row.comparability == PROXY
    return told(
        ((native(row.note) if row else "") or value.comparability_text) if is_proxy else "",
        *value.remarks,
        *(flag.text for flag in value.flags if flag.sign != UNDER_REVIEW),
        why_text(site, [OLD], n=1) if reason == OLD else "",
    )


def _points(series: SmallSeries) -> tuple[tuple[int, float], ...]:
    return tuple((year, float(f"{value:.{DIGITS}g}")) for year, value in series.points)
