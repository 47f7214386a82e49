"""Who has the downloads alone can compute again all that the site states of its cities.

The script imports nothing of the product; what it gives is held against every cell.
"""

import ast
import csv
import html
import math
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.pages.about.open_data import compose_open_data
from generator.views.site import Site
from tests.draws import drawn
from tests.outputs.conftest import long_files
from tests.rebuilt import rebuild, recount
from tests.roots import make_root
from tests.sites import read_site
from tests.written import body_of

KEYS = {
    "scores": ("city", "id"), "certainty": ("city", "id", "family"), "trends": ("city", "id"),
    "urgency": ("city", "id"), "peers": ("city", "id", "peer_group"),
}  # fmt: skip
CITIES = ("almaty", "astana", "barcelona", "bishkek", "bristol", "moscow", "shymkent", "tbilisi")
PRINTED = {"scores": 1, "percent": 2, "percentile": 1}
"""Decimals of what is printed; all else has six."""
NEARLY = 2e-6
RATED = {"score", "low", "median", "high", "bands", "reached"}
OF_AREAS = {
    "score", "band", "position", "doubts", "targets", "reached", "rated", "total", "percent",
    "points", "coverage", "low", "high", "with_figure", "with_benchmark", "with_rating",
}  # fmt: skip
COMPARED = {
    "scores": {"band", "percent", "points"},
    "certainty": RATED,
    "trends": {"trend", "told", "untold", "slope", "probability", "rate", "moving_away"},
    "urgency": {"urgency", "level", "holds"},
    "peers": {"peers", "percentile", "rank", "rank_low", "rank_high"},
}
"""The columns that follow from the others; of an area more of its scores do."""


def download(site: Site, folder: Path) -> Path:
    """Write the tables over all cities as a reader downloads them."""
    folder.mkdir(exist_ok=True)
    for file in long_files(site):
        (folder / file.path).write_bytes(file.content)
    return folder


def compare(folder: Path) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Return how many cells of each column were compared, and those that differ."""
    rules, cities = rebuild.cities_of(folder)
    computed, counts, unequal = rebuild.rebuild(cities), Counter[tuple[str, str]](), []
    for key, counted in recount.recount(folder, rules, cities).items():
        computed[key] = computed.get(key, {}) | counted
    for table, keys in KEYS.items():
        for row in rebuild.rows_of(folder, table):
            place = tuple(row[key] for key in keys)
            cells = computed.get((table, *place), {})
            for column in OF_AREAS if row.get("kind") == "area" else COMPARED[table]:
                counts[table, column] += bool(row[column])
                if not same(table, column, row[column], cells.get(column)):
                    stated, value = row[column], cells.get(column)
                    unequal.append(f"{table} {' '.join(place)} {column}: {stated}, not {value}")
    return counts, unequal


def same(table: str, column: str, stated: str, computed: Any) -> bool:
    if computed is None or isinstance(computed, str):
        return stated == (computed or "")
    places = PRINTED.get(column, PRINTED.get(table, 6))
    if places < 6:
        computed = math.floor(computed * 10**places + 0.5 + 1e-8) / 10**places
    return stated != "" and abs(float(stated) - computed) <= NEARLY


@pytest.fixture(scope="module")
def several_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a publication with enough cities for ranks."""
    return read_site(make_root(tmp_path_factory.mktemp("several") / "root", *CITIES))


@pytest.fixture(scope="module")
def several(several_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return download(several_site, tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = read_site(make_root(tmp_path_factory.mktemp("few") / "root", *CITIES[:2]))
    folder = download(site, tmp_path_factory.mktemp("data-of-few"))
    assert compare(folder)[1] == []
    return folder


@pytest.fixture
def tables(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return tables to change: of two cities; for the deep tests, some of which rank, of all."""
    deep = request.node.get_closest_marker("deep")
    source: Path = request.getfixturevalue("several" if deep else "few")
    return Path(shutil.copytree(source, tmp_path / "data"))


def test_a_small_publication_follows_from_its_downloads(several: Path) -> None:
    counts, unequal = compare(several)
    assert unequal == []
    assert min(counts.values()) > 0, counts
    assert sum(counts.values()) > 3000


BROKEN = [
    ("certainty", "best", "score"), ("certainty", "value", "score"), ("certainty", "worst", "low"),
    ("certainty", "value_high", "high"), ("certainty", "median", "median"),
    ("series", "progress", "slope"), ("series", "left", "rate"), ("series", "error", "untold"),
    ("weights", "weight", "score"), ("urgency", "trend_factor", "urgency"),
    ("scores", "evidence", "with_figure"), ("scores", "benchmarks", "coverage"),
    ("scores", "doubts", "doubts"),
    ("scores", "low", "low"), ("scores", "reached", "reached"), ("scores", "position", "position"),
    ("peer-groups", "common", "peers"), ("peers", "percentile", "percentile"),
]  # fmt: skip
"""A table, a column in which every second cell is changed, and a column that then differs."""


def few_else_deep(cases: Sequence[tuple[str, ...]], every: int) -> list[Any]:
    """Return cases of which `make test` tries some; the deep tests try all others."""
    others = [case for number, case in enumerate(cases) if number % every]
    deep = (pytest.param(*case, marks=pytest.mark.deep) for case in drawn(others))
    return [*cases[::every], *deep]


@pytest.mark.parametrize(("table", "column", "differs"), few_else_deep(BROKEN, 6))
def test_a_changed_column_of_the_downloads_is_noticed(
    tables: Path, table: str, column: str, differs: str
) -> None:
    rows = rebuild.rows_of(tables, table)
    for row in rows[::2]:
        row[column] = other(row[column])
    with (tables / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    assert any(f" {differs}: " in one for one in compare(tables)[1])


def other(cell: str) -> str:
    """Return another content of a cell of the same kind; a blank one stays blank."""
    try:
        return str(0.9 * float(cell) + 3) if cell else cell
    except ValueError:
        return "not-found" if cell == "value" else cell and "other"


NUMBERS = [
    ("bands.moderate,33.0", "bands.moderate,65.9", "band"),
    ("uncertainty.weights,0.25", "uncertainty.weights,0.26", "low"),
    ("seed,20260101", "seed,20260102", "high"),
    ("trend.score_change,1.0", "trend.score_change,0.001", "trend"),
    ("trend.score_moved,5.0", "trend.score_moved,0.01", "trend"),
    ("points.4,95.0", "points.4,60.0", "points"),
    ("coverage.minimum_rated,3", "coverage.minimum_rated,4", "position"),
    ("comparison.minimum,5", "comparison.minimum,4", "rank"),
]
"""A line of the policy, the line in its place, and a column that then differs."""


@pytest.mark.parametrize(("before", "after", "differs"), few_else_deep(NUMBERS, 4))
def test_another_number_in_the_policy_gives_another_result(
    tables: Path, before: str, after: str, differs: str
) -> None:
    text = (tables / "policy.csv").read_text(encoding="utf-8")
    assert text.count(before) == 1
    (tables / "policy.csv").write_text(text.replace(before, after), encoding="utf-8")
    assert any(f" {differs}: " in one for one in compare(tables)[1])


@pytest.mark.deep
@pytest.mark.parametrize("publication", drawn(["fictitious_site", "site"]))
def test_the_whole_publication_follows_from_its_downloads(
    publication: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    counts, unequal = compare(download(request.getfixturevalue(publication), tmp_path / "data"))
    assert unequal == []
    assert min(counts.values()) > 0


def test_the_script_needs_python_and_numpy_only() -> None:
    tree = ast.parse(Path(rebuild.__file__).read_text(encoding="utf-8"))
    parts = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {node.module if isinstance(node, ast.ImportFrom) else node.names[0].name
             for node in parts}  # fmt: skip
    known = {*sys.stdlib_module_names, "numpy"}
    assert {str(name).partition(".")[0] for name in names} <= known


def test_the_program_on_the_data_page_gives_the_scores_of_the_site(
    several_site: Site, several: Path
) -> None:
    page = body_of(several_site, compose_open_data(several_site))
    blocks = [html.unescape(one) for one in re.findall(r"<code>(.*?)</code>", page, re.DOTALL)]
    program = next(one for one in blocks if 'rows("certainty")' in one)
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=several, capture_output=True, text=True, check=True
    )
    given = dict(line.rsplit(" ", 1) for line in run.stdout.splitlines())
    rows = rebuild.rows_of(several, "certainty")
    stated = {f"{row['city']} {row['id']}": row["score"] for row in rows
              if row["family"] != rebuild.LED}  # fmt: skip
    assert given.keys() == stated.keys()
    assert all(abs(float(given[name]) - float(stated[name])) < NEARLY for name in stated)
