"""Records and mappings whose contents are read when they are asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")


class OnDemand(Mapping[str, T]):
    """A mapping whose keys and values are read when they are asked for."""

    def __init__(self, keys: Callable[[], Iterable[str]], load: Callable[[str], T]) -> None:
        """`load` raises KeyError for what is not there."""
        self._keys, self._load = keys, load

    def __getitem__(self, key: str) -> T:
        return self._load(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(list(self._keys()))

    def __contains__(self, key: object) -> bool:
        return any(key == known for known in self._keys())


def joined(first: Mapping[str, T], second: Mapping[str, T]) -> Mapping[str, T]:
    """Return both, read when they are asked for; of a key in both the value in `first`."""
    return OnDemand(
        lambda: dict.fromkeys((*first, *second)),
        lambda key: first[key] if key in first else second[key],
    )


def record_on_demand(kind: type[T], load: Callable[[str], Any], **known: Any) -> T:
    """Return a record of a dataclass whose fields are loaded by name each time they are read.

    `known` are fields that stand from the start. A field with a plain default cannot be loaded.
    """
    loading: type[T] = _loading(cast(Any, kind))
    made = object.__new__(loading)
    vars(made).update(known, _load=load)
    return made


@cache
def _loading(kind: Any) -> Any:
    def load(self: Any, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return vars(self)["_load"](name)

    return type(kind.__name__, (kind,), {"__getattr__": load})
