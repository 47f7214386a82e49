"""A command as a whole process: its seconds and its memory, with all that it starts."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.commands import CHECKOUT

INTERVAL_S = 0.05
LAST_LINES = 12
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONDONTWRITEBYTECODE": ""}
PROFILES = (sys.executable, "-m", "generator")


class NotMeasured(Exception):
    """Why a line of the table has no number."""


@dataclass(frozen=True)
class Usage:
    """What a command and its descendants have used.

    `cpu_s` is user and system time. `parent_mb` is the most memory in use by the command itself,
    `worker_mb` by the largest process that it started; None if the system does not tell.
    """

    cpu_s: float
    wall_s: float
    parent_mb: float
    worker_mb: float | None


def measure(*command: str, cwd: Path) -> Usage:
    """Run a command to its end.

    Raises:
        NotMeasured: it failed; with the end of what it said.
    """
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=cwd, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=said
        )
        workers = Workers(process.pid)
        workers.start()
        _, status, used = os.wait4(process.pid, 0)
        wall_s = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        workers.stop()
        if process.returncode:
            said.seek(0)
            raise NotMeasured(f"{_plain(command)} failed: {_end_of(said.read())}")
    unit = 1 if sys.platform == "darwin" else 1024
    parent_mb = used.ru_maxrss * unit / 1024**2
    return Usage(used.ru_utime + used.ru_stime, wall_s, parent_mb, workers.peak_mb)


def _plain(command: tuple[str, ...]) -> str:
    """Return a command without what belongs to one machine: interpreter and folders."""
    return " ".join(part for part in command if not Path(part).is_absolute())


def _end_of(said: bytes) -> str:
    """Return the last lines of what a command said, as one line."""
    lines = [line.strip() for line in said.decode("utf-8", "replace").splitlines()]
    return " / ".join([line for line in lines if line][-LAST_LINES:]) or "it said nothing"


class Workers(threading.Thread):
    """Notes the most memory in use by one descendant of a process, while it runs."""

    def __init__(self, parent: int) -> None:
        super().__init__(daemon=True)
        self.peak_mb = 0.0 if Path("/proc/self/status").exists() else None
        self._parent, self._ended = parent, threading.Event()

    def run(self) -> None:
        while self.peak_mb is not None and not self._ended.wait(INTERVAL_S):
            for pid in descendants(self._parent):
                self.peak_mb = max(self.peak_mb, peak_mb(pid))

    def stop(self) -> None:
        self._ended.set()
        self.join()


def descendants(parent: int) -> Iterator[int]:
    """Yield the processes that a process has started, and theirs."""
    for path in Path(f"/proc/{parent}/task").glob("*/children"):
        for pid in _read(path).split():
            yield int(pid)
            yield from descendants(int(pid))


def peak_mb(pid: int) -> float:
    """Return the most memory that a process has had in use; 0 if it has ended."""
    lines = _read(Path(f"/proc/{pid}/status")).splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:  # the process has ended in between
        return ""
