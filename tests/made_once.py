"""What is costly to make and only read by tests: made once in a run, whichever worker is first."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE_S = 600
IS_WORKER = os.environ.pop("PYTEST_XDIST_WORKER", "") != ""
"""Whether others work beside this process. A run of tests within a test must not inherit it."""


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder of a name; `make` fills it unless another worker does, which is awaited.

    Tests leave it as it is, and copy what they change.
    """
    base = factory.getbasetemp()
    base = base.parent if IS_WORKER else base
    folder, done, begun = (base / f"{name}{end}" for end in ("", ".done", ".begun"))
    try:
        begun.mkdir()
    except FileExistsError:
        _wait_for(done)
        return folder
    try:
        make(folder)
    except BaseException:
        done.write_text("failed", encoding="utf-8")
        raise
    done.write_text("made", encoding="utf-8")
    return folder


def _wait_for(done: Path) -> None:
    begin = time.monotonic()
    while not done.exists() or not (said := done.read_text(encoding="utf-8")):
        assert time.monotonic() - begin < PATIENCE_S, f"nobody made {done.stem}"
        time.sleep(0.2)
    assert said == "made", f"{done.stem} could not be made; another worker says why"
