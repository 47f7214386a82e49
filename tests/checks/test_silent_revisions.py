"""What an edition published does not change in silence: every change has its row, and fits it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.editing.new_edition import write_edition
from generator.making.checking import check
from generator.making.freezing import freeze
from generator.problems import Problem
from generator.problems.render import load_messages, message_of
from tests.roots import make_root

CITY = "rana"
KEY = "fixed-broadband-subscriptions|2012||||region|eurostat-nuts2"
HEADER = "table,key,old,new,reason,note,date,edition\n"
ROW = "fixed-broadband-subscriptions,2012,89,%,A,eurostat-nuts2,"
GONE = "fixed-broadband-subscriptions,2013,92,%,A,eurostat-nuts2,"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = make_root(tmp_path / "root", CITY)
    publication = check(root).publication
    assert publication is not None
    write_edition(root, "2026", freeze(root, publication, "2026"))
    return root


def edit(root: Path, old: str, new: str, file: str = "observations.csv") -> None:
    path = root / "cities" / CITY / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def revise(root: Path, *rows: str) -> None:
    path = root / "cities" / CITY / "revisions.csv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")


def found(root: Path) -> list[Problem]:
    return [one for one in check(root, [CITY], alone=True).faults if one.severity != "note"]


def codes(root: Path) -> list[str]:
    return [one.code.value for one in found(root)]


def codes_of_all(root: Path) -> list[str]:
    return [one.code.value for one in check(root).problems]


def test_nothing_is_said_while_nothing_has_changed(root: Path) -> None:
    assert found(root) == []


def test_a_changed_value_is_named_at_its_cell_with_the_row_to_write(root: Path) -> None:
    edit(root, ROW, ROW.replace("89", "90"))
    (problem,) = found(root)
    assert (problem.code.value, problem.place.line, problem.place.field) == (
        "revision-missing", 2, "value",
    )  # fmt: skip
    assert problem.expected == f"observations.csv,{KEY},89,90,C,,2026-11-01,2026"
    hint = message_of(problem, "hint", load_messages("en"))
    assert HEADER.strip() in hint
    assert problem.expected in hint


CHANGES: dict[str, Callable[[Path], None]] = {
    "value": lambda root: edit(root, ROW, ROW.replace("89", "90")),
    "gone": lambda root: edit(root, _line(root, GONE), ""),
    "status": lambda root: edit(root, ROW, ROW.replace(",A,", ",P,")),
    "no value any more": lambda root: edit(root, ROW, ROW.replace("89,%,A", ",%,O")),
    "confidential now": lambda root: edit(root, ROW, ROW.replace("89,%,A", ",%,Q")),
    "source": lambda root: edit(root, ROW, ROW.replace("eurostat-nuts2", "other-nuts2")),
}


def _line(root: Path, start: str) -> str:
    text = (root / "cities" / CITY / "observations.csv").read_text(encoding="utf-8")
    return next(line for line in text.splitlines(keepends=True) if line.startswith(start))


@pytest.mark.parametrize("change", CHANGES)
def test_each_kind_of_change_is_found_and_its_row_settles_it(root: Path, change: str) -> None:
    sources = root / "cities" / CITY / "sources.csv"
    rows = sources.read_text(encoding="utf-8").splitlines(keepends=True)
    row = next(row for row in rows if row.startswith("eurostat-nuts2,"))
    sources.write_text("".join([*rows, row.replace("eurostat-nuts2", "other-nuts2")]), "utf-8")
    CHANGES[change](root)
    assert "revision-missing" in codes(root)
    revise(root, *(one.expected for one in found(root) if one.code.value == "revision-missing"))
    assert set(codes(root)) <= {"source-unused"}, found(root)


def test_what_is_added_needs_no_row(root: Path) -> None:
    edit(root, ROW, ROW.replace("2012", "2011") + "proxy,reference,region,,A note.\n" + ROW)
    assert found(root) == []


def test_the_same_number_with_other_decimals_is_a_warning(root: Path) -> None:
    edit(root, ROW, ROW.replace("89", "89.0"))
    (problem,) = found(root)
    assert (problem.code.value, problem.severity.value) == ("revision-rounding", "warning")


def test_several_that_are_gone_are_each_named(root: Path) -> None:
    path = root / "cities" / CITY / "observations.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(lines[0] + "".join(lines[4:]), encoding="utf-8")
    assert codes(root) == ["revision-missing"] * 3


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([f"observations.csv,{KEY},89,90,C,,2026-11-01,2026"], []),
        ([f"observations.csv,{KEY},89.0,90,C,,2026-11-01,"], []),
        (["observations.csv,fixed-broadband-subscriptions|2012|||,89,90,C,,2026-11-01,2026"], []),
        ([f"observations.csv,{KEY},88,90,C,,2026-11-01,2026"], ["revision-old"]),
        ([f"observations.csv,{KEY},89,91,C,,2026-11-01,2026"], ["revision-new"]),
        ([f"observations.csv,{KEY},89,,C,,2026-11-01,2026"], ["revision-new"]),
        ([f"observations.csv,{KEY},89,90,C,,2024-01-01,2022"], ["revision-missing"]),
        (
            [
                f"observations.csv,{KEY},89,95,R2,,2026-10-01,2026",
                f"observations.csv,{KEY},95,90,C,,2026-11-01,2026",
            ],
            [],
        ),
        (
            [
                f"observations.csv,{KEY},89,95,R2,,2026-10-01,2026",
                f"observations.csv,{KEY},94,90,C,,2026-11-01,2026",
            ],
            ["revision-old"],
        ),
    ],
)
def test_revisions_lead_from_what_was_published_to_what_is_there(
    root: Path, rows: list[str], wanted: list[str]
) -> None:
    edit(root, ROW, ROW.replace("89", "90"))
    revise(root, *rows)
    assert codes(root) == wanted


def test_a_revision_of_what_has_not_changed_is_named(root: Path) -> None:
    revise(root, f"observations.csv,{KEY},89,90,C,,2026-11-01,2026")
    (problem,) = found(root)
    assert (problem.code.value, problem.found, problem.expected) == ("revision-new", "90", "89")


def test_a_revision_of_a_figure_that_was_not_published_is_named(root: Path) -> None:
    edit(root, ROW, ROW.replace("2012", "2011") + "proxy,reference,region,,A note.\n" + ROW)
    key = KEY.replace("2012", "2011")
    revise(root, f"observations.csv,{key},88,89,C,,2026-11-01,2026")
    assert codes(root) == ["revision-figure"]


def test_a_file_that_cannot_be_read_does_not_make_its_figures_gone(root: Path) -> None:
    edit(root, ROW, ROW.replace("fixed-broadband", "fixed-brodband"))
    assert codes(root) == ["observable-unknown"]
    edit(root, "observable,", "observabel,")
    assert "revision-missing" not in codes(root)


def test_a_city_under_embargo_or_without_a_folder_loses_nothing(root: Path) -> None:
    edit(root, ROW, ROW.replace("89", "90"))
    path = root / "cities" / CITY / "approval.yml"
    path.write_text("state: review\nembargo: 2027-01-01\n", encoding="utf-8")
    assert "embargo-holds" in codes_of_all(root)
    assert "revision-missing" not in codes_of_all(root)
    shutil.rmtree(path.parent)
    assert not check(root).faults


def test_the_newest_edition_counts_and_older_rows_stay(root: Path) -> None:
    edit(root, ROW, ROW.replace("89", "90"))
    revise(root, f"observations.csv,{KEY},89,90,C,,2026-11-01,2026")
    publication = check(root).publication
    assert publication is not None
    write_edition(root, "2026-2", freeze(root, publication, "2026-2"))
    assert found(root) == []
    edit(root, ROW.replace("89", "90"), ROW)
    (problem,) = found(root)
    assert problem.expected == f"observations.csv,{KEY},90,89,C,,2026-11-01,2026-2"


def test_an_edition_without_a_file_is_named(root: Path) -> None:
    (root / "content" / "editions" / "2026" / "manifest.json").unlink()
    told = [(one.code.value, one.place.file) for one in check(root).faults]
    assert told == [("file-missing", "content/editions/2026/manifest.json")]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"tag": 1}', "\x00", '{"tag": "a", "tag": "b"}'])
def test_a_manifest_that_is_none_is_told(root: Path, text: str) -> None:
    path = root / "content" / "editions" / "2026" / "manifest.json"
    path.write_text(text, encoding="utf-8")
    files = {one.place.file for one in check(root).faults}
    assert files == {"content/editions/2026/manifest.json"}
