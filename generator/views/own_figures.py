"""The chapter of a city's own indicators: what each is, its series and its source."""

from collections.abc import Iterator

from generator.assessment.own_results import own_results
from generator.assessment.results import IndicatorResult
from generator.frozen import dataclass
from generator.model.own_indicator import OwnIndicator
from generator.model.publication import City
from generator.views.cell import Term, Value
from generator.views.indicators import goals_text
from generator.views.series import Figure, series_table, series_view, sources_text
from generator.views.site import Site
from generator.views.table import Table
from generator.views.values import value_view


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """An indicator of the city's own; `figure` where a series is drawn, else `table` alone."""

    id: str
    name: str
    definition: str
    facts: tuple[Term, ...]
    value: Value
    source: str
    figure: Figure | None
    table: Table


def own_figures(site: Site, city: City) -> list[OwnFigure]:
    """Return the city's own indicators of which it has a figure, in the order of its file."""
    year = site.publication.profile_year(city)
    results = own_results(site.publication.framework, city, year)
    return [_own_figure(site, city, one) for one in results.values() if one.is_told]


def _own_figure(site: Site, city: City, one: IndicatorResult) -> OwnFigure:
    drawn = (city.id, one.observable.id) in site.drawings
    parent = city.own_indicators[one.observable.indicator].name
    name = one.observable.name
    if one.observable.is_data_point:
        name = site.say("data-point-of", indicator=parent, point=name)
    return OwnFigure(
        id=f"own-{one.observable.id.replace('.', '-')}",
        name=name,
        definition=one.observable.definition,
        facts=tuple(_facts(site, city.own_indicators[one.observable.indicator])),
        value=value_view(site, one.selection.shown, one.observable),
        source=sources_text(site, city, one),
        figure=series_view(site, city, one) if drawn else None,
        table=series_table(site, one, name),
    )


def _facts(site: Site, record: OwnIndicator) -> Iterator[Term]:
    """Yield what the city says of an indicator of its own, as terms and facts."""
    known = {
        "reading": record.reading,
        "expected": record.expected,
        "type": site.word("indicator-type", record.type or ""),
        "sdg": goals_text(site, record) if record.sdg else "",
        "certainty": record.certainty_note,
    }
    yield from (Term(site.say(f"fact.{name}"), text) for name, text in known.items() if text)
