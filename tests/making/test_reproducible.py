"""Identical input gives identical bytes: two folders, time zones, hash seeds, row orders."""

import random
import shutil
from pathlib import Path

from tests.commands import profiles
from tests.making.trees import differing


def test_two_builds_have_the_same_bytes(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "deeper"
    shutil.copytree(root, other)
    first = profiles("build", cwd=root, TZ="Asia/Tokyo", PYTHONHASHSEED="1", LC_ALL="C")
    second = profiles("build", cwd=other, TZ="America/Lima", PYTHONHASHSEED="77", LC_ALL="C.UTF-8")
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert differing(root / "build", other / "build") == []


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
    assert not data & {"data/scores.csv", "data/cities/alesund.csv"}, "rows keep their order"
    pages = {name for name in changed if name not in data}
    assert {name for name in pages if not _only_addresses(root, other, name)} <= expected, lines


def _only_addresses(root: Path, other: Path, name: str) -> bool:
    """Return whether two pages differ only in the line numbers of addresses."""
    import re

    def plain(folder: Path) -> str:
        text = (folder / "build" / "site" / name).read_text(encoding="utf-8")
        return re.sub(r"#row-\d+", "#row", text)

    return plain(root) == plain(other)
