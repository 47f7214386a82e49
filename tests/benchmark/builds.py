"""Kinds of builds, each as the command that a person runs, with all its processes."""

import csv
import resource
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmark.stages import Cost
from tests.commands import profiles

Step = tuple[str, Callable[[Path], None], tuple[str, ...]]


def leave(root: Path) -> None:
    """Change nothing."""


def change_a_value(root: Path) -> None:
    """Make the first value of the first city a little smaller."""
    path = min((root / "cities").glob("*/observations.csv"))
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        header, rows = list(reader.fieldnames or ()), list(reader)
    row = next(row for row in rows if row["value"].replace(".", "").isdigit())
    row["value"] = str(round(float(row["value"]) * 0.99, 4))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def first_city(root: Path) -> str:
    return min(path.parent.name for path in (root / "cities").glob("*/observations.csv"))


def steps_of(root: Path) -> tuple[Step, ...]:
    """Return the builds in the order in which they are made, each with the change before it."""
    return (
        ("from nothing, a process for each processor", leave, ("--clean",)),
        ("nothing changed", leave, ()),
        ("one value changed", change_a_value, ()),
        ("one value changed, that city alone", change_a_value, (first_city(root),)),
    )


def measure_builds(root: Path, output: Path) -> dict[str, Cost]:
    """Return what each kind of build costs; the memory is not known by kind and stays 0."""
    costs = {}
    for name, change, options in steps_of(root):
        change(root)
        cpu_s, wall_s = children_cpu_s(), time.perf_counter()
        built = profiles("build", *options, "--output", str(output), cwd=root)
        assert built.returncode == 0, built.stderr
        costs[name] = Cost(children_cpu_s() - cpu_s, time.perf_counter() - wall_s, 0)
    return costs


def children_cpu_s() -> float:
    """Return the seconds that ended processes started from here, and theirs, have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
