"""Which addresses of sources answer, are gone, or leave it open."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest

from generator.editing.source_addresses import (
    Address,
    Answer,
    Said,
    addresses_of,
    ask_address,
    ask_all,
    counts,
)
from tests.assessment.made_up import FILES, publish


class Server(BaseHTTPRequestHandler):
    """Answers by the path: a code, or a code for questions without the document only."""

    def do_HEAD(self) -> None:
        path = self.path.strip("/")
        if path == "moved":
            self.send_response(301)
            self.send_header("Location", "/200")
        elif path == "to-a-file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
        else:
            self.send_response(405 if path == "whole-only" else int(path))
        self.end_headers()

    def do_GET(self) -> None:
        if self.path == "/whole-only":
            self.send_response(200)
            self.end_headers()
        else:
            self.do_HEAD()

    def log_message(self, *_: object) -> None:
        """Say nothing in the log of the tests."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as serving:
        Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()


@pytest.mark.parametrize(
    ("path", "answer", "reason"),
    [
        ("200", Answer.THERE, ""),
        ("moved", Answer.THERE, ""),
        ("whole-only", Answer.THERE, ""),
        ("404", Answer.GONE, "404"),
        ("410", Answer.GONE, "410"),
        ("403", Answer.UNSURE, "403"),
        ("429", Answer.UNSURE, "429"),
        ("503", Answer.UNSURE, "503"),
    ],
)
def test_only_what_is_surely_gone_is_called_so(
    server: str, path: str, answer: Answer, reason: str
) -> None:
    assert ask_address(f"{server}/{path}") == Said(answer, reason)


def test_a_server_that_is_away_leaves_it_open() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as closed:
        port = closed.server_port
    said = ask_address(f"http://127.0.0.1:{port}/", seconds=5)
    assert said.answer is Answer.UNSURE
    assert said.reason


def test_no_server_leads_to_a_file_of_this_machine(server: str) -> None:
    assert ask_address(f"{server}/to-a-file").answer is Answer.UNSURE
    assert ask_address("file:///etc/hostname").answer is Answer.UNSURE


def test_one_server_is_not_asked_twice_in_a_row() -> None:
    one, same, other = (
        Address(url, ())
        for url in ("https://a.example/1", "https://a.example/2", "https://b.example")
    )
    asked: dict[str, float] = {}

    def ask(url: str) -> Said:
        asked[url] = monotonic()
        return Said(Answer.THERE)

    answers = list(ask_all([one, other, same], ask, pause=0.2))
    assert {address for address, _ in answers} == {one, same, other}
    assert asked[same.url] - asked[one.url] >= 0.2
    assert counts(said for _, said in answers)[Answer.THERE] == 3


def test_an_address_is_asked_once_and_names_all_its_places(tmp_path: Path) -> None:
    rows = "a,A,publication,https://x.example/1\nb,B,publication,https://x.example/1\n"
    files = {"sources.csv": "source,title,kind,url\n" + rows}
    files["observations.csv"] = FILES["observations.csv"].replace("book", "a")
    files["context.csv"] = FILES["context.csv"].replace("book", "b")
    files["governance.csv"] = FILES["governance.csv"].replace("book", "a")
    found = addresses_of(publish(tmp_path, files))
    places = {one.url: one.places for one in found}
    file = "cities/teststadt/sources.csv"
    assert places["https://x.example/1"] == (f"{file}:2", f"{file}:3")
    assert any(place[0].startswith("content/framework/sources.csv:") for place in places.values())
