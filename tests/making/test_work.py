"""Items go to processes in lots; results come back in order, and a few are made at once."""

import os
from collections.abc import Sequence

import pytest

from generator.making.work import working


def double(shared: int, items: Sequence[int]) -> list[int]:
    return [item * shared for item in items]


def processes(shared: None, items: Sequence[int]) -> list[int]:
    return [os.getpid() for _ in items]


def tell_nobody(done: int, total: int) -> None:
    """Nobody follows the work."""


def test_results_come_in_the_order_of_the_items() -> None:
    with working(3, tell_nobody) as work:
        assert work.make(double, 2, range(7), lot=2, few=1) == [0, 2, 4, 6, 8, 10, 12]


def test_nothing_to_make_is_no_work() -> None:
    with working(2, tell_nobody) as work:
        assert work.make(double, 2, [], lot=2, few=1) == []


@pytest.mark.parametrize(("items", "here"), [(3, True), (4, False)])
def test_a_few_items_need_no_other_process(items: int, here: bool) -> None:
    with working(2, tell_nobody) as work:
        made = work.make(processes, None, range(items), lot=1, few=3)
    assert (os.getpid() in made) == here


def test_the_count_is_told_after_each_lot() -> None:
    told: list[tuple[int, int]] = []
    with working(1, lambda *count: told.append(count)) as work:
        work.make(double, 2, range(7), lot=3, few=0)
    assert told == [(3, 7), (6, 7), (7, 7)]


def test_a_failure_reaches_whoever_asked() -> None:
    with pytest.raises(TypeError), working(2, tell_nobody) as work:
        work.make(double, 2, [None, None], lot=1, few=0)
