"""The publications that are measured, and their builds; all in one folder, which may be kept."""

import re
import shutil
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.benchmark.processes import PROFILES, NotMeasured, Usage, measure
from tests.benchmark.seeded_edits import Edit
from tests.commands import CHECKOUT

STANDARD = (40, 160, 640)
"""The numbers of fictitious cities for which something is wanted."""


@dataclass(frozen=True)
class Bench:
    """Where is built, with how many fictitious cities, and how often short builds are repeated."""

    work: Path
    sizes: tuple[int, ...] = STANDARD
    runs: int = 3

    @property
    def small(self) -> int:
        return self.sizes[0]

    @property
    def middle(self) -> int:
        return self.sizes[(len(self.sizes) - 1) // 2]

    @property
    def large(self) -> int:
        return self.sizes[-1]


@cache
def fictitious(bench: Bench, cities: int) -> Path:
    """Return the root of a fictitious publication, written if it is not there yet."""
    root = bench.work / f"fictitious-{cities}"
    if not root.exists():
        command = (sys.executable, "-m", "tests.world", str(root), "--cities", str(cities))
        measure(*command, cwd=CHECKOUT)
    return root


@cache
def shipped(bench: Bench, name: str = "shipped") -> Path:
    """Return the root of a copy of the shipped publication."""
    root = bench.work / name
    shutil.rmtree(root, ignore_errors=True)
    for folder in ("content", "cities"):
        shutil.copytree(CHECKOUT / folder, root / folder)
    return root


@cache
def shipped_in_one_language(bench: Bench) -> Path:
    """Return the root of a copy that speaks its first language only."""
    root = shipped(bench, "shipped-in-one")
    record = root / "content" / "publication.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(re.sub(r"(?m)^(languages: \[\w+).*", r"\1]", text), encoding="utf-8")
    return root


def build(root: Path, *, jobs: int = 1, output: str = "build") -> Usage:
    """Build without PDFs, on top of what is there."""
    options = ("--no-pdf", "--jobs", str(jobs), "--output", output)
    return measure(*PROFILES, "build", *options, cwd=root)


@cache
def cold_builds(bench: Bench, cities: int) -> tuple[Usage, ...]:
    """Build from nothing in one process; the last build stays. The largest is built once."""
    root = fictitious(bench, cities)
    return tuple(anew(root, jobs=1, output="build") for _ in range(times(bench, cities)))


@cache
def cold_builds_by_two(bench: Bench, cities: int) -> tuple[Usage, ...]:
    """Build from nothing in two processes, beside the build that stays."""
    root = fictitious(bench, cities)
    usages = tuple(anew(root, jobs=2, output="by-two") for _ in range(times(bench, cities)))
    shutil.rmtree(root / "by-two")
    return usages


def times(bench: Bench, cities: int) -> int:
    return bench.runs if cities <= bench.middle else 1


def anew(root: Path, *, jobs: int = 1, output: str = "build") -> Usage:
    """Build from nothing."""
    shutil.rmtree(root / output, ignore_errors=True)
    return build(root, jobs=jobs, output=output)


def built(bench: Bench, cities: int) -> Path:
    """Return the root of a fictitious publication whose build is up to date."""
    root = fictitious(bench, cities)
    if (root / "build").exists():
        build(root)
    else:
        cold_builds(bench, cities)
    return root


@cache
def idle_builds(bench: Bench, cities: int) -> tuple[Usage, ...]:
    """Build again with nothing changed."""
    root = built(bench, cities)
    return tuple(build(root) for _ in range(bench.runs))


def edited_builds(
    root: Path, draw: Callable[[Path, int], Edit], count: int
) -> list[tuple[Usage, Edit]]:
    """Build after each of some edits, one on top of the other; the files stay as they were."""
    edits: list[Edit] = []
    usages: list[Usage] = []
    try:
        for number in range(count):
            edits.append(draw(root, number))
            edits[-1].apply()
            usages.append(build(root))
    except NotMeasured as problem:
        path = edits[-1].path.relative_to(root).as_posix()
        raise NotMeasured(f"edit {len(edits)} of {path}: {problem}") from None
    finally:
        for edit in reversed(edits):
            edit.undo()
    return list(zip(usages, edits, strict=True))


def median_cpu_s(usages: Sequence[Usage]) -> float:
    return statistics.median(usage.cpu_s for usage in usages)


def median_wall_s(usages: Sequence[Usage]) -> float:
    return statistics.median(usage.wall_s for usage in usages)
