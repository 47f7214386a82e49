"""What pages are told of a check: the words of the command, as text."""

from generator.outcome import Outcome
from generator.preview.panel import panel_of
from generator.problems import Code, Place, Problem
from generator.problems.render import as_text, load_messages

MESSAGES = load_messages("en")
HOSTILE = Problem(
    Code.OBSERVABLE_UNKNOWN, Place("cities/x/<b>.csv", 4, 1, 1), "<script>alert(1)</script>", ""
)
UNUSED = Problem(Code.SOURCE_UNUSED, Place("cities/x/sources.csv", 3, 1), "yearbook")


def test_a_sound_build_says_nothing() -> None:
    assert panel_of(Outcome(True), True, MESSAGES) is None


def test_every_problem_has_the_text_that_the_command_prints() -> None:
    panel = panel_of(Outcome(False, (HOSTILE, UNUSED)), True, MESSAGES)
    assert panel is not None
    printed = as_text([HOSTILE, UNUSED], MESSAGES)
    for line in (*panel.errors, *panel.warnings):
        assert f"{line.place}  {line.code}" in printed
        assert f"\n  {line.text}\n" in printed
    assert "<script>alert(1)</script>" in panel.errors[0].text
    assert [line.place for line in panel.errors] == ["cities/x/<b>.csv:4:1"]
    assert (panel.errors_count, panel.warnings_count) == ("1 error", "1 warning")


def test_it_is_said_whether_there_is_an_older_build() -> None:
    words = MESSAGES["preview"]
    for is_built, name in ((True, "former"), (False, "none")):
        panel = panel_of(Outcome(False, (HOSTILE,)), is_built, MESSAGES)
        assert panel is not None
        assert panel.text == words[name]


def test_warnings_of_a_build_and_a_refusal_are_told_as_what_they_are() -> None:
    warned = panel_of(Outcome(True, (UNUSED,)), True, MESSAGES)
    refused = panel_of(Outcome(False, refusal="no room left"), True, MESSAGES)
    assert warned is not None
    assert (warned.text, warned.errors_count, warned.warnings_count) == ("", "", "1 warning")
    assert refused is not None
    assert (refused.refusal, refused.errors_count) == ("no room left", "")
