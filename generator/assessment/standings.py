"""How the indicators of a city stand, in a word each, and what is proposed to it.

What counts cities by these reads them together, and rests on no figure.
"""

from collections.abc import Iterable

from generator.assessment.advice.proposals import PROPOSED, CityAdvice, is_settled
from generator.assessment.evidence_states import Standing, standing_of
from generator.assessment.results import CityResult
from generator.frozen import dataclass


@dataclass(frozen=True)
class Standings:
    """`indicators` by id; `proposed` are the recommendations that are open."""

    indicators: dict[str, Standing]
    proposed: tuple[str, ...]

    def of(self, names: Iterable[str]) -> list[Standing]:
        """Return the standings of some indicators."""
        indicators = self.indicators
        return [indicators[name] for name in names]


def standings_of(result: CityResult, advice: CityAdvice) -> Standings:
    """Return how a city stands."""
    indicators = {name: standing_of(found) for name, found in result.indicators.items()}
    opened = (proposal for proposal in advice.in_state(PROPOSED) if not is_settled(proposal))
    return Standings(indicators, tuple(proposal.recommendation for proposal in opened))
