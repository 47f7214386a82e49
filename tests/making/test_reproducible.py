"""Identical input gives identical bytes: two folders, time zones, hash seeds, row orders."""

import random
import shutil
from pathlib import Path

import pytest

from tests.commands import apart, profiles
from tests.making.trees import differing
from tests.roots import shorten_library
from tests.world import write_world


def test_two_builds_have_the_same_bytes(small_build: Path, tmp_path: Path) -> None:
    """One in the process of the tests; one elsewhere, by two processes, where it is another day."""
    other = tmp_path / "elsewhere" / "deeper"
    shutil.copytree(small_build, other, ignore=shutil.ignore_patterns("build"))
    elsewhere = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C"}
    second = apart("build", "--jobs", "2", cwd=other, **elsewhere)
    assert second.returncode == 0, second.stderr
    assert differing(small_build / "build", other / "build") == []


@pytest.mark.deep
def test_neither_processes_nor_former_builds_change_a_byte(tmp_path: Path) -> None:
    """Cities with cash flows: in one process, in two, and when one city changed."""
    root = tmp_path / "root"
    cities = write_world(root, cities=3)
    shorten_library(root)
    path = root / "cities" / cities[0] / "city.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("name: ", "name: Old "), encoding="utf-8")
    build = ("build", "--no-pdf", "--output")
    assert apart(*build, "renewed", "--jobs", "2", cwd=root).returncode == 0
    path.write_text(text, encoding="utf-8")
    for name, jobs in {"renewed": "2", "one": "1", "two": "2"}.items():
        built = apart(*build, name, "--jobs", jobs, cwd=root)
        assert built.returncode == 0, built.stderr
    shutil.copytree(root / "two", root / "part")
    assert profiles(*build, "part", cities[0], cwd=root).returncode == 0
    assert differing(root / "one", root / "two") == []
    assert differing(root / "one", root / "renewed") == []
    assert differing(root / "one", root / "part") == []


@pytest.mark.deep
def test_the_order_of_sources_changes_only_their_list(root: Path, tmp_path: Path) -> None:
    """Rows of observations in another order give the same scores and the same profile."""
    other = tmp_path / "other"
    shutil.copytree(root, other)
    path = other / "cities" / "alesund" / "observations.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    random.Random(7).shuffle(rows)
    path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    assert profiles("build", cwd=root).returncode == 0
    assert profiles("build", cwd=other).returncode == 0
    changed = differing(root / "build" / "site", other / "build" / "site")
    lines = "file and line of each row are printed where a figure is traced"
    folders = ("data", "computed", "computed/areas", "recommendations")
    expected = {f"cities/alesund/{folder}/index.html" for folder in folders}
    data = {name for name in changed if name.startswith("data/")}
    hashes = {"manifest.json"}
    assert not data & {"data/scores.csv", "data/cities/alesund.csv"}, "rows keep their order"
    pages = set(changed) - data - hashes
    assert {name for name in pages if not _only_addresses(root, other, name)} <= expected, lines


def _only_addresses(root: Path, other: Path, name: str) -> bool:
    """Return whether two pages differ only in the line numbers of addresses."""
    import re

    def plain(folder: Path) -> str:
        text = (folder / "build" / "site" / name).read_text(encoding="utf-8")
        return re.sub(r"#row-\d+", "#row", text)

    return plain(root) == plain(other)
