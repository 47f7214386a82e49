"""Areas as readers see them: rows of marks, counts, the band or why there is none."""

from generator.assessment.rating.aggregation import NOTHING_RATED
from generator.assessment.results import AreaResult, CityResult
from generator.frozen import dataclass
from generator.views import targets
from generator.views.bands import band_counts
from generator.views.cell import Mark, Marks
from generator.views.certainty import interval_words
from generator.views.doubt_words import area_doubts, why_text
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.targets import NOWHERE, Target


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area of a city; `level`: 1 for the top areas. `certainty` may be blank.

    `reached`: how many targets are; `median`: the median position, from the policy's minimum on.
    `doubts`: how many of the figures behind them may not be named elsewhere, and why.
    """

    name: str
    target: Target
    level: int
    marks: Marks
    mark: Mark
    reached: str = ""
    median: str = ""
    certainty: str = ""
    doubts: str = ""


def area_row(site: Site, result: CityResult, area: str, level: int) -> AreaRow:
    """Return an area of a city."""
    found = result.areas[area]
    framework = site.publication.framework
    how = targets.how(result.city, area) if has_standing(found) else NOWHERE
    return AreaRow(
        name=framework.area_of[area].name,
        target=targets.area(area),
        level=level,
        marks=band_counts(site, site.standings[result.city].of(framework.placed_below(area))),
        mark=Mark(
            found.band or "not-rated",
            area_word(site, result, area),
            how,
            interval_text(site, found),
        ),
        reached=reached_text(site, found),
        median=median_text(site, found),
        doubts=area_doubts(site, result, area),
    )


def has_standing(found: AreaResult) -> bool:
    """Return whether anything of an area is set against a target or beside leading cities."""
    return bool(found.targets or found.positioned)


def reached_text(site: Site, found: AreaResult) -> str:
    """Return how many of the targets that are rated are reached; a dash without any."""
    if not found.targets:
        return "–"
    return site.say("n-of-m", n=found.reached, m=found.targets)


def median_text(site: Site, found: AreaResult) -> str:
    """Return the median position of the indicators that have one; a dash for too few."""
    if found.median_position is None:
        return "–"
    median = site.language.number(found.median_position, 0)
    return site.say("median.of", median=median, n=found.positioned)


def standing_table(site: Site, result: CityResult) -> Table:
    """Return targets reached and median position of the whole city, and by dimension.

    Left out are those of which nothing is rated; there is no row if nothing is.
    """
    framework, beside = site.publication.framework, site.publication.record.standing_scheme
    rows = [(site.say("whole-city"), site.publication.record.main_scheme)]
    rows += [(area.name, area.area) for area in framework.children(beside)] if beside else []
    columns: list[Column[tuple[str, str]]] = [
        Column("area", site.say("area"), lambda row: row[0]),
        Column(
            "reached",
            site.say("targets-reached"),
            lambda row: reached_text(site, result.areas[row[1]]),
            number=True,
        ),
        Column(
            "median",
            site.say("median-position"),
            lambda row: median_text(site, result.areas[row[1]]),
            number=True,
        ),
        Column("note", site.say("note"), lambda row: area_doubts(site, result, row[1])),
    ]
    told = [row for row in rows if has_standing(result.areas[row[1]])]
    return lay_out(site.say("caption.standing"), columns, told).filled()


def area_bars_caption(site: Site, result: CityResult) -> str:
    """Return what stands below the bars of areas: what has none, and how sure the others are."""
    caption = site.say("figure.area-bars-caption")
    scheme = f"{site.publication.record.main_scheme}/"
    drawn = (area for area in result.area_urgencies if area.startswith(scheme))
    why = why_text(site, (result.headlines.get(area, "") for area in drawn))
    return f"{caption} {site.say('figure.area-bars-doubts', why=why)}" if why else caption


def area_word(site: Site, result: CityResult, area: str) -> str:
    """Return the band and score of an area, or why it is not rated and how its parts are."""
    found = result.areas[area]
    if found.band is not None and found.score is not None:
        score = site.language.number(found.score, 1)
        return site.say("area.band-and-score", band=site.say(f"band.{found.band}"), score=score)
    share = site.language.number(found.assessable_coverage * 100, 0)
    apart = found.reason == NOTHING_RATED and has_standing(found)
    reason = "apart" if apart else found.reason
    why = site.say(f"area.{reason}", n=found.rated, m=found.assessable, share=share)
    return f"{why} {_range_text(site, result, area)}".rstrip()


def _range_text(site: Site, result: CityResult, area: str) -> str:
    """Return in which bands the rated indicators of an area are that has no rating itself."""
    words = (site.say(f"band.{band}") for band in site.standings[result.city].areas[area].bands)
    bands = [*map(site.language.inside, words)]
    if not bands:
        return ""
    key = "area.in-band" if len(bands) == 1 else "area.in-bands"
    return site.say(key, low=bands[0], high=bands[-1])


def interval_text(site: Site, found: AreaResult) -> str:
    """Return the interval beside the score of a rated area, and its other possible bands."""
    if found.band is None or found.interval is None:
        return ""
    return interval_words(site, found.band, found.interval)


def certainty_text(site: Site, found: AreaResult) -> str:
    """Return both coverages of an area with something rated; of a rated one its bounds too."""
    if not found.rated:
        return ""
    number = site.language.number
    covers = site.say(
        "area.certainty",
        assessable=number(100 * found.assessable_coverage, 0),
        framework=number(100 * found.framework_coverage, 0),
    )
    low, high = number(found.low, 1), number(found.high, 1)
    if found.band is None or low == high:
        return covers
    return site.language.by_semicolons((covers, site.say("area.bounds", low=low, high=high)))


def area_rows(site: Site, result: CityResult, scheme: str) -> list[AreaRow]:
    """Return the top areas of a scheme, with those right below one that has something rated."""
    framework = site.publication.framework
    rows = []
    for top in framework.children(scheme):
        rows.append(area_row(site, result, top.area, 1))
        standing = has_standing(result.areas[top.area])
        for below in framework.children(top.area) if standing else ():
            rows.append(area_row(site, result, below.area, 2))
    return rows
