"""Prose costs what it is long, whatever stands in it; links lead where they say."""

import time

import pytest

from generator.language.prose import parse_prose, render_prose, split_prose
from generator.language.prose_faults import ELSEWHERE, prose_faults
from generator.language.prose_links import without_idle_brackets
from generator.model.lookalikes import MARKS, leads_elsewhere, mixes_scripts

PARAGRAPHS, LENGTH = 8, 8000
PLAIN = ("Some plain words of a city, with *stress*, `code` and [a link](https://example.org). "
         * 100)  # fmt: skip
HOSTILE = {
    "open links": "[a](" * 2000,
    "one closed": "[a](" * 1999 + ")",
    "nested": "[a](" * 1500 + ")" * 1500,
    "deep": "[ " * 2600 + "] " * 1300,
    "pictures": "![a](" * 1600,
    "references": "[a][" * 2000,
    "empty": "[]" * 4000,
    "rounds": "[a]((" * 1600,
    "titles": '[a](b "' * 1100,
    "code": "`[a](" * 1600,
    "notes": "[^a" * 2600,
    "emphasis": "*a_" * 2600,
    "quotations": "> " * 3900,
}


def seconds(text: str) -> float:
    for remembering in (parse_prose, render_prose):
        remembering.cache_clear()
    start = time.process_time()
    list(prose_faults(text, within=False))
    split_prose(text)
    return time.process_time() - start


def least_seconds(*texts: str) -> tuple[float, ...]:
    """Return the least that each text costs in three rounds: other work only ever adds to it."""
    rounds = [[seconds(text) for text in texts] for _ in range(3)]
    return tuple(min(costs) for costs in zip(*rounds, strict=True))


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_costs_much_more_than_its_length(name: str) -> None:
    """As the square it costs a hundred times as much."""
    texts = (HOSTILE[name], PLAIN)
    hostile, plain = least_seconds(*("\n\n".join([one[:LENGTH]] * PARAGRAPHS) for one in texts))
    assert hostile < 6 * plain


def test_a_section_as_large_as_may_be_costs_what_it_is_long() -> None:
    """31 paragraphs of `[a](`, 248 kB, cost six times a plain section, and 34 s."""
    texts = (HOSTILE["open links"], PLAIN)
    hostile, plain = least_seconds(*("\n\n".join([one[:LENGTH]] * 31) for one in texts))
    assert hostile < 1.5 * plain


def test_links_and_brackets_of_people_stay_as_they_are() -> None:
    typed = (
        "[a [b] c](https://a.example) [b](https://b.example/x_(y)) [x] [y] `[z](` \\[e\\](f) [1]"
    )
    shown = render_prose(typed)
    assert 'href="https://a.example"' in shown
    assert 'href="https://b.example/x_(y)"' in shown
    assert "[x] [y] <code>[z](</code> [e](f) [1]" in shown


def test_links_by_reference_stay() -> None:
    typed = "[c][d] [d] [e] [f] [g] `[a](`\n\n[d]: https://d.example"
    assert without_idle_brackets(typed, defined=True) == typed
    assert render_prose(typed).count('href="https://d.example"') == 2


def test_what_begins_no_link_is_shown_as_typed() -> None:
    text = "[a]( " * 20
    assert render_prose(text).count("[a](") == 20


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("unece.org", "http://un\u0435\u0441\u0435.invalid"),
        ("https://unece.org/a", "https://evil.invalid/unece.org"),
        ("see unece.org", "https://unece.org.evil.invalid"),
    ],
)
def test_a_link_that_leads_elsewhere_is_named_with_its_line(text: str, address: str) -> None:
    found = list(prose_faults(f"One.\n\nTwo [{text}]({address}).", within=False))
    assert [(one.kind, one.line, one.found) for one in found] == [(ELSEWHERE, 3, address)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("unece.org", "https://www.unece.org/housing"), ("www.unece.org", "https://unece.org"),
        ("statistics", "https://stat.gov.kz"), ("stat.gov.kz", "https://taldau.stat.gov.kz/ru"),
        ("info@example.org", "mailto:info@example.org"), ("Version 2.0", "https://example.org"),
        ("No. 5 of 3.5 per cent", "https://example.org"),
        ("Tallinn", "https://tallinn\u00e4.example"),
    ],
)  # fmt: skip
def test_a_link_that_leads_where_it_says_is_no_fault(text: str, address: str) -> None:
    assert not leads_elsewhere(text, address)
    assert list(prose_faults(f"[{text}]({address})", within=False)) == []


def test_scripts_are_mixed_within_a_part_of_a_host_only() -> None:
    assert mixes_scripts("un\u0435ce.org")
    assert mixes_scripts("xn--unce-s4d.org") or not mixes_scripts("unece.org")
    assert not mixes_scripts("\u043f\u0440\u0438\u043c\u0435\u0440.org")
    assert not mixes_scripts("\u6771\u4eac\u3042.jp")


def test_marks_of_languages_are_no_heap() -> None:
    assert MARKS.search("Vie\u0323\u0302t \u05e9\u05c1\u05b8 \u0628\u0651\u064e") is None
    assert MARKS.search("a" + "\u0301" * 5)
