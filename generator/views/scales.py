"""The two scales side by side: the continuous score, and the points that U4SSC publishes.

Both have as many steps, with the same edges; they differ in what the edges are applied to.
"""

from generator.assessment.results import AreaResult, CityResult, IndicatorResult
from generator.views.addresses import relative_address
from generator.views.area_rows import area_word
from generator.views.site import Site
from generator.views.values import View, full_name, how_address

DEPTH = 2
"""Levels of areas in the table: more would repeat single indicators."""


def scale_cells(site: Site, result: IndicatorResult) -> View:
    """Return score, points and share of the benchmark of an indicator row; empty if not rated."""
    if result.score is None or result.points is None or result.percent is None:
        return {}
    number = site.language.number
    return {
        "score": number(result.score, 1),
        "points": site.say("points.of", n=result.points, most=most_points(site)),
        "share": f"{number(result.percent, 1)} %",
        "differ": steps_differ(site, result),
    }


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
    rated = [one for one in result.observables.values() if one.points is not None]
    apart = [full_name(site, one) for one in rated if steps_differ(site, one)]
    if not rated:
        return ""
    if not apart:
        return site.say("scales.agree", n=len(rated))
    names = site.language.enumerate(apart)
    return site.say("scales.differ", n=len(apart), total=len(rated), names=names)


def area_scale_rows(site: Site, result: CityResult, here: str) -> list[list[View]]:
    """Return the upper areas of the main scheme with a rated indicator, on both scales."""
    scheme = site.publication.record.main_scheme
    return [
        _area_row(site, result, result.areas[area.area], here)
        for area in site.publication.framework.areas
        if area.scheme == scheme
        and area.area.count("/") <= DEPTH
        and result.areas[area.area].points_scored
    ]


def _area_row(site: Site, result: CityResult, area: AreaResult, here: str) -> list[View]:
    name = site.publication.framework.area_of[area.area].name
    how = how_address(here, result.city, area.area)
    percent = site.language.number(area.points_percent or 0.0, 1)
    return [
        {"text": name, "href": relative_address(here, f"areas/{area.area}")},
        {"band": area.band or "not-rated", "word": area_word(site, area), "how": how},
        {
            "band": area.points_band or "not-rated",
            "word": site.say("scales.pooled", percent=percent, n=area.points_scored),
            "how": how,
        },
    ]
