"""Whether the addresses of the sources still answer, asked over the network.

Never part of a check or a build: an answer of today says nothing about the figures. A server that
lets no program in, or is away for a day, has not lost its document, so that only what is surely
gone is called so.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from http.client import HTTPException
from itertools import chain
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
    UnknownHandler,
)

from generator.frozen import dataclass
from generator.model.publication import Publication

SECONDS = 20.0
"""How long an answer is waited for."""
PAUSE = 1.0
"""Seconds between two questions to one server."""
AT_ONCE = 16
"""How many servers are asked at the same time."""
AGENT = "city-profiles link check"
GONE = (404, 410)


class Answer(Enum):
    """What an address says: it is there, it is gone, or nobody can tell today."""

    THERE = "there"
    GONE = "gone"
    UNSURE = "unsure"


class Said(NamedTuple):
    """An answer and why."""

    answer: Answer
    reason: str = ""


@dataclass(frozen=True)
class Address:
    """An address with the places (`file:line`) where it stands."""

    url: str
    places: tuple[str, ...]


def addresses_of(publication: Publication) -> list[Address]:
    """Return the addresses of all sources, each once, in their order."""
    tables = [city.sources for city in publication.cities.values()]
    found: dict[str, list[str]] = {}
    for table in (publication.framework.sources, *tables):
        for row in table:
            if row.url:
                found.setdefault(row.url, []).append(f"{table.file}:{row.line}")
    return [Address(url, tuple(places)) for url, places in found.items()]


def ask_all(
    addresses: Iterable[Address], ask: Callable[[str], Said], pause: float = PAUSE
) -> Iterator[tuple[Address, Said]]:
    """Yield each address with its answer; one server is asked once in `pause` seconds."""
    servers: dict[str, list[Address]] = {}
    for one in addresses:
        servers.setdefault(urlsplit(one.url).netloc, []).append(one)

    def ask_server(group: list[Address]) -> list[tuple[Address, Said]]:
        answers = []
        for number, one in enumerate(group):
            time.sleep(pause if number else 0.0)
            answers.append((one, ask(one.url)))
        return answers

    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from chain.from_iterable(pool.map(ask_server, servers.values()))


def ask_address(url: str, seconds: float = SECONDS) -> Said:
    """Return what an address answers: first without its document, then, if that fails, with it."""
    said = _ask(url, "HEAD", seconds)
    return said if said.answer == Answer.THERE else _ask(url, "GET", seconds)


def _ask(url: str, method: str, seconds: float) -> Said:
    request = Request(url, headers={"User-Agent": AGENT}, method=method)
    try:
        with _opener().open(request, timeout=seconds):
            return Said(Answer.THERE)
    except HTTPError as error:
        return Said(Answer.GONE if error.code in GONE else Answer.UNSURE, str(error.code))
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        return Said(Answer.UNSURE, str(reason) or type(error).__name__)


def _opener() -> OpenerDirector:
    """Return what opens web addresses only: no file and no other protocol, also when led on."""
    opener = OpenerDirector()
    for handler in (
        HTTPHandler(), HTTPSHandler(), HTTPRedirectHandler(), HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(), UnknownHandler(),
    ):  # fmt: skip
        opener.add_handler(handler)
    return opener


def counts(answers: Iterable[Said]) -> Mapping[Answer, int]:
    """Return how many addresses gave each answer."""
    found = dict.fromkeys(Answer, 0)
    for said in answers:
        found[said.answer] += 1
    return found
