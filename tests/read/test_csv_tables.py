"""CSV to rows: lines, columns and positions of every cell."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.city_tables import (
    PRIORITY_AREAS,
    SOURCES,
    TARGETS,
    PriorityArea,
    Source,
    Target,
)
from generator.model.tables import Table, TableKind, field_start
from generator.problems import Code, Problem, Problems
from generator.read.csv_tables import read_table

HEAD = "source,title,kind\n"
REASONS = "rank,area,decided_by,date,document,reason\n"  # the reason may have several lines


def read(folder: Path, text: str, kind: TableKind = SOURCES) -> tuple[Table, list[Problem]]:
    path = folder / f"{kind.name}.csv"
    path.write_bytes(text.encode())
    problems = Problems()
    return read_table(path, folder, kind, problems), list(problems)


def test_rows_know_their_line(tmp_path: Path) -> None:
    text = REASONS + '1,a,Council,,,"First,\nsecond"\n\n2,b,Council,,,Third\n'
    table, problems = read(tmp_path, text, PRIORITY_AREAS)
    assert not problems
    assert table.rows == (
        PriorityArea(2, area="a", rank=1, reason="First,\nsecond", decided_by="Council"),
        PriorityArea(5, area="b", rank=2, reason="Third", decided_by="Council"),
    )


def test_columns_stand_in_any_order(tmp_path: Path) -> None:
    table, problems = read(tmp_path, "kind,source,title\nsurvey,a,Title\n")
    assert not problems
    assert table.rows[0] == Source(2, source="a", title="Title", kind="survey")


def test_a_byte_order_mark_and_rows_of_commas_are_accepted(tmp_path: Path) -> None:
    table, problems = read(tmp_path, "\ufeff" + HEAD + "a,Title,survey\n,,\n,,\n")
    assert (len(table), problems) == (1, [])


def test_a_problem_names_line_column_header_and_position(tmp_path: Path) -> None:
    text = "observable,value,unit,year,source\nx,1,%,2030,a\nx,2,%,soon,a\n"
    table, problems = read(tmp_path, text, TARGETS)
    assert [problem.code for problem in problems] == [Code.PERIOD_INVALID]
    place = problems[0].place
    assert (place.file, place.line, place.column) == ("targets.csv", 3, 4)
    assert (place.character, place.field) == (7, "year")
    assert table.rows == (Target(2, observable="x", value=1.0, unit="%", year=2030, source="a"),)


def test_the_position_counts_commas_inside_quotation_marks_as_text(tmp_path: Path) -> None:
    _, problems = read(tmp_path, HEAD + 'a,"One, two",\n')
    assert problems[0].place.character == 14


def test_all_problems_of_a_row_are_said(tmp_path: Path) -> None:
    text = "observable,value,unit,year,source\n,1 %,%,soon,\n"
    _, problems = read(tmp_path, text, TARGETS)
    assert [problem.code for problem in problems] == [
        Code.CELL_EMPTY, Code.NUMBER_WITH_UNIT, Code.PERIOD_INVALID, Code.CELL_EMPTY
    ]  # fmt: skip


def test_an_open_quotation_mark_is_found_where_it_opens(tmp_path: Path) -> None:
    _, problems = read(tmp_path, HEAD + '"a","Title,survey\nb,Title,press\n')
    place = problems[0].place
    assert problems[0].code is Code.TABLE_QUOTE_OPEN
    assert (place.line, place.column, place.field, place.character) == (2, 2, "title", 5)


def test_a_header_alone_is_an_empty_table(tmp_path: Path) -> None:
    table, problems = read(tmp_path, HEAD.strip())
    assert (len(table), problems) == (0, [])


@pytest.mark.parametrize(
    ("line", "number", "character"),
    [("a,b,c", 1, 1), ("a,b,c", 3, 5), ('"a,b",c', 2, 7), ("a", 2, None), ("", 1, 1)],
)
def test_where_a_field_begins(line: str, number: int, character: int | None) -> None:
    assert field_start(line, number) == character


@given(st.text(alphabet='abкЖ,"\n ;\t1.é\u2028\x00\r', max_size=80))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_raises_and_every_place_lies_in_the_file(tmp_path: Path, text: str) -> None:
    for whole in (text, HEAD + text):
        _, problems = read(tmp_path, whole)
        lines = whole.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
        for problem in problems:
            assert problem.place.line is None or 1 <= problem.place.line <= lines


@given(st.lists(st.text(alphabet='ab ,"\né;', max_size=12), min_size=1, max_size=5))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_written_text_is_read_back(tmp_path: Path, reasons: list[str]) -> None:
    quoted = [reason.replace('"', '""') for reason in reasons]
    rows = [f'{rank},a{rank},b,,,"{reason}x"' for rank, reason in enumerate(quoted, 1)]
    table, problems = read(tmp_path, REASONS + "\n".join(rows), PRIORITY_AREAS)
    assert not problems
    assert [row.reason for row in table] == [f"{reason}x".strip() for reason in reasons]


def test_columns_of_another_system_are_told_from_a_header_that_is_missing(tmp_path: Path) -> None:
    said = {}
    for header in ("DATAFLOW,TIME_PERIOD,OBS_VALUE\n", "a,2021,4.5\n"):
        _, problems = read(tmp_path, header + "b,2022,4.6\n")
        assert [problem.code for problem in problems] == [Code.TABLE_HEADER_MISSING]
        said[header[0]] = problems[0].values.get("reason")
    assert said == {"D": "other", "a": None}


def test_blank_cells_at_the_end_of_all_rows_are_none_and_of_one_row_a_comma_too_many(
    tmp_path: Path,
) -> None:
    table, problems = read(tmp_path, HEAD + "a,Title,survey,\nb,Title,press,,\n")
    assert (len(table), problems) == (2, [])
    table, problems = read(tmp_path, HEAD + "a,Counts, week by week,\nb,Title,press\n")
    assert [(one.code, one.place.line) for one in problems] == [(Code.TABLE_CELLS, 2)]
    assert [row.source for row in table] == ["b"]
