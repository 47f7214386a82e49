"""What the engine found out, as frozen records that are plain: of an indicator, an area, a city."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.assessment.comparison.ranking import Place
from generator.assessment.library.input_errors import look_up
from generator.assessment.rating.aggregation import Node
from generator.assessment.rating.composite import AreaRating
from generator.assessment.results import Interval
from generator.model.hierarchy import Branch

UNKNOWN, NO_GOALPOSTS = "unknown", "no-goalposts"
NOT_A_NUMBER, NO_SCORE, NO_LOGARITHM = "not-a-number", "no-score", "no-logarithm"


@dataclass(frozen=True, slots=True, order=True)
class Unused:
    """A value that was given and counts as missing.

    `reason`: `unknown` (in no area), `no-goalposts`, `not-a-number`, `no-score` (a word that has
    none), `no-logarithm` (zero or less on a logarithmic scale).
    """

    city: str
    id: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class NodeRating:
    """An indicator or area of a city. Scores are 0 to 100, coverage 0 to 1.

    `low` and `high` are the score if all that is missing scored 0 or 100. `rated`: the coverage
    suffices; without it there is no rank. `contributions` add up to an arithmetic mean. `tied`:
    the rank is shared.
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
    tied: bool = False
    rank_interval: Interval | None = None

    @property
    def place(self) -> str:
        """The rank as it is printed: 3, or =3 if it is shared; empty without a rank."""
        return "" if self.rank is None else str(Place(self.rank, self.tied))


def rating_of_leaf(node: Node) -> NodeRating:
    """Return the rating of an indicator; a substitute is not rated."""
    coverage = node.assessable or 0.0
    return NodeRating(node.id, node.score, coverage, node.low, node.high, coverage > 0, {})


def rating_of_area(area: AreaRating) -> NodeRating:
    """Return the rating of an area."""
    node = area.node
    parts = {part.child: part.points for part in area.contributions}
    return NodeRating(
        node.id, node.score, area.coverage, node.low, node.high, not area.reason, parts
    )


@dataclass(frozen=True)
class CityRating:
    """All ratings of a city by id; `substituted` are the ids for which a substitute stands.

    `removed` are the areas that miss what they need for a rating and count in nothing above.
    `trees` are those that hold for the city: without them, and with substituted areas as leaves.
    """

    city: str
    nodes: Mapping[str, NodeRating]
    substituted: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    trees: tuple[Branch, ...] = ()

    def __getitem__(self, node: object) -> NodeRating:
        return look_up(self.city, node, self.nodes)

    def __iter__(self) -> Iterator[str]:
        return iter(self.nodes)

    @property
    def scores(self) -> Mapping[str, float | None]:
        return {name: node.score for name, node in self.nodes.items()}
