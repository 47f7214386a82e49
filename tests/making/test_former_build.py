"""What is kept of a build is plain data, checked as it is read; damaged, it counts as none."""

import json
import random
from pathlib import Path

import pytest

from generator.making.former_build import STATE, FormerBuild, Resting, read_former, state_of
from generator.making.inputs import FileState
from generator.making.made_units import EVERY, Reads, Unit, UnitPage, WrittenFile, grouped
from generator.problems import Code, Place, Problem
from generator.summary.part_files import PartFile, checksum_of, part_file
from generator.summary.reads import Notebook, Once

BUILD = FormerBuild(
    recipe="abc",
    inputs={"cities/a/city.yml": FileState(1, 2, 3, "x")},
    published=("a", "b"),
    plan=Resting((Reads(EVERY, ("files",)),), ("en/page:",)),
    problems={"a": (Problem(Code.SOURCE_UNUSED, Place("cities/a/sources.csv", 2), "x"),)},
    units={
        "city:a": Unit(
            "city:a",
            (Reads(("b",), ("city.yml",)),),
            {"site/a": WrittenFile(3, 4)},
            (UnitPage("en", "a/index.md", "A"),),
        )
    },
    waived=2,
)


def keep(folder: Path, content: bytes) -> None:
    path = folder / STATE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_what_was_kept_is_read(tmp_path: Path) -> None:
    keep(tmp_path, state_of(BUILD))
    assert read_former(tmp_path)[0] == BUILD


def test_a_damaged_state_counts_as_none(tmp_path: Path) -> None:
    content, chance = state_of(BUILD), random.Random(5)
    for _ in range(60):
        at = chance.randrange(len(content))
        other = bytes([content[at] ^ (1 << chance.randrange(8))])
        keep(tmp_path, content[:at] + other + content[at + 1 :])
        assert read_former(tmp_path)[0] == FormerBuild()
    for end in (0, 1, 30, len(content) - 1):
        keep(tmp_path, content[:end])
        assert read_former(tmp_path)[0] == FormerBuild()
    assert read_former(tmp_path / "nowhere")[0] == FormerBuild()


@pytest.mark.parametrize(
    "foreign",
    [
        "[]",
        "null",
        "{}",
        '["a"]',
        "[" * 200,
        "[" * 100_000,
        '{"__class__": "os.system"}',
        "cos\nsystem",
    ],
)
def test_a_foreign_state_counts_as_none(tmp_path: Path, foreign: str) -> None:
    content = foreign.encode()
    keep(tmp_path, b"\n".join([checksum_of(content).encode(), content]))
    assert read_former(tmp_path)[0] == FormerBuild()


def test_values_of_other_types_are_refused_wherever_they_stand(tmp_path: Path) -> None:
    data = json.loads(state_of(BUILD).partition(b"\n")[2])
    for at in range(len(data)):
        wrong = [*data[:at], {"x": [1.5]}, *data[at + 1 :]]
        content = json.dumps(wrong).encode()
        keep(tmp_path, b"\n".join([checksum_of(content).encode(), content]))
        assert read_former(tmp_path)[0] == FormerBuild()


@pytest.mark.parametrize("groups", ([[0, 9]], [[-1, 0]], [[9, 0]]))
def test_numbers_of_nothing_are_refused(tmp_path: Path, groups: list[list[int]]) -> None:
    data = json.loads(state_of(BUILD).partition(b"\n")[2])
    content = json.dumps([*data[:3], groups, *data[4:]]).encode()
    keep(tmp_path, b"\n".join([checksum_of(content).encode(), content]))
    assert read_former(tmp_path)[0] == FormerBuild()


def test_readings_are_kept_in_groups() -> None:
    reads = {("a", "x"), ("a", "y"), ("b", "x"), ("b", "y"), ("c", "x"), ("", "cities")}
    groups = grouped(reads, ("a", "b"))
    assert set(groups) == {
        Reads(("",), ("cities",)), Reads(("c",), ("x",)), Reads(EVERY, ("x", "y"))
    }  # fmt: skip
    unit = Unit("u", groups, {})
    assert unit.rests_on({"b": {"y"}})
    assert unit.rests_on({"": {"cities"}})
    assert not unit.rests_on({"c": {"z"}, "": {"files"}})
    assert not unit.rests_on({})


def test_a_unit_whose_file_was_changed_by_hand_is_left_out() -> None:
    standing = {"site/a": (3, 4), STATE: (1, 1)}
    assert BUILD.without_damaged(standing) is BUILD
    assert BUILD.without_damaged({**standing, "site/a": (3, 5)}).units == {}
    assert BUILD.without_damaged({STATE: (1, 1)}).units == {}
    assert BUILD.without_damaged({**standing, "site/foreign": (1, 1)}) is not BUILD


def test_each_part_is_found_by_its_whole_name_alone(tmp_path: Path) -> None:
    path = tmp_path / "parts"
    texts = {name: name for name in ("a", "a/b", "b", 'b"],"c', "c", "é", "")}
    path.write_bytes(part_file(texts))
    file = PartFile(path)
    assert {name: file.text(name) for name in texts} == texts
    assert list(file.checksums) == list(texts)
    for name in ("d", "/b", "A", '"'):
        with pytest.raises(KeyError):
            file.text(name)
    path.unlink()
    assert PartFile(path).checksums == {}


def test_a_part_that_is_not_whole_is_not_there(tmp_path: Path) -> None:
    path, texts = tmp_path / "parts", {"one": "eins", "two": "zwei ü"}
    path.write_bytes(part_file(texts))
    file = PartFile(path)
    assert {name: file.text(name) for name in file.checksums} == texts
    content = path.read_bytes()
    for at in range(len(content)):
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        damaged, found = PartFile(path), 0
        for name, text in texts.items():
            try:
                assert damaged.text(name) == text
                found += 1
            except KeyError:
                pass
        assert found < len(texts)


def test_what_nobody_takes_notes_of_is_not_held() -> None:
    notebook = Notebook()
    notebook.note(("a", "x"))
    with notebook.taking() as reads:
        notebook.note(("b", "y"))
    with notebook.taking() as others:
        pass
    assert (reads(), others()) == ({("b", "y")}, frozenset())
    assert not notebook._taken


def test_what_is_made_once_repeats_what_it_read() -> None:
    notebook, made = Notebook(), []

    def make() -> int:
        notebook.note(("a", "x"))
        made.append(1)
        return 7

    once = Once(notebook, make)
    for _ in range(2):
        with notebook.taking() as reads:
            assert once() == 7
            assert reads() == {("a", "x")}
    assert made == [1]
    with notebook.taking() as outer:
        with notebook.taking() as inner:
            notebook.note(("b", "y"))
        assert inner() == outer() == {("b", "y")}
