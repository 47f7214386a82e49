"""The measurements themselves: every stage is there, and a table reads as one."""

from pathlib import Path

import pytest

from tests.benchmark.builds import change_a_value, measure_builds, steps_of
from tests.benchmark.stages import STAGES, Cost, Meter, measure_stages
from tests.benchmark.tables import build_table, stage_table
from tests.making.trees import tree
from tests.roots import make_root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_root(tmp_path / "root", "bristol")


def test_every_stage_is_measured(root: Path) -> None:
    costs = measure_stages(root, root / "build")
    assert set(costs) == set(STAGES)
    assert all(cost.cpu_s > 0 and cost.peak_mb > 10 for cost in costs.values())


@pytest.mark.deep
def test_every_kind_of_build_is_measured(root: Path) -> None:
    costs = measure_builds(root, root / "build")
    assert list(costs) == [name for name, _, _ in steps_of(root)]
    first, *others = costs.values()
    assert all(cost.cpu_s > 0 for cost in others)
    assert costs["nothing changed"].cpu_s < first.cpu_s


def test_one_value_is_changed(root: Path) -> None:
    before = tree(root)
    change_a_value(root)
    after = tree(root)
    assert [path for path in before if before[path] != after[path]] == [
        "cities/bristol/observations.csv"
    ]
    old, new = (files["cities/bristol/observations.csv"].decode() for files in (before, after))
    pairs = zip(old.splitlines(), new.splitlines(), strict=True)
    assert sum(one != other for one, other in pairs) == 1


def test_a_stage_begun_again_is_added_up() -> None:
    meter = Meter()
    for stage in ("charts", "pages", "charts", ""):
        meter.begin(stage)
    assert list(meter.costs) == ["charts", "pages"]


def test_the_table_of_stages() -> None:
    costs = {"read": Cost(0.5, 1.0, 90), "check": Cost(1.5, 2.25, 120)}
    assert stage_table(costs, 10).splitlines() == [
        "| stage | CPU s | wall s | peak MB | CPU ms a city |",
        "| --- | ---: | ---: | ---: | ---: |",
        "| read | 0.50 | 1.00 | 90 | 50 |",
        "| check | 1.50 | 2.25 | 120 | 150 |",
        "| **all** | 2.00 | 3.25 | 120 | 200 |",
    ]


def test_the_table_of_builds() -> None:
    costs = {"from nothing": Cost(8.0, 9.0, 0), "nothing changed": Cost(2.0, 2.0, 0)}
    assert build_table(costs).splitlines()[-2:] == [
        "| from nothing | 8.00 | 9.00 | 1.00 |",
        "| nothing changed | 2.00 | 2.00 | 0.25 |",
    ]
