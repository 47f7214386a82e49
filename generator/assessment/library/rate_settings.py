"""How plain tables are rated: choices, limits and noise, as the caller gives them, judged.

What cannot be understood raises `ValueError` with the name concerned.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from generator.assessment.library.input_trees import setting_by_area
from generator.assessment.library.ratings import METHOD, NORMALISATION, TREATMENT
from generator.assessment.library.table_variants import refuse_unknown
from generator.assessment.rating.aggregation import Limits
from generator.assessment.rating.composite import REMOVE, SUBSTITUTE
from generator.model.hierarchy import ARITHMETIC, GEOMETRIC, Branch

if TYPE_CHECKING:
    from generator.assessment.rating.draws import Replications  # brings NumPy

KEEP = "keep"


def alternatives_of(
    given: Mapping[str, Sequence[str]],
    treatment: str,
    normalisation: str,
    methods: str | Mapping[Any, str] | None,
) -> dict[str, tuple[str, ...]]:
    """Return the alternatives of each choice, first the one by which the scores are made."""
    usual = {
        METHOD: methods if isinstance(methods, str) else ARITHMETIC,
        NORMALISATION: normalisation,
        TREATMENT: treatment,
    }
    for what in given:
        refuse_unknown("alternatives", what, tuple(usual))
    found = {
        what: tuple(dict.fromkeys((word, *given.get(what, ())))) for what, word in usual.items()
    }
    for method in given.get(METHOD, ()):
        refuse_unknown("alternatives: method", method, (ARITHMETIC, GEOMETRIC))
    if len(found[METHOD]) > 1 and isinstance(methods, Mapping):
        raise ValueError("alternatives: method needs one of methods for all areas")
    return found


def unrated_of(trees: tuple[Branch, ...], unrated: str | Mapping[Any, str]) -> dict[str, str]:
    """Return what becomes above of an area that is not rated: keep, remove or substitute."""
    found = setting_by_area("unrated", trees, unrated, KEEP)
    for how in found.values():
        refuse_unknown("unrated", how, (KEEP, REMOVE, SUBSTITUTE))
    return found


def noise_of(
    seed: int,
    replications: int,
    weights: Mapping[str, float],
    goalposts: float,
    methods: tuple[str, ...],
) -> "Replications":
    """Return what the replications vary and choose; `weights` by area."""
    from generator.assessment.rating.draws import Replications

    within = tuple(sorted(weights.items()))
    means = methods if len(methods) > 1 else (ARITHMETIC,)
    return Replications(seed, replications, 0.0, goalposts, means, weights_within=within)


def limits_of(
    trees: tuple[Branch, ...],
    coverage: float | Mapping[Any, float],
    rated: int | Mapping[Any, int],
) -> dict[str, Limits]:
    """Return what each area needs for a rating."""
    shares = setting_by_area("minimum_coverage", trees, coverage, 0.0)
    counts = setting_by_area("minimum_rated", trees, rated, 1)
    if not all(0 <= share <= 1 for share in shares.values()):
        raise ValueError("minimum_coverage: a share from 0 to 1")
    return {name: Limits(share, counts[name]) for name, share in shares.items()}
