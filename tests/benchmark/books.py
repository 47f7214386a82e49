"""Builds a publication with its PDFs in one process: `python -m tests.benchmark.books ROOT N …`.

Prints for each N, once the publications of so many cities are made: CPU seconds of a book beyond
its charts, and the memory in MB that the process then holds.
"""

import io
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from functools import wraps
from pathlib import Path
from typing import Any

from generator.commands import profiles
from generator.making import publishing
from generator.publications import Document

STATUS = Path("/proc/self/status")


class Watch:
    """Counts books, the seconds of their making and those of their charts, which are within."""

    def __init__(self) -> None:
        self.books, self.book_s, self.charts_s = 0, 0.0, 0.0

    @contextmanager
    def timing(self, what: str) -> Iterator[None]:
        begun = time.process_time()
        yield
        setattr(self, what, getattr(self, what) + time.process_time() - begun)

    def timed(self, function: Callable[..., Any], what: str) -> Callable[..., Any]:
        @wraps(function)
        def run(*given: Any) -> Any:
            with self.timing(what):
                return function(*given)

        return run

    def typeset(self, theme: Any, document: Document) -> bytes:
        if document.template != "book.typ" or not document.file.startswith("city-"):
            return _typeset(theme, document)
        with self.timing("book_s"):
            return _typeset(theme, document)


_typeset, _publish_city = publishing.typeset, publishing.publish_city


def main(root: Path, counts: list[int]) -> None:
    watch, said = Watch(), sys.stdout

    def publish_city(*given: Any) -> Any:
        made = _publish_city(*given)
        watch.books += 1
        if watch.books in counts:
            seconds = (watch.book_s - watch.charts_s) / watch.books
            print(f"{watch.books},{seconds:.3f},{held_mb()}", file=said, flush=True)
        return made

    vars(publishing).update(
        publish_city=publish_city,
        compose_book=watch.timed(publishing.compose_book, "book_s"),
        drawn_for_book=watch.timed(publishing.drawn_for_book, "charts_s"),
        typeset=watch.typeset,
    )
    output = root / "books"
    shutil.rmtree(output, ignore_errors=True)  # a build on top of another makes nothing
    with redirect_stdout(io.StringIO()):
        profiles(["build", "--root", str(root), "--output", str(output), "--jobs", "1"])


def held_mb() -> int:
    """Return the memory that this process holds now."""
    held = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmRSS"))
    return int(held.split()[1]) // 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(count) for count in sys.argv[2:]])
