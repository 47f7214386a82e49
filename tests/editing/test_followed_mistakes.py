"""A hint that is followed to the letter leads into no other error: the mistakes of editors."""

import pytest

from generator.problems import Problem, Severity
from tests.draws import drawn
from tests.editing.test_fix import TEN
from tests.editing.test_mistakes import (
    CITY,
    Base,
    Case,
    edited,
    judged,
    new_problems,
    of_city_alone,
    read_cases,
    restored,
)
from tests.followed_hints import errors_after, key_of, last_first, pieces_of, replace_in

TRUE_FINDS = {"several-in-the-record-of-the-city"}
"""Cases in which a followed hint brings to light what is wrong beside it: the city does not lie
in the country that was meant."""
CASES = [case for case in read_cases() if case["case"] not in TRUE_FINDS]
EACH = 8
"""Of so many cases one is tried each time, and all of them in the deep tests."""


def assert_followed(case: Case, base: Base) -> None:
    alone = of_city_alone(case)
    with edited(base.root, case["edit"]):
        problems = new_problems(base, case)
        with restored({base.root / problem.place.file for problem in problems}):
            assert errors_after(problems, base.root, lambda: judged(base.root, alone)) == []


@pytest.mark.parametrize("case", CASES[::EACH], ids=lambda case: case["case"])
def test_a_followed_hint_leads_into_no_other_error(case: Case, base: Base) -> None:
    assert_followed(case, base)


@pytest.mark.deep
@pytest.mark.parametrize("case", drawn(CASES), ids=lambda case: case["case"])
def test_no_followed_hint_leads_into_another_error(case: Case, base: Base) -> None:
    assert_followed(case, base)


def test_ten_faults_that_overlap_are_told_at_once_and_followed_in_one_round(base: Base) -> None:
    """What a person decides is all that is left then, and it was told in the first round."""
    folder = base.root / "cities" / CITY
    with restored({folder / file for file, _, _ in TEN}):
        for file, old, new in TEN:
            path = folder / file
            path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        first = faults(base)
        for file, _, new in TEN:
            lines = (folder / file).read_text(encoding="utf-8").split("\n")
            line = next(at for at, text in enumerate(lines, 1) if new.split("\n")[0] in text)
            assert any(one.place.file.endswith(file) and one.place.line == line for one in first)
        mended = [(problem, piece) for problem in first for piece in pieces_of(problem, base.root)]
        for problem, piece in last_first(mended):
            replace_in(base.root / problem.place.file, piece)
        told = {key_of(problem) for problem in first}
        left = faults(base)
        assert {key_of(problem) for problem in left} <= told
        assert len(left) <= len(TEN) / 2, [problem.code.value for problem in left]


def faults(base: Base) -> list[Problem]:
    """Return what is said beyond what is said of the valid publication, notes left out."""
    standing = {key_of(problem) for problem in base.standing}
    return [
        problem
        for problem in judged(base.root, alone=True)
        if key_of(problem) not in standing and problem.severity is not Severity.NOTE
    ]
