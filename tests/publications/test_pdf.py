"""A publication can be read by eye, by a screen reader and by an archive."""

import json
import pickle
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

import pytest

from generator.outputs.print.typesetter import NotTypeset, PrintTheme, typeset
from generator.publications import Document
from generator.publications.chapters import Section
from generator.publications.document import to_json
from generator.publications.front import LocalName
from generator.publications.glance import Chart
from generator.publications.prose_tree import Element, PrintedPart, printed_parts
from tests.publications.reading import Pdf

FOOT = 140.0
"""The height of the lower margin and of what stays free above it below a heading, in points."""
Pdfs = Mapping[str, Pdf]
Documents = Mapping[str, Document]
CHART = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>'


@pytest.mark.parametrize(("city", "fewest", "most"), [("almaty", 15, 42), ("rana", 9, 30)])
def test_it_has_as_many_pages_as_it_needs(pdfs: Pdfs, city: str, fewest: int, most: int) -> None:
    pages = pdfs[city].pages
    assert fewest <= len(pages) <= most
    assert [number for number, text in enumerate(pages, 1) if len(text) < 40] == []


def test_every_heading_is_a_bookmark_and_stands_on_its_page(pdfs: Pdfs) -> None:
    for pdf in pdfs.values():
        for _, title, page in pdf.bookmarks:
            assert title in pdf.pages[page - 1]
        levels = [depth for depth, _, _ in pdf.bookmarks]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_contents_name_the_pages_of_the_chapters(pdfs: Pdfs) -> None:
    for pdf in pdfs.values():
        for depth, title, page in pdf.bookmarks:
            if depth == 1:
                assert f"{title} {page} " in pdf.pages[1]


ANNEXES = ("publication.indicators", "publication.context", "heading.sources", "title.methodology")
"""The labels of the titles of the annexes, in order."""


def test_chapters_are_numbered_and_annexes_lettered(pdfs: Pdfs, documents: Documents) -> None:
    for city, pdf in pdfs.items():
        content = documents[city].content
        titles = [content.glance.title, content.actions.title]
        titles += [one.title for one in (*content.chapters, *content.sections)]
        expected = [f"{number} {title}" for number, title in enumerate(titles, 1)]
        annexes = zip("ABCD", ANNEXES, strict=True)
        expected += [f"{letter} {content.words[label]}" for letter, label in annexes]
        found = [title for depth, title, _ in pdf.bookmarks if depth == 1]
        assert found == expected


def test_every_page_names_city_chapter_edition_and_number(pdfs: Pdfs) -> None:
    for pdf in pdfs.values():
        for number, text in enumerate(pdf.pages[1:], 2):
            assert re.search(
                rf"Edition 2026 · Figures of .+, compiled 1 November 2026 {number}\b", text
            )


def test_only_the_shipped_fonts_are_used(pdfs: Pdfs) -> None:
    """A drawing whose family is unknown would fall back in silence."""
    for pdf in pdfs.values():
        assert {name.partition("-")[0] for name in pdf.fonts} <= {
            "NotoSans", "NotoSansMath", "NotoSansSymbols2", "NotoSansGeorgian", "NotoSansArmenian",
        }  # fmt: skip


def test_it_says_what_it_is_and_when(pdfs: Pdfs) -> None:
    for pdf in pdfs.values():
        information = pdf.reader.metadata
        assert information is not None
        assert information.title.endswith(": city profile")
        assert information.author == "UNECE secretariat"
        assert information["/CreationDate"] == "D:20261101000000Z"
        assert pdf.root["/Lang"] == "en"
        stated = pdf.root["/Metadata"].get_object().get_data().decode("utf-8")
        assert "<pdfaid:part>2</pdfaid:part>" in stated
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in stated
        assert "<pdfuaid:part>1</pdfuaid:part>" in stated


def test_a_fictitious_publication_says_so_in_its_title(
    fictitious_document: Document, theme: PrintTheme
) -> None:
    information = Pdf(typeset(theme, fictitious_document)).reader.metadata
    assert information is not None
    assert information.title == "Sampleford: city profile (fictitious)"


def test_it_is_tagged(pdfs: Pdfs, documents: Documents) -> None:
    for city, pdf in pdfs.items():
        tags = [str(tag["/S"]) for tag in pdf.tags]
        assert {"/TOC", "/TOCI", "/Table", "/THead", "/TH", "/TR", "/TD", "/L", "/LI"} <= set(tags)
        assert tags.count("/Title") == 1
        figures = [tag for tag in pdf.tags if tag["/S"] == "/Figure"]
        texts = {str(tag["/Alt"]) for tag in figures}
        charts = [one for chapter in documents[city].content.chapters for one in chapter.figures]
        assert {one.alternative for one in charts} <= texts


def test_a_long_table_repeats_its_head(fictitious_document: Document, theme: PrintTheme) -> None:
    pdf = Pdf(typeset(theme, fictitious_document))
    pages = {title: page for _, title, page in pdf.bookmarks}
    first, after = pages["A All indicators"], pages["B Context figures"]
    head = "Indicator Code Value Year Worst Target Score Position Source"
    assert after - first >= 2
    assert all(head in pdf.pages[page - 1] for page in range(first, after))


def test_no_unseen_letters(pdfs: Pdfs) -> None:
    """A word joiner of a template would be found in numbers that use the same letters."""
    for pdf in pdfs.values():
        assert not set(pdf.text) & set("\u2060\u200b\u00ad\ufffd")


def test_the_same_content_gives_the_same_bytes(
    pdfs: Pdfs, documents: Documents, theme: PrintTheme
) -> None:
    assert typeset(theme, documents["almaty"]) == pdfs["almaty"].content


def test_content_is_plain_and_can_be_sent_to_another_process(documents: Documents) -> None:
    for document in documents.values():
        assert json.loads(to_json(document))["title"] == document.content.title
        assert pickle.loads(pickle.dumps(document)) == document


def test_a_picture_without_words_is_refused(
    set_content: Callable[..., Pdf], documents: Documents
) -> None:
    chart = Chart("A", CHART, "Words.")
    glance = documents["rana"].content.glance
    assert set_content(glance=replace(glance, wheel=chart))
    with pytest.raises(NotTypeset, match="alt"):
        set_content(glance=replace(glance, wheel=replace(chart, alternative="")))


def test_an_unknown_tag_of_prose_is_refused(set_content: Callable[..., Pdf]) -> None:
    def section(tag: str) -> list[Section]:
        part = PrintedPart(2, "", [Element(tag, ["x"])])
        return [Section("T", "A", "", "B", [part])]

    assert set_content(sections=section("p"))
    with pytest.raises(NotTypeset, match="video"):
        set_content(sections=section("video"))


PROSE = """> What a city says.

| Year | Trams |
|---|---|
| 2020 | 40[^1] |

[^1]: Counted in May.
"""


def test_tables_quotations_and_notes_are_set(set_content: Callable[..., Pdf]) -> None:
    pdf = set_content(sections=[Section("T", "A", "", "B", printed_parts(PROSE))])
    page = next(page for page in pdf.pages if "What a city says." in page)
    assert re.search(r"Year Trams 2020 40 ?1 .*Counted in May\.", page)
    tags = Counter(str(tag["/S"]) for tag in pdf.tags)
    assert tags["/TH"] >= 2
    assert tags["/BlockQuote"] >= 1


def test_no_heading_stands_at_the_foot_of_a_page(set_content: Callable[..., Pdf]) -> None:
    parts = [PrintedPart(2, f"Subject{n}", [Element("p", ["A line."])]) for n in range(80)]
    pdf = set_content(sections=[Section("T", "A", "", "B", parts)])
    heights = pdf.heights("Subject", "A line.")
    assert len(heights) >= 80
    assert min(heights) > FOOT


HOSTILE = '#panic("x") $x^2$ @label <b> *strong* _emph_ = head // no \\ `raw` ~ [#sys.version]'


def test_text_is_never_read_as_commands(set_content: Callable[..., Pdf]) -> None:
    pdf = set_content(notice=HOSTILE, imprint=[HOSTILE])
    plain = " ".join(HOSTILE.split())
    assert pdf.pages[1].count(plain) == 2


def test_a_fictitious_publication_says_so_on_every_page(
    pdfs: Pdfs, set_content: Callable[..., Pdf]
) -> None:
    words = "Fictitious. All cities and figures here are invented."
    assert all(words in page for page in set_content(fictitious=words).pages)
    assert words not in pdfs["rana"].text


def test_the_templates_hold_no_colour(theme: PrintTheme) -> None:
    for path in theme.templates.glob("*.typ"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"rgb\(\"|luma\(|#[0-9a-fA-F]{6}", text)


def test_no_package_is_fetched(theme: PrintTheme) -> None:
    for path in theme.templates.glob("*.typ"):
        assert "@preview" not in path.read_text(encoding="utf-8")


def test_letters_that_no_font_has_give_way_to_a_mark_that_is_explained(
    theme: PrintTheme, fictitious_document: Document
) -> None:
    own = ("서울", "תל אביב", "東京", "กรุงเทพ", "दिल्ली", "თბილისი")
    names = tuple(LocalName("en", name) for name in own)
    content = fictitious_document.content
    cover = replace(content.cover, local_names=names, country="Korea (한국)")
    content = replace(content, cover=cover)
    pdf = Pdf(typeset(theme, replace(fictitious_document, content=content)))
    first = pdf.reader.pages[0].extract_text()
    assert "თბილისი" in first
    assert "Korea ([…])" in first
    assert first.count("[…]") == 1
    assert "“[…]” stands for letters" in " ".join(pdf.text.split())


def test_a_publication_whose_letters_all_have_a_font_says_nothing_of_it(
    pdfs: Mapping[str, Pdf],
) -> None:
    assert "stands for letters" not in pdfs["rana"].text
