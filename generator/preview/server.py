"""Answers the browser on this machine: the site, the preview's own files, and the news.

Who asks by another name than this machine's is refused: a page elsewhere on the web could have
its own name lead here (DNS rebinding).
"""

import html
import socketserver
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from string import Template
from typing import Any

from generator import resources
from generator.frozen import dataclass
from generator.preview.news import News, version_of
from generator.preview.served_page import RESERVED, as_served
from generator.preview.site_files import Elsewhere, Found, kind_of, read_address, read_lost

HERE = "127.0.0.1"
NAMES = ("127.0.0.1", "localhost", "[::1]")
OWN_FILES = ("preview.css", "preview.js")
BREATH_S = 15.0
"""How often an open connection shows that it lives, in seconds."""
AGAIN_MS = 1000
"""After how many milliseconds a page looks for a server that has gone."""
HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""With every answer. None lets another site read what is served here."""


@dataclass(frozen=True)
class Served:
    """What the server answers from: `words` are those of the page before there is a site."""

    root: Path
    site: Path
    news: News
    words: Mapping[str, str]


class PortRefused(Exception):
    """The port cannot be used; the text is the system's reason."""


class _Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # there it would let two programs share a port

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over a browser that went away, and a file that did."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


@contextmanager
def listening(served: Served, port: int) -> Iterator[int]:
    """Answer on a port of this machine until the block ends; give the port.

    Raises:
        PortRefused: the port is in use, or not for us.
    """
    try:
        server = _Server((HERE, port), partial(_Handler, served))
    except OSError as problem:
        raise PortRefused(problem.strerror or str(problem)) from None
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.server_address[1]
        finally:
            served.news.end()
            server.shutdown()


def is_own_host(given: Sequence[str], port: int) -> bool:
    """Return whether the `Host` headers of a request name this machine and port, once."""
    names = {f"{name}:{port}" for name in NAMES} | ({*NAMES} if port == 80 else set())
    return len(given) == 1 and given[0].strip().lower() in names


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, served: Served, *arguments: Any) -> None:
        self._served = served
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Answer a request; the name is the library's."""
        port = int(self.connection.getsockname()[1])
        if not is_own_host(self.headers.get_all("Host", []), port):
            self._send(HTTPStatus.MISDIRECTED_REQUEST, Found(b"", "text/plain"))
        elif self.path == f"{RESERVED}events":
            self._send_news()
        elif self.path.startswith(RESERVED):
            self._send_own(self.path.removeprefix(RESERVED))
        else:
            self._send_of_site()

    do_HEAD = do_GET

    def log_message(self, *arguments: object) -> None:
        """Say nothing of each request."""

    def _send_of_site(self) -> None:
        site = self._served.site
        version = version_of(site)  # before the file: of an older build a page asks again
        try:
            found = read_address(site, self.path)
        except Elsewhere as folder:
            self._begin(HTTPStatus.FOUND, Location=folder.address)
            return
        if found is not None:
            self._send(HTTPStatus.OK, found, version)
        elif (lost := read_lost(site, self.path)) is not None:
            self._send(HTTPStatus.NOT_FOUND, lost, version)
        elif version:
            self._send(HTTPStatus.NOT_FOUND, Found(b"", "text/plain"))
        else:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, self._waiting_page(), version)

    def _waiting_page(self) -> Found:
        words = {name: html.escape(word) for name, word in self._served.words.items()}
        page = self._own("waiting.html").read_text(encoding="utf-8")
        return Found(Template(page).substitute(words).encode("utf-8"), kind_of("waiting.html"))

    def _send_own(self, name: str) -> None:
        if name in OWN_FILES:
            self._send(HTTPStatus.OK, Found(self._own(name).read_bytes(), kind_of(name)))
        else:
            self._send(HTTPStatus.NOT_FOUND, Found(b"", "text/plain"))

    def _own(self, name: str) -> Path:
        return resources.find(f"theme/preview/{name}", self._served.root)

    def _send(self, status: HTTPStatus, found: Found, version: str = "") -> None:
        content = as_served(found.content, version) if found.is_page else found.content
        self._begin(status, **{"Content-Type": found.kind, "Content-Length": str(len(content))})
        if self.command != "HEAD":
            self.wfile.write(content)

    def _send_news(self) -> None:
        """Tell each piece of news until the browser leaves or the preview ends."""
        self._begin(HTTPStatus.OK, **{"Content-Type": "text/event-stream; charset=utf-8"})
        if self.command == "HEAD":
            return
        news, told = self._served.news, -1
        self.wfile.write(f"retry: {AGAIN_MS}\n\n".encode())
        while (newest := news.newer_than(told, BREATH_S)) is not None:
            line = f"data: {news.text(self._served.site)}" if newest != told else ":"
            self.wfile.write(f"{line}\n\n".encode())
            self.wfile.flush()
            told = newest

    def _begin(self, status: HTTPStatus, **headers: str) -> None:
        self.send_response(status)
        for name, value in {**HEADERS, **headers}.items():
            self.send_header(name, value)
        self.end_headers()
