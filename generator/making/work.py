"""Work dealt out to processes: a function from an assignment and a list of items to results.

A few items are made in this process, for another one costs a second to start.
"""

import contextlib
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context, parent_process
from typing import TypeVar

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")
Make = Callable[[Shared, Sequence[Item]], Sequence[Result]]
Advance = Callable[[int, int], None]
"""Is told how many of how many items are made."""


@dataclass(frozen=True)
class Work:
    """`jobs` processes; `advance` is told how far they are."""

    executor: Executor
    jobs: int
    advance: Advance

    def make(
        self,
        function: Make[Shared, Item, Result],
        shared: Shared,
        items: Sequence[Item],
        lot: int,
        few: int,
    ) -> list[Result]:
        """Return the result of every item, in their order.

        The items go to the processes in lots; up to `few` of them are made in this one.
        """
        lots = [items[first : first + lot] for first in range(0, len(items), lot)]
        part = partial(function, shared)
        alone = self.jobs == 1 or len(items) <= few
        made: list[Result] = []
        for results in map(part, lots) if alone else self._elsewhere(part, lots):
            made.extend(results)
            self.advance(len(made), len(items))
        return made

    def _elsewhere(
        self, part: Callable[[Sequence[Item]], Sequence[Result]], lots: list[Sequence[Item]]
    ) -> Iterator[Sequence[Result]]:
        with _deaf_to_interruptions():
            return self.executor.map(part, lots)


@contextlib.contextmanager
def working(jobs: int | None, advance: Advance) -> Iterator[Work]:
    """Give work in `jobs` processes, by default one a processor.

    They start when they are first needed and end with the block.
    """
    jobs = jobs or available_processors()
    context = get_context("spawn")  # the same on every system, and safe beside threads
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_follow_parent) as executor:
        yield Work(executor, jobs, advance)


def available_processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextlib.contextmanager
def _deaf_to_interruptions() -> Iterator[None]:
    """Begin processes that never hear Ctrl+C, which a terminal sends to all: this one ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _follow_parent() -> None:
    """Leave interruptions to the parent process, and end when it has ended in any way."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
