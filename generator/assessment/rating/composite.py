"""The engine of ratings: what is known of indicators, a tree and limits to every area's rating.

The cities of a publication and the plain tables of the library are rated here and nowhere else.
"""

from collections.abc import Mapping
from dataclasses import replace

from generator.assessment.rating.aggregation import (
    Limits,
    Node,
    bounds_of,
    contributions_of,
    coverage_of,
    mean_of,
    why_not_rated,
)
from generator.assessment.results import Contribution
from generator.frozen import dataclass
from generator.model.hierarchy import ARITHMETIC, Branch

REMOVE, SUBSTITUTE = "remove", "substitute"

Scores = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class AreaRating:
    """What follows for an area from its `members`; `node` is how it counts in the area above.

    `reason` says why it has no rating, and is empty if it has one. `rated` indicators below it
    have a score of their own. A geometric mean has no contributions. `substituted`: nothing is
    known below, and a given score stands; or too little is, and it was asked for. `removed`: too
    little is known below, and the area counts in nothing above.
    """

    node: Node
    members: tuple[Node, ...]
    coverage: float
    rated: int
    reason: str
    contributions: tuple[Contribution, ...] = ()
    substituted: bool = False
    removed: bool = False


def indicator_node(indicator: str, score: float | None, scaled: bool) -> Node:
    """Return an indicator as it counts above: with its score, as missing, or not at all."""
    if score is None:
        return Node(indicator, 1.0, None, 0.0 if scaled else None, 0.0, 100.0)
    return Node(indicator, 1.0, score, 1.0, score, score)


def rate_tree(
    tree: Branch,
    indicators: Mapping[str, Node],
    limits: Mapping[str, Limits],
    substitutes: Scores | None = None,
    unrated: Mapping[str, str] | None = None,
) -> dict[str, AreaRating]:
    """Return the rating of every area of a tree, those below first.

    `substitutes` are scores by area that stand where nothing below has one. `unrated` says of
    an area what becomes of it above if it has a score and no rating: absent, it counts all the
    same; `remove`, it does not count; `substitute`, its substitute does.
    """
    nodes = dict(indicators)
    found: dict[str, AreaRating] = {}
    for area in tree.areas:
        below = area.members or ()
        members = tuple(replace(nodes[one.id], weight=one.weight) for one in below)
        rated = sum(bool(indicators[leaf].assessable) for leaf in area.leaves)
        substitute = (substitutes or {}).get(area.id)
        rating = _rate_area(area, members, limits[area.id], rated, substitute)
        if rating.reason and not rating.substituted:
            rating = _set_aside(rating, (unrated or {}).get(area.id, ""), substitute)
        found[area.id] = rating
        nodes[area.id] = found[area.id].node
    return found


def _rate_area(
    area: Branch,
    members: tuple[Node, ...],
    limits: Limits,
    rated: int,
    substitute: float | None,
) -> AreaRating:
    """Return the rating of an area with so many rated indicators below it."""
    mean = mean_of([(one.weight, one.score) for one in members], area.method)
    score = substitute if mean is None else mean
    coverage = coverage_of(members)
    counts = score is not None or any(one.assessable is not None for one in members)
    node = Node(
        area.id, area.weight, score, coverage if counts else None, *bounds_of(members, area.method)
    )
    return AreaRating(
        node=node,
        members=members,
        coverage=coverage,
        rated=rated,
        reason=why_not_rated(limits, score, coverage, rated),
        contributions=contributions_of(members) if area.method == ARITHMETIC else (),
        substituted=mean is None and substitute is not None,
    )


def _set_aside(rating: AreaRating, how: str, substitute: float | None) -> AreaRating:
    """Return an area without a rating as it counts above."""
    if how == REMOVE:
        return replace(rating, node=replace(rating.node, score=None), removed=True)
    if how == SUBSTITUTE and substitute is not None:
        return replace(rating, node=replace(rating.node, score=substitute), substituted=True)
    return rating


def scores_under(
    tree: Branch, scores: Scores, method: str | None = None, substitutes: Scores | None = None
) -> Scores:
    """Return the score of every area of a tree; `method` replaces those of the tree."""
    found: dict[str, float | None] = {}
    for area in tree.areas:
        pairs = [
            (one.weight, scores.get(one.id) if one.members is None else found[one.id])
            for one in area.members or ()
        ]
        mean = mean_of(pairs, method or area.method)
        found[area.id] = (substitutes or {}).get(area.id) if mean is None else mean
    return found
