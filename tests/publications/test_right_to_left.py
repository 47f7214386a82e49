"""A book from right to left: its pages are mirrored, the words of its charts are set above them."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from generator.making.checking import check
from generator.outputs.print.typesetter import PrintTheme, typeset
from generator.publications import compose_publication
from tests.pseudo import arabic, speak_pseudo
from tests.publications.conftest import figures
from tests.roots import make_root
from tests.sites import site_of

WIDTH = 595
"""Of a page, in points."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, theme: PrintTheme) -> PdfReader:
    """Return the book of a city with a chart, which is no PDF/UA unless all its words are set."""
    root = make_root(tmp_path_factory.mktemp("arabic") / "root", "alesund")
    speak_pseudo(root, "ar", voice=arabic)
    checked = check(root)
    assert checked.publication is not None
    site = site_of(checked.publication, root, "ar")
    drawn = figures(site, "alesund")
    assert any("<text" in figure.svg for _, figure in drawn.values())
    city = site.publication.cities["alesund"]
    return PdfReader(BytesIO(typeset(theme, compose_publication(site, city, drawn))))


def places(book: PdfReader, at: int, wanted: str) -> list[float]:
    """Return how far from the left a text of a page begins, wherever it stands, in points."""
    found: list[float] = []

    def visit(text: str, page: list[float], line: list[float], *_: object) -> None:
        if wanted in text:
            found.append(page[4] + page[0] * line[4])

    book.pages[at].extract_text(visitor_text=visit)
    return found


def test_its_language_and_direction_are_told(book: PdfReader) -> None:
    assert book.root_object["/Lang"] == "ar"
    assert book.root_object["/ViewerPreferences"]["/Direction"] == "/R2L"


def test_the_head_of_a_page_begins_at_the_right(book: PdfReader) -> None:
    heads = [places(book, at, "lesund") for at in range(2, len(book.pages) - 1)]
    assert all(found and max(found) > WIDTH / 2 for found in heads)
