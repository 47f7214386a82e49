"""Units made on a cluster: what they are made from goes there, what is made comes back.

The only module that knows Dask. It takes no disk for shared. What every worker needs is a plugin
of the workers, so that one that comes later, or again, has it too; Dask gives the lots of a worker
that was lost to another, and what comes back is placed here, once.
"""

import asyncio
import contextlib
import logging
import secrets
import shutil
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock
from typing import Any

from distributed import (
    CancelledError,
    Client,
    Future,
    KilledWorker,
    Security,
    Worker,
    WorkerPlugin,
    get_worker,
)
from distributed.comm.core import CommClosedError, connect

from generator import resources
from generator.making.archives import archives_of, files_in, unpack
from generator.making.choices import NotMade
from generator.making.installed import installed, judge_versions
from generator.making.made_units import WrittenFile
from generator.making.work import Advance, Item, Make, Reading, Result, Work
from generator.making.workshop import Assignment, workshop

PATIENCE_S = 30
"""How long a cluster may not answer, or have no worker, in seconds."""
IN_HAND = 4
"""How many lots are given out for each worker before the first of them is awaited."""
TRIES = 3
"""How often what all workers need is sent while some of them are being lost."""
ROOT, STANDING, MADE = "root", "standing", "made"
"""Folders of a worker: what a build reads, what stands of it, what the worker makes."""
LOST = (
    "A worker was lost again and again at the same work, most likely for lack of memory. "
    "Give each worker more, or start fewer of them."
)
GONE = "The connection to the cluster was lost; build again when it answers."
NO_WORKER = "The cluster has no worker."

_one_at_a_time = Lock()
"""Units are made for a process alone, and a worker may have several threads."""


@contextlib.contextmanager
def working_on_cluster(address: str, root: Path, advance: Advance) -> Iterator[Work]:
    """Give work on the workers of a cluster; they forget it with the block.

    Raises:
        NotMade: the cluster cannot be reached or used, or was lost.
    """
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters is told as NotMade
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="distributed")
        with _told(), _connected(address) as client:
            judge_cluster(client)
            cluster = Cluster(client, root)
            try:
                yield Work(cluster, advance)
            finally:
                cluster.leave()


@contextlib.contextmanager
def _connected(address: str) -> Iterator[Client]:
    try:
        asyncio.run(_knock(address))
    except TimeoutError:
        raise NotMade(f"No cluster answers at {address} in {PATIENCE_S} seconds.") from None
    except (OSError, ValueError, TypeError) as problem:
        raise NotMade(f"No cluster answers at {address}: {problem}.") from None
    with Client(address, timeout=PATIENCE_S, set_as_default=False) as client:
        yield client


async def _knock(address: str) -> None:
    """Connect, and leave: where that fails, a client would be left that cannot be closed.

    The outer limit is for something that is no scheduler and never says a word.
    """
    security = Security().get_connection_args("client")
    async with asyncio.timeout(PATIENCE_S):
        await (await connect(address, timeout=2 * PATIENCE_S, **security)).close()


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Tell in words of a cluster that fails."""
    try:
        yield
    except KilledWorker:
        raise NotMade(LOST) from None
    except (CancelledError, CommClosedError):
        raise NotMade(GONE) from None


def judge_cluster(client: Client) -> None:
    """Wait for a worker, and look whether all would make what this process makes.

    Raises:
        NotMade: there is no worker, or on a machine something else is installed.
    """
    _await_worker(client)
    there = client.run(installed, on_error="return")
    try:
        there["the scheduler"] = client.run_on_scheduler(installed)
    except ImportError as problem:
        there["the scheduler"] = problem
    for place, versions in there.items():
        if isinstance(versions, Exception):
            raise NotMade(f"City Profiles cannot be used by {place}: {versions}.")
        judge_versions(place, versions)


def _await_worker(client: Client) -> None:
    try:
        client.wait_for_workers(1, timeout=PATIENCE_S)
    except TimeoutError:
        raise NotMade(NO_WORKER) from None


# On this machine.


@dataclass
class Cluster:
    """The workers of a cluster, as a crew for what the folders below `root` give."""

    client: Client
    root: Path
    build: str = field(default_factory=lambda: f"city-profiles-{secrets.token_hex(4)}")
    placed: dict[str, WrittenFile] = field(default_factory=dict)
    _deliveries: list[str] = field(default_factory=list)

    @property
    def jobs(self) -> int:
        """How many processes there are."""
        return max(len(self.client.nthreads()), 1)

    def map(
        self,
        function: Make[Assignment, Item, Result],
        shared: Assignment,
        lots: Sequence[Sequence[Item]],
        reading: Reading,
    ) -> Iterator[Sequence[Result]]:
        """Yield the results of each lot, in their order; what they made stands here by then."""
        if not self._deliveries:
            self._deliver(_inputs(self.root))
        self._deliver(_standing(shared, reading.common))
        waiting: deque[Future[Any]] = deque()
        in_hand = IN_HAND * self.jobs
        for lot in lots:
            waiting.append(self._give_out(function, shared, lot, reading))
            if len(waiting) == in_hand:
                yield self._take_back(shared, waiting.popleft())
        while waiting:
            yield self._take_back(shared, waiting.popleft())

    def _deliver(self, places: Iterable[tuple[str, Path]]) -> None:
        """Let all workers have files, now and whenever one comes."""
        for archive in archives_of(places):
            for tried in range(1, TRIES + 1):
                self._deliveries.append(_delivery(self.build, len(self._deliveries)))
                delivery = Delivery(self.build, archive)
                try:
                    self.client.register_plugin(delivery, name=self._deliveries[-1])
                    break
                except OSError:
                    if tried == TRIES:
                        raise

    def _give_out(
        self,
        function: Make[Assignment, Item, Result],
        shared: Assignment,
        lot: Sequence[Item],
        reading: Reading,
    ) -> Future[Any]:
        own = (path for item in lot for path in reading.own(item))
        supplies = tuple(archives_of(_standing(shared, own)))
        errand = Errand(self.build, installed(), function, shared, lot, supplies)
        return self.client.submit(carry_out, errand, pure=False)

    def _take_back(self, shared: Assignment, future: Future[Any]) -> Any:
        results, archives = self._result(future)
        for archive in archives:
            for path, content in files_in(archive):
                self.placed[path] = workshop(shared).write(path, content)
        return results

    def _result(self, future: Future[Any]) -> Any:
        while True:
            try:
                return future.result(timeout=PATIENCE_S)
            except TimeoutError:
                if future.done():
                    raise
                _await_worker(self.client)

    def leave(self) -> None:
        """Let the workers delete what they were given."""
        for name in self._deliveries:
            with contextlib.suppress(OSError, ValueError, CancelledError):
                if self.client.status == "running":
                    self.client.unregister_worker_plugin(name)


def _inputs(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield what a build reads; what the package ships the workers have themselves."""
    yield f"{ROOT}/content", root / "content"
    for place in sorted((root / "cities").iterdir()):
        yield f"{ROOT}/cities/{place.name}", place
    for name in ("theme", "mkdocs.yml"):
        place = root / name
        if place.exists() and not place.samefile(resources.shipped(name)):
            yield f"{ROOT}/{name}", place


def _standing(assignment: Assignment, paths: Iterable[str]) -> Iterator[tuple[str, Path]]:
    shop = workshop(assignment)
    for path in paths:
        place = shop.standing(path)
        if place.exists():
            yield f"{STANDING}/{path}", place


# On a worker.


class Delivery(WorkerPlugin):
    """Unpacks an archive in a folder of each worker, which goes with the build."""

    def __init__(self, build: str, archive: bytes) -> None:
        self.build, self.archive = build, archive

    def setup(self, worker: Worker) -> None:
        unpack(self.archive, _desk(worker, self.build))
        self.archive = b""

    def teardown(self, worker: Worker) -> None:
        shutil.rmtree(_desk(worker, self.build), ignore_errors=True)


@dataclass(frozen=True)
class Errand:
    """A lot of items to be made, and the archives of what is read for them alone."""

    build: str
    versions: Mapping[str, str]
    function: Callable[[Assignment, Sequence[Any]], Sequence[Any]]
    assignment: Assignment
    items: Sequence[Any]
    supplies: tuple[bytes, ...]


def carry_out(errand: Errand) -> tuple[Sequence[Any], tuple[bytes, ...]]:
    """Return the results of a lot, and archives of the files that were made."""
    worker = get_worker()
    judge_versions(worker.address, errand.versions)
    desk = _desk(worker, errand.build)
    there = replace(errand.assignment, root=desk / ROOT, folder=desk / MADE, former=desk / STANDING)
    with _one_at_a_time:
        for archive in errand.supplies:
            unpack(archive, desk)
        there.folder.mkdir()
        try:
            results = errand.function(there, errand.items)
            return results, tuple(archives_of([("", there.folder)]))
        finally:
            wanted = _delivery(errand.build, 0) in worker.plugins
            shutil.rmtree(there.folder if wanted else desk, ignore_errors=True)


def _delivery(build: str, number: int) -> str:
    return f"{build}-{number}"


def _desk(worker: Worker, build: str) -> Path:
    return Path(worker.local_directory) / build
