"""Areas as readers see them: rows of marks, counts, the band or why there is none."""

from generator.assessment.results import AreaResult, CityResult
from generator.views.addresses import relative_address
from generator.views.ranks import area_peers_text
from generator.views.site import Site
from generator.views.values import View, band_counts, how_address


def area_row(site: Site, result: CityResult, area: str, level: int, here: str) -> View:
    """Return an area of a city for the macro `area_table`."""
    found = result.areas[area]
    members = [result.indicators[name] for name in site.publication.framework.placed_below(area)]
    marks, words = band_counts(site, members)
    row = site.publication.framework.area_of[area]
    return {
        "name": row.name,
        "href": relative_address(here, f"areas/{area}"),
        "level": level,
        "marks": marks,
        "marks_label": words,
        "rated": site.say("n-of-m", n=found.rated, m=found.total),
        "band": found.band or "not-rated",
        "word": area_word(site, found),
        "interval": interval_text(site, found),
        "peers": "",
        "how": how_address(here, result.city, area) if found.rated else "",
    }


def area_word(site: Site, found: AreaResult) -> str:
    """Return the band and score of an area, or why it is not rated."""
    if found.band is not None and found.score is not None:
        score = site.language.number(found.score, 1)
        return site.say("area.band-and-score", band=site.say(f"band.{found.band}"), score=score)
    share = site.language.number(found.assessable_coverage * 100, 0)
    return site.say(f"area.{found.reason}", n=found.rated, m=found.assessable, share=share)


def interval_text(site: Site, found: AreaResult) -> str:
    """Return the interval beside the score of a rated area."""
    if found.band is None or found.interval is None:
        return ""
    low, high = (site.language.number(end, 1) for end in (found.interval.low, found.interval.high))
    return site.say("interval.short", low=low, high=high)


def certainty_text(site: Site, found: AreaResult) -> str:
    """Return both coverages and the hard bounds of an area with something rated."""
    if not found.rated:
        return ""
    number = site.language.number
    return site.say(
        "area.certainty",
        assessable=number(100 * found.assessable_coverage, 0),
        framework=number(100 * found.framework_coverage, 0),
        low=number(found.low, 1),
        high=number(found.high, 1),
    )


def area_rows(site: Site, result: CityResult, scheme: str, here: str) -> list[View]:
    """Return the top areas of a scheme, with those right below one that has a rating."""
    framework = site.publication.framework
    rows = []
    for top in framework.children(scheme):
        rows.append(_beside_peers(site, result, top.area, 1, here))
        nothing_rated = not result.areas[top.area].rated
        for below in () if nothing_rated else framework.children(top.area):
            rows.append(_beside_peers(site, result, below.area, 2, here))
    return rows


def _beside_peers(site: Site, result: CityResult, area: str, level: int, here: str) -> View:
    row = area_row(site, result, area, level, here)
    return {**row, "peers": area_peers_text(site, result.city, area)}
