"""One cause gives one finding, whatever number of rows it stands in."""

import json
import re

import pytest

from generator.problems import Code, Place, Problem
from generator.problems.folding import ALIKE, SHOWN_OF_A_CODE, capped, fold
from generator.problems.formats import FORMATS
from generator.problems.render import as_json, as_text, load_messages, message_of

MESSAGES = load_messages("en")
FILE = "cities/almaty/observations.csv"


def at(line: int, code: Code, found: str, expected: str = "", field: str = "value") -> Problem:
    return Problem(code, Place(FILE, line, 3, 41, field), found, expected)


def test_the_same_text_in_the_same_column_is_said_once_with_its_lines() -> None:
    unknown = [at(line, Code.SOURCE_UNKNOWN, "yearbok", field="source") for line in range(2, 302)]
    (folded,) = fold(unknown)
    assert folded.place.line == 2
    assert folded.lines == tuple(range(3, 302))
    assert message_of(folded, "message", MESSAGES) == (
        'the source "yearbok" is not in sources.csv (also in 299 further lines: 3, 4, 5, 6, 7 …)'
    )


def test_few_lines_are_all_named() -> None:
    for number, words in ((2, "also in line 3"), (4, "also in lines 3, 4, 5")):
        same = [at(line, Code.STATUS_UNKNOWN, "Z") for line in range(2, 2 + number)]
        (folded,) = fold(same)
        assert message_of(folded, "message", MESSAGES).endswith(f" ({words})")


def test_other_names_other_columns_and_other_files_are_other_causes() -> None:
    problem = at(2, Code.SOURCE_UNKNOWN, "a")
    others = [
        at(3, Code.SOURCE_UNKNOWN, "b"),
        at(3, Code.SOURCE_UNKNOWN, "a", field="note"),
        Problem(Code.SOURCE_UNKNOWN, Place("cities/rana/observations.csv", 3, 3, 41, "value"), "a"),
        at(3, Code.STATUS_UNKNOWN, "a"),
    ]
    assert fold([problem, *others]) == (problem, *others)


def test_a_habit_of_a_column_is_one_cause_from_some_rows_on() -> None:
    commas = [at(line, Code.NUMBER_DECIMAL_COMMA, f"{line},5", f"{line}.5") for line in range(2, 9)]
    few = commas[: ALIKE - 1]
    assert fold(few) == tuple(few)
    (folded,) = fold(commas)
    assert (folded.found, folded.lines) == ("2,5", tuple(range(3, 9)))


def test_lines_of_the_same_text_stay_when_a_habit_is_folded() -> None:
    written = ["1,5", "2,5", "3,5", "4,5", "1,5"]
    commas = [at(line, Code.NUMBER_DECIMAL_COMMA, text) for line, text in enumerate(written, 2)]
    (folded,) = fold(commas)
    assert folded.lines == (3, 4, 5, 6)


def test_what_has_no_line_and_what_is_held_back_is_never_folded() -> None:
    files = [Problem(Code.FILE_UNKNOWN, Place(f"cities/almaty/{name}"), "a") for name in "abcde"]
    held = [at(line, Code.RELATION_SUM, "40") for line in range(2, 9)]
    assert fold([*files, *held]) == (*files, *held)


def test_people_are_shown_so_many_of_a_code_and_told_how_many_more() -> None:
    number = SHOWN_OF_A_CODE + 3
    unknown = [at(line, Code.SOURCE_UNKNOWN, f"s{line}") for line in range(2, 2 + number)]
    comma = at(1, Code.NUMBER_DECIMAL_COMMA, "1,5", "1.5")
    shown, more = capped([*unknown, comma])
    assert (len(shown), more) == (SHOWN_OF_A_CODE + 1, {Code.SOURCE_UNKNOWN: 3})
    for name in ("text", "github", "markdown"):
        said = FORMATS[name]([*unknown, comma], MESSAGES)
        assert (
            len(re.findall(r"s[0-9]+\W+is not in sources", said.replace("`", '"')))
            == SHOWN_OF_A_CODE
        )
        assert "and 3 more of source-unknown" in said
        assert f"{number + 1} errors" in said


def test_machines_are_told_every_finding_and_every_line() -> None:
    unknown = [at(line, Code.SOURCE_UNKNOWN, f"s{line}") for line in range(2, 99)]
    assert len(json.loads(as_json(unknown, MESSAGES))["problems"]) == 97
    (folded,) = fold([at(line, Code.SOURCE_UNKNOWN, "a") for line in range(2, 99)])
    assert json.loads(as_json([folded], MESSAGES))["problems"][0]["lines"] == list(range(3, 99))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_form_says_that_there_is_more_of_it(name: str) -> None:
    same = fold([at(line, Code.SOURCE_UNKNOWN, "a") for line in (2, 3)])
    assert "also in line 3" in FORMATS[name](same, MESSAGES)
    assert as_text(same, MESSAGES).count("\n") == 2
