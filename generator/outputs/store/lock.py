"""One build at a time into a folder: a lock that the system frees when its holder ends or dies."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.outputs.store.output_folder import OutputRefused

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def locked(output: Path) -> Iterator[None]:
    """Hold the lock of an output, an empty file beside it that stays.

    Raises:
        OutputRefused: another process holds it.
    """
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(output.with_name(f".{output.name}.lock"), flags, 0o644)
    try:
        try:
            _take(descriptor)
        except (BlockingIOError, PermissionError):
            raise OutputRefused(
                f"Another build into {output} is running. "
                "Wait until it has ended, or name another folder with --output."
            ) from None
        yield
    finally:
        os.close(descriptor)
