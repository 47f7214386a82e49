"""Openings of chapters, contents and running heads make do with the room that a page has."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.outputs.print.typesetter import typeset
from generator.publications import Document
from generator.publications.chapters import AreaStanding, Chapter, Group
from generator.publications.drawn_charts import Chart
from generator.publications.overview import Section
from generator.publications.prose_tree import Element, PrintedPart
from tests.publications import gate_pages
from tests.publications.conftest import Broken, Made
from tests.publications.placed_text import Drawn, Piece
from tests.publications.reading import Pdf

LEAD = "Two of 13 indicators have a figure. One can be rated. Its target, dated, is not met. " * 2
DOUBTS = "The one rated figure is marked as less sure by its source, and it is of another year."
SENTENCE = "The tramway and the harbour of the old town meet near the council and its households. "


@pytest.fixture
def first(documents: Mapping[str, Document]) -> Chapter:
    """Return a chapter of one area of a profile of few figures."""
    found: Chapter = documents["alesund"].content.chapters[0]
    return found


def shared(base: Chapter, paragraphs: int) -> Chapter:
    """Return a chapter of six areas and so many paragraphs."""
    told = PrintedPart(2, "", [Element("p", [SENTENCE * 3]) for _ in range(paragraphs)])
    names = ("Energy and resources", "Construction and housing", "Information technology")
    names += ("Economic development", "Waste and recycling", "Water and sanitation")
    rows = [AreaStanding(name, LEAD, "not-rated", "No rating", DOUBTS) for name in names]
    group = base.table.groups[0]
    return replace(
        base,
        title="; ".join(names),
        running_title="Energy and resources, and five others",
        lead="",
        standings=tuple(rows),
        sections=(Section("At length", "Editors", "Made up", (told,)),),
        groups=(),
        table=replace(base.table, groups=(replace(group, rows=group.rows[:2]),), notes=()),
    )


def test_a_chapter_of_several_areas_opens_wherever_two_of_them_have_room(
    set_content: Made, documents: Mapping[str, Document], first: Chapter, broken: Broken
) -> None:
    """Each begins further down than the one before; kept whole, some leave half a page."""
    chapters = tuple(shared(first, paragraphs) for paragraphs in range(3, 13))
    assert gate_pages.early_ends(set_content(chapters=chapters)) == []
    whole = broken("openings.typ", "standings.slice(0, 2)", "standings")
    book = documents["alesund"]
    book = replace(book, content=replace(book.content, chapters=chapters))
    assert gate_pages.early_ends(Pdf(typeset(whole, book)))


def test_a_long_name_of_a_chapter_stands_in_short_above_its_pages(
    set_content: Made, first: Chapter
) -> None:
    chapters = (shared(first, 20),)
    assert gate_pages.cut_heads(set_content(chapters=chapters)) == []
    long = (replace(chapters[0], running_title=chapters[0].title),)
    assert gate_pages.cut_heads(set_content(chapters=long))


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 60">'
    '<path d="M0 0h400" stroke="#000"/></svg>'
)


def listed(base: Chapter, charts: int) -> tuple[Chapter, ...]:
    """Return eight chapters with so many charts each, all of long names."""
    title = "Proxy for the consumption of renewable energy, 2013 to 2023"
    keys = [[f"{number}-{place}" for place in range(charts)] for number in range(8)]
    drawn = [tuple(Chart(key, title, SVG, f"A line, {key}.") for key in row) for row in keys]
    return tuple(replace(base, groups=(Group("Energy", (), figures),)) for figures in drawn)


@pytest.mark.parametrize("charts", [2, 3, 4, 5])
def test_no_few_lines_of_the_contents_run_over(
    set_content: Made, first: Chapter, charts: int
) -> None:
    pdf = set_content(chapters=listed(first, charts))
    assert gate_pages.scant_fronts(pdf) == []


def test_a_heading_stands_twice_as_near_to_its_chart_as_to_what_is_before_it(
    set_content: Made, first: Chapter
) -> None:
    chart = Chart("quay", "Use of the quay", SVG, "A line, quay.")
    one = replace(shared(first, 2), groups=(Group("Quays", (), (chart,)),))
    *_, page = (page for page in set_content(chapters=(one,)).drawn if words(page, "Quays"))
    heading, caption = words(page, "Quays")[0], words(page, "Figure")[-1]
    before = min(piece.bottom for piece in page.pieces if piece.bottom > heading.top)
    assert 0 < 2 * (heading.bottom - caption.top) < before - heading.top


def words(page: Drawn, text: str) -> list[Piece]:
    return [piece for piece in page.pieces if piece.text.startswith(text)]
