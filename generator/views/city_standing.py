"""How a city stands, figure by figure: what can be rated as rows by area, the rest in short.

A city with few rated indicators is shown so; from `wheel_from` of `editorial` on, the wheel leads.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.assessment.results import CityResult
from generator.frozen import dataclass
from generator.model.framework_tables import Area
from generator.model.publication import City
from generator.views import targets
from generator.views.area_rows import area_word
from generator.views.called_for import called_for, figure_rows
from generator.views.cell import Link, Mark, Value
from generator.views.site import Site
from generator.views.sparks import Spark, spark_of
from generator.views.targets import Target
from generator.views.values import IndicatorRow


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A figure that can be rated, and how it came there."""

    row: IndicatorRow
    since: Spark | None


@dataclass(frozen=True, slots=True)
class StandingGroup:
    """The figures of an area; `counted`: how many of its indicators with a benchmark are rated."""

    title: str
    target: Target
    mark: Mark
    counted: str
    rows: tuple[StandingRow, ...]


@dataclass(frozen=True, slots=True)
class OtherFigure:
    """A figure that no benchmark rates, with its year and marks."""

    name: Link
    value: Value


@dataclass(frozen=True, slots=True)
class Standing:
    """All figures of a city by area; `lacking`: what could be rated and has no figure."""

    groups: tuple[StandingGroup, ...]
    lacking: tuple[Link, ...]
    others: tuple[OtherFigure, ...]


def is_led_by_wheel(site: Site, result: CityResult) -> bool:
    """Return whether so many indicators are rated that a picture says more than rows."""
    rated = sum(one.is_rated for one in result.indicators.values())
    return rated >= site.editorial.wheel_from


def standing_of(site: Site, city: City, result: CityResult) -> Standing:
    """Return how a city stands by the areas of the main scheme."""
    tops = site.publication.framework.children(site.publication.record.main_scheme)
    calls = called_for(site, city)
    rows = {name: figure_rows(site, one, city.id, calls) for name, one in result.indicators.items()}
    return Standing(
        groups=tuple(group for top in tops for group in _group(site, city, top, rows)),
        lacking=tuple(
            Link(one.observable.name, targets.indicator(name))
            for name, one in result.indicators.items()
            if one.is_assessable and not rows[name]
        ),
        others=tuple(
            OtherFigure(Link(row.name, row.target), row.value)
            for found in rows.values()
            for row in found
            if not result.observables[row.observable].is_assessable
        ),
    )


def _group(
    site: Site, city: City, top: Area, rows: Mapping[str, Sequence[IndicatorRow]]
) -> Iterator[StandingGroup]:
    """Yield the group of an area; nothing if none of its figures can be rated."""
    result = site.results[city.id]
    names = site.publication.framework.placed_below(top.area)
    found = ((result.observables[row.observable], row) for name in names for row in rows[name])
    shown = tuple(
        StandingRow(row, spark_of(site, city, one)) for one, row in found if one.is_assessable
    )
    if shown:
        members = [result.indicators[name] for name in names]
        rated = sum(one.is_rated for one in members)
        counted = sum(one.is_assessable for one in members)
        band = result.areas[top.area].band or "not-rated"
        yield StandingGroup(
            title=top.name,
            target=targets.area(top.area),
            mark=Mark(band, area_word(site, result, top.area)),
            counted=site.say("standing.rated-of", n=rated, m=counted),
            rows=shown,
        )
