"""What was read while something was made, so that it is made again when that has changed.

A reading is a pair: the city, "" for all of them together, and the file or part of its results.
"""

import contextlib
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
Read = tuple[str, str]
FILES = "files"
"""What is read of a city by whoever asks which files its folder holds."""


class Notebook:
    """Notes what is read while somebody asks it to take notes; all else is forgotten at once."""

    def __init__(self) -> None:
        self._taken: set[Read | frozenset[Read]] | None = None

    def note(self, read: Read) -> None:
        if self._taken is not None:
            self._taken.add(read)

    def note_all(self, reads: frozenset[Read]) -> None:
        """Note what was read together before."""
        if self._taken is not None:
            self._taken.add(reads)

    @contextlib.contextmanager
    def taking(self, apart: bool = False) -> Iterator[Callable[[], frozenset[Read]]]:
        """Give what returns all that was read in the block so far.

        It is noted outside, too, unless `apart`: then whoever asks notes the answer instead.
        """
        outer, inner = self._taken, set[Read | frozenset[Read]]()
        self._taken = inner
        try:
            yield lambda: _flat(inner)
        finally:
            self._taken = outer
            if outer is not None and not apart:
                outer.update(inner)


def _flat(taken: Iterable[Read | frozenset[Read]]) -> frozenset[Read]:
    together = [one for one in taken if isinstance(one, frozenset)]
    alone = [one for one in taken if not isinstance(one, frozenset)]
    return frozenset(alone).union(*together)


class Once(Generic[T]):
    """A value that is made once; what it was made from is noted each time it is asked for."""

    def __init__(self, notebook: Notebook, make: Callable[[], T]) -> None:
        self._notebook, self._make = notebook, make
        self._made: tuple[T, frozenset[Read]] | None = None

    def __call__(self) -> T:
        if self._made is None:
            with self._notebook.taking() as reads:
                value = self._make()
                self._made = (value, reads())
        self._notebook.note_all(self._made[1])
        return self._made[0]


def noted_once(
    notebook: Notebook, make: Callable[[K], T], at_most: int | None = None
) -> Callable[[K], T]:
    """Return what makes a value of each key once, as long as it is among the last `at_most`."""

    @lru_cache(maxsize=at_most)
    def once(key: K) -> Once[T]:
        return Once(notebook, partial(make, key))

    return lambda key: once(key)()
