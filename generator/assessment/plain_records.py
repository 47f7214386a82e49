"""What ratings from plain tables are: frozen records."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.assessment.results import Interval


@dataclass(frozen=True, slots=True)
class NodeRating:
    """An indicator or area of a city. Scores are 0 to 100, coverage 0 to 1.

    `low` and `high` are the score if all that is missing scored 0 or 100. `rated`: the coverage
    suffices; without it there is no rank. `contributions` add up to an arithmetic mean.
    """

    id: str
    score: float | None
    coverage: float
    low: float
    high: float
    rated: bool
    contributions: Mapping[str, float]
    interval: Interval | None = None
    rank: int | None = None
    rank_interval: Interval | None = None


@dataclass(frozen=True)
class CityRating:
    """All ratings of a city by id; `substituted` are the ids for which a substitute stands."""

    city: str
    nodes: Mapping[str, NodeRating]
    substituted: tuple[str, ...] = ()

    def __getitem__(self, node: str) -> NodeRating:
        return self.nodes[node]

    @property
    def scores(self) -> Mapping[str, float | None]:
        return {name: node.score for name, node in self.nodes.items()}
