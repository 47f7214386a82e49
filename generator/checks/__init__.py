"""Rules across the records of a publication, each one small function.

In: a publication. Out: problems. To add a rule, write a function that yields problems and put
it into `RULES`. Nothing here changes data.
"""

from collections.abc import Callable, Iterator

from generator.checks.city_files import check_images, check_names, check_sources
from generator.checks.conditions import check_conditions
from generator.checks.consequences import without_consequences
from generator.checks.follow_up import (
    check_decisions,
    check_partnerships,
    check_practice_ids,
    check_practices,
    check_reviews,
    check_spans,
)
from generator.checks.framework_rules import check_goalposts, check_labels, check_placements
from generator.checks.observations import check_context, check_observations, check_targets
from generator.checks.peers import check_peers
from generator.checks.policy import check_factors, check_limits, check_weights
from generator.checks.projects import check_bundles, check_projects
from generator.checks.redirects import check_redirects
from generator.checks.references import check_references
from generator.checks.revisions import check_revisions
from generator.checks.targets import check_target_sides, check_target_years
from generator.checks.waivers import apply_waivers
from generator.model.publication import Publication
from generator.problems import Problem, Problems

__all__ = ["RULES", "apply_waivers", "check_publication"]

RULES: tuple[Callable[[Publication], Iterator[Problem]], ...] = (
    check_references,
    check_observations,
    check_targets,
    check_target_years,
    check_target_sides,
    check_context,
    check_sources,
    check_images,
    check_names,
    check_goalposts,
    check_placements,
    check_weights,
    check_limits,
    check_factors,
    check_peers,
    check_labels,
    check_conditions,
    check_projects,
    check_bundles,
    check_decisions,
    check_reviews,
    check_partnerships,
    check_practices,
    check_practice_ids,
    check_spans,
    check_redirects,
    check_revisions,
)


def check_publication(publication: Publication, problems: Problems) -> None:
    """Add what the rules find to the problems that were found while reading."""
    found = [problem for rule in RULES for problem in rule(publication)]
    problems.extend(list(without_consequences(found, problems)))
