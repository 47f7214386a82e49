"""What states a figure beside the observations states one that can be, at its place."""

from pathlib import Path

import pytest

from generator.making.checking import check
from tests.roots import make_root


def found_in(root: Path, file: str, before: str, after: str) -> list[tuple[str, str, str]]:
    """Return code, field and what is expected of the problems in a file after a replacement."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    said = (problem for problem in check(root).problems if problem.place.file == file)
    return [(one.code.value, one.place.field or "", one.expected) for one in said]


PRACTICE = """title: Lamps that listen
areas: [action/energy]
start: 2014
summary: Lamps that dim at night.
results:
  - {text: Fewer leaks, observable: air-pollution.pm2-5, unit: µg/m³, before: -170, after: 89}
  - {text: Less dust, unit: µg/m³, before: 170, after: -89}
  - {text: Saved, unit: "%", before: -3, after: -4}
sources: [SOURCE]
"""


def test_results_of_a_practice_are_figures_that_can_be(root: Path) -> None:
    sources = (root / "cities/rana/sources.csv").read_text(encoding="utf-8")
    folder = root / "cities/rana/practices"
    folder.mkdir()
    source = sources.split("\n")[1].split(",")[0]
    file = "cities/rana/practices/lamps.yml"
    (root / file).write_text(PRACTICE, encoding="utf-8")
    assert found_in(root, file, "SOURCE", source) == [
        ("value-impossible", "results.0.before", "≥ 0"),
        ("value-impossible", "results.1.after", "≥ 0"),
    ]


@pytest.mark.parametrize(
    ("file", "before", "after", "found"),
    [
        (
            "content/framework/units.csv", "Gini points (0 to 100),0,100",
            "Gini points (0 to 100),0,-1", ("range-reversed", "maximum", "0"),
        ),
        (
            "content/framework/goalposts.csv", "travel-time-index,target,,2.5",
            "travel-time-index,target,,-2.5", ("value-impossible", "worst", "≥ 1"),
        ),
    ],
)  # fmt: skip
def test_a_range_has_two_ends_and_a_scale_stays_within_it(
    tmp_path: Path, file: str, before: str, after: str, found: tuple[str, str, str]
) -> None:
    root = make_root(tmp_path / "root", "rana")
    assert found in found_in(root, file, before, after)
