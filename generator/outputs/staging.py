"""The previous build survives: a build is written beside it and exchanged in one step.

On Linux the two folders are exchanged by the kernel; elsewhere two renames do it, and the next
command completes them if they were interrupted.
"""

import contextlib
import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

EXCHANGE = 2
AT_FDCWD = -100


@contextlib.contextmanager
def staged(output: Path) -> Iterator[Path]:
    """Give an empty folder to write to; take it as `output` if the block ends without error."""
    complete_exchange(output)
    staging = output.with_name(f"{output.name}.next")
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    try:
        yield staging
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    exchange(staging, output)
    shutil.rmtree(staging, ignore_errors=True)
    shutil.rmtree(output.with_name(f"{output.name}.previous"), ignore_errors=True)


def complete_exchange(output: Path) -> None:
    """Finish two renames that were interrupted: the old build comes back if it is the only one."""
    previous = output.with_name(f"{output.name}.previous")
    if previous.exists() and not output.exists():
        previous.rename(output)


def exchange(staging: Path, output: Path) -> None:
    """Put `staging` in the place of `output`."""
    if not output.exists():
        staging.rename(output)
        return
    if _exchange_in_kernel(staging, output):
        return
    previous = output.with_name(f"{output.name}.previous")
    shutil.rmtree(previous, ignore_errors=True)
    output.rename(previous)
    staging.rename(output)


def _exchange_in_kernel(one: Path, other: Path) -> bool:
    """Return whether the two folders were exchanged at once (renameat2)."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    return int(renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], EXCHANGE)) == 0
