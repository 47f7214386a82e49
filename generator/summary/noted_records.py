"""Records of which each field is read, and noted as read, when it is asked for.

A page of several cities mostly shows little of a result: whether it is rated, its mark, its year.
So it rests on these, and not on the value behind them. A field is named by its path:
`.selection.value`, `.data_points.0.band`. Whether a record is there at all, or how many, is the
`SHAPE` of a field, which is noted before any path below it.
"""

from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from types import UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin

from generator.frozen import dataclass
from generator.model.on_demand import record_on_demand
from generator.summary.plain_data import Forms, NotOfType

T = TypeVar("T")
SHAPE = "?"
"""After the path of a field: whether its record is there, or how many records are."""

Tell = Callable[[Callable[[Any], Any], Any], Any]


class PartData(Generic[T]):
    """The data of a part. `reading` names what is read at a path, which `note` is told each time.

    `tell` gives what a form reads from data.
    """

    def __init__(
        self, data: Any, reading: Callable[[str], T], note: Callable[[T], None], tell: Tell
    ) -> None:
        self.data, self.reading, self.note, self.tell = data, reading, note, tell
        self.made: tuple[T, Any] | None = None


@dataclass(frozen=True)
class NotedForms:
    """The forms of records; `kinds` are those read field by field, all others are read whole."""

    forms: Forms
    kinds: Collection[type]

    def read(self, hint: Any, part: PartData[Any]) -> Any:
        """Return a part as a value of a type, of which each field is noted whenever it is read."""
        if part.made is None:
            part.made = self._made(hint, part.data, "", part)
        reading, value = part.made
        part.note(reading)
        return value

    def _made(self, hint: Any, data: Any, path: str, part: PartData[Any]) -> tuple[Any, Any]:
        """Return what is to be noted of a value at a path, and the value."""
        kind, several = self._kind(hint)
        if kind is None:
            return part.reading(path), part.tell(self.forms.of(hint).read, data)
        shape = part.reading(path + SHAPE)
        if several:
            records = (self._record(kind, one, f"{path}.{at}", part) for at, one in enumerate(data))
            return shape, tuple(records)
        return shape, None if data is None else self._record(kind, data, path, part)

    def _record(self, kind: Any, data: Any, path: str, part: PartData[Any]) -> Any:
        fields = self.forms.fields_of(kind)
        if type(data) is not list or len(data) != len(fields):
            raise NotOfType
        made: dict[str, tuple[Any, Any]] = {}

        def load(name: str) -> Any:
            if name not in made:
                field = fields[name]
                made[name] = self._made(field.hint, data[field.at], f"{path}.{name}", part)
            reading, value = made[name]
            part.note(reading)
            return value

        kept = self.forms.properties.get(kind, ())
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
