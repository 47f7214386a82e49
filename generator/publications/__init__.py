"""A city's results to the content of its print publication: data that a template lays out.

In: the site's publication, results and language, and the city's charts in their print form. Out:
a `Document` of plain values. Numbers and words come from the same functions as those of the pages,
so that both print the same. Decides nothing and lays out nothing; `theme/print/` does that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.charts import Figure
from generator.model.publication import City
from generator.publications.actions import Actions, actions
from generator.publications.annex import Annex, annex
from generator.publications.chapters import (
    Chapter,
    Section,
    chapters,
    own_chapter,
    printed_subjects,
    sections,
)
from generator.publications.document import Document
from generator.publications.fiche import compose_fiche, fiche_name
from generator.publications.front import (
    Cover,
    cover,
    document_title,
    fictitious,
    imprint,
    legend,
    notice,
    shares,
    words,
)
from generator.publications.glance import Glance, glance
from generator.publications.numbered_sources import References
from generator.views.bands import Meaning
from generator.views.dates import compiled_text
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


@dataclass(frozen=True, slots=True)
class CityBook:
    """The publication of a city, from its cover to its annexes."""

    language: str
    direction: str
    title: str
    author: str
    edition: str
    as_of: str
    fictitious: str
    words: Mapping[str, str]
    shares: Mapping[str, float]
    cover: Cover
    notice: str
    legend: Sequence[Meaning]
    imprint: Sequence[str]
    glance: Glance
    actions: Actions
    chapters: Sequence[Chapter]
    sections: Sequence[Section]
    annex: Annex


def compose_publication(site: Site, city: City, figures: Mapping[str, Drawn]) -> Document:
    """Return the publication of a city; `figures` by `wheel` or observable."""
    references = References(city)
    record = site.publication.record
    title = site.say("publication.title", city=city.record.name)
    as_of = site.language.date(record.as_of)
    content = CityBook(
        language=site.language.code,
        direction=site.language.direction,
        title=document_title(site, title),
        author=record.contact.name if record.contact else "",
        edition=site.say("edition-of", edition=record.edition),
        as_of=compiled_text(site, site.results[city.id]),
        fictitious=fictitious(site),
        words=words(site),
        shares=shares(site),
        cover=cover(site, city),
        notice=notice(site, city),
        legend=legend(site),
        imprint=imprint(site, city, title, as_of),
        glance=glance(site, city, figures),
        actions=actions(site, city),
        chapters=[
            *chapters(site, city, references, figures),
            *own_chapter(site, city, references, figures),
        ],
        sections=sections(city),
        annex=annex(site, city, references),
    )
    return Document(file_name(city.id, site.language.code), record.as_of, content)
