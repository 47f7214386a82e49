"""What a person sees of a build: a line for each thing done and, on a terminal, a bar meanwhile.

The bar goes to the standard error and is gone when its stage ends, so that the lines on the
standard output are the same everywhere.
"""

import sys
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:  # imported for a terminal only
    from rich.progress import Progress

PATIENCE_S = 1.0
"""How long a stage lasts before it shows a bar, in seconds."""


class Console:
    """Follows a build. On a terminal each stage has a bar until its first line is told."""

    def __init__(self) -> None:
        self._bar: Progress | None = None

    def begin(self, stage: str) -> None:
        self.end()
        if sys.stderr.isatty():
            self._bar = _late_bar()
            self._bar.add_task(stage, total=None)
            self._bar.start()

    def advance(self, done: int, total: int | None) -> None:
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=done, total=total)

    def tell(self, line: str) -> None:
        self.end()
        click.echo(line)

    def end(self) -> None:
        """Take the bar away, if there is one."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def _late_bar() -> "Progress":
    """Return a bar that shows itself when its stage takes longer."""
    from rich.console import Console as Terminal
    from rich.console import RenderableType
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

    begun = time.monotonic()

    class LateBar(Progress):
        def get_renderables(self) -> Iterable[RenderableType]:
            if time.monotonic() - begun > PATIENCE_S:
                yield from super().get_renderables()

    columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return LateBar(
        *columns,
        console=Terminal(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
