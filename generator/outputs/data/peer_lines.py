"""The lines of peers: how a city stands in each of its groups, and who is in them."""

from collections.abc import Iterator

from generator.assessment.comparison.cities_compared import CityComparison
from generator.assessment.comparison.peer_groups import OWN_LIST, OWN_RULE
from generator.model.open_data_rating_tables import PeerGroupLine, PeerLine
from generator.outputs.data.score_lines import SCORE_DECIMALS, printed

RULE = "rule"
"""What cities share that meet the rule of a group."""


def peer_lines(compared: CityComparison) -> Iterator[PeerLine]:
    """Yield the place of a city in each group, by subject."""
    for group, comparisons in compared.comparisons.items():
        for subject, one in comparisons.items():
            ranked = compared.rank_in(group, subject)
            yield PeerLine(
                0,
                city=compared.city,
                id=subject,
                peer_group=group,
                peers=one.summary.cities,
                percentile=printed(one.percentile, SCORE_DECIMALS),
                rank=ranked.rank if ranked else None,
                rank_low=printed(ranked.interval.low, 0) if ranked else None,
                rank_high=printed(ranked.interval.high, 0) if ranked else None,
            )


def peer_group_lines(compared: CityComparison) -> Iterator[PeerGroupLine]:
    """Yield the groups of the policy that a city is in, and all cities of a group of its own."""
    for group, common in compared.memberships:
        yield PeerGroupLine(0, peer_group=group, common=common or RULE, city=compared.city)
    for own in compared.groups:
        for member in own.members if own.id in (OWN_LIST, OWN_RULE) else ():
            yield PeerGroupLine(0, peer_group=own.id, common=compared.city, city=member)
