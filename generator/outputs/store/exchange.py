"""One folder takes the place of another, so that at any moment one of the two stands there.

On Linux the kernel exchanges them at once; elsewhere two renames do it, and the next build
completes them if they were interrupted.
"""

import ctypes
import os
import sys
from pathlib import Path

from generator.outputs.store.output_folder import (
    before_of,
    is_build,
    previous_of,
    remove_build,
)

EXCHANGE = 2
AT_FDCWD = -100


def exchange(staging: Path, output: Path) -> None:
    """Put `staging` in the place of `output`; what stood there stands in `staging` then.

    Raises:
        OSError: the system refuses; `output` is as it was.
    """
    if not output.exists():
        staging.rename(output)
    elif not _exchange_in_kernel(staging, output):
        _exchange_in_two_steps(staging, output)


def keep_before(old: Path, output: Path) -> None:
    """Keep the build that stood in the place of `output`, if there was any, for the next one.

    Not if a city has gone since: what is withdrawn stays nowhere.
    """
    before = before_of(output)
    if is_build(old):
        remove_build(before)
        if _cities_of(old) <= _cities_of(output):
            old.rename(before)
        else:
            remove_build(old)


def _cities_of(build: Path) -> set[str]:
    folder = build / "site" / "cities"
    return {one.name for one in folder.iterdir()} if folder.is_dir() else set()


def complete_exchange(output: Path) -> None:
    """Finish two renames that were interrupted: the old build comes back if it is the only one."""
    previous = previous_of(output)
    if previous.exists() and not output.exists():
        previous.rename(output)
    remove_build(previous)


def _exchange_in_kernel(one: Path, other: Path) -> bool:
    """Return whether the two folders were exchanged at once (renameat2)."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    return int(renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], EXCHANGE)) == 0


def _exchange_in_two_steps(staging: Path, output: Path) -> None:
    previous = previous_of(output)
    output.rename(previous)
    try:
        staging.rename(output)
    except OSError:
        previous.rename(output)
        raise
    previous.rename(staging)
