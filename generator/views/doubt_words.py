"""Why figures may not be named outside of tables, in words: one figure, or how many of some."""

from collections.abc import Iterable, Sequence

from generator.assessment.rating.headline_gate import unnamed_among
from generator.assessment.results import CityResult, IndicatorResult
from generator.views.site import Site


def why_text(site: Site, reasons: Iterable[str], n: int = 2) -> str:
    """Return what `n` figures are, by default several, for which they may not be named."""
    names = dict.fromkeys(reason for reason in reasons if reason)
    return site.language.either(site.say(f"unled.{name}", n=n) for name in names)


def area_doubts(site: Site, result: CityResult, area: str) -> str:
    """Return how many rated figures of an area may not be named, and why; "" if all may."""
    standing = site.standings[result.city].areas[area]
    return _doubts(site, standing.rated, standing.unnamed)


def doubts_among(site: Site, result: CityResult, indicators: Iterable[IndicatorResult]) -> str:
    """Return how many rated figures of some indicators may not be named, and why."""
    return _doubts(site, *unnamed_among(result, indicators))


def _doubts(site: Site, rated: int, reasons: Sequence[str]) -> str:
    n = len(reasons)
    if not n:
        return ""
    key = "doubts.only" if rated == 1 else "doubts.all" if n == rated else "doubts.some"
    return site.say(key, n=n, rated=rated, why=why_text(site, reasons, n))
