"""Ranks as readers see them: each with its interval.

Below the policy's fewest cities there is no rank.
"""

from generator.assessment.comparison.ranking import Ranked
from generator.views.site import Site


def rank_text(site: Site, one: Ranked, cities: int) -> str:
    """Return a rank beside its interval, "=3 (2 to 5) of 12", and whether others share it."""
    number = site.language.number
    rank = number(one.rank, 0)
    return site.say(
        "rank",
        rank=site.say("rank.shared", rank=rank) if one.tied else rank,
        low=number(one.interval.low, 0),
        high=number(one.interval.high, 0),
        n=cities,
    )
