"""Reports in their formats: hostile text stays text, Markdown stays short, JSON holds all."""

import json
import re

import pytest

from generator.change.causes import ADDED, CHANGED, Cause, Edit
from generator.change.layout import excerpts, lay_out
from generator.change.reported import Base, ChangedPage, Consequence, Note, Report
from generator.outputs.change import texts_of
from generator.outputs.change.markdown_report import LIMIT, escaped
from generator.problems.render import load_messages
from tests.roots import CHECKOUT

MESSAGES = load_messages("en")
HOSTILE = (
    "@everyone", "[x](https://evil.example)", "<script>alert(1)</script>", "a | b | c",
    "**bold** _it_ ~~gone~~ `code`", "#1 and GH-2", "www.evil.example", "https://evil.example",
    "![x](https://evil.example/x.png)", "line\n\n# heading", "&lt;b&gt;", "\u202eright", "\\|",
    "$x$", "me@evil.example", "<!-- -->",
)  # fmt: skip
"""Texts that would be markup, a mention or a broken table if they were not escaped."""


def report_with(text: str) -> Report:
    """Return a report in which a text stands wherever one can."""
    edits = (Edit("name", text, text + "!"),)
    return Report(
        Base("folder", text),
        (Note("base_errors", ("a",)),),
        (
            Cause(CHANGED, "a", text, 1, text, edits, text),
            Cause(ADDED, "a", text, 2, f"k{text}", edits),
        ),
        (Consequence("score", "a", "x", text, text, text + "!", 10.0, 20.0),),
        (ChangedPage(text, text),),
        cities={"a": text},
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_file_becomes_markup_in_markdown(text: str) -> None:
    plain, hostile = (
        texts_of(report_with(one), MESSAGES, CHECKOUT)["markdown"] for one in ("plain", text)
    )
    assert [line.count("|") for line in hostile.splitlines()] == [
        line.count("|") for line in plain.splitlines()
    ]
    bare = re.sub(r"&#\d+;(&#8203;)?", "x", hostile)
    bare = re.sub(r"<code>[^<>@`|]*</code>|`[^`|\n]*`", "", bare)
    assert not re.search(r"[<\[\]~$_\\@`]|\*(?!\*)(?<!\*\*)|https?://|www\.|GH-\d|#\d", bare)


def test_what_is_escaped_is_shown_as_it_stands() -> None:
    shown = re.sub(r"&#8203;", "", escaped("**A** | <b>@me</b> #1"))
    assert shown == "&#42;&#42;A&#42;&#42; &#124; &#60;b&#62;&#64;me&#60;/b&#62; &#35;1"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_file_becomes_markup_in_html(text: str) -> None:
    plain, hostile = (
        texts_of(report_with(one), MESSAGES, CHECKOUT)["html"] for one in ("plain", text)
    )
    tags = re.compile(r"<[^>]*>")
    names = re.compile(r'(aria-label|data-head)="[^"]*"')
    assert [names.sub("", tag) for tag in tags.findall(hostile)] == [
        names.sub("", tag) for tag in tags.findall(plain)
    ]
    assert not re.search(r'(src|href)="|url\(|@import', hostile)


@pytest.mark.parametrize(("cities", "each"), [(1, 3000), (300, 3), (300, 20)])
def test_markdown_is_short_and_counts_what_it_leaves_out(cities: int, each: int) -> None:
    names = {f"city-{number}": f"City {number}" for number in range(cities)}
    report = Report(
        Base("revision", "main", "0" * 40),
        causes=tuple(
            Cause(CHANGED, city, f"cities/{city}/observations.csv", line, "x|2024",
                  (Edit("value", "<" * 200, ">" * 200),))
            for city in names for line in range(each)
        ),
        consequences=tuple(
            Consequence("score", city, "x", "A long name of an indicator", "1.0", "2.0", 1.0, 2.0)
            for city in names for _ in range(each)
        ),
        cities=names,
    )  # fmt: skip
    text = texts_of(report, MESSAGES, CHECKOUT)["markdown"]
    assert len(text) < LIMIT
    assert "and " in text and " more" in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in rows} == {5, 8}
    assert all(line.endswith("|") for line in rows)


def test_what_is_left_out_is_counted_exactly() -> None:
    edits = (Edit("value", "@" * 80, "@" * 80 + "!"),)
    causes = tuple(Cause(CHANGED, "a", "f", line, "k", edits) for line in range(1000))
    report = Report(Base("folder", "b"), causes=causes, cities={"a": "A"})
    text = texts_of(report, MESSAGES, CHECKOUT)["markdown"]
    shown = sum(line.startswith("| changed") for line in text.splitlines())
    left = re.search(r"and (\d+) more", text)
    assert left is not None and shown + int(left[1]) == 1000


def test_a_long_text_is_shown_around_its_first_difference() -> None:
    before = "a" * 100 + "old" + "b" * 100
    shown = excerpts(before, before.replace("old", "new"))
    assert shown == ("…" + "a" * 20 + "old" + "b" * 100, "…" + "a" * 20 + "new" + "b" * 100)


def test_json_holds_all_texts_as_they_stand() -> None:
    text = HOSTILE[2]
    document = json.loads(texts_of(report_with(text), MESSAGES, CHECKOUT)["json"])
    assert document["verdict"] == "figures"
    assert document["causes"][0]["edits"] == [{"name": "name", "before": text, "after": text + "!"}]
    assert document["consequences"][0]["number_after"] == 20.0


def test_a_new_row_is_told_by_its_key_and_its_other_cells() -> None:
    cells = (Edit("observable", "", "x"), Edit("value", "", "3.1"), Edit("note", "", ""))
    report = Report(
        Base("folder", "b"),
        causes=(Cause(ADDED, "a", "f.csv", 2, "x||", cells),),
        cities={"a": "A"},
    )
    (line,) = lay_out(report, MESSAGES).chapters[0].blocks[0].lines
    told = [cell.text for cell in line.cells]
    assert told == ["added", "x", "", "", "value: 3.1", "f.csv:2", ""]


def test_a_report_without_changes_says_so_and_nothing_else() -> None:
    layout = lay_out(Report(Base("revision", "main", "0123456789abcdef")), MESSAGES)
    assert (layout.verdict, layout.chapters) == ("Nothing changes for readers.", ())
    assert layout.base == "Compared with main, commit 0123456789"
