"""A machine that cannot read or write ends every command in a message, never in a traceback."""

import errno
import os
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.commands import profiles as command
from tests.draws import drawn

FILE = "cities/rana/observations.csv"
READING = (
    ("check",), ("check", "rana"), ("build",), ("fix",), ("explain", "rana", "air-pollution.pm2-5"),
    ("edition", "2026"), ("approve", "rana", "--by", "Mayor", "--role", "city"), ("benchmarks",),
    ("workbook", "export", "rana", "out.xlsx"), ("diff", "."),
)  # fmt: skip
WRITING = (
    ("schema", "{}"), ("workbook", "export", "rana", "{}"), ("build", "--no-pdf", "--output", "{}"),
    ("new", "--demo", "{}"), ("new", "--publication", "{}"), ("diff", ".", "--output", "{}"),
)  # fmt: skip


def run(root: Path, *arguments: str) -> Result:
    place = () if "new" in arguments else ("--root", str(root))
    return CliRunner().invoke(command, [*arguments, *place])


def said(result: Result) -> str:
    """Return what a command said that failed as a command fails."""
    assert isinstance(result.exception, SystemExit), (result.exception, result.output)
    assert result.exit_code in (1, 2)
    return result.output


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let a file be one that may not be read, also for an administrator."""

    def lock(name: str) -> None:
        for method in ("read_bytes", "read_text", "open"):
            whole = getattr(Path, method)

            def refused(path: Path, *rest: Any, _whole: Any = whole, **more: Any) -> Any:
                if path.as_posix().endswith(name):
                    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
                return _whole(path, *rest, **more)

            monkeypatch.setattr(Path, method, refused)

    return lock


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_a_file_that_may_not_be_read_is_named(
    root: Path, locked: Callable[[str], None], arguments: tuple[str, ...], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    before = files_of(root)
    locked(FILE)
    said(run(root, *arguments))
    assert files_of(root) == before


def files_of(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*.*") if path.is_file() and path.name[0] != ".")


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
@pytest.mark.parametrize("place", ["letter.txt/inner", "/dev/full"])
def test_a_place_that_cannot_be_written_is_said(
    root: Path, tmp_path: Path, arguments: tuple[str, ...], place: str
) -> None:
    if place == "/dev/full" and not Path(place).exists():
        # A device of Linux that is always full; the other place is refused by every system.
        pytest.skip("only Linux has /dev/full, the device that is always full")
    (tmp_path / "letter.txt").write_text("x", encoding="utf-8")
    wanted = str(tmp_path / place)
    said(run(root, *(one.replace("{}", wanted) for one in arguments)))
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "x"


FOLDERS = (
    "content", "cities", "content/framework", "content/labels", "content/framework/indicators",
    "cities/rana", "cities/rana/projects", "theme",
)  # fmt: skip
KINDS = ("link", "dangling", "file", "pipe")


def in_place_of_a_folder() -> Iterator[Any]:
    """Yield every kind in place of every folder; of a few folders outside of the long tests."""
    others = []
    for name, kind in product(FOLDERS, KINDS):
        if kind == "link" or name in ("content", "cities/rana"):
            yield name, kind
        else:
            others.append((name, kind))
    yield from (pytest.param(*one, marks=pytest.mark.deep) for one in drawn(others))


@pytest.mark.parametrize(("name", "kind"), [*in_place_of_a_folder()])
def test_what_stands_where_a_folder_should_is_named(
    root: Path, tmp_path: Path, name: str, kind: str
) -> None:
    path = root / name
    if path.exists():
        path.rename(tmp_path / "away")
    else:
        (tmp_path / "away").mkdir()
    if kind == "file":
        path.write_text("x", encoding="utf-8")
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(tmp_path / ("away" if kind == "link" else "nowhere"))
    result = run(root, "check")
    assert name.rpartition("/")[2] in said(result)
    assert "No problems" not in result.output
