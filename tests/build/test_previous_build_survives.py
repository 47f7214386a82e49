"""A build that is killed or refused leaves the one before as it was."""

import signal
import time
from pathlib import Path

import pytest

from generator.outputs import staging
from tests.build.commands import profiles, start
from tests.build.trees import tree


@pytest.fixture
def built(root: Path) -> Path:
    assert profiles("build", cwd=root).returncode == 0
    return root


def _change(root: Path) -> None:
    path = root / "content" / "publication.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: City Profiles", "title: Other Profiles"), encoding="utf-8")


def test_killed_builds_leave_a_whole_build(built: Path, tmp_path: Path) -> None:
    old = tree(built / "build")
    _change(built)
    new_output = tmp_path / "new"
    assert profiles("build", "--output", str(new_output), cwd=built).returncode == 0
    new = tree(new_output)
    assert old != new
    for delay in (0.3, 0.8, 1.4, 2.0, 2.6, 3.4):
        process = start("build", cwd=built)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert tree(built / "build") in (old, new), f"killed after {delay} s"
    assert profiles("build", cwd=built).returncode == 0
    assert tree(built / "build") == new
    assert not (built / "build.next").exists()


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
    assert not (tmp_path / "build.next").exists()


def test_two_renames_do_where_no_exchange_exists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "_exchange_in_kernel", lambda one, other: False)
    output = tmp_path / "build"
    for content in (b"one", b"two"):
        _write(output, page=content)
    assert tree(output) == {"page": b"two"}


def test_an_interrupted_rename_is_completed(tmp_path: Path) -> None:
    _write(tmp_path / "build.previous", page=b"old")
    staging.complete_exchange(tmp_path / "build")
    assert tree(tmp_path / "build") == {"page": b"old"}


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

    monkeypatch.setattr(staging.os, "link", refuse)
    output = tmp_path / "build"
    _write(output, page=b"old", other=b"same")
    _write(output, page=b"new", other=b"same")
    assert tree(output) == {"page": b"new", "other": b"same"}


def _write(output: Path, **files: bytes) -> None:
    with staging.staged(output) as build:
        for name, content in files.items():
            build.write(name, content)
