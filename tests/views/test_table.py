"""Tables: columns by name, without those that no row fills."""

import pytest

from generator.views.cell import Lines, Link, Links, Missing, text_of
from generator.views.table import Column, Table, group_of, heads_of

COLUMNS: tuple[Column[str], ...] = (
    Column("name", "Name", lambda row: Link(row)),
    Column("nothing", "Nothing", lambda row: ""),
    Column("no-link", "No link", lambda row: Links(())),
    Column("first", "First letter", lambda row: row[0] if row == "Oslo" else "", number=True),
    Column("reason", "Reason", lambda row: Missing("not reported")),
)


def table(*names: str) -> Table:
    groups = tuple(group_of(COLUMNS, [name], f"Group of {name}") for name in names)
    return Table("Cities", heads_of(COLUMNS), groups, "a hint")


def test_a_column_stays_if_a_single_row_of_any_group_fills_it() -> None:
    filled = table("Bonn", "Oslo").filled()
    assert [head.name for head in filled.heads] == ["name", "first", "reason"]
    assert [text_of(row[1]) for row in filled.rows] == ["", "O"]
    assert [group.title for group in filled.groups] == ["Group of Bonn", "Group of Oslo"]
    assert filled.hint == "a hint"


def test_columns_are_taken_in_the_order_of_their_names() -> None:
    taken = table("Oslo").only("first", "name")
    assert [head.label for head in taken.heads] == ["First letter", "Name"]
    assert [head.number for head in taken.heads] == [True, False]
    assert [text_of(cell) for cell in taken.rows[0]] == ["O", "Oslo"]
    with pytest.raises(ValueError, match="second"):
        table("Oslo").only("second")


def test_several_links_are_read_after_each_other() -> None:
    assert text_of(Links((Link("One"), Link("Two")))) == "One; Two"
    assert text_of(Lines(("One", "Two"))) == "One; Two"
