"""Records are written as plain data and read again; data of another form are refused."""

import json
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.frozen import dataclass
from generator.model.tables import Cell, Row, column
from generator.summary.plain_data import Forms, to_text


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Tree:
    """A record that holds records of its own type."""

    name: str
    share: float | None = None
    below: "tuple[Tree, ...]" = ()


@dataclass(frozen=True, slots=True)
class Line(Row):
    name: str = column(Cell.ID, "A name", filled=True)
    amount: float | None = column(Cell.NUMBER, "An amount")


class Note(BaseModel):
    text: str
    author: str | None = None


@dataclass(frozen=True)
class Everything:
    """A field of every kind."""

    tree: Tree
    either: Tree | Note | None
    text_or_number: str | float | bool
    colour: Colour
    picture: bytes
    names: frozenset[str]
    pair: tuple[str, int]
    by_name: Mapping[str, Tree]
    by_year: Mapping[int, float | None] = field(default_factory=dict)


TEXTS = st.text(max_size=5)
NUMBERS = st.floats(allow_nan=False)
LEAVES = st.builds(Tree, TEXTS, st.none() | NUMBERS)
TREES = st.recursive(
    LEAVES,
    lambda below: st.builds(Tree, TEXTS, st.none(), st.lists(below, max_size=3).map(tuple)),
    max_leaves=6,
)
NOTES = st.builds(Note, text=TEXTS) | st.builds(Note, text=TEXTS, author=st.none() | TEXTS)
RECORDS = st.builds(
    Everything,
    tree=TREES,
    either=st.none() | TREES | NOTES,
    text_or_number=TEXTS | NUMBERS | st.booleans(),
    colour=st.sampled_from(Colour),
    picture=st.binary(max_size=5),
    names=st.frozensets(TEXTS),
    pair=st.tuples(TEXTS, st.integers()),
    by_name=st.dictionaries(TEXTS, TREES, max_size=3),
    by_year=st.dictionaries(st.integers(), st.none() | NUMBERS, max_size=3),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | NUMBERS | TEXTS,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(TEXTS, below, max_size=3),
    max_leaves=12,
)
REFUSALS = (ValueError, TypeError, KeyError)
"""What a reader of foreign data is prepared for; `NotOfType` is a ValueError."""


@given(RECORDS)
def test_a_record_is_read_as_it_was_written(record: Everything) -> None:
    form = Forms({}).of(Everything)
    again = form.read(json.loads(to_text(form.write(record))))
    assert again == record
    assert list(again.by_name) == list(record.by_name), "what has an order keeps it"
    assert type(again.text_or_number) is type(record.text_or_number)
    if isinstance(record.either, Note):
        assert again.either.model_fields_set == record.either.model_fields_set


def test_the_line_of_a_row_is_left_out() -> None:
    form = Forms({}).of(Line)
    assert form.write(Line(7, name="a", amount=1.5)) == ["a", 1.5]
    assert form.read(["a", 1.5]) == Line(0, name="a", amount=1.5)


@pytest.mark.parametrize(
    ("hint", "data"),
    [
        (str, 1), (str, None), (str, ["a"]),
        (int, True), (int, 1.0), (int, "1"),
        (float, "1"), (float, True), (float, None),
        (bool, 1), (str | None, 1), (float | None, "x"),
        (Colour, "green"), (Colour, 1),
        (bytes, 1), (bytes, "é"),
        (tuple[str, ...], "abc"), (tuple[str, ...], {"a": 1}), (tuple[str, ...], [1]),
        (tuple[str, int], ["a"]), (tuple[str, int], ["a", 1, 2]), (tuple[str, int], [1, "a"]),
        (frozenset[str], "abc"), (frozenset[str], [[]]),
        (Mapping[str, int], {"a": 1}), (Mapping[str, int], [["a"]]), (Mapping[str, int], [[1, 1]]),
        (Tree, {"name": "a"}), (Tree, ["a"]), (Tree, ["a", None, [], 1]), (Tree, ["a", "b", []]),
        (Tree, ["a", None, [["b"]]]), (Tree, "abc"), (Tree, None),
        (Tree | Note, [2, []]), (Tree | Note, [-1, [["text"], ["a", None]]]),
        (Tree | Note, [True, [["text"], ["a", None]]]), (Tree | Note, [0]), (Tree | Note, "ab"),
        (Note, ["a"]), (Note, [["text"], [1, None]]), (Note, [["text"], ["a"]]), (Note, [1, []]),
    ],
)  # fmt: skip
def test_data_of_another_form_are_refused(hint: Any, data: Any) -> None:
    with pytest.raises(REFUSALS):
        Forms({}).of(hint).read(data)


@given(TREES, JSON, st.data())
def test_whatever_is_put_into_data_only_declared_values_come_out(
    tree: Tree, foreign: Any, drawn: st.DataObject
) -> None:
    data = Forms({}).of(Tree).write(tree)
    inside = data
    while inside[2] and drawn.draw(st.booleans()):
        inside = inside[2][0]
    inside[drawn.draw(st.integers(0, 2))] = foreign
    try:
        check_tree(Forms({}).of(Tree).read(data))
    except REFUSALS:
        return


def check_tree(tree: Tree) -> None:
    assert type(tree) is Tree
    assert type(tree.name) is str
    assert type(tree.share) in (float, int, type(None))
    assert type(tree.below) is tuple
    for one in tree.below:
        check_tree(one)


@pytest.mark.parametrize("hint", [object, Any, set[str], type, dict])
def test_a_type_whose_values_cannot_be_told_is_no_form(hint: Any) -> None:
    with pytest.raises((TypeError, IndexError, ValueError)):
        Forms({}).of(hint)
