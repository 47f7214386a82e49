"""Frozen records: dataclasses without a method of their own but the one that makes an instance.

The decorator of the standard library compiles six methods for each class, which is half of the
time that a command takes to start. Here equality, hash, text and refusal are the same for all
records. All else that the standard library does with dataclasses holds: fields, replace, matching.
"""

import dataclasses
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool, slots: bool = False) -> Callable[[type], type]:
        """Return what makes a class a frozen record, and so are those that inherit from it.

        Raises:
            TypeError: `frozen` is not true; such a class is for the standard library.
        """
        if not frozen:
            raise TypeError("a record is frozen: use the decorator of the standard library")

        def made(cls: type) -> type:
            cls.__doc__ = cls.__doc__ or cls.__name__  # otherwise one is made of the signature
            record = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
            record.__init__ = _init(record)
            compared = [field.name for field in dataclasses.fields(record) if field.compare]
            record._compared = staticmethod(_values(compared))
            for name, method in (_SHARED | (_IN_SLOTS if slots else {})).items():
                if vars(record).get(name) is None:
                    setattr(record, name, method)
            return record

        return made


def _init(record: type) -> Callable[..., None]:
    """Return what makes an instance: a method with the fields as its parameters."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_none": dataclasses.MISSING}
    by_place: list[str] = []
    by_name: list[str] = []
    lines: list[str] = []
    for field in dataclasses.fields(record):
        name, default, value = field.name, "", field.name
        if field.default != dataclasses.MISSING:
            known[f"_{name}"], default = field.default, f"=_{name}"
        elif field.default_factory != dataclasses.MISSING:
            known[f"_{name}"], default = field.default_factory, "=_none"
            value = f"_{name}() if {name} is _none else {name}"
        (by_name if field.kw_only else by_place).append(name + default)
        lines.append(f"  _set(self, {name!r}, {value})")
    apart = ["*"] if by_name else []
    head = f" def __init__({', '.join(['self', *by_place, *apart, *by_name])}):"
    text = [f"def made({', '.join(known)}):", head, *(lines or ["  pass"]), " return __init__"]
    found: dict[str, Any] = {}
    exec("\n".join(text), found)
    init: Callable[..., None] = found["made"](**known)
    return init


def _values(names: Sequence[str]) -> Callable[[object], tuple[object, ...]]:
    """Return what gives the values of some fields."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


def _equals(self: Any, other: Any) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return self._compared(self) == self._compared(other)


def _hash(self: Any) -> int:
    return hash(self._compared(self))


def _text(self: Any) -> str:
    shown = (field.name for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(f'{n}={getattr(self, n)!r}' for n in shown)})"


def _refuse(self: object, name: str, value: object = None) -> None:
    raise dataclasses.FrozenInstanceError(f"{name!r} of a record stays as it is")


def _state(self: Any) -> list[object]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[object]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


_SHARED: dict[str, Callable[..., Any]] = {
    "__eq__": _equals,
    "__hash__": _hash,
    "__repr__": _text,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
}
_IN_SLOTS: dict[str, Callable[..., Any]] = {"__getstate__": _state, "__setstate__": _set_state}
"""How what stands in slots is copied and sent to another process."""
