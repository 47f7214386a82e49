"""A preview of the site on loopback, which builds again when an input is saved."""

import functools
import http.server
import threading
import time
from collections.abc import Callable
from pathlib import Path

WATCHED = ("content", "cities", "theme")
INTERVAL_S = 0.5


def serve_site(
    root: Path, site: Path, port: int, rebuild: Callable[[], bool], report: Callable[[str], None]
) -> None:
    """Serve `site` until interrupted; call `rebuild` when a file below `root` changes."""
    handler = functools.partial(_QuietHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        report(f"http://127.0.0.1:{server.server_address[1]}/  (Ctrl+C ends)")
        try:
            _watch(root, rebuild)
        except KeyboardInterrupt:
            server.shutdown()


def _watch(root: Path, rebuild: Callable[[], bool]) -> None:
    seen = _state(root)
    while True:
        time.sleep(INTERVAL_S)
        now = _state(root)
        if now != seen:
            seen = now
            rebuild()


def _state(root: Path) -> dict[str, int]:
    """Return the time of the last change of every input."""
    return {
        str(path): path.stat().st_mtime_ns
        for folder in WATCHED
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing of each request."""
