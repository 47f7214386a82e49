"""Many saves at once are one reason to build, and none is lost."""

import threading
import time

QUIET_S = 0.075
"""How long nothing may be saved before a build begins, in seconds."""
PATIENCE_S = 1.0
"""How long to wait for that, in seconds: some programs write without a pause."""
LOOK_S = 0.5
"""How often the wait looks up, in seconds: on Windows nothing else lets Ctrl+C in."""


class Bursts:
    """Saves are noted by any thread, and awaited by the one that builds."""

    def __init__(self, quiet_s: float = QUIET_S, patience_s: float = PATIENCE_S) -> None:
        self._noted = threading.Event()
        self._quiet_s, self._patience_s = quiet_s, patience_s

    def note(self) -> None:
        """Remember that something was saved."""
        self._noted.set()

    def wait(self) -> None:
        """Return when something was saved, and nothing more for a moment.

        What is noted from then on, also while a build is running, ends the next wait.
        """
        while not self._noted.wait(LOOK_S):
            pass
        end = time.monotonic() + self._patience_s
        self._noted.clear()
        while self._noted.wait(self._quiet_s) and time.monotonic() < end:
            self._noted.clear()
        self._noted.clear()
