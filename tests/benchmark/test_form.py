"""The measurements themselves: edits that the check lets through, and a table that tells."""

import dataclasses
import re
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.making.checking import check
from tests.benchmark import measures, peers, wanted
from tests.benchmark.measures import TAKE, Figure
from tests.benchmark.processes import NotMeasured, measure
from tests.benchmark.report import last_numbers, page, table
from tests.benchmark.seeded_edits import Edit, draw_edit, draw_value, row_at_the_top
from tests.benchmark.served import shows
from tests.benchmark.wanted import Line, chosen, load_measures, take
from tests.benchmark.worlds import Bench, edited_builds
from tests.making.trees import tree
from tests.roots import CHECKOUT, make_root

Draw = Callable[[Path, int], Edit]
MEASURES = {measure.id: measure for measure in load_measures()}


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def line(name: str, number: float | None, *, last: float | None = None) -> Line:
    known = MEASURES[name]
    figure = None if number is None else Figure(number)
    return Line(known, known.name, known.wanted, figure, "no tool", last)


# Edits


@pytest.fixture(scope="module")
def shared(fictitious: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the fictitious publication, which every test leaves as it was."""
    root = tmp_path_factory.mktemp("edited") / "root"
    shutil.copytree(fictitious, root)
    shutil.rmtree(root / "content" / "editions")  # an edit of what it froze wants a revision
    return root


def edits_of(root: Path, *draws: tuple[Draw, int]) -> list[Edit]:
    """Make so many edits of each kind, one on top of the other."""
    edits = []
    for draw, count in draws:
        for number in range(count):
            edits.append(draw(root, number))
            edits[-1].apply()
    return edits


def test_edits_change_something_that_the_check_lets_through(shared: Path) -> None:
    before = tree(shared)
    edits = edits_of(shared, (draw_edit, 20), (draw_value, 10), (row_at_the_top, 5))
    assert all(edit.before != edit.after and edit.value.encode() in edit.after for edit in edits)
    checked = check(shared)
    assert (checked.errors, checked.problems if checked.errors else ()) == (0, ())
    for edit in reversed(edits):
        edit.undo()
    assert tree(shared) == before


def test_values_of_shipped_cities_can_be_edited(tmp_path: Path) -> None:
    root = make_root(tmp_path / "root", "almaty", "bristol")
    edits = edits_of(root, (draw_value, 10))
    assert {edit.city for edit in edits} == {"almaty", "bristol"}
    assert check(root).errors == 0


def test_edits_are_the_same_in_every_run(shared: Path) -> None:
    drawn = [draw_edit(shared, number) for number in range(20)]
    assert drawn == [draw_edit(shared, number) for number in range(20)]
    files = [edit.path.name for edit in drawn]
    assert files.count("observations.csv") == 16
    assert len({edit.path.suffix for edit in drawn}) == 2, "a text is among them"
    assert len({edit.city for edit in drawn}) > 3


def test_an_edit_changes_one_line_and_a_row_is_one_more(shared: Path) -> None:
    edit, added = draw_value(shared, 0), row_at_the_top(shared, 0)
    old, new = edit.before.splitlines(), edit.after.splitlines()
    assert sum(one != other for one, other in zip(old, new, strict=True)) == 1
    top, *others = added.after.splitlines()[1:]
    assert others == added.before.splitlines()[1:]
    assert top not in others


def test_a_refused_edit_is_named_and_taken_back(tmp_path: Path) -> None:
    root = make_root(tmp_path / "root", "bristol")
    before = tree(root)

    def break_it(root: Path, number: int) -> Edit:
        edit = draw_value(root, number)
        return dataclasses.replace(edit, after=b"observable\n")

    with pytest.raises(
        NotMeasured,
        match=r"edit 1 of cities/bristol/observations.csv: -m generator build .* failed: .*column",
    ):
        edited_builds(root, break_it, 2)
    assert {path: data for path, data in tree(root).items() if path in before} == before


# Processes


def test_a_process_and_its_workers_are_measured(tmp_path: Path) -> None:
    worker = "data = bytearray(60_000_000); import time; time.sleep(0.5)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {worker!r}])"
    used = measure(sys.executable, "-c", parent, cwd=tmp_path)
    assert used.wall_s >= 0.5
    assert 0 < used.cpu_s < 60
    assert used.worker_mb is None or 60 < used.worker_mb < 300


def test_a_command_that_fails_is_a_reason_without_folders(tmp_path: Path) -> None:
    with pytest.raises(NotMeasured, match=r"^-c import sys.* failed: no city$"):
        measure(sys.executable, "-c", "import sys; sys.exit('no city')", cwd=tmp_path)


# The preview and other engines


@pytest.mark.parametrize("text", ["<b>12,345.6</b>", "12 345.6", "12\u202f345.6%", ">12345.6<"])
def test_a_page_shows_a_number_however_its_thousands_are_parted(text: str) -> None:
    assert shows(text, "12345.6")
    assert not shows(text, "2345.6")
    assert not shows(text, "12345")


def test_hugo_gets_the_pages_without_their_blocks(tmp_path: Path) -> None:
    docs, source = tmp_path / "docs", tmp_path / "source"
    source.mkdir()
    (docs / "cities").mkdir(parents=True)
    text = "# Cities\n\n<!-- block -->\n<p>12</p>\n<!-- /block -->\n\nProse.\n"
    (docs / "cities" / "index.md").write_text(text, encoding="utf-8")
    peers.write_hugo_source(docs, source)
    written = (source / "content" / "cities" / "_index.md").read_text("utf-8")
    assert written.split() == ["#", "Cities", "Prose."]


def test_without_hugo_the_line_says_how_to_install_it(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peers.shutil, "which", lambda name: None)
    monkeypatch.setattr(measures, "built", lambda bench, cities: bench.work)
    told = take(MEASURES["hugo"], bench, {})
    assert told.figure is None
    assert told.cells[-1].endswith("on Debian: apt-get install hugo")


# The table


def test_every_line_has_its_measurement_and_a_title_of_its_own(bench: Bench) -> None:
    assert set(TAKE) == set(MEASURES)
    titles = [measure.title(bench) for measure in chosen((), bench)]
    assert len(set(titles)) == len(MEASURES)
    assert not any("{" in title for title in titles)


def test_of_one_number_of_cities_no_line_is_twice(bench: Bench) -> None:
    one = dataclasses.replace(bench, sizes=(12,))
    titles = [measure.title(one) for measure in chosen(("cold",), one)]
    assert titles[0] == "From nothing, 12 cities: for each city"
    assert len(titles) == len(set(titles)) == 2


def test_what_is_wanted_holds_for_the_standard_numbers_of_cities(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wanted, "TAKE", dict.fromkeys(TAKE, lambda bench: Figure(1.0)))
    assert take(MEASURES["idle"], bench, {}).is_held
    other = dataclasses.replace(bench, sizes=(12, 40))
    assert take(MEASURES["idle"], other, {}).is_held is None
    assert take(MEASURES["shipped-idle"], other, {}).is_held


@pytest.mark.parametrize(
    ("name", "number", "last", "held", "worse"),
    [
        ("idle", 1.5, 1.4, True, False),
        ("idle", 1.6, 1.4, False, True),
        ("idle", 1.0, 0.9, True, True),
        ("two-over-one", 1.7, 1.8, True, False),
        ("two-over-one", 1.6, 1.9, False, True),
        ("cold-small", 2.0, 1.0, None, True),
        ("idle", None, 1.0, None, False),
    ],
)
def test_a_line_says_whether_it_holds_and_whether_it_became_worse(
    name: str, number: float | None, last: float, held: bool | None, worse: bool
) -> None:
    told = line(name, number, last=last)
    assert (told.is_held, told.is_worse) == (held, worse)


def test_the_table_as_it_is_printed() -> None:
    lines = [line("idle", 1.678, last=1.5), line("memory-of-one", 512.4), line("hugo", None)]
    assert table(lines).splitlines()[2:] == [
        "| Nothing changed, {middle} cities | ≤ 1.50 s | 1.50 s | 1.68 s | **no** **worse** |  |",
        "| Memory of one process, from nothing, {large} cities | ≤ 600 MB |  | 512 MB | yes |  |",
        "| From nothing, {middle} cities, over Hugo without blocks |  |  |  |  "
        "| not measured: no tool |",
    ]


def test_the_next_run_reads_what_the_page_says(bench: Bench) -> None:
    lines = [line("idle", 0.956), line("two-over-one", 1.8), line("hugo", None, last=2.0)]
    text = page(lines, bench, date(2026, 11, 28))
    assert "Measured on 2026-11-28, builds repeated 3 times, on " in text
    assert re.search(r"; 2,000,000 additions in a loop took \d+\.\d\d s\.\n", text)
    assert last_numbers(text) == {MEASURES["idle"].name: 0.96, MEASURES["two-over-one"].name: 1.8}
    assert str(CHECKOUT) not in text


def test_what_stands_behind_the_numbers_stays(bench: Bench) -> None:
    former = page([line("idle", 0.956)], bench, date(2026, 11, 28))
    assert "Behind the numbers" not in former
    apart = "\n## Behind the numbers\n\n| Measure | Before | Now |\n| --- | ---: | ---: |\n"
    kept = former.replace("\n\n## Method", f"\n{apart}\n## Method")
    renewed = page([line("idle", 0.5)], bench, date(2026, 12, 1), kept)
    assert f"\n{apart}\n## Method" in renewed
    assert last_numbers(renewed) == {MEASURES["idle"].name: 0.5}
    assert page([line("idle", 0.956)], bench, date(2026, 11, 28), kept) == kept
