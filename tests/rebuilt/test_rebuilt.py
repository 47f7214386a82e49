"""Who has the downloads alone can compute again all that the site states of its cities.

The recipe imports nothing of the product; what it gives is held against every cell.
"""

import shutil
from pathlib import Path

import pytest

from generator.views.site import Site
from tests.outputs.conftest import long_files
from tests.rebuilt.comparison import compare
from tests.roots import make_root
from tests.sites import read_site

KINDS = {
    "score", "position", "interval: low", "interval: median", "interval: high",
    "probability of a band", "interval of a position", "band", "trend: trend", "trend: told",
    "trend: untold", "trend: baseline_year", "trend: latest_year", "trend: change",
    "trend: slope", "trend: probability", "trend: rate", "urgency", "level of urgency",
    "share that holds",
}  # fmt: skip


def download(site: Site, folder: Path) -> Path:
    """Write the tables over all cities as a reader downloads them."""
    folder.mkdir(exist_ok=True)
    for file in long_files(site):
        (folder / file.path).write_bytes(file.content)
    return folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_root(tmp_path_factory.mktemp("small") / "root", "almaty", "barcelona")
    return download(read_site(root), tmp_path_factory.mktemp("data"))


def test_a_small_publication_follows_from_its_downloads(small: Path) -> None:
    counts, unequal = compare(small)
    assert unequal == []
    assert set(counts) == KINDS
    assert sum(counts.values()) > 600


@pytest.mark.parametrize(
    ("table", "before", "after", "kind"),
    [
        ("policy", "bands.moderate,33.0", "bands.moderate,65.9", "band"),
        ("policy", "uncertainty.weights,0.25", "uncertainty.weights,0.26", "interval: low"),
        ("policy", "seed,20260101", "seed,20260102", "interval: high"),
        ("policy", "urgency.trend.unclear,1.0", "urgency.trend.unclear,1.1", "urgency"),
        ("policy", "trend.score_change,1.0", "trend.score_change,9.0", "trend: trend"),
    ],
)
def test_another_number_in_the_downloads_gives_another_result(
    small: Path, tmp_path: Path, table: str, before: str, after: str, kind: str
) -> None:
    folder = shutil.copytree(small, tmp_path / "data")
    text = (folder / f"{table}.csv").read_text(encoding="utf-8")
    assert text.count(before) == 1
    (folder / f"{table}.csv").write_text(text.replace(before, after), encoding="utf-8")
    assert any(one.startswith(kind) for one in compare(folder)[1])


@pytest.mark.deep
@pytest.mark.parametrize("publication", ["site", "fictitious_site"])
def test_the_whole_publication_follows_from_its_downloads(
    publication: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    counts, unequal = compare(download(request.getfixturevalue(publication), tmp_path / "data"))
    assert unequal == []
    assert set(counts) == KINDS


def test_the_recipe_imports_nothing_of_the_product() -> None:
    for file in Path(__file__).parent.glob("[!t_]*.py"):
        text = file.read_text(encoding="utf-8")
        assert "generator." not in text.replace("generator/assessment", "")
        assert len(text.splitlines()) <= 250
