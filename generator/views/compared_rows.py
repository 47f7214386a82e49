"""The rows of a comparison: what has a benchmark, by area, with the ends of its lines."""

from collections.abc import Iterator

from generator.frozen import dataclass
from generator.model.framework_tables import LEADING_CITIES, TARGET, YES_NO, Goalpost
from generator.views import targets
from generator.views.site import Site
from generator.views.targets import Target
from generator.views.units import unit_beside
from generator.views.values import observable_name

FAMILIES = (LEADING_CITIES, TARGET)
"""The families of benchmarks with a line; of a row with both, cities stand between cities."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A line between two ends in words; `way` is how far they are apart, in the row's unit."""

    name: str
    low: str
    high: str
    way: float


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """What is compared; `scales`: the lines on which figures may stand."""

    observable: str
    name: str
    target: Target
    unit: str
    scales: tuple[Scale, ...]


@dataclass(frozen=True, slots=True)
class ComparedArea:
    """The rows of an area."""

    title: str
    target: Target
    rows: tuple[ComparedRow, ...]


def compared_areas(site: Site) -> list[ComparedArea]:
    """Return all rows of the publication by the areas of the main scheme."""
    tops = site.publication.framework.children(site.publication.record.main_scheme)
    areas = (
        ComparedArea(
            top.name,
            targets.area(top.area),
            tuple(_row(site, name) for name in _observables_below(site, top.area)),
        )
        for top in tops
    )
    return [area for area in areas if area.rows]


def compared_observables(site: Site) -> tuple[str, ...]:
    """Return the observables of all rows, in order."""
    tops = site.publication.framework.children(site.publication.record.main_scheme)
    return tuple(name for top in tops for name in _observables_below(site, top.area))


def _observables_below(site: Site, area: str) -> Iterator[str]:
    framework = site.publication.framework
    placed = dict.fromkeys(framework.placed_below(area))
    for name, one in framework.observables.items():
        is_row = one.carries_value and one.indicator in placed
        if is_row and framework.has_benchmark(name, (*FAMILIES, YES_NO)):
            yield name


def _row(site: Site, name: str) -> ComparedRow:
    one = site.publication.framework.observables[name]
    posts = site.publication.framework.goalposts_of.get(name, ())
    scales = (scale for post in posts for scale in _scales(site, post))
    return ComparedRow(
        name,
        observable_name(site, name),
        targets.indicator(one.indicator),
        unit_beside(site, one.unit),
        tuple(scales),
    )


def _scales(site: Site, post: Goalpost) -> Iterator[Scale]:
    if is_line(post) and post.worst is not None and post.best is not None:
        number = site.language.number
        low = site.say(f"compare.low.{post.family}", value=number(post.worst))
        high = site.say(f"compare.high.{post.family}", value=number(post.best))
        yield Scale(scale_name(post), low, high, abs(post.best - post.worst))


def is_line(post: Goalpost) -> bool:
    """Return whether figures have places between the ends of a benchmark.

    Floors, classes and words are reached or not; a scale with two worst ends is no line.
    """
    two = post.best is not None and post.worst is not None
    return two and not post.floor and not post.classes and post.worst_above is None


def scale_name(post: Goalpost) -> str:
    """Return the name of the line of a benchmark among those of its observable."""
    return f"{post.family}:{post.applies}" if post.applies else post.family


def family_of(scale: str) -> str:
    return scale.partition(":")[0]
