"""A preview of a tiny publication in a thread: saves, answers and events, without the generator."""

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from typing import Any

from generator.outcome import Outcome
from generator.preview.following import Preview, serve_site
from generator.problems import Code, Place, Problem
from generator.problems.render import load_messages

PATIENCE_S = 20
PAGE = (
    '<html><head><meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; connect-src 'none'\"></head><body>{}</body></html>"
)


class Ended(BaseException):
    """Ends the preview, as Ctrl+C does."""


@dataclass
class Trial:
    """Builds one page from `cities/x/name.txt`; a name with `<` is an error, `bug` one of ours."""

    root: Path
    address: Queue[str] = field(default_factory=Queue)
    said: list[str] = field(default_factory=list)
    builds: int = 0
    during: threading.Event = field(default_factory=threading.Event)
    """Set when a build has begun."""
    may_end: threading.Event = field(default_factory=threading.Event)
    """A build ends when this is set."""
    ended: bool = False
    below: str = ""
    """What stands on the page below the name."""

    @property
    def name(self) -> Path:
        return self.root / "cities/x/name.txt"

    @property
    def site(self) -> Path:
        return self.root / "build/site"

    def save(self, text: str) -> None:
        """Save at once, as most editors do: no build reads half of a text."""
        written = self.name.with_suffix(".tmp")
        written.write_text(text, encoding="utf-8")
        written.replace(self.name)

    def rebuild(self) -> Outcome:
        if self.ended:
            raise Ended
        self.builds += 1
        text = self.name.read_text(encoding="utf-8")
        self.during.set()
        self.may_end.wait(PATIENCE_S)
        if "bug" in text:
            raise ValueError("a fault of ours")
        if "<" in text:
            place = Place(f"cities/x/{text}")
            return Outcome(False, (Problem(Code.OBSERVABLE_UNKNOWN, place, text),))
        self._exchange(text)
        return Outcome(True)

    def _exchange(self, text: str) -> None:
        made = self.root / f"build.next-{self.builds}"
        (made / "site").mkdir(parents=True)
        (made / "site/index.html").write_text(PAGE.format(text + self.below), encoding="utf-8")
        (made / "site/404.html").write_text(PAGE.format("lost"), encoding="utf-8")
        if self.site.parent.exists():
            self.site.parent.rename(self.root / f"build.old-{self.builds}")
        made.rename(self.site.parent)


@contextmanager
def running(root: Path, name: str) -> Iterator[tuple[Trial, int]]:
    """Run a preview of a publication of one city; give it and its port."""
    for folder in ("content", "cities/x", "theme"):
        (root / folder).mkdir(parents=True)
    trial = Trial(root)
    trial.save(name)
    trial.may_end.set()
    preview = Preview(
        root, trial.site, trial.rebuild, load_messages("en"), trial.address.put, trial.said.append
    )
    thread = threading.Thread(target=_until_ended, args=(preview,), daemon=True)
    thread.start()
    try:
        yield trial, int(trial.address.get(timeout=PATIENCE_S).rstrip("/").rpartition(":")[2])
    finally:
        trial.ended = True
        trial.may_end.set()
        trial.save("the last")
        thread.join(PATIENCE_S)
        assert not thread.is_alive()


def _until_ended(preview: Preview) -> None:
    with suppress(Ended):
        serve_site(preview, 0)


def ask(port: int, path: str = "/", method: str = "GET", **headers: str) -> tuple[int, str, Any]:
    """Return status, text and headers of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode("utf-8"), answer.headers


class Events:
    """An open connection to the events of a preview."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
        self._connection.request("GET", "/-/events")
        self._answer = self._connection.getresponse()

    def next(self) -> dict[str, Any]:
        """Return the next news; an end of the connection is an error."""
        while True:
            line = self._answer.readline()
            assert line, "the connection has ended"
            if line.startswith(b"data: "):
                news: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
                return news

    def until(self, **wanted: bool) -> dict[str, Any]:
        """Return the first news that has, or has not, a `site` and a `panel`."""
        while True:
            news = self.next()
            if all(bool(news[name]) is value for name, value in wanted.items()):
                return news

    def until_other_than(self, former: dict[str, Any]) -> dict[str, Any]:
        """Return the first news of another build; of one that has just ended two may tell."""
        while True:
            news = self.until(site=True)
            if news["site"] != former["site"]:
                return news

    def close(self) -> None:
        self._connection.close()
