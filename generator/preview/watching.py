"""Says when something was saved that a build reads, by watchdog: the only module that knows it.

The system reports what happens below the watched folders; of a folder that appears later it may
say too little, so that the watches are set anew when a folder came or went. A system that refuses
to watch so many is polled instead.
"""

import contextlib
import errno
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from generator import resources
from generator.model.temporary_files import is_temporary
from generator.preview.bursts import Bursts

FOLDERS = ("content", "cities", "theme")
SETTINGS = "mkdocs.yml"
POLL_S = 1.0
"""How often files are looked at where the system does not report, in seconds."""

logging.getLogger("watchdog").addHandler(logging.NullHandler())  # what counts is told by us

_CHANGES = {
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
}
_NEVER_READ = {".git", "__pycache__"}
_TOO_MANY = {errno.ENOSPC, errno.EMFILE, errno.ENOMEM}

REFUSED = (
    "The system refuses to watch so many folders ({reason}). "
    "Saved files are looked for every second instead."
)


class Watch:
    """The inputs below `root`, and the shipped theme if `root` has none, under watch."""

    def __init__(self, root: Path, saves: Bursts, report: Callable[[str], None]) -> None:
        self._root, self._saves, self._report = root, saves, report
        self._polls = False
        self._folders_changed = False
        self._observer = self._observe()

    def renew(self) -> None:
        """Set the watches anew if a folder came or went; a build must follow."""
        if self._folders_changed:
            self.end()
            self._folders_changed = False
            self._observer = self._observe()

    def end(self) -> None:
        self._observer.stop()
        self._observer.join()

    def _observe(self) -> BaseObserver:
        if not self._polls:
            observer = Observer()
            try:
                self._start(observer)
                return observer
            except OSError as problem:
                with contextlib.suppress(RuntimeError):  # it has not begun
                    observer.stop()
                    observer.join()
                if problem.errno not in _TOO_MANY:
                    raise
                self._polls = True
                self._report(REFUSED.format(reason=problem.strerror))
        polling = PollingObserver(timeout=POLL_S)
        self._start(polling)
        return polling

    def _start(self, observer: BaseObserver) -> None:
        """Begin to watch; the root is last, for it alone says that there is no room for more.

        Raises:
            OSError: the system watches no more.
        """
        handler = _Handler(self._note)
        observer.start()
        for folder in inputs_of(self._root):
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                observer.schedule(handler, str(folder), recursive=True)
        observer.schedule(_Handler(self._note_of_root), str(self._root))

    def _note_of_root(self, event: FileSystemEvent) -> None:
        """Pass on what happens to the inputs themselves; much else may stand beside them."""
        if any(path.name in (*FOLDERS, SETTINGS) for path in _paths(event)):
            self._note(event)

    def _note(self, event: FileSystemEvent) -> None:
        if matters(event):
            self._folders_changed |= event.is_directory
            self._saves.note()


class _Handler(FileSystemEventHandler):
    def __init__(self, told: Callable[[FileSystemEvent], None]) -> None:
        self._told = told

    def dispatch(self, event: FileSystemEvent) -> None:
        self._told(event)


@contextlib.contextmanager
def watched(root: Path, saves: Bursts, report: Callable[[str], None]) -> Iterator[Watch]:
    """Note every save in `saves` until the block ends."""
    watch = Watch(root, saves, report)
    try:
        yield watch
    finally:
        watch.end()


def inputs_of(root: Path) -> list[Path]:
    """Return the folders to watch with all below them, those that are there."""
    folders = [root / name for name in FOLDERS]
    theme = resources.find("theme", root)
    return [folder for folder in {*folders, theme} if folder.is_dir()]


def matters(event: FileSystemEvent) -> bool:
    """Return whether an event can change what is built.

    Opening, reading and new rights do not; nor does what an editor keeps for itself. A folder is
    also modified when anything in it is, and that has an event of its own.
    """
    if event.event_type not in _CHANGES:
        return False
    if event.is_directory and event.event_type == EVENT_TYPE_MODIFIED:
        return False
    return any(
        not is_temporary(path.name) and _NEVER_READ.isdisjoint(path.parts) for path in _paths(event)
    )


def _paths(event: FileSystemEvent) -> list[Path]:
    """Return where it was and, of a move, where it is."""
    return [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
