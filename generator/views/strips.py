"""Every city on one line between the ends of a scale: worst and target, trailing and leading."""

from collections.abc import Iterator

from generator.assessment.results import IndicatorResult
from generator.frozen import dataclass
from generator.model.framework_tables import LEADING_CITIES, TARGET, Goalpost
from generator.model.observables import Observable
from generator.views.benchmark_marks import beside_peers
from generator.views.compared_rows import is_line
from generator.views.site import Site
from generator.views.units import with_unit
from generator.views.values import shown_value


@dataclass(frozen=True, slots=True)
class Tick:
    """A city on a strip, 0 the worst and 1 the best; `value` is its figure as printed."""

    position: float
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Every rated city between the goalposts, the worst first; `low` and `high` say the ends.

    `title`: what is drawn; `label` says also where the middle half lies.
    `peer`: the middle half of the cities, on the same scale.
    """

    ticks: tuple[Tick, ...]
    title: str
    label: str
    low: str
    high: str
    peer: tuple[float, float] | None


def strip_of(site: Site, observable: Observable) -> Strip | None:
    """Return the cities between the two ends of their scale; None for too few, or without ends."""
    rows = site.publication.framework.goalposts_of.get(observable.id, ())
    lines = [row for row in rows if row.family in (TARGET, LEADING_CITIES) and is_line(row)]
    if not lines:
        return None
    post = lines[0]
    ticks = tuple(_ticks(site, observable, post))
    if len(ticks) < site.editorial.strip_from:
        return None
    title, peer = site.say(f"strip.{post.family}.label", indicator=observable.name), None
    label = title
    if post.family == LEADING_CITIES:
        label, peer = beside_peers(site, title, site.compared.spreads.get(observable.id))
    low, high = (
        with_unit(site, site.language.number(end or 0.0), observable.unit)
        for end in (post.worst, post.best)
    )
    return Strip(
        ticks,
        title,
        label,
        site.say(f"strip.{post.family}.low", value=low),
        site.say(f"strip.{post.family}.high", value=high),
        peer,
    )


def _ticks(site: Site, observable: Observable, post: Goalpost) -> Iterator[Tick]:
    """Yield the cities that a row of goalposts rates: scores to a target, or positions.

    Cities at or beyond an end share its place; there their figures order them.
    """
    rated = []
    for city in site.cities:
        one = site.results[city.id].observables[observable.id]
        used, place = one.goalpost, one.score
        if post.family == LEADING_CITIES:
            used, place = one.leading, one.position
        if used == post and place is not None:
            rated.append((place, better(one), city, one))
    for place, _, city, one in sorted(rated, key=lambda each: each[:2]):
        yield Tick(place / 100, city.record.name, shown_value(site, one, city.id).number)


def better(result: IndicatorResult) -> float:
    """Return a number that is the greater, the better the figure is; 0 where none is better."""
    value = result.selection.value or 0.0
    return {"higher": value, "lower": -value}.get(result.observable.direction, 0.0)


def reached_text(site: Site, observable: Observable) -> str:
    """Return how many of the cities that a target rates have reached it."""
    found = (site.results[city.id].observables[observable.id] for city in site.cities)
    rated = [one for one in found if one.band is not None and one.score is not None]
    reached = sum(one.is_reached for one in rated)
    return site.say("strip.reached", n=reached, m=len(rated)) if rated else ""
