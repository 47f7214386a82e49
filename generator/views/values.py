"""Observations and results as readers see them: numbers, marks, reasons, places between goalposts.

Decides nothing: bands, scores and reasons come from the assessment.
"""

from dataclasses import replace
from decimal import Decimal

from generator.assessment.evidence_states import was_collected
from generator.assessment.rating.normalisation import class_of
from generator.assessment.rating.selection import value_of
from generator.assessment.results import (
    NO_FIGURE,
    POSITIONED,
    REACHED,
    SHORT,
    IndicatorResult,
)
from generator.frozen import dataclass
from generator.language.foreign import native
from generator.model.city_tables import Observation
from generator.model.framework_tables import Goalpost
from generator.model.observables import Observable
from generator.views import targets
from generator.views.benchmark_marks import (
    Bar,
    bar_view,
    leaving_text,
    reach_doubt,
    tick_view,
    way_text,
)
from generator.views.cell import Flag, Link, Mark, Value
from generator.views.certainty import band_words
from generator.views.evidence_words import absence_text
from generator.views.figure_sources import SourceOfValue, source_of_figure
from generator.views.remarks import (
    UNDER_REVIEW,
    few_events_text,
    flags,
    missing_reason,
    territory_text,
    told,
)
from generator.views.site import Site
from generator.views.targets import NOWHERE, Target
from generator.views.under_review import later_text, review_text
from generator.views.units import unit_beside, with_unit
from generator.views.word_values import value_word

CLASSES = "goalpost-class"
"""The closed list of what classes of benchmarks are called."""


@dataclass(frozen=True, slots=True)
class Scales:
    """The score and the points of an indicator, and whether they stand at different steps."""

    score: str
    points: str
    share: str
    differ: bool


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator or data point of a city as a row of a table.

    `head`: it only has data points, whose rows follow; `part`: a data point. `advice`: what the
    figure called for. `scales`: both scales, where a table has columns for them. `bar`: the way
    from the worst value to the target; `tick`: the place among cities. `counted`: of how many
    data points somebody looked for the figure, if not of all.
    """

    observable: str
    name: str
    target: Target
    explanation: str
    value: Value
    bar: Bar | None
    mark: Mark
    source: SourceOfValue | None
    head: bool = False
    part: bool = False
    advice: Link | None = None
    scales: Scales | None = None
    tick: Bar | None = None
    counted: str = ""

    @property
    def id(self) -> str:
        """Return the id of the row on a page."""
        return targets.anchor(self.observable)


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    """Rows of indicators under the name of their area."""

    title: str
    target: Target
    rows: tuple[IndicatorRow, ...]


def print_number(site: Site, row: Observation, observable: Observable) -> str:
    """Return the value of an observation as printed: a number, or the word of the file."""
    unit = site.publication.framework.unit_of.get(observable.unit)
    if unit is not None and unit.values and row.value is not None:
        return value_word(site, row.value)
    value = value_of(row, observable.multiplier)
    if value is None:
        return ""
    exact = Decimal(row.value) if row.value is not None else Decimal(repr(value))
    return site.language.number(exact, row.places(observable.decimals))


def value_view(
    site: Site, row: Observation | None, observable: Observable, city: str = ""
) -> Value:
    """Return a value; its notes lead to the data page of `city`, if one is given."""
    if row is None:
        return Value(missing=site.say("state.not-collected"))
    number = print_number(site, row, observable)
    if not number:
        return Value(missing=missing_reason(site, row))
    notes = targets.at(targets.tab(city, "data"), targets.figure(row)) if city else NOWHERE
    comparability = row.comparability or "exact"
    differs = site.word("comparability", comparability)
    note = site.language.grouped(native(row.note))
    return Value(
        number=number,
        unit=unit_beside(site, observable.unit, number),
        period=str(row.period) if row.period else site.say("period-not-stated"),
        comparability=comparability,
        comparability_text=f"{differs}. {note}" if note else differs,
        remarks=told(territory_text(site, row)),
        target=notes,
        flags=flags(site, row, notes),
    )


def shown_value(site: Site, result: IndicatorResult, city: str) -> Value:
    """Return the value that is shown of an observable, and what others state of the same year."""
    shown = result.selection.shown
    if shown is None:
        return Value(missing=absence_text(site, result))
    view = value_view(site, shown, result.observable, city)
    more = (
        beside_text(site, result, city),
        few_events_text(site, shown),
        review_text(site, result.doubts),
        later_text(site, result),
    )
    sign = (Flag(UNDER_REVIEW, site.say("use.held-back"), view.target),) if result.doubts else ()
    return replace(view, remarks=told(*view.remarks, *more), flags=(*view.flags, *sign))


def beside_text(site: Site, result: IndicatorResult, city: str) -> str:
    """Return the other figures of the period shown, each with its source; "" without any."""
    unit = result.observable.unit
    texts = [
        site.say(
            "value.of", value=with_unit(site, number, unit), source=_stated_by(site, row, city)
        )
        for row in result.selection.beside
        if (number := print_number(site, row, result.observable))
    ]
    return site.say("value.beside", figures=site.language.enumerate(texts)) if texts else ""


def _stated_by(site: Site, row: Observation, city: str) -> str:
    source = site.publication.cities[city].source_of[row.source]
    return site.language.by_commas((territory_text(site, row), source.credit))


def word_of(site: Site, result: IndicatorResult) -> str:
    """Return the words beside the mark: band or class, reached or not, or why there is neither."""
    sign, post = result.sign, result.goalpost
    if post is not None and post.classes and result.selection.value is not None:
        return class_text(site, post, result.selection.value)
    if result.band is not None:
        return site.say(f"band.{result.band}")
    if sign in (REACHED, SHORT, POSITIONED):
        position = site.language.number(result.position or 0.0, 0)
        return site.say(f"state.{sign}", position=position)
    if result.state == NO_FIGURE:
        return site.language.inside(site.say("state.not-rated"))
    return site.say(f"reason.{result.reason}")


def class_text(site: Site, post: Goalpost, value: float) -> str:
    """Return the class of a value with the edge that it keeps below, or is above."""
    edges, name = dict(post.class_edges), class_of(value, post)
    closed = [edge for edge in edges.values() if edge is not None]
    upper = edges[name]
    key, edge = ("class.above", closed[-1]) if upper is None else ("class.up-to", upper)
    framework = site.publication.framework
    known, unit = framework.words.get(CLASSES, {}), framework.observables[post.observable].unit
    word = known.get(name.replace(" ", "-")) or site.in_english(name)
    return site.say(key, name=word, edge=with_unit(site, site.language.number(edge), unit))


def mark_view(
    site: Site,
    result: IndicatorResult,
    how: Target = NOWHERE,
    *,
    city: str = "",
    beside_tick: bool = False,
) -> Mark:
    """Return the rating mark of a result with its words, and the other bands that are possible.

    With its `city` it says that a target is being left. Beside the tick of a position its words
    leave the position out.
    """
    others = band_words(site, result.band, result.interval)
    trends = site.results[city].trends if city and result.is_reached else {}
    leaving = leaving_text(site, trends.get(result.observable.id))
    parts = (others, way_text(site, result), leaving, reach_doubt(site, result))
    detail = site.language.by_commas(parts)
    word = word_beside_tick(site, result) if beside_tick else word_of(site, result)
    return Mark(result.sign, word, how, detail)


def word_beside_tick(site: Site, result: IndicatorResult) -> str:
    """Return the words beside a mark where the position stands too."""
    is_alone = result.sign == POSITIONED and tick_view(site, result) is not None
    return site.say("state.no-target") if is_alone else word_of(site, result)


def indicator_rows(site: Site, result: IndicatorResult, city: str) -> list[IndicatorRow]:
    """Return the row of an indicator, and one for each of its data points.

    What nobody looked for has no row.
    """
    collected = [one for one in result.carriers if was_collected(one)]
    if not result.data_points or not collected:
        return [_row(site, one, city) for one in collected]
    head = replace(_row(site, result, city), head=True, counted=counted_text(site, result))
    return [head, *(replace(_row(site, one, city), part=True) for one in collected)]


def counted_text(site: Site, result: IndicatorResult) -> str:
    """Return of how many data points somebody looked for the figure; "" if of all."""
    points = result.data_points
    n = sum(was_collected(one) for one in points)
    return site.say("data-points.collected", n=n, m=len(points)) if n < len(points) else ""


def _row(site: Site, result: IndicatorResult, city: str) -> IndicatorRow:
    observable, shown = result.observable, result.selection.shown
    how = targets.how(city, observable.id) if result.is_rated else NOWHERE
    return IndicatorRow(
        observable=observable.id,
        name=observable.name,
        target=targets.indicator(observable.indicator),
        explanation=observable.definition,
        value=shown_value(site, result, city),
        bar=bar_view(site, result),
        mark=mark_view(site, result, how, city=city, beside_tick=True),
        source=source_of_figure(site, shown, city),
        tick=tick_view(site, result),
    )


def observable_name(site: Site, observable: str) -> str:
    """Return the name of an observable; a data point after its indicator."""
    framework = site.publication.framework
    one = framework.observables[observable]
    if not one.is_data_point:
        return one.name
    parent = framework.observables[one.indicator].name
    return site.say("data-point-of", indicator=parent, point=one.name)


def full_name(site: Site, result: IndicatorResult) -> str:
    """Return the name of the observable of a result."""
    return observable_name(site, result.observable.id)
