"""Records of which each field is read, and noted as read, when it is asked for.

A page of several cities mostly shows little of a result: whether it is rated, its mark, its year.
So it rests on these, and not on the value behind them. A field is named by its path:
`.selection.value`, `.data_points.0.band`. Whether a record is there at all, or how many, is the
`SHAPE` of a field, which is noted before any path below it.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from types import UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin

from generator.frozen import dataclass
from generator.model.on_demand import record_on_demand
from generator.summary.plain_data import FieldForm, Forms, NotOfType

T = TypeVar("T")
SHAPE = "?"
"""After the path of a field: whether its record is there, or how many records are."""

Tell = Callable[[Callable[[Any], Any], Any], Any]


@dataclass(frozen=True, slots=True)
class Origin(Generic[T]):
    """Where parts come from. `reading` names what is read: of a part, at a path.

    `note` is told that each time it is read; `tell` gives what a form reads from data.
    """

    reading: Callable[[str, str], T]
    note: Callable[[T], None]
    tell: Tell


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """A part by name. What is made of it refers to it, and it to nothing of that.

    So who lets go of it has the memory at once.
    """

    name: str
    origin: Origin[T]


@dataclass(frozen=True)
class NotedForms:
    """The forms of records; `kinds` are those read field by field, all others are read whole."""

    forms: Forms
    kinds: Collection[type]

    def read(self, hint: Any, data: Any, part: Part[T], path: str = "") -> tuple[T, Any]:
        """Return what is to be noted whenever a value is read, and the value.

        Fields of a record are noted as they are read.
        """
        kind, several = self._kind(hint)
        reading = part.origin.reading
        if kind is None:
            return reading(part.name, path), part.origin.tell(self.forms.of(hint).read, data)
        shape = reading(part.name, path + SHAPE)
        if several:
            records = (self._record(kind, one, part, f"{path}.{at}") for at, one in enumerate(data))
            return shape, tuple(records)
        return shape, None if data is None else self._record(kind, data, part, path)

    def _record(self, kind: Any, data: Any, part: Part[Any], path: str) -> Any:
        fields = self.forms.fields_of(kind)
        if type(data) is not list or len(data) != len(fields):
            raise NotOfType
        kept = self.forms.properties.get(kind, ())
        load = _Fields(self, fields, data, part, path)
        return record_on_demand(kind, load, kept_properties=kept)

    def changed(self, hint: Any, before: Any, now: Any, path: str = "") -> Iterator[str]:
        """Yield the paths of what differs in the data of two values, as they are noted."""
        kind, several = self._kind(hint)
        if before == now:
            return
        if kind is None:
            yield path
        elif before is None or now is None or (several and len(before) != len(now)):
            yield path + SHAPE
        elif several:
            for at, (old, new) in enumerate(zip(before, now, strict=True)):
                yield from self.changed(kind, old, new, f"{path}.{at}")
        else:
            for name, field in self.forms.fields_of(kind).items():
                old, new = before[field.at], now[field.at]
                yield from self.changed(field.hint, old, new, f"{path}.{name}")

    @cached_property
    def _kinds(self) -> dict[Any, tuple[Any, bool]]:
        return {}

    def _kind(self, hint: Any) -> tuple[Any, bool]:
        """Return the kind of the records of a type, and whether it is several; None if whole."""
        if hint not in self._kinds:
            self._kinds[hint] = self._kind_of(hint)
        return self._kinds[hint]

    def _kind_of(self, hint: Any) -> tuple[Any, bool]:
        origin, parts = get_origin(hint), get_args(hint)
        if origin is tuple and len(parts) == 2 and parts[1] is Ellipsis:
            return (parts[0], True) if parts[0] in self.kinds else (None, False)
        if origin in (Union, UnionType):
            others = [part for part in parts if part is not type(None)]
            hint = others[0] if len(others) == 1 else None
        return (hint, False) if hint in self.kinds else (None, False)


class _Fields:
    """Gives the fields of a record: each is made once, and noted each time."""

    __slots__ = ("data", "fields", "forms", "made", "part", "path")

    def __init__(
        self,
        forms: NotedForms,
        fields: Mapping[str, FieldForm],
        data: Any,
        part: Part[Any],
        path: str,
    ) -> None:
        self.forms, self.fields, self.data = forms, fields, data
        self.part, self.path = part, path
        self.made: dict[str, tuple[Any, Any]] = {}

    def __call__(self, name: str) -> Any:
        if name not in self.made:
            field, path = self.fields[name], f"{self.path}.{name}"
            self.made[name] = self.forms.read(field.hint, self.data[field.at], self.part, path)
        reading, value = self.made[name]
        self.part.origin.note(reading)
        return value
