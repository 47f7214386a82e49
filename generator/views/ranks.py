"""Ranks as readers see them: each with its interval, and cities in groups, never as a league table.

Below the policy's fewest cities there is no rank.
"""

from dataclasses import dataclass

from generator.assessment.comparison.ranking import Ranked
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class Tier:
    """Cities that cannot be told apart, by name."""

    title: str
    cities: tuple[str, ...]


def rank_text(site: Site, one: Ranked, cities: int) -> str:
    """Return a rank beside its interval, "=3 (2 to 5) of 12"; "=" if it is shared."""
    number = site.language.number
    rank = number(one.rank, 0)
    return site.say(
        "rank",
        rank=f"={rank}" if one.tied else rank,
        low=number(one.interval.low, 0),
        high=number(one.interval.high, 0),
        n=cities,
    )


def tiers(site: Site, area: str) -> list[Tier]:
    """Return all cities in groups of those that cannot be told apart, each by name; then the rest.

    Empty where too few are rated for ranks.
    """
    ranking = site.compared.rankings.get(area, ())
    if not ranking:
        return []
    names = [city.id for city in site.cities]
    found = []
    for tier in dict.fromkeys(one.tier for one in ranking):
        inside = [one for one in ranking if one.tier == tier]
        members = {one.city for one in inside}
        low, high = min(one.rank for one in inside), max(one.rank for one in inside)
        title = _tier_title(site, low, high, len(inside))
        found.append(Tier(title, tuple(name for name in names if name in members)))
    ranked = {one.city for one in ranking}
    rest = tuple(name for name in names if name not in ranked)
    return [*found, *([Tier(site.say("state.not-rated"), rest)] if rest else [])]


def _tier_title(site: Site, low: int, high: int, cities: int) -> str:
    number = site.language.number
    if cities == 1:
        return site.say("tier.one", rank=number(low, 0))
    return site.say("tier.several", low=number(low, 0), high=number(high, 0))
