"""What a file names must exist; what a kind of name is, is declared at its column or key."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.checks.references import Names
from generator.editing.demonstration import write_demonstration
from generator.making.checking import check
from generator.model.edition_records import EDITIONS
from generator.model.files import CITY_FILES, CONTENT_FILES
from generator.problems import Problems
from generator.read.publication_reader import read_publication

KINDS = tuple(kind for kind in (*CITY_FILES, *CONTENT_FILES)
              if not kind.pattern.startswith(EDITIONS))  # fmt: skip
"""What an edition froze refers to nothing: what it names may be gone."""

FREE: Mapping[str, str] = {
    "events.city": "the name of a place, which needs no folder",
    "partnerships.partner": "the name of a place or a body",
    "reference-projects.city": "the name of a place, which needs no folder",
    "reference-projects.status": "a state in the words of its source",
    "names.to": "a form of the name",
    "redirects.to": "compared with the pages: redirect-target",
    "sdg.indicator": "the number of an indicator of the SDGs",
}
"""Column named like what others refer to -> why it refers to nothing that is looked up."""


@pytest.fixture
def demonstration(tmp_path: Path) -> Path:
    write_demonstration(tmp_path / "demo")
    return tmp_path / "demo"


def append(path: Path, row: str) -> int:
    """Add a row to a table; return its line."""
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}{row}\n", encoding="utf-8")
    return text.count("\n") + 1


def found_in(root: Path, file: str) -> list[tuple[str, int | None, str | None, str]]:
    return [
        (problem.code.value, problem.place.line, problem.place.field, problem.expected)
        for problem in check(root).problems
        if problem.place.file == file
    ]


REFERRED = {
    column.refers
    for kind in KINDS
    if kind.table is not None
    for column in kind.table.columns
    if column.refers
}


def columns_like_a_reference() -> Iterator[str]:
    """Yield the columns without a reference that are named like what others refer to."""
    for kind in KINDS:
        for column in kind.table.columns if kind.table else ():
            own = kind.table is not None and kind.table.key == (column.name,)
            if column.name in REFERRED | {"variant", "to"} and not column.refers and not own:
                yield f"{kind.table.name}.{column.name}" if kind.table else ""


def test_a_column_named_like_a_reference_is_one_or_says_why_not() -> None:
    assert set(columns_like_a_reference()) == FREE.keys()


def test_every_kind_of_name_is_looked_up(demonstration: Path) -> None:
    publication = read_publication(demonstration, Problems())
    assert publication is not None
    names = [Names(publication, city) for city in publication.cities.values()]
    unknown = {refers for refers in REFERRED if names[0].known(refers) is None}
    assert unknown == {"city-name"}, "a leading city need not have a profile"


def test_a_resource_serves_a_project_that_exists(demonstration: Path) -> None:
    file = "content/programme/resources.csv"
    line = append(demonstration / file, "new,,money,pledged,5,EUR,,,2025,,no-such-project,")
    text = (demonstration / file).read_text(encoding="utf-8")
    partner, source = text.split("\n")[1].split(",")[1], text.split("\n")[1].split(",")[-1]
    text = text.replace("new,,money", f"new,{partner},money")
    (demonstration / file).write_text(text.replace("project,\n", f"project,{source}\n"), "utf-8")
    found = found_in(demonstration, file)
    assert [one[:3] for one in found if one[2] == "project"] == [
        ("reference-unknown", line, "project")
    ]
    alone = check(demonstration, ["testhaven"]).problems
    assert not [one for one in alone if one.place.field == "project"], "not all projects were read"


@pytest.mark.parametrize(
    ("row", "field", "expected"),
    [
        ("observations.csv,voter-participationn|2025|||,1,2,R1,,2026-05-04,2025", "key",
         "voter-participation|2025|||"),
        ("observations.csv,voter-participation|1825|||,1,2,R1,,2026-05-04,2025", "key",
         "voter-participation|2025|||"),
        ("observation.csv,life-expectancy|2025|||,1,2,R1,,2026-05-04,2025", "table",
         "observations.csv"),
        ("observations.csv,nothing-like-it|2025|||,1,,R1,,2026-05-04,2025", "key", ""),
    ],
)  # fmt: skip
def test_a_revision_is_of_a_row_that_exists(
    demonstration: Path, row: str, field: str, expected: str
) -> None:
    file = "cities/testhaven/revisions.csv"
    line = append(demonstration / file, row)
    found = found_in(demonstration, file)
    assert [one[:3] for one in found] == [("reference-unknown", line, field)]
    if expected:
        assert found[0][3] == expected


def test_a_value_that_was_taken_out_may_be_revised(demonstration: Path) -> None:
    file = "cities/testhaven/revisions.csv"
    append(demonstration / file, "observations.csv,life-expectancy|1999|||,76,,C,,2026-05-04,2025")
    assert found_in(demonstration, file) == []


@pytest.mark.parametrize("target", ["clean water", "18.1", "6", "6.4.2"])
def test_a_target_of_the_goals_is_a_number(demonstration: Path, target: str) -> None:
    path = next((demonstration / "content" / "practices").glob("*.yml"))
    text = path.read_text(encoding="utf-8")
    kept = [line for line in text.split("\n") if not line.startswith("sdg_targets")]
    path.write_text("\n".join([f'sdg_targets: ["{target}"]', *kept]), encoding="utf-8")
    file = path.relative_to(demonstration).as_posix()
    assert [one[:2] for one in found_in(demonstration, file)] == [("sdg-invalid", 1)]
