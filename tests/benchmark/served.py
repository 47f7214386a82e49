"""How long the preview takes from a saved file to the page that shows it."""

import itertools
import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmark.processes import ENVIRONMENT, PROFILES, NotMeasured
from tests.benchmark.seeded_edits import Edit, draw_value

START_S, SHOWN_S, STOP_S = 3600, 300, 30
INTERVAL_S = 0.01


@dataclass(frozen=True)
class Preview:
    """A running `profiles serve`."""

    process: "subprocess.Popen[bytes]"
    port: int

    def read(self, path: str) -> str:
        """Return a page as it is served now; "" if there is none at this moment."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}") as answer:
                return str(answer.read().decode("utf-8"))
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def wait(self, path: str, wanted: str, longest_s: float) -> float:
        """Return the seconds until a page shows something."""
        begun = time.perf_counter()
        while not shows(self.read(path), wanted):
            if self.process.poll() is not None:
                raise NotMeasured("profiles serve has ended by itself")
            if time.perf_counter() - begun > longest_s:
                raise NotMeasured(f"{path} does not show {wanted!r} after {longest_s} s")
            time.sleep(INTERVAL_S)
        return time.perf_counter() - begun


def seconds_to_page(root: Path, edits: int) -> list[float]:
    """Return the seconds from an edit until the served page of the city shows it, by edit.

    One more edit comes first and is not counted: after it the process is warm.

    Raises:
        NotMeasured: the preview does not start, or does not show what was changed.
    """
    done: list[Edit] = []
    seconds: list[float] = []
    with _serving(root) as preview:
        try:
            for edit in itertools.islice(_not_shown(root, preview), edits + 1):
                done.append(edit)
                edit.apply()
                seconds.append(preview.wait(_page_of(edit), edit.value, SHOWN_S))
        finally:
            for edit in reversed(done):
                edit.undo()
    return seconds[1:]


def shows(page: str, wanted: str) -> bool:
    """Return whether a page shows a text or a number, whatever parts its thousands."""
    plain = re.sub(r"(?<=\d)[,\s](?=\d{3})", "", page)
    return re.search(rf"(?<![\d.]){re.escape(wanted)}(?![\d.])", plain) is not None


def _page_of(edit: Edit) -> str:
    """Return the page that lists every value of a city."""
    return f"cities/{edit.city}/data/index.html"


def _not_shown(root: Path, preview: Preview) -> Iterator[Edit]:
    """Yield edits whose new value does not stand on the page already, by another reason."""
    for number in itertools.count():
        edit = draw_value(root, number)
        if not shows(preview.read(_page_of(edit)), edit.value):
            yield edit


@contextmanager
def _serving(root: Path) -> Iterator[Preview]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [*PROFILES, "serve", "--no-pdf", "--root", str(root), "--port", str(port)]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, env=ENVIRONMENT, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        preview = Preview(process, port)
        preview.wait("index.html", "</html>", START_S)
        yield preview
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
