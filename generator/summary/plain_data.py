"""Records as plain data of JSON and back; what is read is checked by the types that declare it.

A record is the list of its fields in order. Nothing but values of declared types can come out,
whatever the data were.
"""

import json
import types
import typing
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from generator.frozen import dataclass
from generator.model.records import InWords
from generator.model.retold import words_of
from generator.model.tables import Row

to_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Writes plain data as a text."""

SCALARS: Mapping[Any, tuple[type, ...]] = {
    str: (str,), int: (int,), float: (float, int), bool: (bool,), type(None): (type(None),),
}  # fmt: skip


Tell = Callable[[str], str]

LINE = "line"
"""The field of a row that is left out: it moves when rows are added."""


class NotOfType(ValueError):
    """The data are not those of a value of the type wanted."""


@dataclass(frozen=True, slots=True)
class Form:
    """How the values of a type are written, and read again."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class FieldForm:
    """Where a field stands in the data of its record, its type and its form."""

    at: int
    hint: Any
    form: Form


class Forms:
    """The form of every type; `named` are those of types that are written by a name only.

    `tell` is given each text for readers as it is read, and returns what stands in its place.
    `properties` are written with the fields of a record, for who reads it field by field.
    """

    def __init__(
        self,
        named: Mapping[Any, Form],
        tell: Tell | None = None,
        properties: Mapping[Any, tuple[str, ...]] | None = None,
    ) -> None:
        self._known: dict[Any, Form] = dict(named)
        self._tell = tell
        self.properties = properties or {}
        self._fields: dict[Any, Mapping[str, FieldForm]] = {}

    def fields_of(self, kind: Any) -> Mapping[str, FieldForm]:
        """Return where each field and property of a record stands in its data, by name."""
        if kind not in self._fields:
            self.of(kind)
        return self._fields[kind]

    def of(self, hint: Any) -> Form:
        """Return the form of a type.

        Raises:
            TypeError: values of the type cannot be told from others when they are read.
        """
        if hint not in self._known:
            later: list[Form] = []  # a record may hold records of its own type
            self._known[hint] = Form(lambda value: later[0].write(value),
                                     lambda data: later[0].read(data))  # fmt: skip
            later.append(self._form(hint))
            self._known[hint] = later[0]
        return self._known[hint]

    def name(self, hint: Any, form: Form) -> None:
        """Let values of a type be written in a form of their own."""
        self._known[hint] = form

    def _form(self, hint: Any) -> Form:
        origin, parts = get_origin(hint), get_args(hint)
        if hint in SCALARS:
            return _plain(SCALARS[hint])
        if origin is Annotated:
            form = self.of(parts[0])
            return self._told(form) if any(isinstance(one, InWords) for one in parts) else form
        if origin in (typing.Union, types.UnionType):
            return self._union(parts)
        if origin is tuple:
            return self._tuple(parts)
        if origin is frozenset:
            return self._listed(parts[0], frozenset)
        if origin in (dict, Mapping):
            return self._mapping(*parts)
        if isinstance(hint, type):
            return self._of_class(hint)
        raise TypeError(f"{hint} cannot be kept")

    def _told(self, form: Form) -> Form:
        """Return the form of a text for readers."""
        tell = self._tell
        if tell is None:
            return form
        return Form(form.write, lambda data: tell(text) if (text := form.read(data)) else text)

    def _of_class(self, kind: type) -> Form:
        if is_dataclass(kind):
            return self._record(kind, [item.name for item in fields(kind)], kind)
        if issubclass(kind, BaseModel):
            return self._model(kind)
        if issubclass(kind, Enum):
            return Form(lambda value: value.value, kind)
        if kind is bytes:
            return Form(lambda value: b64encode(value).decode(), lambda data: b64decode(data))
        raise TypeError(f"{kind} cannot be kept")

    def _union(self, parts: tuple[Any, ...]) -> Form:
        if all(part in SCALARS for part in parts):
            return _plain(tuple(kind for part in parts for kind in SCALARS[part]))
        others = [part for part in parts if part is not type(None)]
        if len(others) == 1:
            return _or_none(self.of(others[0]))
        return self._one_of(others)

    def _one_of(self, parts: Sequence[Any]) -> Form:
        """Return the form of several types: the number of the type, then the value."""
        forms = [self.of(part) for part in parts]
        kinds = [get_origin(part) or part for part in parts]

        def write(value: Any) -> Any:
            if value is None:
                return None
            number = next(at for at, kind in enumerate(kinds) if isinstance(value, kind))
            return [number, forms[number].write(value)]

        def read(data: Any) -> Any:
            if data is None:
                return None
            number, content = _checked(data, list)
            if _checked(number, int) not in range(len(forms)):
                raise NotOfType
            return forms[number].read(content)

        return Form(write, read)

    def _tuple(self, parts: tuple[Any, ...]) -> Form:
        if len(parts) == 2 and parts[1] is Ellipsis:
            return self._listed(parts[0], tuple)
        forms = [self.of(part) for part in parts]
        return Form(
            lambda value: [form.write(part) for form, part in zip(forms, value, strict=True)],
            lambda data: tuple(
                form.read(part) for form, part in zip(forms, _checked(data, list), strict=True)
            ),
        )

    def _listed(self, part: Any, kind: Callable[[Any], Any]) -> Form:
        form = self.of(part)

        def write(value: Any) -> Any:
            items = sorted(value) if isinstance(value, frozenset) else value
            return [form.write(item) for item in items]

        return Form(write, lambda data: kind(map(form.read, _checked(data, list))))

    def _mapping(self, key: Any, value: Any) -> Form:
        keys, values = self.of(key), self.of(value)
        return Form(
            lambda pairs: [[keys.write(name), values.write(item)] for name, item in pairs.items()],
            lambda data: {
                keys.read(name): values.read(item) for name, item in _checked(data, list)
            },
        )

    def _record(self, kind: Any, names: list[str], make: Callable[..., Any]) -> Form:
        hints = get_type_hints(kind, include_extras=True)
        apart = {LINE: 0} if LINE in names and issubclass(kind, Row) else {}
        forms = [(name, self.of(hints[name])) for name in names if name not in apart]
        if self._tell and issubclass(kind, Row):
            words = words_of(kind)
            forms = [(name, self._told(form) if name in words else form) for name, form in forms]
        for name in self.properties.get(kind, ()):
            hints[name] = get_type_hints(getattr(kind, name).fget)["return"]
        more = [(name, self.of(hints[name])) for name in self.properties.get(kind, ())]
        self._fields[kind] = {
            name: FieldForm(at, hints[name], form) for at, (name, form) in enumerate(forms + more)
        }

        def write(value: Any) -> Any:
            return [form.write(getattr(value, name)) for name, form in forms + more]

        def read(data: Any) -> Any:
            if type(data) is not list or len(data) != len(forms) + len(more):
                raise NotOfType
            data = data[: len(forms)]
            given = {name: form.read(item) for (name, form), item in zip(forms, data, strict=True)}
            return make(**given, **apart)

        return Form(write, read)

    def _model(self, kind: type[BaseModel]) -> Form:
        """Return the form of a validated record; which keys were given belongs to it."""
        fields_of = self._record(kind, list(kind.model_fields), dict)
        names = self.of(frozenset[str])

        def read(data: Any) -> Any:
            given, content = _checked(data, list)
            return kind.model_construct(set(names.read(given)), **fields_of.read(content))

        return Form(
            lambda value: [names.write(frozenset(value.model_fields_set)), fields_of.write(value)],
            read,
        )


def _plain(kinds: tuple[type, ...]) -> Form:
    def read(data: Any) -> Any:
        if type(data) not in kinds:
            raise NotOfType
        return data

    return Form(lambda value: value, read)


def _or_none(form: Form) -> Form:
    write, read = form.write, form.read
    return Form(
        lambda value: None if value is None else write(value),
        lambda data: None if data is None else read(data),
    )


def _checked(data: Any, kind: type) -> Any:
    if type(data) is not kind:
        raise NotOfType
    return data
