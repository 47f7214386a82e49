"""Each fault of the review of the publications, put back: the gate turns red.

In the order of the review. A fault of a template is put into a copy of it.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
import yaml

from generator.model.raster import Raster
from generator.outputs.print import tagging
from generator.outputs.print.typesetter import NotTypeset, PrintTheme, typeset
from generator.publications import Document, compose_fiche, compose_publication, document
from generator.publications.cover import LocalName
from generator.publications.imprint import Detail
from generator.publications.prose_tree import Element, PrintedPart
from generator.read.image_files import pictures_for_print
from generator.views.site import Site
from tests.publications import gate, gate_model, gate_pages
from tests.publications.conftest import Broken, Made
from tests.publications.reading import Pdf


@pytest.fixture
def profile(documents: Mapping[str, Document]) -> Document:
    return documents["alesund"]


def test_1_the_symbol_of_another_work_in_the_imprint(site: Site, theme: PrintTheme) -> None:
    city = site.publication.cities["astana"]
    book = compose_publication(site, city, {})
    assert gate_model.borrowed_identity(Pdf(typeset(theme, book)), city) == []
    isbn = city.record.publications[0].isbn
    imprint = book.content.imprint
    wrong = replace(imprint, details=(*imprint.details, Detail("ISBN", f"{isbn}")))
    bad = replace(book, content=replace(book.content, imprint=wrong))
    assert gate_model.borrowed_identity(Pdf(typeset(theme, bad)), city) == [isbn]


def test_2_prose_that_was_cut(
    site: Site, pdfs: Mapping[str, Pdf], set_content: Made, profile: Document
) -> None:
    for name, pdf in pdfs.items():
        assert gate_model.lost_prose(pdf, site.publication.cities[name]) == []
    overview = profile.content.overview
    cut = [PrintedPart(2, "", [Element("p", ["Only the first words"])])]
    sections = tuple(replace(one, parts=cut) for one in overview.sections)
    pdf = set_content(overview=replace(overview, sections=sections))
    assert gate_model.lost_prose(pdf, site.publication.cities["alesund"])


def test_3_a_heading_that_skips_a_level_makes_no_file(set_content: Made, profile: Document) -> None:
    """It never reaches a PDF: the check of the prose names it (tests/golden/problems)."""
    section = replace(
        profile.content.overview.sections[0], parts=[PrintedPart(5, "Deep", [Element("p", ["x"])])]
    )
    with pytest.raises(NotTypeset, match="heading"):
        set_content(overview=replace(profile.content.overview, sections=(section,)))


def test_4_a_cover_with_the_same_dots_for_every_city(
    site: Site, theme: PrintTheme, documents: Mapping[str, Document], pdfs: Mapping[str, Pdf],
    set_content: Made, profile: Document,
) -> None:  # fmt: skip
    palette = yaml.safe_load(theme.palette.read_text(encoding="utf-8"))["dark"]
    bands = site.publication.framework.policy.bands
    tones = {band: palette[band] for band in bands}
    books = {city: pdf for city, pdf in pdfs.items() if documents[city].template == "book.typ"}
    assert len(books) == 2
    for city, pdf in books.items():
        assert gate_model.wrong_cover(pdf, site.results[city], tones) == {}
    assert gate_model.same_covers(books, site.results) == []
    dots = [replace(one, band="missing", score=0.0) for one in profile.content.sectors[:6]]
    dotted = set_content(sectors=dots)
    assert gate_model.wrong_cover(dotted, site.results["alesund"], tones)
    assert gate_model.same_covers({"alesund": dotted, "almaty": dotted}, site.results) == ["almaty"]


def test_5_raw_markdown(set_content: Made, profile: Document) -> None:
    assert gate.markdown_signs(set_content()) == []
    typed = ["> It is said", "| Class | Rule | |---|---|", "a **bold** word", "[a](b)",
             "![p](x.png)", "x ## Head", "`code`", "a note[^1]"]  # fmt: skip
    section = replace(profile.content.overview.sections[0], parts=[PrintedPart(2, "", typed)])
    pdf = set_content(overview=replace(profile.content.overview, sections=(section,)))
    found = "".join(gate.markdown_signs(pdf))
    signs = ["> I", "|---", "**b", "](", "![", " ## H", "`code`", "[^"]
    assert [sign for sign in signs if sign not in found] == []
    assert found.count("](") == 2


def test_6_a_name_beyond_its_page(broken: Broken, profile: Document) -> None:
    theme = broken(
        "front.typ",
        "fitted-name(data.cover.name, (56pt, 46pt, 38pt, 30pt, 22pt, 16pt, 12pt), 166mm, 2, "
        "fill: white)",
        "box(width: 900pt, text(size: 160pt, data.cover.name))",
    )
    assert "outside" in gate.faults(Pdf(typeset(theme, profile)), profile)


def test_6_a_running_head_over_the_text(broken: Broken, profile: Document) -> None:
    theme = broken("style.typ", "header-ascent: 10mm", "header-ascent: -4mm")
    assert "overprinted" in gate.faults(Pdf(typeset(theme, profile)), profile)


def test_7_marks_without_words(broken: Broken, profile: Document) -> None:
    theme = broken(
        "marks.typ",
        '  if kind in shares or kind in ("reached", "short") { words } '
        "else { text(fill: palette.muted, words) }",
        "",
    )
    found = gate.faults(Pdf(typeset(theme, profile)), profile)
    assert {"marks", "rows", "lost"} <= set(found)


def test_7_rows_without_heads(monkeypatch: pytest.MonkeyPatch, set_content: Made) -> None:
    assert gate_pages.unnamed_cells(set_content()) == []
    monkeypatch.setattr(tagging, "_name", lambda row: None)
    assert gate_pages.unnamed_cells(set_content())


@pytest.mark.parametrize("words", ["It rose. It rose. End.", "Series."])
def test_7_words_of_a_chart_that_say_a_thing_twice_or_leave_values_out(
    pdfs: Mapping[str, Pdf], documents: Mapping[str, Document], theme: PrintTheme, words: str
) -> None:
    assert gate_pages.poor_alternatives(pdfs["almaty"]) == []
    book = documents["almaty"]
    overview = book.content.overview
    assert overview.trends is not None
    poor = replace(overview, trends=replace(overview.trends, alternative=words))
    made = typeset(theme, replace(book, content=replace(book.content, overview=poor)))
    assert gate_pages.poor_alternatives(Pdf(made)) == [words]


def test_7_a_citation_that_leads_nowhere(broken: Broken, profile: Document) -> None:
    theme = broken(
        "parts.typ",
        'numbers.map(number => link(label("source-" + number), "[" + number + "]")).join(" ")',
        "plain-numbers(numbers)",
    )
    folder = theme.templates / "parts.typ"
    text = folder.read_text(encoding="utf-8")
    plain = next(line for line in text.splitlines() if line.startswith("#let plain-numbers"))
    folder.write_text(plain + "\n" + text.replace(plain, ""), encoding="utf-8")
    assert "cited" in gate.faults(Pdf(typeset(theme, profile)), profile)


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("7 of 91 indicators can be rated.", "unwritten"),
        ("It covers 47 % of the way.", "unwritten"),
        ("As this page shows, it rose.", "talk"),
        ("The command profiles explain prints it.", "talk"),
        ("See context-variables.csv for it.", "talk"),
        ("Waste, water and three more.", "more"),
    ],
)
def test_8_fragments_and_talk_of_the_website(
    profile: Document, theme: PrintTheme, lead: str, kind: str
) -> None:
    executive = replace(profile.content.executive, lead=lead)
    book = replace(profile, content=replace(profile.content, executive=executive))
    assert kind in gate.faults(Pdf(typeset(theme, book)), book)


@pytest.mark.parametrize(
    "part", ["#imprint(data)", "#reading-aid(data)", "#summary(data)", "#missing(data)"]
)
def test_9_a_part_of_the_front_or_the_end_is_left_out(
    broken: Broken, profile: Document, part: str
) -> None:
    theme = broken("book.typ", part, "")
    assert "lost" in gate.faults(Pdf(typeset(theme, profile)), profile)


def test_9_without_its_sources_no_file_is_made(broken: Broken, profile: Document) -> None:
    with pytest.raises(NotTypeset, match="source-1"):
        typeset(broken("book.typ", "#sources(data)", ""), profile)


def test_10_pictures_that_are_not_printed(
    fictitious: Path, fictitious_site: Site, theme: PrintTheme, broken: Broken
) -> None:
    city = fictitious_site.publication.cities["sampleford"]
    pictures: Mapping[str, Raster] = pictures_for_print(fictitious, city, 200)
    assert pictures
    book = compose_publication(fictitious_site, city, {}, pictures)
    assert gate_model.lost_pictures(Pdf(typeset(theme, book)), city) == []
    bare = broken(
        "parts.typ",
        "#let photographs(list) = for one in list {",
        "#let photographs(list) = for one in () {",
    )
    assert gate_model.lost_pictures(Pdf(typeset(bare, book)), city)


def test_11_a_figure_that_no_text_leads_to(
    broken: Broken, documents: Mapping[str, Document]
) -> None:
    profile = documents["almaty"]
    theme = broken("chapters.typ", " [ (#figure-ref(one.key, data.words))]", " []")
    assert "unreferred" in gate.faults(Pdf(typeset(theme, profile)), profile)


def test_12_a_long_book_of_a_city_of_which_little_is_known(
    documents: Mapping[str, Document], theme: PrintTheme
) -> None:
    note = documents["rana"]
    missing = replace(note.content.missing, groups=note.content.missing.groups * 3)
    long = replace(note, content=replace(note.content, missing=missing))
    assert "long" in gate.faults(Pdf(typeset(theme, long)), long)


def test_13_a_fiche_that_says_its_lead_twice(site: Site, theme: PrintTheme) -> None:
    city = site.publication.cities["almaty"]
    made = [compose_fiche(site, city, name) for name in site.undertakings["almaty"].records]
    fiche = next(one for one in made if one.content.need)
    assert "twice" not in gate.faults(Pdf(typeset(theme, fiche)), fiche)
    said = "A sentence of some length that leads the sheet and tells what the project is for."
    need = [replace(fiche.content.need[0], term="", cell=said)]
    again = replace(fiche, content=replace(fiche.content, lead=said, need=need))
    assert "twice" in gate.faults(Pdf(typeset(theme, again)), again)


def test_14_a_last_row_alone_on_a_page(
    profile: Document, theme: PrintTheme, broken: Broken
) -> None:
    """Of a table that grows row by row some length would leave one, were it not held."""
    loose = broken("parts.typ", "while from > 0 and (rows < 2", "while from > 0 and (rows < 0")
    rows = profile.content.context.rows
    assert rows
    red = set()
    for count, looks in product(range(10, 40, 2), (theme, loose)):
        shown = replace(profile.content.context, rows=(rows * 40)[:count])
        book = replace(profile, content=replace(profile.content, context=shown))
        if gate_pages.lonely_rows(Pdf(typeset(looks, book))):
            red.add(looks.templates)
        if loose.templates in red:
            break
    assert red == {loose.templates}


def test_14_a_page_that_ends_early(
    pdfs: Mapping[str, Pdf], documents: Mapping[str, Document], broken: Broken
) -> None:
    theme = broken(
        "chapters.typ",
        "for (place, figure) in group.figures.enumerate() {",
        "pagebreak()\n    for (place, figure) in group.figures.enumerate() {",
    )
    assert gate_pages.early_ends(pdfs["almaty"]) == []
    assert gate_pages.early_ends(Pdf(typeset(theme, documents["almaty"])))


def test_14_a_name_thrown_to_the_margin(
    broken: Broken, theme: PrintTheme, profile: Document
) -> None:
    old = "..held.map(one => text(lang: one.lang, one.name))).join([ · ])\n    })\n  }))"
    torn = broken("front.typ", old, old.replace("[ · ]", "h(1fr)"))
    furniture = profile.content.furniture
    cover = replace(furniture.cover, local_names=(LocalName("en", "Aalesund"),))
    content = replace(profile.content, furniture=replace(furniture, cover=cover))
    book = replace(profile, content=content)
    assert gate_pages.torn_lines(Pdf(typeset(theme, book))) == []
    assert gate_pages.torn_lines(Pdf(typeset(torn, book)))


def test_14_signs_of_a_keyboard(
    monkeypatch: pytest.MonkeyPatch, set_content: Made, profile: Document
) -> None:
    typed = 'The city\'s plan of 2015-2023 is "open".'
    overview = replace(profile.content.overview, portrait=(typed,))
    assert gate.typed_signs(set_content(overview=overview)) == []
    monkeypatch.setattr(document, "with_signs_of_print", lambda text: text)
    assert len(gate.typed_signs(set_content(overview=overview))) == 3
    dated = replace(overview, portrait=("It was made on 2026-09-20 there.",))
    assert gate.typed_signs(set_content(overview=dated)) == ["2026-09-20"]
