"""What was made before is found again; the rest is made, in order, in as many processes."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from generator.outputs.store.kept import Kept

from generator.making.work import Made, working
from generator.outputs.store.staging import staged


def double(shared: int, items: Sequence[int]) -> list[int]:
    return [item * shared for item in items]


def processes(shared: None, items: Sequence[int]) -> list[int]:
    return [os.getpid() for _ in items]


def make(output: Path, shared: int, items: Sequence[int], jobs: int = 1) -> Made[int]:
    with staged(output) as staging, working(Kept(staging), jobs) as work:
        staging.write("page", b"page")
        return work.make(double, shared, items)


def test_results_come_in_the_order_of_the_items(tmp_path: Path) -> None:
    made = make(tmp_path / "build", 2, range(7), jobs=3)
    assert made == Made((0, 2, 4, 6, 8, 10, 12), 7)


def test_only_what_is_new_is_made(tmp_path: Path) -> None:
    make(tmp_path / "build", 2, [1, 2, 3])
    assert make(tmp_path / "build", 2, [3, 4, 1]) == Made((6, 8, 2), 1)
    assert make(tmp_path / "build", 5, [3, 4, 1]) == Made((15, 20, 5), 3)


def test_nothing_to_make_is_no_work(tmp_path: Path) -> None:
    assert make(tmp_path / "build", 2, []) == Made((), 0)


@pytest.mark.parametrize(("items", "here"), [(1, True), (4, False)])
def test_one_item_needs_no_other_process(tmp_path: Path, items: int, here: bool) -> None:
    with staged(tmp_path / "build") as staging, working(Kept(staging), 2) as work:
        made = work.make(processes, None, range(items))
    assert (os.getpid() in made.results) == here


@pytest.mark.parametrize(
    ("jobs", "at_least", "parts"), [(1, 1, 8), (2, 1, 16), (2, 10, 4), (1, 100, 1), (2, 100, 2)]
)
def test_the_count_is_told_after_each_part(
    tmp_path: Path, jobs: int, at_least: int, parts: int
) -> None:
    told: list[tuple[int, int]] = []
    with (
        staged(tmp_path / "build") as staging,
        working(Kept(staging), jobs, lambda *count: told.append(count)) as work,
    ):
        made = replace(work, at_least=at_least).make(double, 2, range(40))
    assert made.results == tuple(range(0, 80, 2))
    assert len(told) == parts
    assert told == sorted(told)
    assert told[-1] == (40, 40)


def test_a_failure_reaches_whoever_asked(tmp_path: Path) -> None:
    with (
        pytest.raises(TypeError),
        staged(tmp_path / "build") as staging,
        working(Kept(staging), 2) as work,
    ):
        work.make(double, 2, [None, None])
