"""What every open page is told: which build the site is of, and what the check says."""

import json
import threading
from dataclasses import asdict
from pathlib import Path

from generator.preview.panel import Panel


def version_of(site: Path) -> str:
    """Return what tells one build of the site from another; "" if there is none.

    A build that differs takes the place of the former as a folder of its own.
    """
    try:
        state = site.stat()
    except OSError:
        return ""
    return f"{state.st_ino:x}-{state.st_mtime_ns:x}"


class News:
    """The newest word on the site, which many wait for at once."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._number = 0
        self._panel: Panel | None = None
        self._open = True

    def publish(self, panel: Panel | None) -> None:
        """Tell all pages that a build has ended, with what it has to say, if anything."""
        with self._changed:
            self._panel = panel
            self._number += 1
            self._changed.notify_all()

    def end(self) -> None:
        """Let go of everybody who waits."""
        with self._changed:
            self._open = False
            self._changed.notify_all()

    def newer_than(self, number: int, patience_s: float) -> int | None:
        """Return the number of the newest word, after waiting for one; None at the end.

        The number is the given one if there was nothing new in the time.
        """
        with self._changed:
            self._changed.wait_for(
                lambda: self._number != number or not self._open, timeout=patience_s
            )
            return self._number if self._open else None

    def text(self, site: Path) -> str:
        """Return the newest word as JSON on one line."""
        panel = self._panel
        return json.dumps({"site": version_of(site), "panel": asdict(panel) if panel else None})
