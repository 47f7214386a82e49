"""Rules across the records of a publication, each one small function.

In: a publication. Out: problems. To add a rule, write a function that yields problems and put
it into the list of what it looks at: `content/` (`content_rules.py`), each city, several cities.
Nothing here changes data.
"""

from collections.abc import Callable, Iterable, Iterator

from generator.assessment.tallies import Tallies
from generator.checks.approvals import check_approval
from generator.checks.city_files import check_names, check_sources
from generator.checks.conditions import check_city_conditions
from generator.checks.consequences import without_consequences
from generator.checks.contradictions import check_contradictions
from generator.checks.coordinates import check_coordinates
from generator.checks.dates import check_city_dates
from generator.checks.disclosure import check_disclosure
from generator.checks.embargoed_names import check_embargo, check_embargoed_names
from generator.checks.filler_text import check_city_filler
from generator.checks.follow_up import (
    check_city_practices,
    check_decisions,
    check_partnerships,
    check_practice_ids,
    check_reviews,
    check_twins,
)
from generator.checks.framework_rules import check_as_of
from generator.checks.goalpost_rules import check_scales
from generator.checks.observations import (
    check_context,
    check_observations,
    check_own_indicators,
    check_targets,
)
from generator.checks.peers import check_peers
from generator.checks.pictures import check_images, check_picture_words
from generator.checks.plausibility import check_jumps, check_plausibility
from generator.checks.policy import check_importance
from generator.checks.possible_values import check_city_possible
from generator.checks.projects import check_bundles, check_projects
from generator.checks.prose_as_set import check_sections
from generator.checks.redirects import check_redirects
from generator.checks.references import check_city_references, check_references
from generator.checks.revisions import check_revisions
from generator.checks.several_figures import check_figures_in_use, check_territories
from generator.checks.silent_revisions import check_silent_revisions
from generator.checks.stated_ranges import check_stated_bounds, check_target_values
from generator.checks.targets import check_target_reach, check_target_sides, check_target_years
from generator.checks.translations import check_translations
from generator.checks.waivers import apply_waivers, settle, waived_in
from generator.model.framework import Framework
from generator.model.publication import Publication
from generator.problems import Problem, Problems

__all__ = [
    "CITY_RULES",
    "RULES_ACROSS",
    "apply_rules",
    "apply_waivers",
    "check_as_of",
    "check_jumps",
    "check_practice_ids",
    "check_tallies",
    "settle",
    "waived_in",
]

Rule = Callable[[Publication], Iterator[Problem]]

CITY_RULES: tuple[Rule, ...] = (
    check_city_references,
    check_observations,
    check_own_indicators,
    check_figures_in_use,
    check_territories,
    check_plausibility,
    check_disclosure,
    check_stated_bounds,
    check_city_possible,
    check_target_values,
    check_city_dates,
    check_targets,
    check_target_years,
    check_target_reach,
    check_target_sides,
    check_context,
    check_sources,
    check_images,
    check_picture_words,
    check_city_filler,
    check_sections,
    check_names,
    check_coordinates,
    check_approval,
    check_embargo,
    check_importance,
    check_city_conditions,
    check_projects,
    check_bundles,
    check_decisions,
    check_reviews,
    check_partnerships,
    check_city_practices,
    check_revisions,
    check_silent_revisions,
    check_contradictions,
    check_translations,
)
"""What they find in a city depends on no other city."""

RULES_ACROSS: tuple[Rule, ...] = (
    check_references,
    check_peers,
    check_twins,
    check_practice_ids,
    check_redirects,
    check_embargoed_names,
)
"""What they find depends on several cities, or on their projects."""


def check_tallies(framework: Framework, cities: Iterable[Tallies]) -> Iterator[Problem]:
    """Yield what is found in the counts of all cities together."""
    counts = list(cities)
    yield from check_scales(framework, counts)
    yield from check_jumps(framework, counts)


def apply_rules(rules: Iterable[Rule], publication: Publication, problems: Problems) -> None:
    """Add what some rules find, without what follows from files that could not be read."""
    found = [problem for rule in rules for problem in rule(publication)]
    problems.extend(list(without_consequences(found, problems)))
