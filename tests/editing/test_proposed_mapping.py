"""Without a mapping one is proposed: what is known is filled in, the rest is for a person."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.commands import profiles
from generator.editing.new import new_city
from generator.making.checking import check
from tests.editing import foreign_samples as samples
from tests.roots import make_root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_root(tmp_path)


def test_without_a_mapping_one_is_proposed_and_nothing_taken(root: Path) -> None:
    table = root / "indicator_1-2-1.csv"
    table.write_text(samples.OPEN_SDG, encoding="utf-8")
    arguments = ["import", str(table), "--city", "graz", "--country", "AT", "--root", str(root)]
    result = CliRunner().invoke(profiles, arguments)
    assert result.exit_code == 1
    assert "content/mappings/open-sdg.yml" in result.output
    assert "observable: poverty" in result.output
    assert "Male" in result.output
    assert not (root / "cities" / "graz").exists()


MAPPING = """\
source: portal
about: {title: City table, kind: official-statistics, publisher: City, url: "https://a.example/"}
by: City office
date: 2026-01-15
format: long
columns: {period: Any, value: Valor, series: Indicador, district: Territori}
words: {sex: {Home: male, Dona: female}, district: {València: total}}
series: {Risc de pobresa: {observable: poverty, unit: "%"}}
"""


def test_the_example_of_a_new_city_gives_way_to_what_is_imported(root: Path) -> None:
    new_city(root, "graz", "AT", "Graz")
    (root / "indicadors.csv").write_text(OF_A_PORTAL, encoding="utf-8")
    (root / "map.yml").write_text(MAPPING, encoding="utf-8")
    arguments = ["import", str(root / "indicadors.csv"), "--city", "graz", "--root", str(root)]
    result = CliRunner().invoke(profiles, [*arguments, "--map", str(root / "map.yml"), "--write"])
    assert result.exit_code == 0, result.output
    assert [one.code.value for one in check(root, ["graz"], alone=True).faults] == []


OF_A_PORTAL = """\
Indicador;Any;Sexe;Territori;Valor;Unitat
Risc de pobresa;2020;Home;València;19,5;Percentatge
Risc de pobresa;2020;Dona;València;22,2;Percentatge
Risc de pobresa;2020;Altres;Districte 1;22,2;Percentatge
"""


def test_a_mapping_is_proposed_from_columns_and_words_in_other_languages(root: Path) -> None:
    table = root / "indicadors.csv"
    table.write_text(OF_A_PORTAL, encoding="utf-8")
    arguments = ["import", str(table), "--city", "graz", "--country", "AT", "--root", str(root)]
    proposed = CliRunner().invoke(profiles, arguments).output
    for line in (
        '  period: "Any"', '  value: "Valor"', '  series: "Indicador"', '  sex: "Sexe"',
        '    "Home": male', '    "Dona": female', '#    "Altres": …', '#  "Risc de pobresa":',
    ):  # fmt: skip
        assert f"\n{line}\n" in proposed
    assert 'rows say "Percentatge"' in proposed
    table.write_text(OF_A_PORTAL.replace("Valor", "Xifra"), encoding="utf-8")
    lacking = CliRunner().invoke(profiles, arguments).output
    assert "# value: …   # the column that holds the figure" in lacking
