"""The finished PDFs are read as a person reads them; each fault put back is noticed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from generator.outputs.print.typesetter import PrintTheme, typeset
from generator.publications import Document, compose_methodology, scorecard_of
from generator.publications.prose_tree import PrintedPart
from generator.views.site import Site
from tests.publications import gate, gate_pages
from tests.publications.reading import Pdf


def test_publications_are_whole(pdfs: Mapping[str, Pdf], documents: Mapping[str, Document]) -> None:
    """Every word is printed, no Markdown, nothing outside or over other text, sources as cited."""
    for city, pdf in pdfs.items():
        assert gate.faults(pdf, documents[city]) == {}, city


def test_the_fictitious_publication_is_whole(
    fictitious_document: Document, theme: PrintTheme
) -> None:
    assert gate.faults(Pdf(typeset(theme, fictitious_document)), fictitious_document) == {}


def test_the_methodology_is_whole(site: Site, theme: PrintTheme) -> None:
    document = compose_methodology(site)
    assert gate.faults(Pdf(typeset(theme, document)), document) == {}


def test_a_scorecard_has_two_sides_and_says_what_the_summary_says(
    documents: Mapping[str, Document], fictitious_document: Document, theme: PrintTheme
) -> None:
    for book in (*documents.values(), fictitious_document):
        sheet = scorecard_of(book, "x")
        if sheet is None:
            assert book.template == "note.typ"
            continue
        pdf = Pdf(typeset(theme, sheet))
        assert len(pdf.pages) == 2
        executive = sheet.content.executive
        shown = [executive.lead, executive.unknown]
        shown += [text for one in executive.findings for text in (one.title, one.number, one.unit)]
        assert gate.lost_words(pdf, iter(shown)) == []
        assert gate_pages.outside(pdf) == gate_pages.overprinted(pdf) == []


def test_no_page_within_a_book_ends_early(pdfs: Mapping[str, Pdf]) -> None:
    for city, pdf in pdfs.items():
        assert gate_pages.early_ends(pdf) == [], city
        assert gate_pages.scant_fronts(pdf) == gate_pages.cut_heads(pdf) == [], city


def test_what_is_left_out_says_where_it_stands(documents: Mapping[str, Document]) -> None:
    tables = [document.content.acting.points.table for document in documents.values()]
    more = [table.more for table in tables if table.more]
    assert more
    assert all(re.search(r"\d|[Oo]ne", text) for text in more)


Made = Callable[..., Pdf]


@pytest.fixture
def profile(documents: Mapping[str, Document]) -> Document:
    return documents["alesund"]


def test_a_lost_paragraph_is_noticed(set_content: Made, profile: Document) -> None:
    overview = replace(profile.content.overview, portrait=())
    pdf = set_content(overview=overview)
    assert "lost" in gate.faults(pdf, profile)


def test_printed_markdown_is_noticed(set_content: Made, profile: Document) -> None:
    table = ["| Class | Rule | |---|---| | Viable | x |"]
    section = replace(profile.content.overview.sections[0], parts=[PrintedPart(2, "", table)])
    pdf = set_content(overview=replace(profile.content.overview, sections=(section,)))
    assert gate.markdown_signs(pdf)


def test_a_source_that_nothing_cites_is_noticed(set_content: Made, profile: Document) -> None:
    sources = profile.content.sources
    rows = (*sources.rows, replace(sources.rows[0], title="Another"))
    pdf = set_content(sources=replace(sources, rows=rows))
    assert gate.wrongly_cited(pdf, len(rows)) == [str(len(rows))]


LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 6
"""A name without a place to break, of some 350 letters."""


def test_a_very_long_name_stays_on_its_page(set_content: Made, profile: Document) -> None:
    cover = replace(profile.content.furniture.cover, name=LONG)
    pdf = set_content(cover=cover)
    assert gate_pages.outside(pdf) == []
    assert len(pdf.pages) <= len(set_content().pages) + 1
    spaced = replace(cover, name=" ".join(["Saint John by the Long Water"] * 10))
    assert gate_pages.outside(set_content(cover=spaced)) == []
