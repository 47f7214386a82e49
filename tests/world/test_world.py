"""Fictitious publications: the shipped one is made by the rule, others are as large as wanted."""

import csv
import shutil
import sys
from pathlib import Path

import pytest

from generator.editing.demonstration import HERE
from generator.making.checking import check
from generator.problems import Code
from tests.making.trees import differing
from tests.world import __main__ as command
from tests.world import write_world


def test_the_shipped_files_are_what_the_rule_makes(fictitious: Path, tmp_path: Path) -> None:
    write_world(tmp_path / "made")
    differ = differing(tmp_path / "made", fictitious)
    of_edition = [file for file in differ if file.startswith("content/editions/")]
    assert [file for file in differ if file not in of_edition] == [], "make demonstration"


def test_another_seed_gives_other_figures(fictitious: Path, tmp_path: Path) -> None:
    write_world(tmp_path / "other", seed=7)
    differ = differing(tmp_path / "other", fictitious)
    assert "cities/sampleford/observations.csv" in differ
    assert "cities/sampleford/city.yml" not in differ


def test_many_cities_in_many_countries(tmp_path: Path) -> None:
    cities = write_world(tmp_path / "many", cities=40, countries=4)
    assert len(set(cities)) == 40
    checked = check(tmp_path / "many")
    unusual = [one for one in checked.faults if one.code == Code.FIGURE_UNUSUAL]
    assert [one for one in checked.faults if one not in unusual] == []
    assert len(unusual) <= 4, "drawn figures may look odd in one city of ten, and are waived there"
    assert checked.publication is not None
    reported = [len({row.observable for row in checked.publication.cities[name].observations})
                for name in cities]  # fmt: skip
    assert max(reported[8:]) < reported[0] / 2, "further cities are partial, as real ones are"
    with (tmp_path / "many/content/framework/countries.csv").open(encoding="utf-8") as file:
        assert {"XA", "XB", "XC", "XD"} <= {row["country"] for row in csv.DictReader(file)}


def test_the_command_writes_as_many_cities_as_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["", str(tmp_path / "few"), "--cities", "3"])
    command.main()
    assert len(list((tmp_path / "few/cities").iterdir())) == 3


def test_the_command_renews_the_demonstration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(HERE, tmp_path / "demonstration")
    (tmp_path / "demonstration/cities/sampleford/city.yml").write_text("old", encoding="utf-8")
    (tmp_path / "demonstration/cities/sampleford/left-over.csv").write_text("", encoding="utf-8")
    monkeypatch.setattr(command, "HERE", tmp_path / "demonstration")
    monkeypatch.setattr(sys, "argv", ["", "--renew"])
    command.main()
    assert differing(tmp_path / "demonstration", HERE) == []
