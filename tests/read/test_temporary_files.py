"""What editors keep beside a file is passed over by the check; what a person wrote is not."""

from pathlib import Path

import pytest

from generator.model.temporary_files import is_temporary
from generator.problems import Problems
from generator.read.folders import list_files

EDITORS = ("city.yml~", ".city.yml.swp", "4913", "#city.yml#", "~$figures.xlsx", ".~lock.a.csv#")
PEOPLE = ("city.yml", "README.md", "tmp.csv", "swp", "a-4913.csv", "a~b.csv", ".gitkeep")


@pytest.mark.parametrize("name", EDITORS)
def test_a_file_of_an_editor_is_known_by_its_name(name: str) -> None:
    assert is_temporary(name)


@pytest.mark.parametrize("name", PEOPLE)
def test_a_file_of_a_person_is_not_taken_for_one(name: str) -> None:
    assert not is_temporary(name)


def test_files_and_links_of_editors_are_passed_over_and_folders_are_not(tmp_path: Path) -> None:
    for name in (*EDITORS, "city.yml"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / ".#city.yml").symlink_to("editor@host.1")  # the lock of Emacs
    (tmp_path / "old.tmp").mkdir()
    (tmp_path / "old.tmp/targets.csv").write_text("x", encoding="utf-8")
    problems = Problems()
    listed = [path.name for path in list_files(tmp_path, tmp_path, problems)]
    assert sorted(listed) == ["city.yml", "targets.csv"]
    assert len(problems) == 0
