"""How the indicators of a city stand, in a word each, and what is proposed to it.

What counts cities by these reads them together, and rests on no figure.
"""

from collections.abc import Iterable, Mapping

from generator.assessment.advice.proposals import PROPOSED, CityAdvice, is_settled
from generator.assessment.evidence_states import Standing, standing_of
from generator.assessment.rating.headline_gate import unnamed_among
from generator.assessment.results import CityResult
from generator.frozen import dataclass
from generator.model.framework import Framework


@dataclass(frozen=True, slots=True)
class AreaStanding:
    """The indicators of an area: the `bands` in which some are, in the order of the policy.

    `rated` is how many figures are; `unnamed` says of each that may not be named why.
    """

    bands: tuple[str, ...]
    rated: int
    unnamed: tuple[str, ...]


@dataclass(frozen=True)
class Standings:
    """`indicators` and `areas` by id; `proposed` are the recommendations that are open."""

    indicators: dict[str, Standing]
    areas: Mapping[str, AreaStanding]
    proposed: tuple[str, ...]

    def of(self, names: Iterable[str]) -> list[Standing]:
        """Return the standings of some indicators."""
        indicators = self.indicators
        return [indicators[name] for name in names]


def standings_of(framework: Framework, result: CityResult, advice: CityAdvice) -> Standings:
    """Return how a city stands."""
    return Standings(
        indicators={name: standing_of(found) for name, found in result.indicators.items()},
        areas={area: _area_standing(framework, result, area) for area in result.areas},
        proposed=tuple(
            one.recommendation for one in advice.in_state(PROPOSED) if not is_settled(one)
        ),
    )


def _area_standing(framework: Framework, result: CityResult, area: str) -> AreaStanding:
    members = [result.indicators[name] for name in framework.placed_below(area)]
    held = {one.band for one in members}
    rated, unnamed = unnamed_among(result, members)
    return AreaStanding(
        tuple(band for band in framework.policy.bands if band in held), rated, tuple(unnamed)
    )
