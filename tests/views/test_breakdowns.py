"""Figures of women and men, ages and districts: all years, in their order, by their names."""

from pathlib import Path

import pytest

from generator.problems import Problems
from generator.read.publication_reader import read_publication
from generator.views.breakdowns import breakdown_table
from generator.views.cell import text_of
from generator.views.city_figures import observation_rows
from generator.views.site import Site
from tests.roots import copy_content
from tests.sites import site_of

HEAD = "observable,period,value,unit,source,sex,age,district,status\n"
ROWS = """\
poverty,2022,12,%,book,,,,
poverty,2022,11,%,book,male,,,
poverty,2022,13,%,book,female,,,
poverty,2022,18,%,book,,,Old Town,
poverty,2022,7,%,book,,,Hill,
poverty,2023,,%,book,male,,,Q
poverty,2023,12.5,%,book,female,,,
poverty,2023,16,%,book,,0-17,,
"""


@pytest.fixture
def told(tmp_path: Path) -> Site:
    copy_content(tmp_path / "content")
    folder = tmp_path / "cities" / "x"
    folder.mkdir(parents=True)
    (folder / "city.yml").write_text("name: X\ncountry: DE\nprofile_year: 2023\n")
    (folder / "sources.csv").write_text("source,title,kind\nbook,A book,publication\n")
    (folder / "observations.csv").write_text(HEAD + ROWS)
    publication = read_publication(tmp_path, Problems())
    assert publication is not None
    return site_of(publication, tmp_path)


def test_parts_stand_by_their_names_in_all_years(told: Site) -> None:
    table = breakdown_table(told, told.publication.cities["x"])
    assert [head.label for head in table.heads][1:] == ["2022", "2023"]
    (group,) = table.groups
    assert group.title.endswith("(%)")
    rows = [[text_of(cell) for cell in row] for row in group.rows]
    assert [row[0] for row in rows] == ["Women", "Men", "Old Town", "Hill", "0-17"]
    assert rows[0][1:] == ["13", "12.5"]
    assert rows[2][1:] == ["18", ""]
    assert rows[1][1] == "11"
    assert "onfidential" in rows[1][2]


def test_the_data_name_a_part_as_readers_do(told: Site) -> None:
    names = [row.name for row in observation_rows(told, told.publication.cities["x"])]
    assert sum(name.endswith("(Women)") for name in names) == 2
    assert not any("female" in name for name in names)
