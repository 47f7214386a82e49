"""A build that is killed or refused leaves the one before as it was."""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.outputs.store import exchange, files_below, staging
from tests.commands import profiles, start
from tests.draws import draws
from tests.making.trees import tree


def _change(root: Path) -> None:
    path = root / "content" / "publication.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: City Profiles", "title: Other Profiles"), encoding="utf-8")


def _change_a_value(root: Path) -> None:
    path = root / "cities" / "alesund" / "observations.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("99.71", "98.71"), encoding="utf-8")


def test_killed_builds_leave_a_whole_build(built: Path, tmp_path: Path) -> None:
    kill_at(built, tmp_path, _change, [0.3, 0.8, 1.4, 2.0, 2.6, 3.4])


@pytest.mark.deep
@pytest.mark.parametrize("city", ["alesund", ""])
def test_small_changes_killed_at_any_moment(built: Path, tmp_path: Path, city: str) -> None:
    chance = random.Random(20261001)
    delays = [chance.uniform(0.2, 3.0) for _ in range(draws(25))]
    kill_at(built, tmp_path, _change_a_value, delays, *filter(None, [city]))


def kill_at(
    root: Path,
    elsewhere: Path,
    change: Callable[[Path], None],
    delays: list[float],
    *cities: str,
) -> None:
    """Kill builds of a change after delays in seconds: each leaves the old build or the new."""
    old = tree(root / "build")
    shutil.copytree(root / "build", elsewhere / "new")
    change(root)
    finished = profiles("build", *cities, "--output", str(elsewhere / "new"), cwd=root)
    assert finished.returncode == 0
    new = tree(elsewhere / "new")
    assert old != new
    for delay in delays:
        process = start("build", *cities, "--jobs", "2", cwd=root)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert tree(root / "build") in (old, new), f"killed after {delay} s"
        assert _ends(process.pid), "no process of a killed build stays"
    assert profiles("build", *cities, cwd=root).returncode == 0
    assert tree(root / "build") == new
    assert list(root.glob("build.next-*")) == []


@pytest.mark.deep
def test_of_two_builds_at_once_one_says_so(root: Path) -> None:
    first = start("build", "--no-pdf", cwd=root)
    while not list(root.glob("build.next-*")):
        assert first.poll() is None
        time.sleep(0.02)
    second = profiles("build", "--no-pdf", cwd=root)
    assert first.poll() is None, "the second did not wait for the first"
    assert second.returncode == 1
    assert "is running" in second.stderr
    assert "Traceback" not in second.stderr
    assert first.wait() == 0
    whole = tree(root / "build")
    assert "site/cities/rana/index.html" in whole
    assert profiles("build", "--no-pdf", cwd=root).returncode == 0
    assert tree(root / "build") == whole


@pytest.mark.deep
def test_builds_that_start_while_another_runs_leave_a_whole_build(root: Path) -> None:
    chance = random.Random(20261002)
    settings = root / "content" / "publication.yml"
    text = settings.read_text(encoding="utf-8")
    for number in range(5):
        title = f"title: Profiles {number}"
        settings.write_text(text.replace("title: City Profiles", title), encoding="utf-8")
        first = start("build", "--no-pdf", cwd=root)
        time.sleep(chance.uniform(0, 6))
        second = profiles("build", "--no-pdf", cwd=root)
        codes = (first.wait(), second.returncode)
        assert sorted(codes) in ([0, 0], [0, 1])
        assert codes[1] == 0 or "is running" in second.stderr
        whole = tree(root / "build")
        assert profiles("build", "--no-pdf", "--output", f"full-{number}", cwd=root).returncode == 0
        assert tree(root / f"full-{number}") == whole


def _ends(group: int) -> bool:
    """Return whether all processes of a group end within a while."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_a_refused_build_touches_nothing(built: Path) -> None:
    old = tree(built / "build")
    path = built / "cities" / "alesund" / "observations.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("99.71", '"99,71"'), encoding="utf-8")
    refused = profiles("build", cwd=built)
    assert refused.returncode == 1
    assert "number-decimal-comma" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert tree(built / "build") == old


def test_an_error_while_writing_keeps_the_old_build(tmp_path: Path) -> None:
    output = tmp_path / "build"
    _write(output, page=b"old")
    with pytest.raises(OSError, match="disk"), staging.staged(output) as build:
        build.write("page", b"half")
        raise OSError("disk")
    assert tree(output) == {"page": b"old"}
    assert list(tmp_path.glob("build.next-*")) == []


def test_two_renames_do_where_no_exchange_exists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_exchange_in_kernel", lambda one, other: False)
    output = tmp_path / "build"
    for content in (b"one", b"two"):
        _write(output, page=content)
    assert tree(output) == {"page": b"two"}
    assert not (tmp_path / "build.next-replaced").exists()


def test_an_interrupted_rename_is_completed(tmp_path: Path) -> None:
    _write(tmp_path / "build.next-replaced", page=b"old")
    exchange.complete_exchange(tmp_path / "build")
    assert tree(tmp_path / "build") == {"page": b"old"}
    _write(tmp_path / "build.next-replaced", page=b"older")
    exchange.complete_exchange(tmp_path / "build")
    assert tree(tmp_path / "build") == {"page": b"old"}
    assert not (tmp_path / "build.next-replaced").exists()


def test_a_build_equal_to_the_one_before_touches_nothing(tmp_path: Path) -> None:
    output = tmp_path / "build"
    _write(output, page=b"old", other=b"same")
    before = output.stat().st_ino
    _write(output, page=b"old", other=b"same")
    assert output.stat().st_ino == before
    _write(output, page=b"old")
    assert tree(output) == {"page": b"old"}, "what is not written any more goes"


def test_what_has_not_changed_is_the_same_file(tmp_path: Path) -> None:
    output = tmp_path / "build"
    _write(output, page=b"old", other=b"same")
    before = (output / "other").stat().st_mtime_ns
    _write(output, page=b"new", other=b"same")
    assert tree(output) == {"page": b"new", "other": b"same"}
    assert (output / "other").stat().st_mtime_ns == before


def test_without_links_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*paths: Path) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(files_below.os, "link", refuse)
    output = tmp_path / "build"
    _write(output, page=b"old", other=b"same")
    _write(output, page=b"new", other=b"same")
    assert tree(output) == {"page": b"new", "other": b"same"}


def _write(output: Path, **files: bytes) -> None:
    with staging.staged(output) as build:
        for name, content in files.items():
            build.write(name, content)
        build.take_place()
