"""Rules for packages: a level of development is that of one thing, and says on what it rests."""

from collections.abc import Iterator

from generator.checks.places import key_problem
from generator.model.framework import Framework
from generator.model.framework_tables import TARGET
from generator.model.library_records import PackageSuits
from generator.model.publication import Publication
from generator.problems import Code, Problem

OF = ("level_area", "level_indicator")
"""The keys of which one says whose band is meant."""


def check_package_levels(publication: Publication) -> Iterator[Problem]:
    """Levels stand with an area or an indicator that has bands, and with their basis."""
    for name, document in publication.documents.items():
        if not name.startswith("packages/"):
            continue
        suits = document.record.suits
        fault = _fault(publication.framework, suits)
        if fault:
            path = ("suits", fault) if fault in suits.model_fields_set else ("suits",)
            yield key_problem(Code.PACKAGE_LEVELS, document, path, fault)


def _fault(framework: Framework, suits: PackageSuits) -> str:
    """Return the key that is wrong or wanting; "" if none is."""
    named = [key for key in OF if getattr(suits, key) is not None]
    if not suits.levels:
        return "levels" if named or suits.level_basis else ""
    if len(named) != 1:
        return named[-1] if named else OF[0]
    if not suits.level_basis:
        return "level_basis"
    indicator = suits.level_indicator
    known = indicator is None or indicator not in framework.observables
    return "" if known or framework.has_benchmark(indicator or "", (TARGET,)) else OF[1]
