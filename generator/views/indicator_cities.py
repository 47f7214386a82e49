"""What carries the values of an indicator, itself or a data point: benchmark, and all cities."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from generator.assessment.results import NOT_FOUND, IndicatorResult
from generator.frozen import dataclass
from generator.model.framework_tables import Goalpost
from generator.model.observables import Observable
from generator.model.publication import City
from generator.views import targets
from generator.views.benchmark_marks import Bar, bar_view, ends_text, tick_view, years_of
from generator.views.cell import Link, Mark, Term, Value
from generator.views.doubt_words import why_text
from generator.views.figure_sources import SourceOfValue, source_of_figure
from generator.views.names_in_sentences import cities_text
from generator.views.series_of_cities import SeriesOfCities, series_of_cities
from generator.views.site import Site
from generator.views.sources import title_of
from generator.views.sparks import Spark, spark_from
from generator.views.strips import Strip, better, reached_text, strip_of
from generator.views.targets import NOWHERE, Target
from generator.views.units import with_unit
from generator.views.values import mark_view, shown_value
from generator.views.word_values import scores_text


@dataclass(frozen=True, slots=True)
class CityFigure:
    """The figure of a city for an observable; `name` is that of the city.

    `country` and what follows are blank where it stands among figures of other observables.
    `amount` and `year`, the last of its period, are what tables are sorted by.
    """

    name: str
    target: Target
    value: Value
    mark: Mark
    country: str = ""
    bar: Bar | None = None
    tick: Bar | None = None
    since: Spark | None = None
    source: SourceOfValue | None = None
    amount: float | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class ObservableChapter:
    """An observable of an indicator with its benchmark and the cities.

    `order`: in which the cities stand. `reached`: how many have reached the target;
    `spread`: median and middle half of the positions in words; `ends`: between
    whom positions lie. `silent`: how many cities have no row, and why. `sources`: how many bodies
    stated the figures. `strip_alone` and `series_alone`: where these charts stand for other sites.
    """

    id: str
    name: str
    is_data_point: bool
    definition: str
    benchmarks: tuple[tuple[Term, ...], ...]
    caption: str
    figures: tuple[CityFigure, ...]
    strip: Strip | None
    strip_alone: Target
    series: SeriesOfCities | None
    series_alone: Target
    order: str
    reached: str
    spread: str
    ends: str
    silent: str
    sources: str


def observable_chapters(site: Site, indicator: str) -> list[ObservableChapter]:
    """Return every observable of an indicator that carries values."""
    return [
        _chapter(site, one)
        for one in site.publication.framework.observables.values()
        if one.indicator == indicator and one.carries_value
    ]


def _chapter(site: Site, observable: Observable) -> ObservableChapter:
    results = [(city, site.results[city.id].observables[observable.id]) for city in site.cities]
    placed = sorted(results, key=lambda pair: _by_place(pair[1]))
    name = targets.anchor(observable.id)
    alone = partial(targets.embedded_indicator, observable.indicator)
    return ObservableChapter(
        id=name,
        name=observable.name,
        is_data_point=observable.is_data_point,
        definition=observable.definition,
        benchmarks=benchmark_facts(site, observable),
        caption=site.say("caption.cities-by-indicator", indicator=observable.name),
        figures=tuple(
            _figure_among_cities(site, city, one)
            for city, one in placed
            if one.selection.shown is not None
        ),
        order=_order_text(site, observable, [one for _, one in results]),
        strip=strip_of(site, observable),
        strip_alone=alone(f"{name}-strip"),
        series=series_of_cities(site, observable, [city for city, _ in placed]),
        series_alone=alone(f"{name}-series"),
        reached=reached_text(site, observable),
        spread=_spread_text(site, observable),
        ends=_ends_sentence(site, observable),
        silent=_silent_text(site, results),
        sources=_sources_text(site, results),
    )


def _by_place(result: IndicatorResult) -> tuple[bool, float, float]:
    """Return by what figures are sorted: their places, the nearest to the target or the leading.

    Those beyond an end share its place: the better figure comes first.
    """
    place = result.score if result.position is None else result.position
    return (place is None, -(place or 0.0), 0.0 if place is None else -better(result))


def _order_text(site: Site, observable: Observable, results: Iterable[IndicatorResult]) -> str:
    """Return in which order the cities stand; "" where none of them has a place."""
    if not observable.direction or all(_by_place(one)[0] for one in results):
        return ""
    post = site.publication.framework.leading_of(observable.id, "")
    return site.say("order.leading" if post else "order.target")


def _silent_text(site: Site, results: Sequence[tuple[City, IndicatorResult]]) -> str:
    """Return which cities have no row because it was not found, and of how many nobody looked."""
    absent = [(city, one) for city, one in results if one.selection.shown is None]
    sought = [city.record.name for city, one in absent if one.reason == NOT_FOUND]
    texts = [site.say("sought-cities", cities=cities_text(site, sought))] if sought else []
    if len(absent) > len(sought):
        texts.append(site.say("silent-cities", n=len(absent) - len(sought)))
    return " ".join(texts)


def _sources_text(site: Site, results: Sequence[tuple[City, IndicatorResult]]) -> str:
    """Return how many bodies stated the figures shown, or which one did."""
    shown = ((city, one.selection.shown) for city, one in results)
    found = (source_of_figure(site, row, city.id) for city, row in shown)
    names = list(dict.fromkeys(one.text for one in found if one is not None))
    return names[0] if len(names) == 1 else site.say("figure.sources", n=len(names))


def _figure_among_cities(site: Site, city: City, result: IndicatorResult) -> CityFigure:
    how = targets.how(city.id, result.observable.id) if result.trace else NOWHERE
    shown = result.selection.shown
    return CityFigure(
        name=city.record.name,
        target=targets.city(city.id),
        value=shown_value(site, result, city.id),
        mark=mark_view(site, result, how, city=city.id, beside_tick=True),
        country=site.country(city.record.country),
        since=spark_from(site, result, site.series[city.id].small.get(result.observable.id)),
        bar=bar_view(site, result),
        tick=tick_view(site, result),
        source=source_of_figure(site, shown, city.id),
        amount=result.selection.value,
        year=shown.period.last if shown and shown.period else None,
    )


def city_figures(site: Site, indicator: str) -> list[CityFigure]:
    """Return the figures of all cities for an indicator or its data points."""
    return [
        CityFigure(
            name=_name_of(site, city, one),
            target=targets.city(city.id),
            value=shown_value(site, one, city.id),
            mark=mark_view(site, one, city=city.id),
        )
        for city in site.cities
        for one in site.results[city.id].indicators[indicator].carriers
        if one.is_reported
    ]


def _name_of(site: Site, city: City, result: IndicatorResult) -> str:
    point = site.language.inside(result.observable.name) if result.observable.is_data_point else ""
    return site.language.by_commas((city.record.name, point))


def benchmark_facts(site: Site, observable: Observable) -> tuple[tuple[Term, ...], ...]:
    """Return every row of goalposts of an observable with kind, confidence and reason."""
    rows = site.publication.framework.goalposts_of.get(observable.id, ())
    return tuple(tuple(_facts_of(site, observable, post)) for post in rows)


def _facts_of(site: Site, observable: Observable, post: Goalpost) -> Iterator[Term]:
    framework = site.publication.framework
    yield Term(site.say("goalpost.family"), family_text(site, post))
    for key, end in (("best", post.best), ("worst", post.worst), ("worst-above", post.worst_above)):
        if end is not None:
            name = site.say(f"goalpost.{post.family}.{key}")
            yield Term(name, with_unit(site, site.language.number(end), observable.unit))
    if post.scores:
        yield Term(site.say("goalpost.scores"), scores_text(site, post.scores))
    if post.classes:
        yield Term(site.say("goalpost.classes"), classes_text(site, post))
    if post.target_year:
        yield Term(site.say("goalpost.year"), str(post.target_year))
    if post.kind:
        yield Term(site.say("goalpost.kind"), _kind_text(site, post, post.kind))
    if post.cities:
        named = site.language.enumerate(sorted(post.cities, key=site.language.order))
        years = years_of(post)
        yield Term(site.say("goalpost.cities"), f"{named} ({years})")
    yield Term(site.say("goalpost.reason"), post.reason)
    if post.source:
        place = targets.at(targets.indicator(observable.indicator), f"source-{post.source}")
        yield Term(
            site.say("source"), Link(title_of(site, framework.source_of[post.source]), place)
        )


def family_text(site: Site, post: Goalpost) -> str:
    """Return the family of a row, for whom it holds, and whether it is a floor."""
    parts = [site.word("goalpost-family", post.family)]
    if post.applies:
        parts.append(site.say("goalpost.applies", group=site.word("country-group", post.applies)))
    if post.floor:
        parts.append(site.say("goalpost.floor"))
    return site.language.by_commas(parts)


def classes_text(site: Site, post: Goalpost) -> str:
    """Return the classes of a row with their upper edges."""
    number = site.language.number
    return site.language.by_semicolons(
        label if edge is None else site.say("goalpost.class", label=label, edge=number(edge))
        for label, edge in ((site.in_english(one), edge) for one, edge in post.class_edges)
    )


def _kind_text(site: Site, post: Goalpost, kind: str) -> str:
    name = site.word("goalpost-kind", kind)
    if not post.confidence:
        return name
    sure = site.word_inside("confidence", post.confidence)
    return site.say("goalpost.kind-and-confidence", kind=name, confidence=sure)


def _ends_sentence(site: Site, observable: Observable) -> str:
    """Return between whom the positions lie, if there are any."""
    post = site.publication.framework.leading_of(observable.id, "")
    return site.say("positions.between", ends=ends_text(site, post)) if post else ""


def _spread_text(site: Site, observable: Observable) -> str:
    """Return median and middle half of the positions of all cities, and the years of the figures.

    Empty below the fewest cities that the policy asks for.
    """
    spread = site.compared.spreads.get(observable.id)
    if spread is None or spread.median is None:
        return ""
    number = site.language.number
    text = site.say(
        "spread",
        n=spread.cities,
        median=number(spread.median, 1),
        low=number(spread.lower_quartile or 0.0, 1),
        high=number(spread.upper_quartile or 0.0, 1),
    )
    found = (site.results[city.id].observables[observable.id] for city in site.cities)
    rows = (one.selection.shown for one in found if one.position is not None)
    years = [row.period.last for row in rows if row is not None and row.period]
    sentences = [text]
    if years and min(years) != max(years):
        first, last = str(min(years)), str(max(years))
        sentences.append(site.say("spread.years", first=first, last=last))
    return " ".join([*sentences, *_doubts_of_spread(site, observable)])


def _doubts_of_spread(site: Site, observable: Observable) -> Iterator[str]:
    """Yield how many of the figures with a position may not be named, and why."""
    results = (site.results[city.id] for city in site.cities)
    reasons = [
        one.unnamed.get(observable.id, "")
        for one in results
        if one.observables[observable.id].position is not None
    ]
    n = sum(bool(reason) for reason in reasons)
    if n:
        yield site.say("spread.doubts", n=n, why=why_text(site, reasons, n))
