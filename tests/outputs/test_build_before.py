"""The build before the last is filled with the next one; nothing but its folders shows."""

from pathlib import Path

import pytest

from generator.outputs.store import exchange, staging
from generator.outputs.store.output_folder import MARKER, OutputRefused
from tests.making.trees import tree

FIRST = {"a/page": b"one", "b/page": b"same", "c/d/page": b"goes", "e": b"file"}
SECOND = {"a/page": b"two", "b/page": b"same", "e/page": b"folder", "f/page": b"comes"}


def _write(output: Path, files: dict[str, bytes]) -> None:
    with staging.staged(output) as build:
        for path, content in files.items():
            build.write(path, content)
        build.take_place()


def _folders(output: Path) -> set[str]:
    found = (path for path in output.rglob("*") if path.is_dir())
    return {path.relative_to(output).as_posix() for path in found}


@pytest.mark.parametrize("in_kernel", [True, False])
def test_each_build_is_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_kernel: bool
) -> None:
    if not in_kernel:
        monkeypatch.setattr(exchange, "_exchange_in_kernel", lambda one, other: False)
    output = tmp_path / "build"
    for files in (FIRST, SECOND, FIRST, FIRST, SECOND, SECOND, FIRST):
        _write(output, files)
        assert tree(output) == files
        assert _folders(output) == {
            parent.as_posix() for path in files for parent in Path(path).parents
        } - {"."}
        assert (output / MARKER).is_file()
        beside = {path.name for path in tmp_path.iterdir()}
        assert beside <= {"build", ".build.lock", ".build.before"}


def test_folders_are_made_once(tmp_path: Path) -> None:
    output = tmp_path / "build"
    for content in (b"1", b"2"):
        _write(output, {"a/page": b"same", "page": content})
    made = {(tmp_path / name / "a").stat().st_ino for name in ("build", ".build.before")}
    for content in (b"3", b"4"):
        _write(output, {"a/page": b"same", "page": content})
        assert (output / "a").stat().st_ino in made


def test_what_others_did_to_it_is_not_published(tmp_path: Path) -> None:
    output, before = tmp_path / "build", tmp_path / ".build.before"
    for content in (b"1", b"2"):
        _write(output, {"a/page": b"same", "page": content})
    (before / "a" / "page").unlink()
    (before / "a" / "page").write_bytes(b"evil")
    (before / "a" / "more").write_bytes(b"evil")
    (before / "empty").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (before / "away").symlink_to(tmp_path / "elsewhere")
    files = {"a/page": b"same", "page": b"3", "away/page": b"4"}
    _write(output, files)
    assert tree(output) == files
    assert _folders(output) == {"a", "away"}
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_what_is_no_build_is_refused(tmp_path: Path) -> None:
    output, before = tmp_path / "build", tmp_path / ".build.before"
    before.mkdir()
    _write(output, {"page": b"1"})
    (before / "mine").write_bytes(b"mine")
    with pytest.raises(OutputRefused, match="mine"):
        _write(output, {"page": b"2"})
    assert tree(output) == {"page": b"1"}


def test_without_the_former_build_nothing_of_it_comes_back(tmp_path: Path) -> None:
    output = tmp_path / "build"
    for content in (b"1", b"2"):
        _write(output, {"old": b"old", "page": content})
    output.rename(tmp_path / "away")
    _write(output, {"page": b"3"})
    assert tree(output) == {"page": b"3"}


def test_a_city_that_has_gone_stays_nowhere(tmp_path: Path) -> None:
    output, before = tmp_path / "build", tmp_path / ".build.before"
    both = {"site/cities/osh/page": b"1", "site/cities/rana/page": b"1"}
    _write(output, both)
    _write(output, {**both, "page": b"new"})
    assert (before / "site/cities/osh").is_dir()
    _write(output, {"site/cities/rana/page": b"2"})
    assert not before.exists()
