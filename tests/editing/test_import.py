"""Tables of other systems become rows of a city by a signed mapping, and by nothing else."""

import csv
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import profiles
from generator.editing.exchange.application import Row
from generator.editing.exchange.figures import Figure, NotAFigure, figure_of
from generator.editing.exchange.suspicion import suspicions
from generator.making.checking import check
from generator.model.publication import Publication
from generator.problems import Problems, Severity
from generator.problems.render import load_messages
from generator.read.publication_reader import read_content
from tests.checks.test_pasted_table import MOST, portal_rows
from tests.editing import foreign_samples as samples
from tests.roots import CHECKOUT, make_root

TELLING = (
    *(CHECKOUT / "generator/editing/exchange").glob("*.py"),
    CHECKOUT / "generator/commands/importing.py",
)
"""Where the texts of an import are named."""
SIGNED = "by: City office\ndate: 2026-01-15\n"
ABOUT = 'about: {title: "City table", kind: official-statistics, publisher: City office, url: "https://example.org/data"}\n'


@pytest.fixture(scope="module")
def shared_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_root(tmp_path_factory.mktemp("import"))


@pytest.fixture(scope="module")
def publication(shared_root: Path) -> Publication:
    found = read_content(shared_root, Problems())
    assert found is not None
    return found


@pytest.fixture
def root(shared_root: Path) -> Path:
    """Return a publication in which the city has no folder yet."""
    shutil.rmtree(shared_root / "cities" / "graz", ignore_errors=True)
    return shared_root


def run(root: Path, table: str, file: str, mapping: str, *options: str) -> Result:
    """Run `profiles import` for a city that has no folder yet, or has one."""
    (root / file).write_text(table, encoding="utf-8")
    (root / "map.yml").write_text(mapping, encoding="utf-8")
    arguments = ["import", str(root / file), "--city", "graz", "--country", "AT"]
    return CliRunner().invoke(
        profiles, [*arguments, "--map", str(root / "map.yml"), "--root", str(root), *options]
    )


def rows(root: Path) -> list[dict[str, str]]:
    text = (root / "cities" / "graz" / "observations.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def some(found: list[dict[str, str]], *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in columns) for row in found]


EUROSTAT = f"""\
source: eurostat-cities
{ABOUT}{SIGNED}format: eurostat-tsv
columns: {{series: indic_ur}}
where: {{cities: AT002C}}
words: {{unit: {{PC: "%"}}}}
series:
  EN3012V:
    {{observable: basic-water-supply, unit: "%", comparability: near, what_differs: Population}}
"""


def test_flags_become_statuses_and_the_rest_is_counted(root: Path) -> None:
    result = run(root, samples.EUROSTAT_TSV, "a.tsv", EUROSTAT, "--write")
    assert result.exit_code == 0, result.output
    assert some(rows(root), "observable", "period", "value", "unit", "status", "note") == [
        ("basic-water-supply", "2019", "98.5", "%", "", "Population."),
        ("basic-water-supply", "2020", "99.1", "%", "B", "Population."),
        ("basic-water-supply", "2021", "", "", "O", "Population."),
        ("basic-water-supply", "2022", "99.4", "%", "B", "Population. Marked P at the source."),
    ]
    assert "4 rows: series EN3013V has no mapping" in result.output
    assert "4 rows: cities is not AT002C" in result.output
    sources = (root / "cities" / "graz" / "sources.csv").read_text(encoding="utf-8")
    assert "eurostat-cities,City table,official-statistics,City office" in sources


def test_status_and_note_of_sdmx_are_kept(root: Path) -> None:
    mapping = f"""\
source: office
{ABOUT}{SIGNED}format: sdmx-csv
where: {{REF_AREA: AT002}}
words: {{sex: {{_T: total}}, unit: {{PT: "%"}}}}
series:
  UNEMP: {{observable: unemployment-rate, unit: "%"}}
"""
    result = run(root, samples.SDMX_CSV, "a.csv", mapping, "--write")
    assert result.exit_code == 0, result.output
    assert some(rows(root), "period", "value", "status", "sex", "note") == [
        ("2019", "7.5", "", "", ""),
        ("2020", "8.25", "P", "", "Survey, new form."),
        ("2021", "", "O", "", ""),
    ]


def test_breakdowns_are_kept_and_a_word_without_ours_is_left(root: Path) -> None:
    mapping = f"""\
source: office
{ABOUT}{SIGNED}format: json-stat
words: {{sex: {{T: total, M: male}}}}
series:
  unemp: {{observable: unemployment-rate, unit: "%", territory: urban-area}}
"""
    result = run(root, samples.JSON_STAT, "a.json", mapping, "--write")
    assert result.exit_code == 0, result.output
    assert some(rows(root), "period", "value", "status", "sex", "territory") == [
        ("2019", "7.5", "", "", "urban-area"),
        ("2019", "7.0", "", "male", "urban-area"),
        ("2020", "8.25", "P", "", "urban-area"),
        ("2020", "", "Q", "male", "urban-area"),
    ]
    assert '2 rows: sex "F" has no word of ours' in result.output


def test_rows_that_differ_in_what_ours_cannot_hold_are_all_left(root: Path) -> None:
    mapping = f"""\
source: office
{ABOUT}{SIGNED}format: wide-years
columns: {{series: Indicator}}
series:
  Unemployment: {{observable: unemployment-rate, unit: "%"}}
"""
    result = run(root, samples.WIDE, "a.csv", mapping, "--write")
    assert rows(root) == []
    assert "4 rows: unemployment-rate: several figures for one period" in result.output


def test_a_mapping_that_nobody_signed_is_not_applied(root: Path) -> None:
    result = run(root, samples.EUROSTAT_TSV, "a.tsv", EUROSTAT.replace(SIGNED, ""), "--write")
    assert result.exit_code == 1
    assert "not signed" in result.output
    assert not (root / "cities" / "graz").exists()


def test_a_mapping_with_a_wrong_name_is_told_with_its_line(root: Path) -> None:
    wrong = EUROSTAT.replace("basic-water-supply", "basic-water-suply")
    result = run(root, samples.EUROSTAT_TSV, "a.tsv", wrong)
    assert result.exit_code == 1
    assert "map.yml:" in result.output and "basic-water-supply" in result.output


def test_a_mapping_that_does_not_fit_names_the_columns(root: Path) -> None:
    wrong = EUROSTAT.replace("indic_ur", "indicator")
    result = run(root, samples.EUROSTAT_TSV, "a.tsv", wrong)
    assert result.exit_code == 1
    assert "series: indicator" in result.output and "indic_ur" in result.output


def test_without_write_nothing_is_written(root: Path) -> None:
    result = run(root, samples.EUROSTAT_TSV, "a.tsv", EUROSTAT)
    assert result.exit_code == 0
    assert "Taken: 4 new rows" in result.output
    assert not (root / "cities" / "graz").exists()


def test_what_the_city_has_is_never_overwritten(root: Path) -> None:
    run(root, samples.EUROSTAT_TSV, "a.tsv", EUROSTAT, "--write")
    before = (root / "cities" / "graz" / "observations.csv").read_bytes()
    again = run(root, samples.EUROSTAT_TSV, "a.tsv", EUROSTAT, "--write")
    assert "Taken: 0 new rows; 4 were there already." in again.output
    other = samples.EUROSTAT_TSV.replace("98.5", "97.0")
    result = run(root, other, "a.tsv", EUROSTAT, "--write")
    assert "Not written over" in result.output
    assert "98.5 (eurostat-cities) is there, 97.0 (eurostat-cities) comes" in result.output
    assert (root / "cities" / "graz" / "observations.csv").read_bytes() == before


def test_the_shipped_mappings_are_sound_and_unsigned(publication: Publication) -> None:
    shipped = {
        name: document.record
        for name, document in publication.documents.items()
        if name.startswith("mappings/")
    }
    assert {record.format for record in shipped.values()} == {
        "open-sdg", "eurostat-tsv", "long", "pxweb",
    }  # fmt: skip
    assert not any(record.is_signed for record in shipped.values())


SHIPPED = {
    "open-sdg": (samples.OPEN_SDG, "indicator_8-5-2.csv", {}),
    "eurostat-cities": (samples.EUROSTAT_TSV, "urb_cenv.tsv", {"XX001C": "AT002C"}),
    "un-sdg-cities": (samples.UN_SDG, "sdg.csv", {"CODE_OF_YOUR_CITY": "AUT_GRAZ"}),
    "who-air-quality": (samples.WHO_AIR, "who.csv", {"NAME/ISO3": "Graz/AUT"}),
    "pxweb": (samples.PXWEB_CITY, "table.json", {"CODE_OF_YOUR_MUNICIPALITY": "60101"}),
}
"""Each mapping that ships with a table of its form, its name, and what a city writes in it."""
TAKEN = {
    "open-sdg": {("unemployment-rate", "2018", "20.5"), ("unemployment-rate", "2019", "20.25")},
    "eurostat-cities": {
        ("basic-water-supply", "2019", "98.5"),
        ("basic-water-supply", "2020", "99.1"),
        ("basic-water-supply", "2021", ""),
        ("basic-water-supply", "2022", "99.4"),
        ("wastewater-collection", "2019", ""),
        ("wastewater-collection", "2020", "97.5"),
        ("wastewater-collection", "2021", "97.5"),
        ("wastewater-collection", "2022", ""),
    },
    "un-sdg-cities": {
        ("public-transport-network-convenience", "2020", "91.4"),
        ("solid-waste-collection", "2021", "100"),
    },
    "who-air-quality": {
        ("air-pollution.pm10", "2018", "23.5"),
        ("air-pollution.pm10", "2019", "20.5"),
        ("air-pollution.pm2-5", "2018", "15.25"),
        ("air-pollution.no2", "2018", "24.75"),
        ("air-pollution.no2", "2019", "23.5"),
    },
    "pxweb": {("unemployment-rate", "2019", "7.5"), ("life-expectancy", "2019", "81.25")},
}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_mapping_takes_a_table_of_its_form(root: Path, name: str) -> None:
    """What a city has to write is written, and the mapping signed; figures read by hand."""
    table, file, written = SHIPPED[name]
    mapping = (root / "content" / "mappings" / f"{name}.yml").read_text(encoding="utf-8")
    for theirs, ours in written.items():
        assert theirs in mapping
        mapping = mapping.replace(theirs, ours)
    result = run(root, table, file, mapping + SIGNED, "--write")
    assert result.exit_code == 0, result.output
    whole = [row for row in rows(root) if not (row.get("sex") or row.get("district"))]
    assert set(some(whole, "observable", "period", "value")) == TAKEN[name]


def test_a_measure_that_the_table_lacks_is_named(root: Path) -> None:
    mapping = (root / "content/mappings/who-air-quality.yml").read_text(encoding="utf-8")
    table = samples.WHO_AIR.replace("no2_concentration", "no2")
    result = run(root, table, "who.csv", mapping + SIGNED)
    assert result.exit_code != 0
    assert "measures: no2_concentration" in result.output


PORTAL = f"""\
source: city-portal
{ABOUT}licence: CC BY 4.0
{SIGNED}format: long
columns: {{series: observable}}
words:
  sex: {{Home: male, Dona: female}}
  unit: {{Percentage: "%"}}
series:
  Poverty:
    observable: poverty
    unit: "%"
    comparability: near
    what_differs: "At risk of poverty: below 60 % of the national median"
  Gini: {{observable: gini-coefficient, unit: Gini points (0-100)}}
"""


def test_a_table_of_a_portal_becomes_a_folder_in_one_import(root: Path) -> None:
    head = "observable,period,value,unit,sex,age,district,source"
    table = "\n".join([head, *(",".join(row) for row in portal_rows())])
    assert len(portal_rows()) == 448
    result = run(root, table, "portal.csv", PORTAL, "--write")
    assert result.exit_code == 0, result.output
    found = rows(root)
    assert len(found) == 144 + 228
    assert {row["unit"] for row in found} == {"%", "index"}
    gini = [row for row in found if row["observable"] == "gini-coefficient"]
    assert {row["value"] for row in gini} == {"0.373", "0.383", "0.393"}
    assert {row["district"] for row in gini} == {str(number) for number in range(1, 20)}
    assert "228 rows: gini-coefficient: Gini points (0-100) × 0.01 = index" in result.output
    assert "76 rows: series Unemployed has no mapping" in result.output
    problems = check(root, ["graz"], alone=True).problems
    assert len(problems) <= MOST
    assert [problem.code.value for problem in problems if problem.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("cell", "state", "figure"),
    [
        ("12.3", "", Figure("12.3")),
        ("12.30 b", "", Figure("12.30", "B")),
        ("12.3bp", "", Figure("12.3", "B", "P")),
        ("12,5 e", "", Figure("12.5", "E")),
        ("1 234,5", "", Figure("1234.5")),
        (":", "", Figure("", "O")),
        (": c", "", Figure("", "Q")),
        ("", "O", Figure("", "O")),
        ("", "", Figure()),
        ("12.3", "P", Figure("12.3", "P")),
        ("12.3", "A", Figure("12.3", "A")),
        ("3", "c", Figure("", "Q")),
        ("5.6*", "", Figure("5.6", "", "*")),
        ("-", "", Figure("", "", "-")),
    ],
)
def test_a_figure_and_its_marks(
    publication: Publication, cell: str, state: str, figure: Figure
) -> None:
    assert figure_of(cell, state, publication.framework) == figure


@pytest.mark.parametrize("cell", ["about 5", "5-6", "five", "1.2.3"])
def test_what_is_no_figure_is_not_guessed(publication: Publication, cell: str) -> None:
    with pytest.raises(NotAFigure):
        figure_of(cell, "", publication.framework)


def test_what_an_import_says_stands_in_each_language() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in TELLING)
    named = re.findall(
        r'(?:said|_NotTaken|_list|NotRecognised)\(\s*"([a-z-]+)"|words\["([a-z-]+)"\]', source
    )
    chosen = {"no-reason", "no-reason-marked", "no-country", "no-country-near"}
    chosen |= {
        f"book-{reason}" for reason in ("kind", "old", "damaged", "bytes", "rows", "columns")
    }
    english = load_messages("en")["import"]
    assert {key for pair in named for key in pair if key} | chosen == set(english)
    for code in ("fr", "ru"):
        own = load_messages(code)["import"]
        assert [key for key in english if own[key] == english[key]] in ([], ["times"])
        for key, text in english.items():
            assert blanks(own[key]) == blanks(text), (code, key)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "cannot be taken: it is a page or XML, but no SDMX-ML; download the table as CSV."),
        ("fr", "ne peut pas être repris : c’est une page ou du XML, mais pas du SDMX-ML"),
        ("ru", "взять нельзя: это страница или XML, но не SDMX-ML"),
    ],
)
def test_why_a_file_is_not_taken_is_said_in_each_language(root: Path, lang: str, told: str) -> None:
    result = run(root, "<html></html>", "saved.csv", "", "--lang", lang)
    assert result.exit_code == 1
    assert told in result.output


def blanks(text: str) -> list[str]:
    """Return the placeholders of a text."""
    return sorted(re.findall(r"\{\w+\}", text))


def series(observable: str, *values: str) -> list[Row]:
    blank = {"sex": "", "age": "", "district": ""}
    return [
        {"observable": observable, "period": str(2010 + year), "value": value, **blank}
        for year, value in enumerate(values)
    ]


@pytest.mark.parametrize(
    ("new", "there", "said"),
    [
        (series("unemployment-rate", "7.5", "7.9", "8.1"), [], []),
        (series("unemployment-rate", "7.5", "75", "8.1"), [], ["10^1", "10^-1"]),
        (series("unemployment-rate", "0.075", "0.08"), [], ["fractions"]),
        (series("unemployment-rate", "7.5", "999"), [], ["stand for no figure", "outside"]),
        (series("unemployment-rate", *["7.5"] * 6), [], ["again and again"]),
        (series("air-pollution.pm2-5", "12000", "13000"), series("air-pollution.pm2-5", "12.5"),
         ["10^3 times what the city has"]),
    ],
)  # fmt: skip
def test_odd_series_are_named(
    publication: Publication, new: list[Row], there: list[Row], said: list[str]
) -> None:
    words = load_messages("en")["import"]
    doubts = suspicions(new, there, publication.framework)
    found = [words[one.key].format(**dict(one.values)) for one in doubts]
    assert all(any(part in line for line in found) for part in said), found
    assert bool(found) == bool(said)
