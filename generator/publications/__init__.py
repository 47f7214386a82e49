"""A city's results to the content of its print publication: data that a template lays out.

In: the site's publication, results and language, and the city's charts in their print form. Out:
a `Document` of plain values. Numbers and words come from the same functions as those of the pages,
so that both print the same. Decides nothing and lays out nothing; `theme/print/` does that.
"""

from collections.abc import Mapping

from generator.charts.chart_records import Figure
from generator.model.publication import City
from generator.publications.actions import actions
from generator.publications.annex import annex
from generator.publications.chapters import chapters, printed_subjects, sections
from generator.publications.document import Document
from generator.publications.fiche import compose_fiche, fiche_name
from generator.publications.front import front
from generator.publications.glance import glance
from generator.publications.numbered_sources import References
from generator.views.site import Site

__all__ = [
    "Document",
    "Drawn",
    "compose_fiche",
    "compose_publication",
    "fiche_name",
    "file_name",
    "printed_subjects",
]

Drawn = tuple[str, Figure]
"""A chart and its message."""


def file_name(city: str, language: str) -> str:
    """Return the name of the publication of a city; it never changes."""
    return f"city-{city}-{language}.pdf"


def compose_publication(site: Site, city: City, figures: Mapping[str, Drawn]) -> Document:
    """Return the publication of a city; `figures` by `wheel` or observable."""
    references = References(city)
    content = {
        **front(site, city),
        "glance": glance(site, city, figures),
        "actions": actions(site, city),
        "chapters": list(chapters(site, city, references, figures)),
        "sections": sections(city),
        "annex": annex(site, city, references),
    }
    record = site.publication.record
    return Document(file_name(city.id, site.language.code), record.as_of, content)
