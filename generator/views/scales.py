"""The two scales side by side: the continuous score, and the points that U4SSC publishes.

Both have as many steps, with the same edges; they differ in what the edges are applied to.
"""

from generator.assessment.results import CityResult, IndicatorResult
from generator.model.framework_tables import Area
from generator.views import targets
from generator.views.area_rows import area_word
from generator.views.cell import Link, Mark
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.values import Scales, full_name


def scales_of(site: Site, result: IndicatorResult) -> Scales | None:
    """Return score, points and share of the benchmark of an indicator; None if not rated."""
    if result.points is None or result.percent is None:
        return None
    number = site.language.number
    return Scales(
        score=number(result.score, 1) if result.band and result.score is not None else "–",
        points=site.say("points.of", n=result.points, most=most_points(site)),
        share=f"{number(result.percent, 1)} %",
        differ=steps_differ(site, result),
    )


def most_points(site: Site) -> int:
    return max(site.publication.framework.policy.points)


def steps_differ(site: Site, result: IndicatorResult) -> bool:
    """Return whether the band of the score and the points stand at different steps."""
    policy = site.publication.framework.policy
    if result.band is None or result.points is None:
        return False
    return tuple(policy.bands).index(result.band) != tuple(policy.points).index(result.points)


def difference_text(site: Site, result: CityResult) -> str:
    """Return where the two scales differ in a city, by name."""
    rated = [one for one in result.observables.values() if one.points is not None and one.band]
    apart = [full_name(site, one) for one in rated if steps_differ(site, one)]
    if not rated:
        return ""
    if not apart:
        return site.say("scales.agree", n=len(rated))
    names = site.language.enumerate(apart)
    return site.say("scales.differ", n=len(apart), total=len(rated), names=names)


def area_scales(site: Site, result: CityResult) -> Table:
    """Return the upper areas of the main scheme with a rated indicator, on both scales."""
    scheme = site.publication.record.main_scheme
    columns = [
        Column[Area]("area", site.say("area"), lambda row: Link(row.name, targets.area(row.area))),
        Column[Area]("score", site.say("trace.score"), lambda row: _score(site, result, row.area)),
        Column[Area](
            "points", site.say("trace.points"), lambda row: _points(site, result, row.area)
        ),
    ]
    rows = [
        area
        for area in site.publication.framework.areas
        if area.scheme == scheme
        and area.area.count("/") <= site.editorial.scale_levels
        and result.areas[area.area].points_scored
    ]
    return lay_out(site.say("caption.area-scales"), columns, rows)


def _score(site: Site, result: CityResult, area: str) -> Mark:
    found = result.areas[area]
    word = area_word(site, result, area)
    return Mark(found.band or "not-rated", word, targets.how(result.city, area))


def _points(site: Site, result: CityResult, area: str) -> Mark:
    found = result.areas[area]
    percent = site.language.number(found.points_percent or 0.0, 1)
    word = site.say("scales.pooled", percent=percent, n=found.points_scored)
    return Mark(found.points_band or "not-rated", word, targets.how(result.city, area))
