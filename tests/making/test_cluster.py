"""A cluster makes what this machine makes, whatever becomes of its workers, or it is told why not.

Each cluster has its scheduler in this process, and its workers in processes of their own.
"""

import os
import platform
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from distributed import LocalCluster

from generator.commands import profiles as command
from generator.making import cluster as cluster_module
from generator.making import installed as installed_module
from generator.making import order, renewal
from generator.making.choices import Choices
from generator.making.installed import differing_versions, installed
from generator.making.workshop import Assignment
from tests.making.trees import differing, tree
from tests.roots import shorten_library
from tests.world import write_world


class Following:
    """Keeps what a build tells, and kills workers: `deaths` by stage, at its first progress."""

    def __init__(self, kill: Callable[[], None] = lambda: None, stages: Sequence[str] = ()) -> None:
        self.lines: list[str] = []
        self.deaths = list(stages)
        self._kill, self._stage = kill, ""

    def begin(self, stage: str) -> None:
        self._stage = stage

    def advance(self, done: int, total: int | None) -> None:
        if self._stage in self.deaths:
            self.deaths.remove(self._stage)
            self._kill()

    def tell(self, line: str) -> None:
        self.lines.append(line)


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with workers(2) as cluster:
        yield cluster


def workers(number: int) -> LocalCluster:
    return LocalCluster(
        n_workers=number, threads_per_worker=1, dashboard_address=":0", memory_limit=None
    )


def kill_a_worker(cluster: LocalCluster) -> None:
    """Kill a worker, one with the most in hand, and wait for the one that its nanny starts.

    With it goes what it is making, and what it has made that was not fetched yet.
    """
    before = dict(cluster.scheduler.workers)
    victim = max(before.values(), key=lambda state: len(state.processing) + len(state.has_what))
    os.kill(cluster.workers[victim.name].pid, signal.SIGKILL)
    while not cluster.scheduler.workers.keys() - before.keys():
        time.sleep(0.1)


def build(*arguments: str) -> Result:
    return CliRunner().invoke(command, ("build", "--no-pdf", *arguments))


def test_a_cluster_that_loses_a_worker_builds_what_this_machine_builds(
    cluster: LocalCluster, tmp_path: Path
) -> None:
    root = tmp_path / "root"
    write_world(root, cities=4)
    shorten_library(root)
    here, there = Following(), Following(lambda: kill_a_worker(cluster), ["pages"])
    assert order.build(root, tmp_path / "here", here, Choices(jobs=1, pdf=False)).pages
    chosen = Choices(cluster=cluster.scheduler_address, pdf=False)
    order.build(root, tmp_path / "there", there, chosen)
    assert there.deaths == []
    assert differing(tmp_path / "here", tmp_path / "there") == []
    assert there.lines == here.lines
    again = Following()
    order.build(root, tmp_path / "there", again, Choices(jobs=1, pdf=False))
    assert again.lines == ["0 files new or changed"], "what is kept of the files is true of them"
    for worker in cluster.scheduler.workers.values():
        assert list(Path(worker.local_directory).glob("city-profiles-*")) == []


@pytest.mark.deep
def test_a_cluster_that_loses_workers_at_every_stage_renews_what_stands(
    cluster: LocalCluster, tmp_path: Path
) -> None:
    """With publications: nothing has changed but that everything is made anew."""
    root = tmp_path / "root"
    write_world(root, cities=10)
    shorten_library(root)
    assert order.build(root, tmp_path / "build", Following(), Choices(jobs=2)).pages
    before = tree(tmp_path / "build")
    anew = Following(lambda: kill_a_worker(cluster), ["cities", "pages", "MkDocs"])
    order.build(
        root, tmp_path / "build", anew, Choices(cluster=cluster.scheduler_address, anew=True)
    )
    assert anew.deaths == []
    assert anew.lines[-1] == "0 files new or changed"
    assert tree(tmp_path / "build") == before


def end_this_process(assignment: Assignment, names: Sequence[str]) -> list[str]:
    os.kill(os.getpid(), signal.SIGKILL)
    return list(names)


def test_work_that_ends_every_worker_is_given_up(
    cluster: LocalCluster, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        shutil.copytree(root / "cities" / "rana", root / "cities" / f"rana-{number}")
    monkeypatch.setattr(cluster.scheduler, "allowed_failures", 0)
    monkeypatch.setattr(renewal, "make_cities", end_this_process)
    result = build("--root", str(root), "--cluster", cluster.scheduler_address)
    assert result.exit_code == 1
    assert "A worker was lost again and again" in result.output
    assert "Nothing was built" in result.output
    assert not (root / "build").exists()


def test_a_cluster_without_workers_is_not_waited_for(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_module, "PATIENCE_S", 1)
    with workers(0) as cluster:
        result = build("--root", str(root), "--cluster", cluster.scheduler_address)
    assert result.exit_code == 1
    assert "has no worker" in result.output


@pytest.mark.parametrize("address", ["127.0.0.1:9", "127.0.0.1", "tls://127.0.0.1:9", "a://b:1"])
def test_a_cluster_that_does_not_answer_is_named(
    root: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_module, "PATIENCE_S", 1)
    result = build("--root", str(root), "--cluster", address)
    assert result.exit_code == 1
    assert f"No cluster answers at {address}" in result.output
    assert "Nothing was built" in result.output


def test_what_differs_between_machines_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "python_version", lambda: "2.7.18")
    installed.cache_clear()
    with workers(1) as cluster:
        result = build("--root", str(root), "--cluster", cluster.scheduler_address)
    installed.cache_clear()
    assert result.exit_code == 1
    there = ".".join(map(str, sys.version_info[:3]))
    assert f"python {there}, here 2.7.18" in result.output


def test_without_dask_what_to_install_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, cluster_module.__name__)
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = build("--root", str(root), "--cluster", "127.0.0.1:9")
    assert result.exit_code == 1
    assert "city-profiles[cluster]" in result.output


def test_processes_and_a_cluster_are_not_asked_for_at_once(root: Path) -> None:
    result = build("--root", str(root), "--cluster", "127.0.0.1:9", "--jobs", "2")
    assert result.exit_code == 2


def test_a_library_of_one_machine_only_is_no_difference() -> None:
    here = {"babel": "2.18.0", "pytest": "9.2.0", "zlib": "1.3"}
    there = {"babel": "2.17.0", "zlib": "1.3", "dask": "2026.8.0"}
    assert differing_versions(there, here) == ["babel 2.17.0, here 2.18.0"]


def test_a_change_of_code_is_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = []
    for text in ("a = 1\n", "a = 2\n"):
        (tmp_path / "code.py").write_text(text, encoding="utf-8")
        monkeypatch.setattr(installed_module.resources, "PACKAGE", tmp_path)
        monkeypatch.setattr(installed_module, "SHIPPED", ())
        installed.cache_clear()
        versions.append(installed()["generator"])
    installed.cache_clear()
    assert versions[0] != versions[1]
