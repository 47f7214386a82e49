"""The exercises of the fictitious publication: each mistake is found where it was made."""

import shutil
from pathlib import Path

import pytest

from generator.making.checking import check

CITY = "cities/sampleford"


def problems_after(root: Path, file: str, old: str, new: str) -> list[tuple[str, str]]:
    """Return file and code of each problem after one change of a text.

    That the city approved something else before is said after every change of its files.
    """
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return faults(root)


def faults(root: Path) -> list[tuple[str, str]]:
    """Return file and code of each problem but that the approval is outdated."""
    told = check(root).faults
    outdated = [one for one in told if one.code.value == "approval-outdated"]
    assert {one.place.file for one in outdated} <= {f"{CITY}/approval.yml"}
    return [(one.place.file, one.code.value) for one in told if one not in outdated]


@pytest.fixture
def seminar(fictitious: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(fictitious, tmp_path / "seminar"))


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (f"{CITY}/observations.csv", ",70.8,%", ",70,8,%", "number-decimal-comma"),
        (f"{CITY}/observations.csv", "%,national-statistics,", "%,yearbook,", "source-unknown"),
        (
            f"{CITY}/projects/efficient-lamps.yml",
            "amount: 5000000",
            "amount: 4000000",
            "funding-differs",
        ),
        (f"{CITY}/projects/tram-line.yml", "date: 2025-10", "date: 2020-10", "history-order"),
        (
            "content/recommendations/measure-use-before-investing.yml",
            "{above: 150}",
            "{above: 150, below: 100}",
            "condition-never",
        ),
    ],
)
def test_each_exercise_is_found(seminar: Path, file: str, old: str, new: str, code: str) -> None:
    assert problems_after(seminar, file, old, new) == [(file, code)]


@pytest.mark.parametrize(
    ("file", "old", "code"),
    [
        (
            f"{CITY}/recommendations.yml",
            "    reason: The law does not yet allow a fee by weight.\n",
            "decision-incomplete",
        ),
        (
            f"{CITY}/recommendations.yml",
            "    text: Open bus lanes at peak times only.\n",
            "decision-incomplete",
        ),
    ],
)
def test_a_decision_without_reason_or_text_is_found(
    seminar: Path, file: str, old: str, code: str
) -> None:
    assert problems_after(seminar, file, old, "") == [(file, code)]


def test_a_source_without_an_address_is_found_next(seminar: Path) -> None:
    path = seminar / CITY / "observations.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("%,national-statistics,", "%,yearbook,", 1), encoding="utf-8")
    found = problems_after(
        seminar,
        f"{CITY}/sources.csv",
        "city-register,",
        "yearbook,Yearbook,official-statistics,,,,,,\ncity-register,",
    )
    assert found == [(f"{CITY}/sources.csv", "source-address")]
