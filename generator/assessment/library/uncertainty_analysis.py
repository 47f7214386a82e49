"""An uncertainty analysis of an index in one call, in the manner of the JRC.

OECD/JRC handbook, step 9; Saisana, Saltelli and Tarantola (2005): in how far scores and ranks
depend on data, weights and choices of the method, and which choice moves the ranks.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.assessment.library.input_errors import look_up
from generator.assessment.library.rated_tables import rate_tables
from generator.assessment.library.ratings import (
    METHOD,
    NORMALISATION,
    TREATMENT,
    Ratings,
    draw_names,
)
from generator.assessment.library.table_variants import (
    GOALPOSTS,
    MIN_MAX,
    NONE,
    WINSORISE,
)
from generator.frozen import dataclass
from generator.model.hierarchy import ARITHMETIC, GEOMETRIC

ALTERNATIVES: Mapping[str, Sequence[str]] = {
    METHOD: (ARITHMETIC, GEOMETRIC),
    NORMALISATION: (GOALPOSTS, MIN_MAX),
    TREATMENT: (NONE, WINSORISE),
}
"""What the replications choose among unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Factor:
    """A choice of the method: by how much each alternative moves the ranks.

    `shifts` are mean absolute changes of rank over the cities, against the published ranks, in
    the replications with each alternative. `share` is the share of the variance of that change
    which the choice explains by itself (first order); None if nothing varies.
    """

    choice: str
    shifts: Mapping[str, float]
    share: float | None


@dataclass(frozen=True, slots=True)
class UncertaintyAnalysis:
    """What an index depends on: `table` as of `Ratings.table` with the median of each rank.

    `shift` is the mean absolute change of rank over cities and replications. What the factors do
    not explain comes from data, weights, goalposts and from the choices taken together.
    """

    area: str
    ratings: Ratings
    table: tuple[Mapping[str, Any], ...]
    shift: float
    factors: tuple[Factor, ...]


def analyse_uncertainty(
    observations: Any,
    goalposts: Any,
    areas: Any = None,
    *,
    area: object = None,
    alternatives: Mapping[str, Sequence[str]] | None = None,
    replications: int = 1000,
    **settings: Any,
) -> UncertaintyAnalysis:
    """Return how sure the scores and ranks of an area are, the one at the top if none is named.

    `settings` are the other arguments of `rate_tables`. Cities that are not rated in the area, or
    in which it has a substitute, take no part.
    """
    ratings = rate_tables(
        observations, goalposts, areas, replications=replications,
        alternatives=ALTERNATIVES if alternatives is None else alternatives, **settings,
    )  # fmt: skip
    name = ratings.trees[0].id if area is None else str(area)
    return _analysed(ratings, name)


def _analysed(ratings: Ratings, area: str) -> UncertaintyAnalysis:
    import numpy as np

    from generator.assessment.rating.draws import draw_choice
    from generator.assessment.rating.intervals import ranks_of

    look_up("areas", area, {one.id: one for tree in ratings.trees for one in tree.areas})
    cities = draw_names(ratings, area)
    if len(cities) < 2 or ratings.noise is None:
        raise ValueError(f"{area}: fewer than two cities are rated")
    draws = ranks_of([ratings.draws[city][area] for city in cities])
    published = ranks_of([np.array([ratings[city][area].score]) for city in cities])
    moved = np.abs(draws - published).mean(axis=0)
    factors = []
    for choice, words in ratings.alternatives.items():
        if len(words) > 1:
            key = "mean" if choice == METHOD else choice
            taken = draw_choice(ratings.noise, key, len(words))
            means = [float(moved[taken == at].mean()) for at in range(len(words))]
            parts = [float(np.mean(taken == at)) for at in range(len(words))]
            spread = float(moved.var())
            between = sum(
                part * (mean - float(moved.mean())) ** 2
                for part, mean in zip(parts, means, strict=True)
            )
            share = between / spread if spread else None
            factors.append(Factor(choice, dict(zip(words, means, strict=True)), share))
    middle = dict(zip(cities, np.median(draws, axis=1).tolist(), strict=True))
    rows = tuple(
        {**row, "rank_median": middle.get(str(row["city"]))} for row in ratings.table(area)
    )
    return UncertaintyAnalysis(area, ratings, rows, float(moved.mean()), tuple(factors))
