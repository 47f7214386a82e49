"""A hint that is followed to the letter leads into no other error: the mistakes of editors."""

import pytest

from tests.draws import drawn
from tests.editing.test_mistakes import (
    Base,
    Case,
    edited,
    judged,
    new_problems,
    of_city_alone,
    read_cases,
    restored,
)
from tests.followed_hints import errors_after

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
