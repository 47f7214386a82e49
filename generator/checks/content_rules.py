"""The rules for `content/`; a check of the folder of one city does without them."""

from generator.checks import Rule
from generator.checks.city_files import check_framework_sources
from generator.checks.conditions import check_conditions
from generator.checks.contradictions import check_deliverables
from generator.checks.dates import check_dates
from generator.checks.filler_text import check_filler
from generator.checks.follow_up import check_practices
from generator.checks.framework_rules import (
    check_as_of,
    check_country_codes,
    check_labels,
    check_placements,
    check_settings,
)
from generator.checks.glossary import check_glossary
from generator.checks.goalpost_rules import check_goalposts
from generator.checks.package_levels import check_package_levels
from generator.checks.policy import check_factors, check_limits, check_weights
from generator.checks.possible_values import check_possible
from generator.checks.prose_as_set import check_pages
from generator.checks.relations import check_relations
from generator.checks.translated_content import check_translated_content
from generator.checks.unit_forms import check_unit_forms
from generator.checks.waivers import check_waived_files

CONTENT_RULES: tuple[Rule, ...] = (
    check_framework_sources,
    check_goalposts,
    check_possible,
    check_placements,
    check_country_codes,
    check_as_of,
    check_waived_files,
    check_weights,
    check_limits,
    check_factors,
    check_labels,
    check_relations,
    check_conditions,
    check_package_levels,
    check_practices,
    check_dates,
    check_filler,
    check_pages,
    check_deliverables,
    check_settings,
    check_glossary,
    check_translated_content,
    check_unit_forms,
)
"""What they find depends on no city."""
