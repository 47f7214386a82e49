"""A publication assessed as a build assesses it, without charts and PDFs."""

from pathlib import Path

from generator.language import Language
from generator.making import steps
from generator.making.order import assess_cities, check
from generator.views.site import Site


def read_site(root: Path) -> Site:
    """Return what the pages and publications of a root without errors are made from."""
    checked = check(root)
    assert checked.errors == 0, checked.problems
    assert checked.publication is not None
    publication = checked.publication
    results = assess_cities(publication)
    return Site(
        publication,
        results,
        Language("en", publication.labels["en"]),
        {},
        steps.match_twins(publication, results),
        guidance=steps.guide(publication, results),
        compared=steps.compare(publication, results),
    )
