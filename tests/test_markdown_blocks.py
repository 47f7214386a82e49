"""What stands in a block comes out of the Markdown parser as it went in."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from jinja2 import Environment
from markdown import Markdown
from markupsafe import escape

from generator.language import Language
from generator.language.prose import as_markdown_text
from generator.markdown_blocks import FRAME_IDS
from generator.pages import load_templates
from tests.draws import draws

SEED = 20260101
DRAWN, DRAWN_DEEP = 300, 5000

EXTENSIONS = ["toc", "tables", "fenced_code", "generator.markdown_blocks"]
"""Those that MkDocs always loads, and ours."""

FRAGMENTS = (
    "```", "~~~", "``` html", "    ```", "- item", "  - nested", "1. first", "> quoted", "# forged",
    "forged\n===", "[name]: http://elsewhere.invalid", "[link][name]", "*[EU]: forged",
    "[^1]: note",
    "{: #forged }", "| a | b |\n|---|---|", "    indented", "\tindented", "\\", "`code`", "**", "_",
    "<!-- block -->", "<!-- /block -->", "<!--", "-->", "<div>", "</div>", "<p>", "</p>",
    "<script>",
    "&amp;", "&", "\x02", "\x03", "\x02wzxhzdk:0\x03", "\x02klzzwxh:0000\x03", "\x02block:0\x03",
    "\x02amp\x03", "\x0242\x03", "$$", "{{ 7 * 7 }}", "{% raw %}", "[TOC]", "---", "...", "+++", "",
    " ", "  ", "word", "https://elsewhere.invalid", "\N{NO-BREAK SPACE}", "Ереван",
)  # fmt: skip
LINE_ENDS = ("\n", "\n\n", "\n \n", "\r\n", "\r", "", " ")

texts = st.lists(
    st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(LINE_ENDS)), min_size=1, max_size=12
).map(lambda parts: "".join(fragment + end for fragment, end in parts))

BLOCK = "<!-- block -->\n<p>{{ text }}</p>\n<!-- /block -->\n"
PAGE = f"## Before\n\n{BLOCK}\nbetween\n\n{BLOCK.replace('text', 'other')}\n## After\n"


@pytest.fixture(scope="module")
def environment(checkout: Path) -> Environment:
    return load_templates(checkout)


def to_html(markdown: str) -> str:
    return Markdown(extensions=EXTENSIONS).convert(markdown)


ENGLISH = Language("en", {})


def assert_unchanged(environment: Environment, text: str, other: str) -> None:
    """A page with two blocks keeps both, and the Markdown around them is read as such."""
    html = to_html(environment.from_string(PAGE).render(text=text, other=other, language=ENGLISH))
    assert html == (
        '<h2 id="before">Before</h2>\n'
        f"<p>{escape(text)}</p>\n<p>between</p>\n<p>{escape(other)}</p>\n"
        '<h2 id="after">After</h2>'
    )


@pytest.mark.parametrize("text", FRAGMENTS, ids=repr)
def test_a_line_of_markup_in_a_block_changes_nothing(environment: Environment, text: str) -> None:
    assert_unchanged(environment, f"Rana\n{text}\nx", f"Ex\n\n{text}\n")


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_a_fence_in_one_block_does_not_reach_into_the_next(
    environment: Environment, fence: str
) -> None:
    assert_unchanged(environment, f"a\n{fence}\nb", f"c\n{fence}\nd")


def compositions(draws: int) -> Callable[..., None]:
    @seed(SEED)
    @settings(max_examples=draws, database=None)
    @given(text=texts, other=texts)
    def unchanged(environment: Environment, text: str, other: str) -> None:
        assert_unchanged(environment, text, other)

    return unchanged


def test_random_compositions_in_blocks_come_out_as_they_went_in(environment: Environment) -> None:
    compositions(DRAWN)(environment)


@pytest.mark.deep
def test_thousands_of_compositions_come_out_as_they_went_in(environment: Environment) -> None:
    compositions(draws(DRAWN_DEEP))(environment)


def test_markdown_outside_of_blocks_is_read_as_ever() -> None:
    page = "# Title\r\n\r\n- a\n\t- b\n\n```\ncode\n```\n"
    plain = Markdown(extensions=EXTENSIONS[:-1]).convert(page)
    assert to_html(page) == plain


def test_a_placeholder_typed_outside_of_blocks_is_text() -> None:
    html = to_html("\x02block:0\x03\n\n<!-- block -->\n<b>once</b>\n<!-- /block -->\n")
    assert html.count("<b>once</b>") == 1


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("main", "main_1"), ("Main", "main_1"), ("missing", "missing_1"), ("__config", "config"),
        ("chart-ratings", "chart-ratings_1"), ("Chart ratings", "chart-ratings_1"),
        ("_search", "search_1"), ("search results 3", "heading-search-results-3"),
        ("Energy", "energy"),
    ],
)  # fmt: skip
def test_a_heading_takes_no_id_of_the_page(title: str, made: str) -> None:
    """Ids of the frame, of a block above or below, of what a script adds; none of Material."""
    block = '<!-- block -->\n<p id="{}">x</p>\n<!-- /block -->\n'
    heading = f"## {as_markdown_text(title)}\n"
    html = to_html(f"{block.format('missing')}\n{heading}\n{block.format('chart-ratings')}")
    assert re.findall(r'<h2 id="([^"]*)"', html) == [made]


def test_equal_headings_are_told_apart_on_each_page() -> None:
    markdown = Markdown(extensions=EXTENSIONS)
    for _ in range(2):
        html = markdown.reset().convert("## main\n\n## main\n\n## main 1\n\n## a\n\n## a\n")
        ids = re.findall(r'<h2 id="([^"]*)"', html)
        assert ids == ["main_1", "main_2", "main-1", "a", "a_1"]


def test_the_ids_of_the_frame_are_those_of_the_theme(checkout: Path) -> None:
    files = (checkout / "theme" / "site").rglob("*.html")
    texts = "".join(path.read_text(encoding="utf-8") for path in files)
    assert set(re.findall(r'\sid="([^"{]+)"', texts)) == FRAME_IDS
