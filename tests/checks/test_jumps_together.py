"""All cities of one source that jump in one year: the source is asked, not the cities."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.assessment import assess_city
from generator.assessment.plausibility.common_jumps import count_jumps
from generator.assessment.tallies import Tallies, tallies_of
from generator.checks.plausibility import check_jumps
from generator.model.framework import Framework
from tests.assessment.made_up import CITY, publish

NAME = "household-internet-access"
SOURCES = "source,title,kind,publisher\nbook,A book,publication,The office\n"
LEVEL = (60.1, 61.0, 62.2, 63.0, 64.1, 80.0, 81.1, 82.0)
"""Of 2014 to 2021: a rise of one a year, and of sixteen in 2019."""


def counted(root: Path, values: tuple[float, ...], status: str = "") -> tuple[Framework, Tallies]:
    """Return the framework and what is counted of a city with a series; `status` is of 2019."""
    rows = "".join(
        f"{NAME},{year},{value},%,book,{status if year == 2019 else ''}\n"
        for year, value in enumerate(values, 2014)
    )
    files = {
        "sources.csv": SOURCES,
        "observations.csv": f"observable,period,value,unit,source,status\n{rows}",
    }
    publication = publish(root, files)
    framework, city = publication.framework, publication.cities[CITY]
    result = assess_city(framework, city, publication.profile_year(city))
    return framework, tallies_of(city, result, framework)


def test_a_change_unlike_the_others_is_a_jump(tmp_path: Path) -> None:
    _, found = counted(tmp_path, LEVEL)
    assert found.series == {f"{NAME}|The office": 1}
    assert found.jumps == {f"{NAME}|2019|+|The office": 1}


@pytest.mark.parametrize("values", [LEVEL[:5], LEVEL[:4], (60.0,) * 8])
def test_a_steady_or_a_short_series_has_none(tmp_path: Path, values: tuple[float, ...]) -> None:
    assert counted(tmp_path, values)[1].jumps == {}


def test_a_break_that_is_marked_is_none(tmp_path: Path) -> None:
    assert counted(tmp_path, LEVEL, "B")[1].jumps == {}


def test_all_of_five_cities_are_named_and_neither_some_nor_few(tmp_path: Path) -> None:
    framework, one = counted(tmp_path, LEVEL)
    (problem,) = check_jumps(framework, [one] * 5)
    assert (problem.code, problem.found, problem.expected) == ("relation-together", "5", "2019")
    assert problem.values["reason"] == "The office"
    assert problem.severity == "warning"
    assert list(check_jumps(framework, [one] * 4)) == []
    assert list(check_jumps(framework, [*[one] * 5, replace(one, jumps={})])) == []


def test_without_the_relation_nothing_is_counted(tmp_path: Path) -> None:
    files = {"sources.csv": SOURCES}
    publication = publish(tmp_path, files)
    relations = publication.framework.relations
    kept = tuple(row for row in relations if row.relation != "steady-together")
    framework = replace(publication.framework, relations=replace(relations, rows=kept))
    assert count_jumps(framework, publication.cities[CITY]) == ({}, {})
