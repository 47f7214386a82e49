"""A city's results to the content of its print publications: data that a template lays out.

In: the site's publication, results and language, and the city's charts in their print form. Out:
a `Document` of plain values. Numbers and words come from the same functions as those of the pages,
so that both print the same; print words them by its own editorial rules. Decides nothing and lays
out nothing; `theme/print/` does that.
"""

from generator.publications.book import compose_publication, file_name, scorecard_of
from generator.publications.chapters import printed_subjects
from generator.publications.country_volume import compose_country_report, has_report
from generator.publications.document import Document
from generator.publications.fiche import compose_fiche, fiche_name
from generator.publications.gap_sheet import compose_gap_sheet
from generator.publications.kinds import PAPERS
from generator.publications.latin_names import with_printable_name, with_printable_names
from generator.publications.methodology_volume import compose_methodology
from generator.publications.setting import Drawn
from generator.publications.social_card import compose_card
from generator.publications.theme_volume import compose_theme, rated_cities
from generator.publications.volume import compose_compendium
from generator.publications.year_review import compose_reviews

__all__ = [
    "PAPERS",
    "Document",
    "Drawn",
    "compose_card",
    "compose_compendium",
    "compose_country_report",
    "compose_fiche",
    "compose_gap_sheet",
    "compose_methodology",
    "compose_publication",
    "compose_reviews",
    "compose_theme",
    "fiche_name",
    "file_name",
    "has_report",
    "printed_subjects",
    "rated_cities",
    "scorecard_of",
    "with_printable_name",
    "with_printable_names",
]
