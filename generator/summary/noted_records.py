"""Records of which each field is read, and noted as read, when it is asked for.

A page of several cities mostly shows little of a result: whether it is rated, its mark, its year.
So it rests on these, and not on the value behind them. A field is named by its path:
`.selection.value`, `.data_points.0.band`. Whether a record is there at all, or how many, is the
`SHAPE` of a field, which is noted before any path below it.
"""

from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from types import UnionType
from typing import Any, Union, get_args, get_origin

from generator.frozen import dataclass
from generator.model.on_demand import record_on_demand
from generator.summary.plain_data import Forms, NotOfType

SHAPE = "?"
"""After the path of a field: whether its record is there, or how many records are."""

Note = Callable[[str], None]
Tell = Callable[[Callable[[Any], Any], Any], Any]


class PartData:
    """The data of a part, and what was read of it, by path."""

    def __init__(self, data: Any) -> None:
        self.data = data
        self.read: dict[str, Any] = {}


@dataclass(frozen=True)
class NotedForms:
    """The forms of records; `kinds` are those read field by field, all others are read whole."""

    forms: Forms
    kinds: Collection[type]

    def read(self, hint: Any, part: PartData, note: Note, tell: Tell) -> Any:
        """Return a part as a value of a type, of which each field is noted as it is read.

        `tell` gives what a form reads from data.
        """
        forms = self.forms

        def value(hint: Any, data: Any, path: str) -> Any:
            kind, several = self._kind(hint)
            if kind is None:
                note(path)
                if path not in part.read:
                    part.read[path] = tell(forms.of(hint).read, data)
                return part.read[path]
            note(path + SHAPE)
            if several:
                return tuple(record(kind, one, f"{path}.{at}") for at, one in enumerate(data))
            return None if data is None else record(kind, data, path)

        def record(kind: Any, data: Any, path: str) -> Any:
            fields = forms.fields_of(kind)
            if type(data) is not list or len(data) != len(fields):
                raise NotOfType

            def load(name: str) -> Any:
                field = fields[name]
                return value(field.hint, data[field.at], f"{path}.{name}")

            kept = forms.properties.get(kind, ())
            return record_on_demand(kind, load, kept_properties=kept)

        return value(hint, part.data, "")

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
