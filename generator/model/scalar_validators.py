"""The readers of scalars as validators of records: a fault becomes an error of pydantic."""

from collections.abc import Callable
from typing import TypeVar

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator.model import scalars

T = TypeVar("T")


def reads(parse: Callable[[str], T]) -> BeforeValidator:
    """Return a validator that reads the text of a scalar with `parse`."""

    def validate(value: object) -> T:
        if value is None:
            raise PydanticCustomError("yaml-key-missing", "empty")
        if not isinstance(value, str):
            raise PydanticCustomError("yaml-type", "not a scalar", {"expected": "text"})
        try:
            return parse(value)
        except scalars.Fault as unread:
            fault = scalars.fault_in(value, unread)
            context = {"expected": fault.expected, "sure": fault.sure, **fault.values}
            raise PydanticCustomError(fault.code, "fault", context) from None

    return BeforeValidator(validate)
