"""The fictitious publication: complete, the same each time, clean, and marked as invented."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.assessment.advice.package_fit import ELIGIBLE, NOT_ELIGIBLE, POSSIBLE
from generator.assessment.advice.proposals import (
    NOT_PROPOSED,
    PROPOSED,
    SUPPRESSED,
    UNCHECKED,
)
from generator.assessment.advice.wanted_figures import GAINS
from generator.assessment.evidence_states import STATES, state_of
from generator.assessment.investment.appraisal import appraise_projects
from generator.assessment.results import POSITIONED, REACHED, SHORT
from generator.editing.demonstration import HERE, write_demonstration
from generator.editing.shipped_files import FolderNotEmpty
from generator.making.checking import check
from generator.model.files import CITY_FILES, CONTENT_FILES, kind_of
from generator.model.publication import City, Publication
from generator.model.records import Record, references
from generator.problems import Problems
from generator.read.publication_reader import read_publication
from generator.views.on_record import has_profile
from generator.views.questions import wanted_of
from generator.views.site import Site
from tests.commands import profiles
from tests.making.trees import differing

UNUSED = {
    "provider-category", "delivery-model", "release", "trend",
    "condition-kind", "sdg-relation", "indicator-kind", "indicator-level", "indicator-type",
    "certainty", "direction", "transform", "goalpost-kind", "goalpost-class", "confidence",
    "variable-kind", "income-group", "economy-group", "climate-zone", "main-sector", "status-value",
    "status-rated", "trend-method", "governance-kind", "country-group", "weight-set",
    "target-order",
    "picture-words", "filler", "filler-in-capitals",
}  # fmt: skip
"""Lists of the framework and of packages, and those of which a city has one word each."""
SPARED = {"sources.csv: language", "framework/sources.csv: language"}
"""Of titles in another language than that of the publication, which no invented source has."""


NEVER = {
    "sources-differ": "the check warns of it until one of the figures is marked as used",
    "no-worst-value": "every benchmark of the framework has both ends",
    "outside-scale": "the invented figures keep to the words of their scales",
}
"""Reasons not to rate that no fictitious figure has, and why."""

BANDED = "a band"


@pytest.fixture(scope="module")
def publication(fictitious: Path) -> Publication:
    found = read_publication(fictitious, Problems())
    assert found is not None
    return found


def test_it_passes_the_check_with_waived_warnings_only(fictitious: Path) -> None:
    checked = check(fictitious)
    assert (checked.faults, checked.waived) == ((), 2)


def test_rows_go_below_a_shipped_table_with_the_same_header(checkout: Path) -> None:
    added = [
        path
        for path in (HERE / "content").rglob("*.csv")
        if (shipped := checkout / "content" / path.relative_to(HERE / "content")).exists()
        and first_line(path) != first_line(shipped)
    ]
    assert added == []


def test_every_file_is_there_and_every_column_is_used(fictitious: Path) -> None:
    for folder, kinds in (("cities", CITY_FILES), ("content", CONTENT_FILES)):
        places = sorted((fictitious / folder).iterdir()) if folder == "cities" else None
        used = filled_columns(places or [fictitious / folder], kinds)
        missing = [
            f"{kind.pattern}: {column.name}"
            for kind in kinds
            for column in (kind.table.columns if kind.table else ())
            if column.name not in used.get(kind.pattern, set())
        ]
        assert set(missing) <= SPARED
        assert [kind.pattern for kind in kinds if kind.pattern not in used] == []


def test_every_key_of_every_record_is_used(publication: Publication) -> None:
    documents = [
        *publication.documents.values(),
        *(doc for city in publication.cities.values() for doc in documents_of(city)),
    ]
    set_keys: dict[type[Record], set[str]] = {}
    for document in documents:
        records = document.record
        for record in [records] if isinstance(records, Record) else records.values():
            collect_keys(record, set_keys)
    missing = [
        f"{kind.__name__}.{name}"
        for kind, names in set_keys.items()
        for name in kind.model_fields
        if name not in names and kind.__module__.endswith(("city_records", "project_records"))
    ]
    assert missing == []


def test_every_word_of_the_closed_lists_is_used(publication: Publication) -> None:
    framework = publication.framework
    used = words_used(publication)
    missing = [
        f"{vocabulary}: {word}"
        for vocabulary, words in framework.words.items()
        if vocabulary not in UNUSED
        for word in words
        if word not in used.get(f"vocabulary:{vocabulary}", set())
    ]
    assert missing == []
    assert {row.status for row in framework.statuses} <= used["status"]
    assert {row.quality for row in framework.qualities} <= used["quality"]


def test_the_first_city_reports_every_observable_in_each_of_eight_years(
    publication: Publication,
) -> None:
    city = publication.cities["sampleford"]
    headline = [
        row for row in city.observations if not (row.sex or row.age or row.district)
    ]  # breakdowns aside
    years = {
        (row.observable, row.period.last) for row in headline if row.period and row.status != "F"
    }
    observables = [
        key for key, one in publication.framework.observables.items() if one.carries_value
    ]
    assert years == {(key, year) for key in observables for year in range(2018, 2026)}


def test_projects_show_every_result_of_an_appraisal(publication: Publication) -> None:
    results = appraise_projects(publication.framework, publication.cities["sampleford"])
    classes = {result.variants[result.selected].viability for result in results.values()}
    assert classes == {
        "financially-viable", "viable-with-support", "cost-effective", "not-viable",
        "not-assessable",
    }  # fmt: skip
    pumps = results["pump-station"].variants["base"].financial
    assert pumps is not None
    assert [round(rate, 2) for rate in pumps.internal_rates] == [0.25, 4.00]  # several: use the NPV


def test_one_city_is_thin_and_on_record_without_a_profile(fictitious_site: Site) -> None:
    cities = fictitious_site.cities
    assert [city.id for city in cities if not has_profile(fictitious_site, city)] == ["draftwick"]
    assert len(fictitious_site.publication.cities["draftwick"].observations) == 14


def test_every_state_of_a_cell_occurs_and_every_reason_not_to_rate(fictitious_site: Site) -> None:
    """Lists what does not occur; what cannot, without a warning or with the framework, is named."""
    cells = [
        one
        for result in fictitious_site.results.values()
        for one in result.observables.values()
    ]  # fmt: skip
    assert set(STATES) - {state_of(one) for one in cells} == set()
    labels = fictitious_site.language.labels
    reasons = {key.removeprefix("reason.") for key in labels if key.startswith("reason.")}
    used = {reason for one in cells for reason in (one.selection.reason, one.reason)}
    assert reasons - used == set(NEVER)
    assert {BANDED, REACHED, SHORT, POSITIONED} <= {
        BANDED if one.band else one.sign for one in cells
    }


def test_every_answer_of_the_advice_occurs(fictitious_site: Site) -> None:
    advice = [one.advice for one in fictitious_site.guidance.values()]
    states = {proposal.state for one in advice for proposal in one.proposals.values()}
    assert {PROPOSED, NOT_PROPOSED, SUPPRESSED, UNCHECKED} - states == set()
    matches = [
        one for known in fictitious_site.guidance.values() for one in known.packages.values()
    ]
    assert {ELIGIBLE, POSSIBLE, NOT_ELIGIBLE} - {one.state for one in matches} == set()
    gains = {
        gain
        for city in fictitious_site.cities
        for one in wanted_of(fictitious_site, city)
        for gain in one.gains
    }
    assert set(GAINS) - gains == set()
    told = {one.told for known in fictitious_site.results.values() for one in known.trends.values()}
    assert set(fictitious_site.publication.framework.words["trend"]) - told == set()


def test_shares_of_one_whole_sum_to_hundred(publication: Publication) -> None:
    for city in publication.cities.values():
        by_year: dict[int, list[float]] = {}
        for row in city.observations:
            if row.observable.startswith("transportation-mode-share.") and row.value and row.period:
                by_year.setdefault(row.period.last, []).append(float(row.value))
        for shares in by_year.values():
            if len(shares) == 5:
                assert round(sum(shares), 1) == 100


def test_a_folder_with_something_in_it_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FolderNotEmpty):
        write_demonstration(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]
    done = profiles("new", "--demo", str(tmp_path), cwd=tmp_path)
    assert done.returncode == 2
    assert "is not empty; name a new or an empty folder." in done.stderr


def test_the_command_writes_it_anywhere(tmp_path: Path, fictitious: Path) -> None:
    done = profiles("new", "--demo", "seminar", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert differing(tmp_path / "seminar", fictitious) == []


@pytest.mark.parametrize("arguments", [(), ("goris",), ("goris", "--demo", "x")])
def test_a_city_or_a_demonstration_not_both(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = profiles("new", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert "Give CITY and --country XX, or --demo or --publication DIR alone." in done.stderr


def test_the_readme_names_every_file_and_every_city(fictitious: Path) -> None:
    text = (fictitious / "README.md").read_text(encoding="utf-8")
    for kind in CITY_FILES:
        assert f"`{kind.pattern.partition('*')[0] or kind.pattern}" in text
    for city in (fictitious / "cities").iterdir():
        assert f"`cities/{city.name}/`" in text


# What the tests above read.


def first_line(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition("\n")[0]


def filled_columns(folders: list[Path], kinds: Any) -> dict[str, set[str]]:
    """Return, by pattern, the columns of which some file has a filled cell."""
    used: dict[str, set[str]] = {}
    for folder in folders:
        for path in folder.rglob("*"):
            kind = kind_of(path.relative_to(folder).as_posix(), kinds) if path.is_file() else None
            if kind is None:
                continue
            columns = used.setdefault(kind.pattern, set())
            if kind.table is not None:
                with path.open(encoding="utf-8", newline="") as file:
                    for row in csv.DictReader(file):
                        columns.update(name for name, cell in row.items() if cell)
    return used


def documents_of(city: City) -> list[Any]:
    heads = [section.head for section in city.sections.values()]
    return [city.document, *city.documents.values(), *heads]


def collect_keys(record: Record, found: dict[type[Record], set[str]]) -> None:
    found.setdefault(type(record), set()).update(record.model_fields_set)
    for name in type(record).model_fields:
        for below in records_in(getattr(record, name)):
            collect_keys(below, found)


def records_in(value: Any) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from records_in(item)
    elif isinstance(value, dict):
        yield from records_in(tuple(value.values()))


def words_used(publication: Publication) -> dict[str, set[str]]:
    """Return every value of files by what it refers to."""
    used: dict[str, set[str]] = {}
    tables = [*publication.tables.values()]
    documents = [*publication.documents.values(), publication.document]
    for city in publication.cities.values():
        tables += city.tables
        documents += documents_of(city)
        for figure in city.context:
            used.setdefault(f"vocabulary:{figure.variable}", set()).add(figure.value)
        for meeting in city.meetings:
            used.setdefault("vocabulary:meeting-body", set()).add(meeting.body or "")
    for table in tables:
        for column in table.kind.columns:
            if column.refers:
                cells = {getattr(row, table.kind.attributes[column.name]) for row in table}
                used.setdefault(column.refers, set()).update(cell for cell in cells if cell)
    for document in documents:
        records = document.record
        for record in [records] if isinstance(records, Record) else records.values():
            for _, refers, value in references(record):
                used.setdefault(refers, set()).add(value)
    return used
