"""A value and a score are the same on the pages, in CSV, JSON, XLSX and PDF."""

import io
import pickle
import re
from collections.abc import Sequence
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from generator.model.city_tables import CASH_FLOWS
from generator.model.publication import City
from generator.model.rounding import round_half_up
from generator.outputs.data.data_files import DataFile, files_of_city
from generator.outputs.data.undertaking_data_tables import flows_of_city
from generator.outputs.print.typesetter import load_print_theme, typeset
from generator.pages import WrittenPage
from generator.publications import compose_publication
from generator.views import targets
from generator.views.site import Site
from tests.draws import draws
from tests.outputs import readers
from tests.outputs.conftest import CHECKOUT
from tests.publications.reading import Pdf

Files = dict[str, DataFile]
FIELDS = ("value", "score", "band", "percent", "points", "period", "unit", "state")


def scores_of(files: Files, city: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in readers.from_csv(files[f"cities/{city}.csv"].content)}


def test_every_score_on_the_pages_is_in_the_data(
    site: Site, pages: dict[str, WrittenPage], files: Files
) -> None:
    count = 0
    for city in site.results:
        on_page = readers.scores_on_page(pages[f"cities/{city}/computed"].body)
        rows = scores_of(files, city)
        in_data = {
            key: row["score"]
            for key, row in rows.items()
            if row["kind"] != "area" and row["floor"] != "yes"
        }
        printed = {key: readers.number(text) for key, text in on_page.items()}
        assert printed == {key: Decimal(text) for key, text in in_data.items() if text}
        count += len(printed)
    assert count > 20


def test_every_value_on_the_pages_is_in_the_data(
    site: Site, pages: dict[str, WrittenPage], files: Files
) -> None:
    count = 0
    for city in site.results:
        rows = scores_of(files, city)
        on_page = dict(readers.values_on_page(pages[f"cities/{city}/indicators"].body))
        for key, text in on_page.items():
            assert same(text, rows[key]["value"]), (city, key)
        assert set(on_page) == {key for key, row in rows.items() if row["value"]}
        count += len(on_page)
    assert count > 60


whole = pytest.mark.skipif(draws(2) == 1, reason="two publications are looked at in any case")
"""All pages of a publication, and a book of each of its cities."""


@pytest.mark.deep  # eighteen publications, then eight; below are two that differ most
@whole
def test_every_value_and_score_on_the_pages_is_in_the_publications(
    site: Site, pages: dict[str, WrittenPage]
) -> None:
    assert count_printed(site, site.cities, pages) > 200


@pytest.mark.deep
@whole
def test_every_value_and_score_of_complete_cities_is_in_the_publications(
    fictitious_site: Site, fictitious_pages: dict[str, WrittenPage]
) -> None:
    assert count_printed(fictitious_site, fictitious_site.cities, fictitious_pages) > 700


def test_every_value_and_score_of_the_fullest_and_the_emptiest_city_is_in_their_publications(
    fictitious_site: Site, fictitious_pages: dict[str, WrittenPage]
) -> None:
    ordered = sorted(fictitious_site.cities, key=lambda city: len(city.observations))
    assert count_printed(fictitious_site, (ordered[0], ordered[-1]), fictitious_pages) > 140


def count_printed(site: Site, cities: Sequence[City], pages: dict[str, WrittenPage]) -> int:
    """Return how many values and scores stand on the pages and, the same, in the publications.

    The tables of each PDF have a row for every figure on record; charts do not matter here.
    """
    theme, count = load_print_theme(CHECKOUT), 0
    for city in cities:
        document = compose_publication(site, city, {})
        text = closed("".join(Pdf(typeset(theme, document)).pages))
        tables = [chapter.table for chapter in document.content.chapters]
        rows = [row for table in tables for group in table.groups for row in group.rows]
        for row in rows:
            assert closed(f"{row.name}{row.counted}{row.number}{row.signs}{row.notes}") in text
            assert closed(f"{row.word}{row.score}") in text
        own = set(city.own_indicators)
        known = [row for row in rows if row.id.partition(".")[0] not in own]
        values = {row.id: row.number.removeprefix("≈").strip() for row in known if row.number}
        scores = {row.id: row.score for row in known if row.score}
        assert values == dict(readers.values_on_page(pages[f"cities/{city.id}/indicators"].body))
        on_page = readers.scores_on_page(pages[f"cities/{city.id}/computed"].body)
        floors = {key for key in on_page if key not in scores}
        assert scores == {key: text for key, text in on_page.items() if key in scores}
        assert all(not site.results[city.id].observables[key].band for key in floors)
        count += len(values) + len(scores)
    return count


def closed(text: str) -> str:
    """Return a text without white space, which lines break by."""
    return re.sub(r"[\s\u200b]", "", text)


def test_every_observation_on_the_pages_is_in_the_data(
    site: Site, pages: dict[str, WrittenPage], files: Files
) -> None:
    rows = readers.from_csv(files["observations.csv"].content)
    for city in site.publication.cities.values():
        own = [row["value"] for row in rows if row["city"] == city.id]
        on_page = readers.observations_on_page(pages[f"cities/{city.id}/data"].body)
        assert len(own) == len(on_page)
        for row, value in zip(city.observations, own, strict=True):
            printed = on_page[targets.figure(row)]
            assert same(printed, value) or (printed, value) == ("–", "")


def same(printed: str, value: str) -> bool:
    """Return whether a printed value is the value of the data with the places printed."""
    number = readers.number(printed)
    if not isinstance(number, Decimal):
        return printed == value
    places = len(printed.partition(".")[2])
    return number == round_half_up(float(value), places)


def test_the_formats_of_a_city_hold_the_same(site: Site, files: Files) -> None:
    for city in site.results:
        plain = readers.from_csv(files[f"cities/{city}.csv"].content)
        as_json = readers.from_json(files[f"cities/{city}.json"].content, "scores")
        as_xlsx = readers.from_xlsx(files[f"cities/{city}.xlsx"].content, "scores")
        assert len(plain) == len(as_json) == len(as_xlsx) > 91
        for rows in zip(plain, as_json, as_xlsx, strict=True):
            for name in FIELDS:
                one, other, third = (readers.as_text(row.get(name)) for row in rows)
                assert one == other == third, (city, rows[0]["id"], name)


def test_the_observations_of_a_city_are_the_same_in_all_formats(site: Site, files: Files) -> None:
    every = readers.from_csv(files["observations.csv"].content)
    for city in site.results:
        plain = [row for row in every if row["city"] == city]
        as_json = readers.from_json(files[f"cities/{city}.json"].content, "observations")
        as_xlsx = readers.from_xlsx(files[f"cities/{city}.xlsx"].content, "observations")
        for rows in zip(plain, as_json, as_xlsx, strict=True):
            for name in ("observable", "period", "value", "unit", "source", "status"):
                one, other, third = (readers.as_text(row.get(name)) for row in rows)
                assert one == other == third, (city, rows[0]["observable"], name)


def test_a_city_that_came_from_another_process_has_the_same_files(fictitious_site: Site) -> None:
    """Pickling loses identity: tables of cash flows stood in workbooks once for each project."""
    publication, results = fictitious_site.publication, fictitious_site.results
    city = next(one for one in publication.cities.values() if any(flows_of_city(one)))
    one, other = (
        list(files_of_city(publication, each, results[city.id]))
        for each in (city, pickle.loads(pickle.dumps(city)))
    )
    assert one == other
    sheets = load_workbook(io.BytesIO(other[2].content)).sheetnames
    assert [name for name in sheets if "cash" in name] == [CASH_FLOWS.name]


@pytest.mark.parametrize("name", ["cities", "indicators"])
def test_the_parts_add_up_to_the_whole(files: Files, name: str) -> None:
    whole = "scores.csv" if name == "cities" else "observations.csv"
    parts = [
        row
        for path, file in files.items()
        if path.startswith(f"{name}/") and path.endswith(".csv")
        for row in readers.from_csv(file.content)
    ]

    def order(row: dict[str, str]) -> tuple[str, ...]:
        return tuple(row.values())

    every = readers.from_csv(files[whole].content)
    assert sorted(parts, key=order) == sorted(every, key=order)


def test_a_half_that_arithmetic_misses_by_a_hair_is_rounded_up_in_the_data_too() -> None:
    """(0.829 − 0.6) ÷ 0.4 is 57.25 %, and 57.249999999999986 to the machine."""
    share = 100 * (0.829 - 0.6) / (1 - 0.6)
    assert share < 57.25
    assert round_half_up(share, 1) == Decimal("57.3")
    assert round_half_up(57.2499, 1) == Decimal("57.2")
