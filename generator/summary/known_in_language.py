"""What is known of a city in another language: the same results, the texts in them told anew.

Nothing is assessed twice. Records of the framework are those of the framework in the language;
what stands in rows and records of the city is told by its English.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from generator.assessment.advice.told_by_cities import Told
from generator.model.framework import Framework
from generator.model.framework_tables import GOALPOSTS, Goalpost
from generator.model.observables import Observable
from generator.model.on_demand import record_on_demand
from generator.model.records import Record
from generator.model.retold import retold, words_of
from generator.model.tables import Row
from generator.summary.plain_data import Tell

T = TypeVar("T")


def in_language(known: T, framework: Framework, tell: Tell) -> T:
    """Return results with the records of a framework, and each text for readers told anew."""
    told: T = _Retelling(framework, tell).of(known)
    return told


class _Retelling:
    """Each thing is told once, so that what was the same stays the same."""

    def __init__(self, framework: Framework, tell: Tell) -> None:
        self._framework, self._tell = framework, tell
        self._posts = framework.goalposts.by_key()
        self._told: dict[int, tuple[Any, Any]] = {}

    def of(self, value: Any) -> Any:
        if value is None or isinstance(value, str | int | float | bytes):
            return value
        if id(value) not in self._told:
            self._told[id(value)] = (value, self._of(value))  # the value is kept, so its id is
        return self._told[id(value)][1]

    def _of(self, value: Any) -> Any:
        if isinstance(value, Observable):
            return self._framework.observables.get(value.id, value)
        if isinstance(value, Goalpost):
            return self._posts.get(GOALPOSTS.key_of(value), value)
        if isinstance(value, Record):
            return retold(value, lambda _, text: self._tell(text))
        if isinstance(value, Row):
            kind: type = type(value)
            texts = {name: text for name in words_of(kind) if (text := getattr(value, name))}
            told: dict[str, Any] = {name: self._tell(text) for name, text in texts.items()}
            return replace(value, **told) if told else value
        if isinstance(value, tuple):
            return self._items(value)
        if isinstance(value, Mapping):
            return {key: self.of(item) for key, item in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            return self._record(value)
        return value

    def _items(self, value: tuple[Any, ...]) -> Any:
        items = [self.of(item) for item in value]
        if all(new is old for new, old in zip(items, value, strict=True)):
            return value
        return type(value)(*items) if hasattr(value, "_fields") else tuple(items)

    def _record(self, value: Any) -> Any:
        told: dict[str, Any] = {}
        for field in fields(value):
            old = getattr(value, field.name)
            new = self.of(old)
            if new is not old:
                told[field.name] = new
        return replace(value, **told) if told else value


def told_under(told: Told, names: Mapping[str, str]) -> Told:
    """Return what a city tells under the name that a language has for it; each part on demand."""
    if not names:
        return told

    def field(name: str) -> Any:
        value = getattr(told, name)
        return names.get(value, value) if name == "name" else value

    return record_on_demand(Told, field)
