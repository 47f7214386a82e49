"""Mechanical faults are repaired: byte for byte, only where the meaning is certain, all or none."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import profiles
from generator.editing.file_changes import FileChange, difference
from generator.editing.writing import NotWritable, replace_files
from tests.draws import drawn
from tests.editing.fixed import assert_sound, texts
from tests.editing.test_mistakes import (
    CITY,
    Base,
    Case,
    edited,
    of_city_alone,
    read_cases,
    restored,
)

FOLDER = f"cities/{CITY}"
CASES = {case["case"]: case for case in read_cases()}
KINDS = (
    "city-country-by-name",
    "city-latitude-with-a-comma",
    "context-decimal-comma-splits-the-cell",
    "context-semicolons-and-decimal-commas",
    "context-unit-abbreviated",
    "flows-points-between-thousands",
    "goalpost-decimal-comma",
    "observation-flag-and-value",
    "observation-colon-for-missing",
    "several-in-the-record-of-the-city",
    "several-tabs-and-totals",
    "source-full-width-digits",
)
"""A case of each kind of repair, tried each time; all cases in the deep tests."""

Written = Callable[[Mapping[str, bytes | str]], Base]


def assert_case_is_sound(case: Case, base: Base) -> None:
    with edited(base.root, case["edit"]):
        assert_sound(base.root, [CITY] if of_city_alone(case) else [])


@pytest.mark.parametrize("name", KINDS)
def test_a_repair_holds(name: str, base: Base) -> None:
    assert_case_is_sound(CASES[name], base)


@pytest.mark.deep
@pytest.mark.parametrize("case", drawn(CASES.values()), ids=lambda case: case["case"])
def test_every_repair_holds(case: Case, base: Base) -> None:
    assert_case_is_sound(case, base)


def changed(base: Base, file: str, **changes: str) -> bytes:
    """Return a file of the city with texts changed; a name stands for what it is to replace."""
    text = (base.root / FOLDER / file).read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    return text.encode("utf-8")


def written(base: Base, files: Mapping[str, bytes]) -> dict[str, str]:
    """Return what is made of files of the city that hold faults."""
    paths = {base.root / FOLDER / file: data for file, data in files.items()}
    with restored(paths):
        for path, data in paths.items():
            path.write_bytes(data)
        return texts(assert_sound(base.root, [CITY]).after)


SOURCES = "id,title,publisher,kind,year,url,date_accessed,licence\n"


def targets(*rows: str, end: str = "\n") -> bytes:
    return (end.join(("observable,value,unit,year,source", *rows)) + end).encode("utf-8")


ROW = "unemployment-rate,{},%,2031,development-plan"


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ('"2,2"', "2.2"),
        ("2,2", "2.2"),
        ("'2.2", "2.2"),
        ("２.２", "2.2"),
        ('" 2,2 "', "2.2"),
    ],
)
def test_a_number_is_written_as_it_is_read(base: Base, value: str, meant: str) -> None:
    made = written(base, {"targets.csv": targets(ROW.format(value))})
    assert made == {"targets.csv": targets(ROW.format(meant)).decode()}


@pytest.mark.parametrize(
    "row",
    [
        ROW.format('"1,234"'),
        ROW.format("1.234.5"),
        ROW.format("2.2").replace("2031", "03/04/2031"),
        ROW.format("2.2").replace("unemployment-rate", "unemployment"),
        ROW.format("2.2").replace("unemployment-rate", "air-pollution.pm"),
    ],
)
def test_what_may_mean_two_things_is_left_and_named(base: Base, row: str) -> None:
    path = base.root / FOLDER / "targets.csv"
    with restored([path]):
        path.write_bytes(targets(row))
        fixed = assert_sound(base.root, [CITY])
        assert fixed.after == {}
        assert [problem.place.line for problem in fixed.left] == [2]


def test_byte_order_mark_line_ends_and_quotation_marks_stay(base: Base) -> None:
    before = (
        b"\xef\xbb\xbf"
        b'"observable",value,unit,year,source\r\n'
        b'"unemployment-rate","2,2",%,"2031", development-plan\r\n'
        b"water-supply-loss,6.0,%,2031,development-plan"
    )
    path = base.root / FOLDER / "targets.csv"
    with restored([path]):
        path.write_bytes(before)
        fixed = assert_sound(base.root, [CITY])
    assert fixed.after == {f"{FOLDER}/targets.csv": before.replace(b'"2,2"', b"2.2")}


def test_comments_order_and_marks_of_a_record_stay(base: Base) -> None:
    before = changed(base, "city.yml", **{"latitude: 12.41": "latitude:   '12,41'   # north"})
    made = written(base, {"city.yml": before})
    assert made == {"city.yml": before.decode().replace("'12,41'", "12.41")}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_table_in_utf_16_with_semicolons_is_saved_anew(base: Base, encoding: str) -> None:
    table = (
        'observable;value;unit;year;source\r\nunemployment-rate;2,2;%;2031;"development-plan"\r\n'
    )
    made = written(base, {"targets.csv": table.encode(encoding)})
    assert made == {"targets.csv": targets(ROW.format("2.2"), end="\r\n").decode()}


def test_a_text_in_an_old_code_page_is_left(base: Base) -> None:
    table = targets(ROW.format("2,2"), ROW.format('"2,5"').replace("unemployment-rate", "água"))
    assert written(base, {"targets.csv": table.decode().encode("cp1252")}) == {}


def test_a_semicolon_in_a_text_without_marks_keeps_the_table_as_it_is(base: Base) -> None:
    table = (base.root / FOLDER / "context.csv").read_text(encoding="utf-8").replace(",", ";")
    assert ";Older figure; " in table
    assert written(base, {"context.csv": table.encode()}) == {}


def test_signs_of_no_width_are_taken_out(base: Base) -> None:
    before = targets(ROW.format("2.2")).decode()
    odd = before.replace("2.2", "\u200b2.2").replace("plan", "pl\u2060an")
    assert written(base, {"targets.csv": odd.encode()}) == {"targets.csv": before}
    lost = before.replace("plan", "pl\ufffdan")
    assert written(base, {"targets.csv": lost.encode()}) == {}


def test_a_repair_after_which_something_else_is_wrong_is_refused(base: Base) -> None:
    before = changed(base, "city.yml", **{"country: XA": "country: UK"})
    path = base.root / FOLDER / "city.yml"
    with restored([path]):
        path.write_bytes(before)
        fixed = assert_sound(base.root, [CITY])
        said = run("fix", CITY, "--root", str(base.root))
    assert fixed.after == {}
    assert [refusal.then and refusal.then.place.field for refusal in fixed.refused] == ["latitude"]
    assert "country-unknown: not repaired, because this would be wrong then" in said.stderr


def test_one_row_that_cannot_be_repaired_holds_back_no_other(base: Base) -> None:
    rows = [ROW.format('"2,2"'), ROW.format('"102,2"'), ROW.format('"2,4"')]
    given = [row.replace("2031", str(2029 + at)) for at, row in enumerate(rows)]
    made = written(base, {"targets.csv": targets(*given)})
    assert made["targets.csv"].splitlines()[1:] == [
        given[0].replace('"2,2"', "2.2"), given[1], given[2].replace('"2,4"', "2.4"),
    ]  # fmt: skip


TEN: tuple[tuple[str, str, str], ...] = (
    ("city.yml", "latitude: 12.41", "latitude: 12,41"),
    ("city.yml", "  - placeholm", "  - placeholme"),
    ("observations.csv", "unemployment-rate,2025,6.8,%", "unemployment-rate,2025.0,6.8,Percent"),
    (
        "observations.csv",
        "household-internet-access,2025,70.1,%,",
        "EC: ICT: ICT: 1C,2025,70 .1,%,",
    ),
    ("action-plan.yml", "currency: XTS", "<<<<<<< ours\ncurrency: XTS\n=======\n>>>>>>> theirs"),
    ("context.csv", "variable,period", "sep=,\nvariable,period"),
    ("context.csv", "480000,inhabitants", "480 000,inhabitants"),
    ("context.csv", "212,km²", "n/a,sq km"),
    ("sources.csv", "2026-09-01", "01.09.2026"),
    ("sources.csv", "2026-09-02,,\n", "03/04/2026,,\n"),
)
"""Ten faults in one folder, some of them in one row or one file."""


def test_ten_faults_that_overlap_are_repaired_or_named(base: Base) -> None:
    paths = {base.root / FOLDER / file for file, _, _ in TEN}
    with restored(paths):
        for file, old, new in TEN:
            path = base.root / FOLDER / file
            text = path.read_text(encoding="utf-8")
            assert old in text, (file, old)
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
        given = {path.name: path.read_text(encoding="utf-8") for path in paths}
        fixed = assert_sound(base.root, [CITY])
    assert texts(fixed.after) == {
        "city.yml": given["city.yml"].replace("12,41", "12.41"),
        "observations.csv": given["observations.csv"]
        .replace("2025.0,6.8,Percent", "2025,6.8,%")
        .replace("EC: ICT: ICT: 1C,", "household-internet-access,"),
        "context.csv": given["context.csv"]
        .removeprefix("sep=,\n")
        .replace("480 000", "480000")
        .replace("sq km", "km²"),
        "sources.csv": given["sources.csv"].replace("01.09.2026", "2026-09-01"),
    }
    left = {
        (problem.code.value, problem.found)
        for problem in fixed.left
        if problem.place.file.startswith(FOLDER)
    }
    assert left == {
        ("reference-unknown", "placeholme"),
        ("number-invalid", "70 .1"),
        ("yaml-syntax", "<<<<<<< ours"),
        ("value-missing-word", "n/a"),
        ("date-invalid", "03/04/2026"),
    }


# The command.


def run(*arguments: str) -> Result:
    return CliRunner().invoke(profiles, arguments)


@pytest.fixture
def faulty(base: Base) -> Callable[..., Path]:
    path = base.root / FOLDER / "targets.csv"
    with restored([path]):
        path.write_bytes(targets(ROW.format('"2,2"')))
        yield path


def test_a_diff_is_shown_and_nothing_written(base: Base, faulty: Path) -> None:
    before = faulty.read_bytes()
    said = run("fix", CITY, "--root", str(base.root))
    assert said.exit_code == 1
    assert said.stdout.splitlines() == [
        f"--- a/{FOLDER}/targets.csv",
        f"+++ b/{FOLDER}/targets.csv",
        "@@ -1,2 +1,2 @@",
        " observable,value,unit,year,source",
        '-unemployment-rate,"2,2",%,2031,development-plan',
        "+unemployment-rate,2.2,%,2031,development-plan",
    ]
    assert said.stderr.endswith("Repairs: 1, in files: 1. To write them: profiles fix --write\n")
    assert faulty.read_bytes() == before


def test_the_diff_has_colours_on_a_terminal(base: Base, faulty: Path) -> None:
    said = CliRunner().invoke(profiles, ["fix", CITY, "--root", str(base.root)], color=True)
    assert "\x1b[31m-unemployment-rate" in said.stdout
    assert "\x1b[32m+unemployment-rate" in said.stdout


def test_it_writes_when_it_is_told_to(base: Base, faulty: Path) -> None:
    said = run("fix", CITY, "--write", "--root", str(base.root))
    assert said.exit_code == 0
    assert said.stderr.endswith("Repairs: 1, written in files: 1\n")
    assert faulty.read_bytes() == targets(ROW.format("2.2"))
    assert sorted(path.name for path in faulty.parent.glob(".*")) == []
    again = run("fix", CITY, "--write", "--root", str(base.root))
    assert (again.exit_code, again.stdout) == (0, "")
    assert again.stderr.endswith("Nothing that can be repaired by itself\n")


def test_what_is_left_is_named_and_stops(base: Base, faulty: Path) -> None:
    faulty.write_bytes(targets(ROW.format('"2,2"'), ROW.format("1.234.5").replace("2031", "2032")))
    said = run("fix", CITY, "--write", "--root", str(base.root))
    assert said.exit_code == 1
    assert f"{FOLDER}/targets.csv:3:2  number-invalid" in said.stderr


def test_no_text_of_a_file_commands_the_terminal(base: Base, faulty: Path) -> None:
    row = ROW.format('"2,2"').replace("development-plan", "\x1b[2Jplan")
    faulty.write_bytes(targets(row))
    said = CliRunner().invoke(profiles, ["fix", CITY, "--root", str(base.root)], color=True)
    assert "\x1b[2J" not in said.stdout + said.stderr


def test_what_cannot_be_seen_is_shown_as_numbers_in_a_difference() -> None:
    change = FileChange("a.csv", "old\n", "\x1b[2Jnew\n")
    assert "+\\x1b[2Jnew" in list(difference([change]))


# Writing.


@pytest.fixture
def two(tmp_path: Path) -> dict[str, bytes]:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"old")
    return {"a": b"old", "b": b"old"}


def test_no_file_is_written_if_one_cannot_be(
    tmp_path: Path, two: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "b" and self.read_bytes() == b"new":
            raise OSError("full")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="full"):
        replace_files(tmp_path, two, {"a": b"new", "b": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == two


def test_no_link_is_written_through(tmp_path: Path, two: dict[str, bytes]) -> None:
    (tmp_path / "b").rename(tmp_path / "c")
    (tmp_path / "b").symlink_to("c")
    with pytest.raises(NotWritable, match="b"):
        replace_files(tmp_path, two, {"a": b"new", "b": b"new"})
    assert [(tmp_path / name).read_bytes() for name in ("a", "c")] == [b"old", b"old"]


def test_a_file_behind_a_linked_folder_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a").write_bytes(b"old")
    (tmp_path / "linked").symlink_to("real", target_is_directory=True)
    with pytest.raises(NotWritable):
        replace_files(tmp_path, {"linked/a": b"old"}, {"linked/a": b"new"})
    assert (tmp_path / "real" / "a").read_bytes() == b"old"


def test_what_changed_meanwhile_is_not_overwritten(tmp_path: Path, two: dict[str, bytes]) -> None:
    (tmp_path / "b").write_bytes(b"newer")
    with pytest.raises(NotWritable):
        replace_files(tmp_path, two, {"a": b"new", "b": b"new"})
    assert [(tmp_path / name).read_bytes() for name in two] == [b"old", b"newer"]


def test_the_rights_of_a_file_stay(tmp_path: Path, two: dict[str, bytes]) -> None:
    (tmp_path / "a").chmod(0o640)
    replace_files(tmp_path, two, {"a": b"new"})
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640
