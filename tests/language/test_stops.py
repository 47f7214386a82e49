"""A text ends with one stop, also one whose end carries the mark of another language."""

import pytest

from generator.language.foreign import foreign
from generator.language.stops import begun, ended, without_stop


@pytest.mark.parametrize(
    ("text", "closed", "bare"),
    [
        ("A note", "A note.", "A note"),
        ("A note.", "A note.", "A note"),
        ("Really?", "Really?", "Really?"),
        (foreign("A note."), foreign("A note."), foreign("A note")),
        (foreign("A note"), f"{foreign('A note')}.", foreign("A note")),
    ],
)
def test_stops(text: str, closed: str, bare: str) -> None:
    assert ended(text) == closed
    assert without_stop(text) == bare


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the editors, 3 May", "The editors, 3 May"),
        ("École", "École"),
        ("", ""),
        (foreign("the editors"), foreign("The editors")),
        (foreign("редакторы", "ru"), foreign("Редакторы", "ru")),
    ],
)
def test_beginnings(text: str, shown: str) -> None:
    assert begun(text) == shown
