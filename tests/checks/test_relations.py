"""Relations that cannot be held against figures: the file, the line and what to write."""

from pathlib import Path

import pytest

from generator.making.checking import check
from tests.roots import copy_content

STEADY = (
    "jump 3.5 / power 1.5 / step 5 / constant 6 / still 3 / "
    "zeros 0.2 / apart 30 / among 6 / few 5 / together 5"
)
ROW = "{id},{kind},{observables},{limit},warning,A reason.,who-air-quality-2021\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copy_content(tmp_path / "content")
    (tmp_path / "cities").mkdir()
    return tmp_path


def found_with(root: Path, *rows: str) -> list[tuple[str, int | None, str, str]]:
    """Return code, line, what was found and what is expected, with rows added to the table."""
    file = root / "content/framework/relations.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "".join(rows), encoding="utf-8")
    first = text.count("\n") + 1
    return [
        (one.code.value, (one.place.line or 0) - first, one.found, one.expected)
        for one in check(root).problems
        if one.place.file.endswith("relations.csv")
    ]


def row(name: str, kind: str, observables: str, limit: str = "") -> str:
    return ROW.format(id=name, kind=kind, observables=observables, limit=limit)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (
            row("near-miss", "at-most", "air-pollution.pm25; air-pollution.pm10"),
            ("relation-unknown", 0, "air-pollution.pm25", "air-pollution.pm2-5"),
        ),
        (
            row("of-context", "inside", "context.populaton", "1 to 2"),
            ("relation-unknown", 0, "context.populaton", "context.population"),
        ),
        (
            row("no-range", "inside", "poverty", "0-100"),
            ("relation-limit", 0, "0-100", "0 to 100"),
        ),
        (
            row("one-term", "at-most", "poverty"),
            ("relation-limit", 0, "", "blank, or a number such as 0.5"),
        ),
        (
            row("unknown-test", "steady", "*", "trend 3"),
            ("relation-limit", 0, "trend 3", STEADY),
        ),
        (
            row("again", "at-most", "air-pollution.pm2-5; air-pollution.pm10"),
            ("relation-repeated", 0, "again", ""),
        ),
        (
            row("reversed", "at-most", "air-pollution.pm10; air-pollution.pm2-5"),
            ("relation-contradicts", 0, "reversed", ""),
        ),
        (
            row("elsewhere", "inside", "air-pollution.pm10", "900 to 1000"),
            ("relation-repeated", 0, "elsewhere", ""),
        ),
        (
            row("elsewhere", "inside", "air-pollution.pm10; poverty", "900 to 1000"),
            ("relation-contradicts", 0, "elsewhere", ""),
        ),
    ],
)
def test_a_relation_that_cannot_be_held_is_named(
    root: Path, written: str, found: tuple[str, int, str, str]
) -> None:
    assert found_with(root, written) == [found]


def test_the_shipped_relations_can_be_held_and_are_at_least_forty(root: Path) -> None:
    assert found_with(root) == []
    text = (root / "content/framework/relations.csv").read_text(encoding="utf-8")
    assert text.count("\n") > 40
