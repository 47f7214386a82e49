"""Two things have the same fingerprint if, and only if, the same is made from them."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator.making.fingerprint import fingerprint, maker


@dataclass(frozen=True)
class Place:
    name: str
    people: float | None = None

    @cached_property
    def shout(self) -> str:
        return self.name.upper()


@dataclass(frozen=True)
class Other:
    name: str
    people: float | None = None


class Note(BaseModel):
    text: str
    author: str | None = None


def test_equal_values_have_one_fingerprint() -> None:
    def value() -> Any:
        return {"place": Place("".join(["Gra", "z"]), 1.5), "notes": [Note(text="a")], "none": None}

    assert fingerprint(value()) == fingerprint(value())


def test_what_a_record_has_looked_up_does_not_count() -> None:
    place = Place("Graz")
    before = fingerprint(place)
    assert place.shout == "GRAZ"
    assert fingerprint(place) == before


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, "1"),
        (1, 1.0),
        (1, True),
        (0.0, -0.0),
        (["a", "b"], ["a\nb"]),
        ([["a"], "b"], [["a", "b"]]),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"a": 1}, {"b": 1}),
        (Place("Graz"), Place("Graz", 0.0)),
        (Place("Graz"), Other("Graz")),
        (Note(text="a"), Note(text="a", author=None)),
        ([Note(text="a"), "text"], [Note(text="a")]),
        (fingerprint, maker),
    ],
)
def test_what_differs_has_another(one: Any, other: Any) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_a_path_stands_for_its_content(tmp_path: Path) -> None:
    for folder in ("here", "there"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.css").write_text("same", encoding="utf-8")
    here, there = tmp_path / "here", tmp_path / "there"
    assert fingerprint(here) == fingerprint(there)
    (there / "a.css").write_text("other", encoding="utf-8")
    assert fingerprint(here) != fingerprint(there)
    assert fingerprint(here / "a.css") != fingerprint(there / "a.css")


@pytest.mark.parametrize("value", [{"a", "b"}, object(), iter([])])
def test_what_has_no_order_or_no_fields_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        fingerprint(value)


def test_the_maker_is_the_same_until_something_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = maker()
    assert maker() == before
    monkeypatch.setattr("generator.making.fingerprint.distributions", lambda: [])
    assert maker() != before
