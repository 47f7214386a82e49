"""Records and mappings whose contents are read when they are asked for."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import fields
from functools import cache, cached_property
from typing import Any, TypeVar, cast

T = TypeVar("T")


class OnDemand(Mapping[str, T]):
    """A mapping whose keys and values are read when they are asked for."""

    def __init__(self, keys: Callable[[], Collection[str]], load: Callable[[str], T]) -> None:
        """`load` raises KeyError for what is not there."""
        self._keys, self._load = keys, load

    def __getitem__(self, key: str) -> T:
        return self._load(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(self._keys())

    def __contains__(self, key: object) -> bool:
        return key in self._keys()


def each_once(known: Mapping[str, T], tell: Callable[[str, T], T]) -> Mapping[str, T]:
    """Return a mapping whose values are told anew, each once, when they are asked for.

    `tell` is given a key and its value.
    """
    return OnDemand(lambda: known, cache(lambda key: tell(key, known[key])))


def joined(first: Mapping[str, T], second: Mapping[str, T]) -> Mapping[str, T]:
    """Return both, read when they are asked for; of a key in both the value in `first`."""
    return OnDemand(
        lambda: dict.fromkeys((*first, *second)),
        lambda key: first[key] if key in first else second[key],
    )


def record_on_demand(
    kind: type[T],
    load: Callable[[str], Any],
    *,
    kept_properties: tuple[str, ...] = (),
    **known: Any,
) -> T:
    """Return a record of a dataclass whose fields are loaded by name each time they are read.

    `known` are fields that stand from the start. What the record makes of its fields once is made
    each time. `load` is also asked for the properties that `kept_properties` names.
    """
    loading: type[T] = _loading(cast(Any, kind), kept_properties)
    made = object.__new__(loading)
    for name, value in (("_load", load), *known.items()):
        object.__setattr__(made, name, value)
    return made


class _Loaded:
    """A field that is loaded each time it is read, unless the record holds it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, record: Any, _: Any) -> Any:
        return record._load(self._name)


@cache
def _loading(kind: Any, kept_properties: tuple[str, ...]) -> Any:
    names = (*(field.name for field in fields(kind)), *kept_properties)
    made_once = {
        name: property(made.func)
        for base in kind.__mro__
        for name, made in vars(base).items()
        if isinstance(made, cached_property)
    }
    return type(kind.__name__, (kind,), made_once | {name: _Loaded(name) for name in names})
