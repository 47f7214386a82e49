"""Work dealt out to a crew: a function from an assignment and a list of items to results.

A few items are made in this process, for another one costs a second to start.
"""

import contextlib
import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import field, replace
from functools import partial
from multiprocessing import get_context, parent_process
from typing import Any, Protocol, TypeVar

from generator.frozen import dataclass
from generator.making.made_units import Unit, WrittenFile

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")
Make = Callable[[Shared, Sequence[Item]], Sequence[Result]]
Advance = Callable[[int, int], None]
"""Is told how many of how many items are made."""


@dataclass(frozen=True)
class Reading:
    """What is read of the build to come, by path: `common` for any item, `own` for one alone."""

    common: Sequence[str] = ()
    own: Callable[[Any], Sequence[str]] = lambda item: ()


NOTHING = Reading()


class Crew(Protocol):
    """Those who make lots, as many at a time as there are `jobs`.

    `placed` are the files that were made on another machine, as they stand here.
    """

    @property
    def jobs(self) -> int: ...

    @property
    def placed(self) -> Mapping[str, WrittenFile]: ...

    def map(
        self,
        function: Make[Any, Item, Result],
        shared: Any,
        lots: Sequence[Sequence[Item]],
        reading: Reading,
    ) -> Iterator[Sequence[Result]]:
        """Yield the results of each lot, in their order."""


@dataclass(frozen=True)
class Work:
    """What a crew does; `advance` is told how far it is."""

    crew: Crew
    advance: Advance

    @property
    def jobs(self) -> int:
        return self.crew.jobs

    def as_placed(self, unit: Unit) -> Unit:
        """Return a unit with its files as they stand here, wherever they were made."""
        placed = self.crew.placed
        return replace(unit, files={path: placed.get(path, file)
                                    for path, file in unit.files.items()})  # fmt: skip

    def make(
        self,
        function: Make[Shared, Item, Result],
        shared: Shared,
        items: Sequence[Item],
        lot: int,
        few: int,
        reading: Reading = NOTHING,
    ) -> list[Result]:
        """Return the result of every item, in their order.

        The items go to the crew in lots, so that all have some; up to `few` are made here.
        """
        lot = max(min(lot, -(-len(items) // self.jobs)), 1)
        lots = [items[first : first + lot] for first in range(0, len(items), lot)]
        crew = Processes() if len(items) <= few else self.crew
        made: list[Result] = []
        for results in crew.map(function, shared, lots, reading):
            made.extend(results)
            self.advance(len(made), len(items))
        return made


@dataclass(frozen=True)
class Processes:
    """Processes of this machine, which see its disk: those of an executor, or this one."""

    jobs: int = 1
    executor: Executor | None = None
    placed: Mapping[str, WrittenFile] = field(default_factory=dict)

    def map(
        self,
        function: Make[Any, Item, Result],
        shared: Any,
        lots: Sequence[Sequence[Item]],
        reading: Reading,
    ) -> Iterator[Sequence[Result]]:
        """Yield the results of each lot, in their order."""
        part = partial(function, shared)
        if self.executor is None:
            return map(part, lots)
        with _deaf_to_interruptions():
            return self.executor.map(part, lots)


@contextlib.contextmanager
def working(jobs: int | None, advance: Advance) -> Iterator[Work]:
    """Give work in `jobs` processes, by default one a processor.

    They start when they are first needed and end with the block.
    """
    jobs = jobs or available_processors()
    if jobs == 1:
        yield Work(Processes(), advance)
        return
    os.environ["PYTHONSAFEPATH"] = "1"  # they import nothing from the folder they start in
    context = get_context("spawn")  # the same on every system, and safe beside threads
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_follow_parent) as executor:
        yield Work(Processes(jobs, executor), advance)


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
