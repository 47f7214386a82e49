"""Problems as text, JSON, annotations, SARIF and Markdown; hostile text stays inside its line."""

import json
import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import Code, Place, Problem, Replacement
from generator.problems.formats import FORMATS
from generator.problems.markdown import as_markdown, code_span
from generator.problems.render import (
    as_github,
    as_json,
    as_text,
    load_messages,
    one_line,
)
from generator.problems.sarif import as_sarif

MESSAGES = load_messages("en")
COMMA = Problem(
    Code.NUMBER_DECIMAL_COMMA,
    Place("cities/almaty/observations.csv", 14, 3, 41, "value"),
    "12,5",
    "12.5",
    replacements=(Replacement(14, 41, '"12,5"', "12.5"),),
)
UNUSED = Problem(
    Code.SOURCE_UNUSED, Place("cities/almaty/sources.csv", 3, 1, 1, "source"), "yearbook"
)
HOSTILE = (
    "::error::forged", "\n::add-mask::x", "a\r\nb", "@team", "![x](http://beacon.example)",
    "`code` | cell", "\u202egnp", "\x1b[31mred", "<script>alert(1)</script>", "{expected}",
    "100%0A::warning::x", "\ud800", "| a | b |\n|---|---|", "*[x]: y", "\\|", " ",
)  # fmt: skip


def with_found(found: str) -> Problem:
    return Problem(Code.OBSERVABLE_UNKNOWN, Place(f"cities/x/{found}.csv", 2, 1, 1), found, found)


def test_text_says_where_what_and_what_to_write() -> None:
    assert as_text([COMMA], MESSAGES) == (
        "cities/almaty/observations.csv:14:3  number-decimal-comma\n"
        '  value is "12,5"; write 12.5: a point marks the decimals.\n'
        "1 error, 0 warnings"
    )


def test_text_marks_warnings_and_counts_what_is_waived() -> None:
    text = as_text([COMMA, COMMA, UNUSED], MESSAGES, waived=2)
    assert "source-unused (warning)" in text
    assert text.endswith("\n2 errors, 1 warning (2 waived)")
    assert as_text([], MESSAGES) == "No problems: 0 errors, 0 warnings"


def test_colours_are_added_only_when_wanted() -> None:
    assert "\x1b[" in as_text([COMMA], MESSAGES, color=True)
    assert "\x1b[" not in as_text([COMMA], MESSAGES)


def test_json_has_the_keys_of_the_contract() -> None:
    document = json.loads(as_json([COMMA, UNUSED], MESSAGES, waived=1))
    assert (document["errors"], document["warnings"], document["waived"]) == (1, 1, 1)
    assert set(document) == {"problems", "errors", "warnings", "waived"}
    assert document["problems"][0] == {
        "code": "number-decimal-comma",
        "severity": "error",
        "file": "cities/almaty/observations.csv",
        "line": 14,
        "lines": [],
        "column": 3,
        "character": 41,
        "field": "value",
        "found": "12,5",
        "expected": "12.5",
        "message": 'value is "12,5"',
        "hint": "Write 12.5: a point marks the decimals.",
        "replacements": [{"line": 14, "character": 41, "old": '"12,5"', "new": "12.5"}],
    }


def test_json_gives_machines_what_was_found_exactly() -> None:
    for text in HOSTILE:
        assert json.loads(as_json([with_found(text)], MESSAGES))["problems"][0]["found"] == text


def test_annotations_name_the_place_and_escape_as_the_toolkit_does() -> None:
    problem = Problem(Code.VALUE_MISSING_WORD, Place("a,b:c%.csv", 2, 3, 9, "value"), "100%")
    line = as_github([problem], MESSAGES).split("\n")[0]
    assert line.startswith("::error file=a%2Cb%3Ac%25.csv,line=2,col=9,title=value-missing-word::")
    assert 'value is "100%25". Leave it blank: blank means unknown.' in line


def test_annotations_put_errors_first() -> None:
    lines = as_github([UNUSED, COMMA], MESSAGES).split("\n")
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "1"]


def test_sarif_is_a_log_of_one_run() -> None:
    log = json.loads(as_sarif([COMMA, UNUSED], MESSAGES))
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    assert run["tool"]["driver"]["name"]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {
        result["ruleId"] for result in run["results"]
    }
    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["region"] == {"startLine": 14, "startColumn": 41}
    assert unquote(location["artifactLocation"]["uri"]) == COMMA.place.file
    assert run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {
            "deletedRegion": {"startLine": 14, "startColumn": 41, "endColumn": 47},
            "insertedContent": {"text": "12.5"},
        }
    ]
    assert "fixes" not in run["results"][1]


def test_markdown_is_one_table_for_each_file() -> None:
    text = as_markdown([COMMA, UNUSED], MESSAGES)
    assert text.count("### `cities/almaty/") == 2
    assert "| 14 | `value` is `12,5`<br>`number-decimal-comma` | Write `12.5`:" in text


@pytest.mark.parametrize("found", HOSTILE)
def test_markdown_keeps_what_was_found_inside_code(found: str) -> None:
    text = as_markdown([with_found(found)], MESSAGES)
    outside = "".join(text.split("`")[::2])
    for mark in ("@", "![", "<script", "::"):
        assert mark not in outside
    row = text.split("\n")[-1]
    assert row.count("|") == 4


def test_a_code_span_holds_every_mark() -> None:
    assert code_span("12,5") == "`12,5`"
    assert code_span("a|b`c") == "<code>a&#124;b&#96;c</code>"


def test_line_ends_and_invisible_characters_are_shown_as_numbers() -> None:
    assert one_line("a\nb\x00\u202e\u2028") == "a\\x0ab\\x00\\u202e\\u2028"
    assert one_line("x" * 200, 10) == "xxxxxxxxx…"
    assert one_line("Ålesund Алматы تبليسي") == "Ålesund Алматы تبليسي"


@pytest.mark.parametrize("form", ["text", "github", "markdown"])
@given(found=st.text(max_size=40) | st.sampled_from(HOSTILE))
@settings(deadline=None, max_examples=50)
def test_no_line_begins_with_found_text_and_none_is_added(form: str, found: str) -> None:
    ordinary = FORMATS[form]([with_found("x")], MESSAGES).split("\n")
    lines = FORMATS[form]([with_found(found)], MESSAGES).split("\n")
    assert len(lines) == len(ordinary)
    for line, usual in zip(lines, ordinary, strict=True):
        assert line[:2] == usual[:2]
        assert not {unicodedata.category(letter) for letter in line} & {"Cc", "Cs", "Zl", "Zp"}


def test_values_are_not_read_as_messages() -> None:
    assert '"{expected}"' in as_text([with_found("{expected}")], MESSAGES)


def test_an_unknown_language_or_a_path_gives_english() -> None:
    assert load_messages("xx") == MESSAGES
    assert load_messages("../../etc/passwd") == MESSAGES
