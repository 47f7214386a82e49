"""Making things once: what was made before is found again, the rest is made in processes.

In: a pure function from a shared value and a list of items to a list of results, all of which can
be sent to another process. Out: the results, in the order of the items. A result is kept under
the hash of the function, both values and the generator itself.
"""

import contextlib
import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache, partial
from multiprocessing import get_context, parent_process
from typing import Any, Generic, TypeVar

from generator.making.fingerprint import fingerprint, maker
from generator.outputs.store.kept import Kept

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")
Make = Callable[[Shared, Sequence[Item]], Sequence[Result]]
Advance = Callable[[int, int], None]
"""Is told how many of how many items are made."""
PARTS = 8
"""In how many parts a process gets its items: after each it can be told how far the work is."""


@dataclass(frozen=True)
class Made(Generic[Result]):
    """Results in the order asked for; `anew` of them were not found among the kept ones."""

    results: tuple[Result, ...]
    anew: int


@dataclass(frozen=True)
class Work:
    """What was made before, and `jobs` processes for the rest.

    `at_least`: no part has fewer items if each process has one; a call may have a cost of its own.
    """

    kept: Kept
    executor: Executor
    jobs: int
    advance: Advance
    at_least: int = 1
    maker: str = field(default_factory=maker)

    def make(
        self, function: Make[Shared, Item, Result], shared: Shared, items: Sequence[Item]
    ) -> Made[Result]:
        """Return the result of every item."""
        common = fingerprint(self.maker, function, shared)
        keys = [fingerprint(common, item) for item in items]
        found = [self.kept.find(key) for key in keys]
        missing = [number for number, one in enumerate(found) if one is None]
        made = self._make(function, shared, [items[number] for number in missing])
        for number, result in zip(missing, made, strict=True):
            self.kept.add(keys[number], result)
            found[number] = (result,)
        return Made(tuple(one[0] for one in found if one), len(missing))

    def _make(
        self, function: Make[Shared, Item, Result], shared: Shared, items: Sequence[Item]
    ) -> list[Result]:
        """Deal the items out in parts, and tell after each how many are made."""
        parts = self._number_of_parts(len(items))
        dealt = [items[first::parts] for first in range(parts)]
        made: list[Sequence[Result]] = []
        for results in self._each(function, shared, dealt):
            made.append(results)
            self.advance(sum(map(len, made)), len(items))
        return [made[number % parts][number // parts] for number in range(len(items))]

    def _number_of_parts(self, items: int) -> int:
        shares = min(self.jobs, items)
        return max(shares, min(items, shares * PARTS, items // self.at_least))

    def _each(
        self, function: Make[Shared, Item, Result], shared: Shared, dealt: Sequence[Sequence[Item]]
    ) -> Iterator[Sequence[Result]]:
        """Yield the results of each part; a single process, or a single part, needs no other."""
        if self.jobs == 1 or len(dealt) == 1:
            return (function(shared, part) for part in dealt)
        packed = pickle.dumps(shared, protocol=pickle.HIGHEST_PROTOCOL)
        with _deaf_to_interruptions():
            return self.executor.map(partial(_make_part, function, packed), dealt)


def _make_part(
    function: Callable[[Any, Sequence[Item]], Sequence[Result]],
    packed: bytes,
    items: Sequence[Item],
) -> Sequence[Result]:
    return function(_unpacked(packed), items)


@lru_cache(maxsize=1)
def _unpacked(packed: bytes) -> Any:
    """Return what the parts of one call share; a process reads it once."""
    return pickle.loads(packed)


def _tell_nobody(done: int, total: int) -> None:
    """Nobody follows the work."""


@contextlib.contextmanager
def working(kept: Kept, jobs: int | None, advance: Advance = _tell_nobody) -> Iterator[Work]:
    """Give work in `jobs` processes, by default one a processor.

    They start when they are first needed and end with the block.
    """
    jobs = jobs or available_processors()
    context = get_context("spawn")  # the same on every system, and safe beside threads
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_follow_parent) as executor:
        yield Work(kept, executor, jobs, advance)


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
