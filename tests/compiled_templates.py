"""Templates are compiled once in a run of tests: half of the time of a small build goes there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from jinja2 import Environment


@contextmanager
def compiling_once() -> Iterator[None]:
    """Keep the code of each template by its text, its file and how its environment compiles.

    No filter of the project or of MkDocs depends on anything but its input and the context, so
    that what is worked out while a template is compiled is the same in every environment.
    """
    kept: dict[tuple[object, ...], Any] = {}
    compiles = Environment.compile

    def compile_once(
        self: Environment, source: Any, name: str | None = None, filename: str | None = None,
        raw: bool = False, defer_init: bool = False,
    ) -> Any:  # fmt: skip
        how = (self.autoescape, self.trim_blocks, self.lstrip_blocks, self.keep_trailing_newline)
        key = (source, name, filename, raw, self.finalize, self.undefined, how, *self.extensions)
        if not isinstance(source, str):
            return compiles(self, source, name, filename, raw, defer_init)
        if key not in kept:
            kept[key] = compiles(self, source, name, filename, raw, defer_init)
        return kept[key]

    with patch.object(Environment, "compile", compile_once):
        yield
