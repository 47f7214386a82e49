"""Inputs are known by size and times; what may have changed unseen is read again."""

import os
import re
import time
from pathlib import Path

import pytest

from generator.making import inputs
from generator.making.inputs import take_stock
from tests.roots import make_root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_root(tmp_path / "root", "alesund")


def observations(stock: inputs.Inputs) -> str:
    """Return the name of the observations of a city."""
    return next(name for name in stock if re.match("cities/[^/]*/observations.csv", name))


def later() -> int:
    return time.time_ns() + 10**12


def test_an_unchanged_file_is_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = take_stock(root, {}, 0)
    read: list[bytes] = []
    monkeypatch.setattr(inputs, "checksum_of", lambda content: read.append(content) or "")
    assert take_stock(root, before, later()) == before
    assert read == []


def test_what_changed_while_the_former_build_ran_is_read_again(root: Path) -> None:
    name = observations(take_stock(root, {}, 0))
    before = take_stock(root, {}, 0)
    stale = {**before, name: inputs.FileState(*_times(before[name]), "of another content")}
    assert take_stock(root, stale, later())[name].checksum == "of another content"
    assert take_stock(root, stale, 0)[name] == before[name]


def test_another_content_of_the_same_size_is_noticed(root: Path) -> None:
    before = take_stock(root, {}, 0)
    name = observations(before)
    path = root / name
    content, state = path.read_bytes(), path.stat()
    path.write_bytes(content[:-2] + b"X" + content[-1:])
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert take_stock(root, before, later())[name].checksum != before[name].checksum


def test_a_touched_file_has_the_same_checksum(root: Path) -> None:
    before = take_stock(root, {}, 0)
    name = observations(before)
    (root / name).touch()
    assert take_stock(root, before, later())[name].checksum == before[name].checksum


def test_a_link_is_told_by_where_it_leads(root: Path) -> None:
    (root / "content" / "beside.md").symlink_to("publication.yml")
    assert take_stock(root, {}, 0)["content/beside.md"].checksum == "link to publication.yml"


def _times(state: inputs.FileState) -> tuple[int, int, int]:
    return state.size, state.modified, state.changed
