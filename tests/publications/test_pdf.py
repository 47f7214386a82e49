"""A publication can be read by eye, by a screen reader and by an archive."""

import json
import pickle
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

import pytest

from generator.language.print_words import with_signs_of_print
from generator.outputs.print.typesetter import NotTypeset, PrintTheme, typeset
from generator.publications import Document
from generator.publications.cover import LocalName
from generator.publications.document import to_json
from generator.publications.drawn_charts import Chart
from generator.publications.imprint import Passage
from generator.publications.overview import Overview, Section
from generator.publications.prose_tree import Element, PrintedPart, printed_parts
from tests.publications.reading import Pdf

FOOT = 140.0
"""The height of the lower margin and of what stays free above it below a heading, in points."""
Pdfs = Mapping[str, Pdf]
Documents = Mapping[str, Document]
CHART = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>'


@pytest.mark.parametrize(
    ("city", "fewest", "most"), [("almaty", 20, 28), ("alesund", 14, 24), ("rana", 4, 6)]
)
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


def books(documents: Documents) -> list[str]:
    return [city for city, one in documents.items() if one.template == "book.typ"]


def test_the_contents_name_the_chapters_with_their_pages(pdfs: Pdfs, documents: Documents) -> None:
    """Roman numbers before the first chapter, arabic from it on."""
    for city in books(documents):
        pdf = pdfs[city]
        contents = next(page for page in pdf.pages if "Contents" in page[:200])
        for depth, title, page in pdf.bookmarks:
            if depth == 1:
                label = pdf.reader.page_labels[page - 1]
                name = re.escape(re.sub(r"^(\d+|[IV]+) ", "", title))
                assert re.search(rf"{name} ?[. ]*{label}\b", contents), title


def test_chapters_and_annexes_are_numbered(pdfs: Pdfs, documents: Documents) -> None:
    for city in books(documents):
        content = documents[city].content
        titles = [content.overview.title, *(one.title for one in content.chapters)]
        titles += [content.acting.title]
        chapters = [f"{number} {title}" for number, title in enumerate(titles, 1)]
        annexes = [f"I {content.missing.title}", f"II {content.context.title}"]
        found = [title for depth, title, _ in pdfs[city].bookmarks if depth == 1]
        assert found[-len(chapters) - 3 :] == [*chapters, *annexes, content.sources.title]


def test_every_page_names_city_and_edition(pdfs: Pdfs, documents: Documents) -> None:
    for city, pdf in pdfs.items():
        kind = documents[city].content.furniture.cover.kind
        inner = pdf.pages[1:-1] if documents[city].template == "book.typ" else pdf.pages[1:]
        for text in inner:
            assert f"{kind} · Edition 2026 · Draft: not confirmed by the city" in text
            assert documents[city].content.furniture.cover.name in text[:80]


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
        assert ": " in information.title
        assert information.author == "UNECE secretariat"
        assert information["/CreationDate"] == "D:20261101000000Z"
        assert pdf.root["/Lang"] == "en"
        stated = pdf.root["/Metadata"].get_object().get_data().decode("utf-8")
        assert "<pdfaid:part>2</pdfaid:part>" in stated
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in stated
        assert "<pdfuaid:part>1</pdfuaid:part>" in stated
        assert "UNECE secretariat" in stated
        assert "CC-BY-4.0" in stated


def test_a_fictitious_publication_says_so_in_its_title(
    fictitious_document: Document, theme: PrintTheme
) -> None:
    information = Pdf(typeset(theme, fictitious_document)).reader.metadata
    assert information is not None
    assert information.title == "Sampleford: City profile (fictitious)"


def test_it_is_tagged(pdfs: Pdfs, documents: Documents) -> None:
    for city, pdf in pdfs.items():
        tags = [str(tag["/S"]) for tag in pdf.tags]
        assert {"/Table", "/THead", "/TBody", "/TH", "/TR", "/TD", "/Link"} <= set(tags)
        assert tags.count("/Title") == 1
        figures = [tag for tag in pdf.tags if tag["/S"] == "/Figure"]
        texts = {str(tag["/Alt"]) for tag in figures}
        if documents[city].template == "book.typ":
            chapters = documents[city].content.chapters
            groups = [group for chapter in chapters for group in chapter.groups]
            charts = [one for group in groups for one in group.figures]
            assert {one.alternative for one in charts} <= texts
            assert len(figures) >= len(charts)


def test_each_row_of_a_table_has_a_head(pdfs: Pdfs) -> None:
    """A screen reader says what a row is about before each of its cells."""
    for pdf in pdfs.values():
        scopes = Counter(str(tag["/S"]) for tag in pdf.tags)
        rows = [tag for tag in pdf.tags if tag["/S"] == "/TR"]
        for row in rows:
            kinds = [str(cell.get_object()["/S"]) for cell in row["/K"]]
            assert kinds[0] == "/TH", kinds
        assert scopes["/TH"] > len(rows) / 2


def test_a_long_table_repeats_its_head(fictitious_document: Document, theme: PrintTheme) -> None:
    pdf = Pdf(typeset(theme, fictitious_document))
    head = "Indicator Value Unit Year Earlier Target Rating, score Source"
    pages = [number for number, text in enumerate(pdf.pages) if head in text]
    follow = [number for number in pages if number + 1 in pages]
    assert len(follow) >= 3


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
        assert (
            json.loads(to_json(document))["furniture"]["title"] == document.content.furniture.title
        )
        assert pickle.loads(pickle.dumps(document)) == document


def test_a_picture_without_words_is_refused(
    set_content: Callable[..., Pdf], documents: Documents
) -> None:
    chart = Chart("wheel", "A", CHART, "Words.")
    overview = documents["alesund"].content.overview
    assert set_content(overview=replace(overview, wheel=chart))
    with pytest.raises(NotTypeset, match="alt"):
        set_content(overview=replace(overview, wheel=replace(chart, alternative="")))


def prose(parts: list[PrintedPart], documents: Documents) -> Overview:
    """Return an overview with the prose given."""
    section = Section("T", "A", "B", parts)
    return replace(documents["alesund"].content.overview, sections=(section,))


def test_an_unknown_tag_of_prose_is_refused(
    set_content: Callable[..., Pdf], documents: Documents
) -> None:
    def said(tag: str) -> Overview:
        return prose([PrintedPart(2, "", [Element(tag, ["x"])])], documents)

    assert set_content(overview=said("p"))
    with pytest.raises(NotTypeset, match="video"):
        set_content(overview=said("video"))


PROSE = """> What a city says.

| Year | Trams |
|---|---|
| 2020 | 40[^1] |

[^1]: Counted in May.
"""


def test_tables_quotations_and_notes_are_set(
    set_content: Callable[..., Pdf], documents: Documents
) -> None:
    pdf = set_content(overview=prose(printed_parts(PROSE), documents))
    page = next(page for page in pdf.pages if "What a city says." in page)
    assert re.search(r"Year Trams 2020 40 ?1 .*Counted in May\.", page)
    tags = Counter(str(tag["/S"]) for tag in pdf.tags)
    assert tags["/TH"] >= 2
    assert tags["/BlockQuote"] >= 1


def test_no_heading_stands_at_the_foot_of_a_page(
    set_content: Callable[..., Pdf], documents: Documents
) -> None:
    parts = [PrintedPart(2, f"Subject{n}", [Element("p", ["A line."])]) for n in range(80)]
    pdf = set_content(overview=prose(parts, documents))
    heights = pdf.heights("Subject", "A line.")
    assert len(heights) >= 80
    assert min(heights) > FOOT


NOTE = "and 9 more on the website"


def test_a_short_note_stands_with_the_last_rows_of_a_table_that_breaks(
    set_content: Callable[..., Pdf], documents: Documents
) -> None:
    """So it never stands alone on a page; a screen reader meets it behind the table."""
    acting = documents["alesund"].content.acting
    rows = tuple((f"Proposal {n}", "A finding", "high") for n in range(40))
    table = replace(acting.points.table, rows=rows, more=NOTE)
    pdf = set_content(acting=replace(acting, points=replace(acting.points, table=table)))
    around = next(
        one
        for one in pdf.structure.below()
        if any(part.kind == "Table" and "Proposal 39" in part.text for part in one.held)
    )
    *_, held, note = around.held
    assert (note.kind, note.text) == ("Div", NOTE)
    assert NOTE not in held.text
    assert note.on == held.all("TR")[-1].on


HOSTILE = '#panic("x") $x^2$ @label <b> *strong* _emph_ = head // no \\ `raw` ~ [#sys.version]'


def test_text_is_never_read_as_commands(
    set_content: Callable[..., Pdf], documents: Documents
) -> None:
    imprint = documents["alesund"].content.imprint
    passages = (Passage(HOSTILE, (HOSTILE,)),)
    pdf = set_content(draft=HOSTILE, imprint=replace(imprint, passages=passages))
    plain = with_signs_of_print(" ".join(HOSTILE.split()))
    assert pdf.pages[1].count(plain) == 3


def test_a_fictitious_publication_says_so_on_every_page(
    pdfs: Pdfs, set_content: Callable[..., Pdf]
) -> None:
    words = "Fictitious. All cities and figures here are invented."
    assert all(words in page for page in set_content(fictitious=words).pages[:-1])
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
    cover = replace(content.furniture.cover, local_names=names, country="Korea (한국)")
    content = replace(content, furniture=replace(content.furniture, cover=cover))
    pdf = Pdf(typeset(theme, replace(fictitious_document, content=content)))
    first = pdf.reader.pages[0].extract_text()
    assert "თბილისი" in first
    assert {*"תלאביב", *"กรุงเทพ", *"दिल्ली"} <= set(first)
    assert "Korea ([…])" in first
    assert first.count("[…]") == 1
    families = {name.partition("-")[0] for name in pdf.fonts}
    assert {"NotoSansHebrew", "NotoSansThai", "NotoSansDevanagari"} <= families
    assert "“[…]” stands for letters" in " ".join(pdf.text.split())


def test_a_publication_whose_letters_all_have_a_font_says_nothing_of_it(
    pdfs: Mapping[str, Pdf],
) -> None:
    assert "stands for letters" not in pdfs["rana"].text
