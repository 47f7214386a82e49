"""How each line of the table is measured."""

import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.problems import Problems
from generator.read.publication_reader import read_framework
from tests.benchmark import peers, served
from tests.benchmark.full_tables import fill_tables
from tests.benchmark.processes import ENVIRONMENT, PROFILES, NotMeasured, Usage, measure
from tests.benchmark.seeded_edits import Edit, draw_edit, draw_value, row_at_the_top
from tests.benchmark.worlds import (
    Bench,
    anew,
    build,
    built,
    cold_builds,
    cold_builds_by_two,
    edited_builds,
    fictitious,
    idle_builds,
    median_cpu_s,
    median_wall_s,
    shipped,
    shipped_in_one_language,
)
from tests.commands import CHECKOUT

EDITS, FULL_CITIES = 20, 300
FEW_BOOKS, BOOKS, COMPENDIUM = 30, 300, 100
"""Numbers of books that one process sets, and of cities in one volume."""


@dataclass(frozen=True)
class Figure:
    """A number, and what is printed beside it."""

    number: float
    beside: str = ""


def _seconds(usages: Sequence[Usage]) -> Figure:
    return Figure(median_cpu_s(usages), f"wall {median_wall_s(usages):.2f} s")


def _larger_over_middle(bench: Bench, cpu_s: Callable[[int], float]) -> Figure:
    if bench.large == bench.middle:
        raise NotMeasured("needs two numbers of cities")
    large, middle = cpu_s(bench.large), cpu_s(bench.middle)
    return Figure(large / middle, f"{large:.2f} s over {middle:.2f} s")


def idle(bench: Bench) -> Figure:
    return _seconds(idle_builds(bench, bench.middle))


def idle_growth(bench: Bench) -> Figure:
    return _larger_over_middle(bench, lambda cities: median_cpu_s(idle_builds(bench, cities)))


@cache
def _edited(bench: Bench) -> list[tuple[Usage, Edit]]:
    return edited_builds(built(bench, bench.middle), draw_edit, EDITS)


def edited(bench: Bench) -> Figure:
    return _seconds([usage for usage, _ in _edited(bench)])


def edited_worst(bench: Bench) -> Figure:
    usage, edit = max(_edited(bench), key=lambda pair: pair[0].cpu_s)
    return Figure(usage.cpu_s, f"{edit.path.name} of {edit.city}")


def row_inserted(bench: Bench) -> Figure:
    pairs = edited_builds(built(bench, bench.middle), row_at_the_top, bench.runs)
    return _seconds([usage for usage, _ in pairs])


def served_page(bench: Bench) -> Figure:
    seconds = served.seconds_to_page(built(bench, bench.middle), bench.runs)
    return Figure(statistics.median(seconds), f"worst {max(seconds):.2f} s")


def shipped_idle(bench: Bench) -> Figure:
    root = shipped(bench)
    build(root)
    return _seconds([build(root) for _ in range(bench.runs)])


def shipped_edited(bench: Bench) -> Figure:
    root = shipped(bench)
    build(root)
    return _seconds([usage for usage, _ in edited_builds(root, draw_value, bench.runs)])


def languages_over_one(bench: Bench) -> Figure:
    several, one = anew(shipped(bench)).cpu_s, anew(shipped_in_one_language(bench)).cpu_s
    return Figure(several / one, f"{several:.1f} s over {one:.1f} s")


def _city_cpu_s(bench: Bench, cities: int) -> float:
    return median_cpu_s(cold_builds(bench, cities)) / cities


def cold(bench: Bench, cities: int) -> Figure:
    usages = cold_builds(bench, cities)
    beside = f"{median_cpu_s(usages):.1f} s in all, wall {median_wall_s(usages):.1f} s"
    return Figure(_city_cpu_s(bench, cities), beside)


def cold_growth(bench: Bench) -> Figure:
    return _larger_over_middle(bench, lambda cities: _city_cpu_s(bench, cities))


def memory_of_one(bench: Bench) -> Figure:
    return Figure(max(usage.parent_mb for usage in cold_builds(bench, bench.large)))


def memory_of_parent(bench: Bench) -> Figure:
    return Figure(max(usage.parent_mb for usage in cold_builds_by_two(bench, bench.large)))


def memory_of_worker(bench: Bench) -> Figure:
    peaks = [usage.worker_mb for usage in cold_builds_by_two(bench, bench.large)]
    known = [peak for peak in peaks if peak is not None]
    if not known:
        raise NotMeasured("this system has no /proc that tells the memory of other processes")
    return Figure(max(known))


def two_over_one(bench: Bench) -> Figure:
    load = os.getloadavg()[0]
    one = median_wall_s(cold_builds(bench, bench.middle))
    two = median_wall_s(cold_builds_by_two(bench, bench.middle))
    beside = f"wall {one:.1f} s and {two:.1f} s, load average before {load:.1f}"
    return Figure(one / two, beside)


def checked(bench: Bench) -> Figure:
    """One check of each of the shipped cities."""
    root = shipped(bench)
    cities = sorted(path.name for path in (root / "cities").iterdir() if path.is_dir())
    usages = [measure(*PROFILES, "check", city, cwd=root) for city in cities]
    worst = max(usage.cpu_s for usage in usages)
    return Figure(median_cpu_s(usages), f"worst of {len(usages)} cities {worst:.2f} s")


@cache
def full_check(bench: Bench) -> Usage:
    """One check of cities with a figure of each indicator in each of ten years."""
    root = bench.work / f"full-{FULL_CITIES}"
    if not root.exists():
        shutil.copytree(
            fictitious(bench, FULL_CITIES), root, ignore=shutil.ignore_patterns("build")
        )
        publication = read_framework(root, Problems())
        assert publication is not None
        fill_tables(root, publication.framework)
    return measure(*PROFILES, "check", cwd=root)


@cache
def _books(bench: Bench) -> Mapping[int, tuple[float, float]]:
    """Return CPU seconds a book beyond its charts and memory in MB, by numbers of books set."""
    root = fictitious(bench, BOOKS)
    command = [sys.executable, "-m", "tests.benchmark.books", str(root)]
    run = subprocess.run(
        [*command, str(FEW_BOOKS), str(BOOKS)],
        cwd=CHECKOUT, env=ENVIRONMENT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if run.returncode:
        raise NotMeasured(f"the books failed: {run.stderr.strip()[-200:]}")
    rows = [line.split(",") for line in run.stdout.split()]
    return {int(count): (float(seconds), float(peak)) for count, seconds, peak in rows}


def book_growth(bench: Bench) -> Figure:
    few, all_ = _books(bench)[FEW_BOOKS][0], _books(bench)[BOOKS][0]
    return Figure(all_ / few, f"{all_:.2f} s over {few:.2f} s")


def compendium_memory(bench: Bench) -> Figure:
    root = fictitious(bench, BOOKS)
    cities = sorted(path.name for path in (root / "cities").iterdir() if path.is_dir())
    asked = ("--cities", ",".join(cities[:COMPENDIUM]), "--output", str(bench.work), "--replace")
    usage = measure(*PROFILES, "publish", *asked, cwd=root)
    return Figure(usage.parent_mb, f"{usage.cpu_s:.1f} s")


def over_mkdocs(bench: Bench, cities: int) -> Figure:
    return _over_peer(bench, cities, peers.cpu_by_mkdocs)


def over_hugo(bench: Bench, cities: int) -> Figure:
    return _over_peer(bench, cities, peers.cpu_by_hugo)


def _over_peer(bench: Bench, cities: int, cpu_s: Callable[[Path, Path], float]) -> Figure:
    theirs = cpu_s(built(bench, cities) / "build", bench.work)
    ours = median_cpu_s(cold_builds(bench, cities))
    return Figure(ours / theirs, f"{ours:.1f} s over {theirs:.1f} s")


TAKE: Mapping[str, Callable[[Bench], Figure]] = {
    "idle": idle,
    "idle-growth": idle_growth,
    "edited": edited,
    "edited-worst": edited_worst,
    "row-inserted": row_inserted,
    "served": served_page,
    "shipped-idle": shipped_idle,
    "shipped-edited": shipped_edited,
    "languages": languages_over_one,
    "cold-small": lambda bench: cold(bench, bench.small),
    "cold": lambda bench: cold(bench, bench.middle),
    "cold-large": lambda bench: cold(bench, bench.large),
    "cold-growth": cold_growth,
    "memory-of-one": memory_of_one,
    "memory-of-parent": memory_of_parent,
    "memory-of-worker": memory_of_worker,
    "two-over-one": two_over_one,
    "check": checked,
    "check-full": lambda bench: Figure(full_check(bench).cpu_s),
    "check-full-memory": lambda bench: Figure(full_check(bench).parent_mb),
    "book-few": lambda bench: Figure(_books(bench)[FEW_BOOKS][0]),
    "book": lambda bench: Figure(_books(bench)[BOOKS][0]),
    "book-growth": book_growth,
    "book-memory-few": lambda bench: Figure(_books(bench)[FEW_BOOKS][1]),
    "book-memory": lambda bench: Figure(_books(bench)[BOOKS][1]),
    "compendium-memory": compendium_memory,
    "mkdocs-small": lambda bench: over_mkdocs(bench, bench.small),
    "mkdocs": lambda bench: over_mkdocs(bench, bench.middle),
    "hugo-small": lambda bench: over_hugo(bench, bench.small),
    "hugo": lambda bench: over_hugo(bench, bench.middle),
}
"""How each line of `wanted.csv` is measured."""
