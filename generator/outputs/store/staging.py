"""The previous build survives: a build is written beside it and exchanged in one step.

What the build before holds already is taken over by a link, so that a small change writes little;
where nothing differs nothing is touched. On Linux the two folders are exchanged by the kernel;
elsewhere two renames do it, and the next command completes them if they were interrupted.
"""

import contextlib
import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

KEPT = ".kept"
"""The folder of results kept for the next build; no part of what is published."""
EXCHANGE = 2
AT_FDCWD = -100


class Staging:
    """The build to be. Paths are relative, with `/`."""

    def __init__(self, output: Path) -> None:
        self.former = output
        self.folder = output.with_name(f"{output.name}.next")
        self.written = 0
        """The number of published files that are new or differ from those before."""
        self._links: set[str] = set()
        self._files: set[str] = set()

    def write(self, path: str, content: bytes) -> None:
        """Write a file; one that the former build has with the same content is taken over."""
        self._files.add(path)
        if _holds(self.former / path, content):
            self._links.add(path)
            return
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        self.written += not path.startswith(KEPT)

    def keep(self, path: str) -> None:
        """Take over a file of the former build."""
        self._files.add(path)
        self._links.add(path)

    def keep_unless(self, renewed: Callable[[str], bool]) -> None:
        """Take over every file of the former build that is not renewed."""
        for path in _files_below(self.former) - self._files:
            if not renewed(path):
                self.keep(path)

    def take_place(self) -> None:
        """Put the build in the place of the former one, unless the two are equal."""
        if self._files == self._links == _files_below(self.former):
            return
        for path in sorted(self._links):
            _link(self.former / path, self.folder / path)
        exchange(self.folder, self.former)


@contextlib.contextmanager
def staged(output: Path) -> Iterator[Staging]:
    """Give an empty build to write to; it takes the place of `output` if no error ends it."""
    complete_exchange(output)
    staging = Staging(output)
    shutil.rmtree(staging.folder, ignore_errors=True)
    staging.folder.mkdir(parents=True)
    try:
        yield staging
        staging.take_place()
    finally:
        shutil.rmtree(staging.folder, ignore_errors=True)
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


def _files_below(folder: Path) -> set[str]:
    return {
        Path(where, name).relative_to(folder).as_posix()
        for where, _, names in os.walk(folder)
        for name in names
    }


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _link(source: Path, target: Path) -> None:
    """Give a file a second name; copy it where the file system cannot."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
