"""Passages in another language are told apart until they are written."""

import pytest

from generator.language.foreign import END, START, foreign, foreign_prose, passages, plain


def test_marks_are_set_once_and_taken_off() -> None:
    marked = foreign("Water loss")
    assert plain(marked) == "Water loss"
    assert foreign(marked) == marked
    assert foreign("") == ""
    assert plain(foreign("Anuario", "es")) == "Anuario"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            f"Source : {foreign('Yearbook')}.",
            [("Source : ", ""), ("Yearbook", "en"), (".", "")],
        ),
        (f"{START}cut off", [("cut off", "")]),
        (f"left over{END}", [("left over", "")]),
        ("plain", [("plain", "")]),
        (f"in {foreign('Anuario', 'es')}", [("in ", ""), ("Anuario", "es")]),
    ],
)
def test_passages(text: str, parts: list[tuple[str, str]]) -> None:
    assert passages(text) == parts


def test_each_line_of_prose_is_marked_behind_its_signs() -> None:
    text = "## Head\n\nA line.\n\n- an item\n| a | table |\n"
    marked = foreign_prose(text)
    assert plain(marked) == text
    assert [line for line in marked.split("\n") if START in line] == [
        f"## {foreign('Head')}",
        foreign("A line."),
        f"- {foreign('an item')}",
    ]
