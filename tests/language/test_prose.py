"""Prose is set as its author meant, or what would not be is named with its line."""

import html as markup
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.prose import MAXIMUM_PART, render_prose, split_prose
from generator.language.prose_faults import ProseFault, prose_faults
from generator.publications.prose_tree import prose_tree

TABLE = "| Year | Trams |\n|---|---:|\n| 2020 | **40** |\n"


def faults(text: str, *, within: bool = False) -> list[tuple[str, int, str]]:
    return [(one.kind, one.line, one.found) for one in prose_faults(text, within)]


def words_of(html: str) -> list[str]:
    return re.findall(r"\w+", markup.unescape(re.sub(r"<[^>]+>", " ", html)))


def test_a_table_has_heads_and_cells() -> None:
    html = render_prose(TABLE)
    assert html.count('<th scope="col">') == 2
    assert '<td data-label="Trams"><strong>40</strong></td>' in html
    assert faults(TABLE) == []


def test_a_quotation_is_one() -> None:
    html = render_prose("> We *want* trams.")
    assert "<blockquote>" in html
    assert "<em>want</em>" in html
    assert faults("> We *want* trams.") == []


def test_notes_are_numbered_by_their_marks_and_stand_below() -> None:
    text = (
        "One[^b] and two[^a].\n\n## Next\n\nOne again[^b].\n\n[^a]: Text of *a*.\n[^b]: Text of b."
    )
    first, last = split_prose(text)
    assert "One<sup>1</sup> and two<sup>2</sup>." in first.html
    assert "One again<sup>1</sup>." in last.html
    notes = last.html.partition("<aside>")[2]
    assert words_of(notes) == ["Text", "of", "b", "Text", "of", "a"]
    assert faults(text) == []


def test_marks_and_texts_of_notes_belong_together() -> None:
    text = "One[^a].\n\n[^b]: Nobody marks it."
    assert faults(text) == [("note", 1, "[^a]"), ("note", 3, "[^b]")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A\n\n# Title", ("level", 3, "# Title")),
        ("##### Deep", ("level", 1, "##### Deep")),
        ("##No blank", ("level", 1, "##No blank")),
        ("### First", ("skipped", 1, "### First")),
        ("## A\n\nB\n\n#### C", ("skipped", 5, "#### C")),
        ("A\n\nTitle\n=====\n", ("unknown", 4, "=====")),
        ("Title\n-----\n", ("unknown", 2, "-----")),
        ("A\n\n***\n\nB", ("unknown", 3, "***")),
        ("## A\n\nSee ![a lamp](lamp.png).", ("unknown", 3, "See ![a lamp](lamp.png).")),
        ("A\n\n    indented", ("unknown", 3, "indented")),
        ("A <b>bold</b> word", ("raw", 1, "<b>")),
        ("See\n<https://plan.example>.", ("raw", 2, "<https://plan.example>")),
        ("[plan](javascript:alert)", ("link", 1, "javascript:alert")),
        ("A\n\n[plan](../plan.md)", ("link", 3, "../plan.md")),
        ("[plan](https://plan.example for more", ("open-link", 1, "[plan](https://plan.example")),
        ("A\n\n" + "word " * 2000, ("cut", 3, "10000")),
        ("A\n\n" + "*" * 60 + "x", ("cut", 3, "*" * 8)),
    ],
)
def test_what_would_not_be_set_is_named(text: str, found: tuple[str, int, str]) -> None:
    assert found in faults(text)


def test_a_level_that_follows_is_proposed() -> None:
    (fault,) = prose_faults("## A\n\n#### B", within=False)
    assert fault == ProseFault("skipped", 3, "#### B", "### B")


def test_a_page_may_lead_to_others_of_the_site() -> None:
    assert faults("[plan](../plan/index.html)", within=True) == []


def test_marks_within_code_are_no_html() -> None:
    assert faults("Write `<b>` and `[a](`.") == []


PIECES = st.sampled_from(
    ["word", "Слово", "כתוב", "## Heading", "### Below", "- item", "1. first", "> said", "*one*",
     "**two**", "`code`", "[on](https://a.example)", "| a | b |\n|---|---|\n| c | d |", "x < y & z",
     "a[^n]", "[^n]: note", "# One", "***", "![picture](a.png)", "<i>i</i>", "====", "\t tab",
     "[x](y", "[ref]: https://b.example", "a_b_c", "\\*"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=8), st.sampled_from(["\n", "\n\n"]))
def test_nothing_vanishes_without_a_word(pieces: list[str], between: str) -> None:
    """Without a fault every word that is no address stands in what is set, on pages and paper."""
    text = between.join(pieces)
    if list(prose_faults(text, within=False)):
        return
    parts = split_prose(text)
    told = [word for part in parts for word in words_of(f"{part.heading} {part.html}")]
    for part in parts:
        prose_tree(part.html)
    bare = re.sub(r"\]\([^)]*\)|\[\^n\]:?|^\[ref\]:.*", " ", text, flags=re.MULTILINE)
    said = {word for one in told for word in one.split("_")}
    assert set(re.findall(r"\w+", bare.replace("_", " "))) - {"1"} <= said


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("![a](https://example.org/a.png)", "<img"),
        ("# a", "<h1"),
        ("a\n\n    b", "<pre"),
        ("[a](javascript:b)", "href"),
        ("[a](data:text/html,b)", "href"),
    ],
)
def test_what_the_parser_makes_and_prose_may_not_have_is_cleaned_away(text: str, gone: str) -> None:
    assert gone not in render_prose(text)


def test_a_paragraph_is_cut_where_the_parser_would_take_long() -> None:
    assert len(render_prose("a" * 9000)) == len("<p></p>") + MAXIMUM_PART
