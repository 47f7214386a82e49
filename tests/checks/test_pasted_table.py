"""A table as a city's open-data portal publishes it, pasted under the columns of the product."""

from pathlib import Path

import pytest

from generator.making.checking import check
from generator.problems import Problem
from generator.problems.render import as_text, load_messages
from tests.roots import make_root

HEAD = "observable,period,value,unit,sex,age,district,source"
SEXES, AGES = ("", "Home", "Dona"), ("", "0-15", "16-64", "65+")
APART = dict(zip(SEXES, (0, -1, 1), strict=True))
"""How far the figures of men and of women lie from that of both."""
MOST = 10
"""Number of findings that an officer reads."""


def portal_rows() -> list[list[str]]:
    """Return 448 rows: three series by sex, age and district, in words of the portal."""
    rows = [
        [
            "Poverty",
            str(year),
            f"{20 + year % 7 + APART[sex]}.4",
            "Percentage",
            sex,
            age,
            "",
            "INE",
        ]
        for year in range(2009, 2021)
        for sex in SEXES
        for age in AGES
    ]
    rows += [
        ["Gini", str(year), f"{37 + year % 3}.3", "Gini 0-100", "", "", str(district), "INE"]
        for year in range(2009, 2021)
        for district in range(1, 20)
    ]
    rows += [
        ["Unemployed", str(year), str(53_321 + year), "persons", sex, "", "", "INE"]
        for year in range(1995, 2020)
        for sex in SEXES
    ]
    return [*rows, rows[-1]]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_root(tmp_path_factory.mktemp("pasted"), "rana")


def problems_of(root: Path, text: str, encoding: str = "utf-8") -> tuple[Problem, ...]:
    file = "cities/rana/observations.csv"
    (root / file).write_text(text, encoding=encoding)
    return tuple(one for one in check(root, ["rana"]).problems if one.place.file == file)


def table(separator: str, rows: list[list[str]]) -> str:
    lines = [HEAD.replace(",", separator), *(separator.join(row) for row in rows)]
    return "\n".join([*lines, ""])


def test_each_cause_is_said_once(root: Path) -> None:
    rows = portal_rows()
    assert len(rows) == 448
    found = problems_of(root, table(",", rows))
    said = [(one.code.value, one.found, 1 + len(one.lines)) for one in found]
    assert said == [
        ("observable-unknown", "Poverty", 144),
        ("unit-unknown", "Percentage", 144),
        ("source-unknown", "INE", 448),
        ("word-unknown", "Home", 73),
        ("word-unknown", "Dona", 74),
        ("observable-unknown", "Gini", 228),
        ("unit-unknown", "Gini 0-100", 228),
        ("observable-unknown", "Unemployed", 76),
        ("unit-unknown", "persons", 76),
        ("key-repeated", "Unemployed · 2019 · Dona · INE", 1),
    ]
    assert len(found) <= MOST
    assert len(as_text(found, load_messages("en")).split("\n")) <= 2 * MOST + 1


def test_a_spreadsheet_that_writes_commas_in_numbers_adds_three_causes(root: Path) -> None:
    rows = [[row[0], f"{row[1]}.0", row[2].replace(".", ","), *row[3:]] for row in portal_rows()]
    found = problems_of(root, table(";", rows), "cp1252")
    plain = problems_of(root, table(",", portal_rows()))
    added = [
        one for one in found if (one.code, one.found) not in {(p.code, p.found) for p in plain}
    ]
    assert [(one.code.value, one.place.line, 1 + len(one.lines)) for one in added] == [
        ("table-separator", 1, 1),
        ("period-invalid", 2, 448),
        ("number-decimal-comma", 2, 144),
    ]
