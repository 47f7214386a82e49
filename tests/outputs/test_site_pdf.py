"""A copy of sections of the website as one PDF: whole or refused, with looks, tags and language."""

import importlib
import re
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from pypdf import PdfReader

from generator.making.checking import check
from generator.making.site_pdf import NotPaged, print_site
from generator.outputs.paged import copied_site
from generator.outputs.paged.wanted_copy import Looked, Told
from tests.draws import draws

SHEET = """
.good { color: var(--good) }
.mark circle { fill: none; stroke: currentColor; stroke-width: 2 }
.mark path { fill: currentColor }
.one-series .others polyline { stroke: var(--rule) }
.f-ink { fill: var(--ink, #123456) }
.mark:hover, .mark::before { fill: red }
"""
PAGE = """<html><head><style>x</style></head><body>
<article id="cities/rana/:" data-title="Rana"><h1 id="cities/rana/">Rana</h1>
<p class="good"><svg class="mark" viewbox="0 0 16 16"><circle r="7"></circle><path d="M0 0"></path>
</svg> <a href="#cities/oslo/:">Oslo</a> <a href="#data/all.csv/:">data</a>
<a href="#cities/rana/:gone">below</a><button>Take</button> behind</p>
<svg><symbol id="cities/rana/:one-all"><g class="others"><polyline points="0,0 1,1"></polyline></g>
</symbol></svg><svg class="one-series"><use href="#one-all"></use></svg>
<div class="on-screen"><h2>Only here</h2></div></article>
<article id="doc-cover">Cover</article></body></html>"""
TOLD = Told("fr", "ltr", "Villes", "Copie", "Sommaire", "https://x.example/fr/", "2026-01-01")


def document() -> Any:
    """Return the module that sets a copy, where what it needs is installed."""
    try:
        return importlib.import_module("generator.outputs.paged.paged_document")
    except (ModuleNotFoundError, OSError) as problem:
        pytest.skip(f'needs pip install "city-profiles[site-pdf]" and Pango: {problem}')


def ready(address: str = TOLD.address) -> Element:
    """Return a page made ready for paper."""
    html = document().HTML(string=PAGE, url_fetcher=document().Closed(Path("/nowhere")))
    looked = Looked("", SHEET, {"good": "#2a7f78", "rule": "#8a94a6"}, Path("/nowhere"))
    told = Told("fr", "ltr", "Villes", "Copie", "Sommaire", address, "2026-01-01")
    document().make_ready(html.etree_element, looked, told)
    root: Element = html.etree_element
    return root


def styles(root: Element, tag: str) -> list[str]:
    return [one.get("style") or "" for one in root.iter("{http://www.w3.org/2000/svg}" + tag)]


def test_drawings_bear_the_colours_and_lines_of_the_style_sheet() -> None:
    root = ready()
    assert styles(root, "circle") == ["fill: none; stroke: #2a7f78; stroke-width: 2"]
    assert styles(root, "path") == ["fill: #2a7f78"]
    assert not any("var(" in (one.get("style") or "") for one in root.iter())


def test_what_is_used_stands_where_it_is_used() -> None:
    root = ready()
    assert not list(root.iter("{http://www.w3.org/2000/svg}use"))
    assert styles(root, "polyline")[-1] == "stroke: #8a94a6"
    assert len(styles(root, "polyline")) == 2


def test_what_serves_on_a_screen_alone_is_left_out_and_text_behind_it_is_not() -> None:
    text = " ".join("".join(ready().itertext()).split())
    assert "Take" not in text
    assert "Only here" not in text
    assert "Cover" not in text
    assert "below behind" in text
    assert text.startswith("Villes VillesCopieSommaireRana")


def test_links_lead_into_the_copy_or_to_the_website_or_nowhere() -> None:
    links = [one.get("href") for one in ready().iter("a")]
    assert links[1:] == [
        "https://x.example/fr/cities/oslo/index.html",
        "https://x.example/fr/data/all.csv",
        "#cities/rana/:",
    ]
    assert [one.get("href") for one in ready("").iter("a")][1:] == [None, None, "#cities/rana/:"]


@pytest.mark.parametrize(
    "address", ["http://169.254.169.254/", "file:///etc/hostname", "data:text/plain,x"]
)
def test_no_address_is_opened_but_the_fonts(tmp_path: Path, address: str) -> None:
    closed = document().Closed(tmp_path)
    with pytest.raises(document().FatalURLFetchingError):
        closed.fetch(address)
    (tmp_path / "font.ttf").write_bytes(b"font")
    assert closed.fetch((tmp_path / "font.ttf").as_uri()).read() == b"font"


def test_a_link_out_of_the_folder_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "fonts" / "font.ttf").symlink_to(tmp_path / "secret")
    with pytest.raises(document().FatalURLFetchingError):
        document().Closed(tmp_path / "fonts").fetch((tmp_path / "fonts" / "font.ttf").as_uri())


def test_a_section_without_a_page_is_refused_and_others_are_in_order(small_build: Path) -> None:
    build = small_build / "build"
    with pytest.raises(NotPaged):
        copied_site.pages_of(build, "en", ("cities/rna",))
    files = copied_site.pages_of(build, "en", ("methodology", "cities/rana"))
    assert files[:2] == ["methodology/index.md", "cities/rana/index.md"]
    assert len(files) > 10
    whole = copied_site.pages_of(build, "en", ())
    assert whole[0] == "index.md"
    assert not [file for file in whole if file.startswith("embed/")]
    on_disk = {path.relative_to(build / "pages/en").as_posix() for path in build.rglob("*.md")
               if path.is_relative_to(build / "pages/en")}  # fmt: skip
    assert {*whole} == {file for file in on_disk if not file.startswith("embed/")}


@pytest.mark.deep
def test_a_city_and_the_methodology_are_whole_and_tagged(small_build: Path, tmp_path: Path) -> None:
    document()
    root = Path(shutil.copytree(small_build, tmp_path / "root"))
    publication = check(root).publication
    assert publication is not None
    sections = ("methodology", "cities/rana")[: draws(2)]
    made = print_site(root, root / "build", publication, sections)
    reader = PdfReader(BytesIO(made.path.read_bytes()))
    catalogue: Any = reader.trailer["/Root"]
    assert made.of < len(reader.pages) == made.copied.pages < 40 * made.of
    assert made.copied.headings > draws(60)
    assert catalogue["/Lang"] == "en"
    assert catalogue["/MarkInfo"]["/Marked"]
    contents = reader.pages[0].extract_text()
    numbers = [int(found) for found in re.findall(r"\. (\d+)$", contents, re.MULTILINE)]
    assert len(numbers) == made.of
    assert numbers == sorted(numbers)
    assert numbers[0] == 2
    fonts = {name for page in reader.pages for name in page["/Resources"].get("/Font", {})}
    assert fonts


@pytest.mark.deep
@pytest.mark.parametrize(
    "loss", ["article { position: fixed }", "h2 { display: none }", "h1 { bookmark-level: none }"]
)
def test_what_is_lost_is_told_and_nothing_is_written(
    small_build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loss: str
) -> None:
    document()
    root = Path(shutil.copytree(small_build, tmp_path / "root"))
    publication = check(root).publication
    assert publication is not None
    usual = copied_site.copy_pages

    def losing(build: Path, files: list[str], theme: Path, looked: Looked, told: Told) -> Any:
        torn = Looked(f"{looked.sheet}\n{loss}", looked.drawings, looked.tokens, looked.fonts)
        return usual(build, files, theme, torn, told)

    monkeypatch.setattr("generator.making.site_pdf.copy_pages", losing)
    with pytest.raises(NotPaged) as refused:
        print_site(root, root / "build", publication, ("cities/rana/governance", "about"))
    assert refused.value.key == "not-whole"
    assert not (root / "build-pdf").exists()
