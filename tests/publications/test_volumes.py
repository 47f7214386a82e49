"""Publications of several cities: as whole as a book, and their numbers those of the website."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.framework_tables import Area
from generator.outputs.print.typesetter import PrintTheme, typeset
from generator.publications import (
    Document,
    compose_compendium,
    compose_country_report,
    compose_theme,
    has_report,
)
from generator.publications.printed_beside import BesideCell
from generator.views.city_groups import cities_of
from generator.views.country_report import country_report
from generator.views.side_by_side import compare
from generator.views.site import Site
from tests.publications import gate, gate_pages
from tests.publications.reading import Pdf

FEW = ("almaty", "barcelona", "rana")
MANY = ("almaty", "astana", "shymkent", "barcelona", "rana", "tallinn")


def chosen_areas(site: Site, *names: str) -> list[Area]:
    return [site.publication.framework.area_of[name] for name in names]


def compendium(site: Site, *cities: str, areas: int = 99) -> Document:
    tops = site.publication.framework.children(site.publication.record.main_scheme)
    chosen = [city for city in site.cities if city.id in cities]
    return compose_compendium(site, chosen, tops[:areas])


@pytest.fixture(scope="module")
def volumes(site: Site) -> Mapping[str, Document]:
    return {
        "few": compendium(site, *FEW),
        "many": compendium(site, *MANY, areas=2),
        "country": compose_country_report(site, "KZ"),
        "theme": compose_theme(site, chosen_areas(site, "action/waste")),
    }


@pytest.fixture(scope="module")
def set_volumes(volumes: Mapping[str, Document], theme: PrintTheme) -> Mapping[str, Pdf]:
    return {name: Pdf(typeset(theme, document)) for name, document in volumes.items()}


def test_volumes_are_whole(volumes: Mapping[str, Document], set_volumes: Mapping[str, Pdf]) -> None:
    for name, pdf in set_volumes.items():
        assert gate.faults(pdf, volumes[name]) == {}, name


def test_no_page_within_a_volume_ends_early(set_volumes: Mapping[str, Pdf]) -> None:
    for name, pdf in set_volumes.items():
        assert gate_pages.early_ends(pdf) == [], name


def test_a_page_that_ends_early_is_noticed(
    volumes: Mapping[str, Document], theme: PrintTheme, tmp_path: Path
) -> None:
    shutil.copytree(theme.templates, tmp_path / "print")
    shutil.copy(theme.palette, tmp_path)
    shutil.copytree(theme.fonts, tmp_path / "fonts")
    template = tmp_path / "print" / "volume.typ"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("  opening(one)\n", "  pagebreak()\n  opening(one)\n"))
    broken = PrintTheme(tmp_path / "print", tmp_path / theme.palette.name, tmp_path / "fonts")
    assert gate_pages.early_ends(Pdf(typeset(broken, volumes["theme"])))


def test_the_same_choice_gives_the_same_bytes(
    site: Site, set_volumes: Mapping[str, Pdf], theme: PrintTheme
) -> None:
    assert typeset(theme, compendium(site, *FEW)) == set_volumes["few"].content


def cells(document: Document) -> dict[tuple[str, str], BesideCell]:
    tables = document.content.beside.tables
    rows = [row for table in tables for row in table.rows]
    return {(row.name, cell.city): cell for row in rows for cell in row.cells}


def test_figures_side_by_side_are_those_of_the_website(
    site: Site, volumes: Mapping[str, Document]
) -> None:
    printed = [cell for cell in cells(volumes["few"]).values() if cell.number]
    web = compare(site, [city for city in site.cities if city.id in FEW])
    shown = [cell for area in web.areas for row in area.rows for cell in row.cells if cell.figure]
    figures = [cell.figure for cell in shown if cell.figure and cell.figure.number]
    assert len(printed) == len(figures) > 20
    for cell, figure in zip(printed, figures, strict=True):
        assert cell.number.removeprefix("≈\N{NO-BREAK SPACE}") == figure.number
        assert (cell.mark, cell.period.replace("–", "-")) == (
            figure.mark,
            figure.period.replace("–", "-"),
        )
        assert bool(cell.notes) == bool(figure.warnings or cell.notes)


def test_what_differs_is_said_at_the_figure(volumes: Mapping[str, Document]) -> None:
    notes = [note.text for table in volumes["few"].content.beside.tables for note in table.notes]
    assert any("earlier than the others" in text for text in notes)
    said = [cell.said for cell in cells(volumes["many"]).values()]
    assert any("than the others" in text for text in said)


def test_a_source_of_two_cities_has_one_number(volumes: Mapping[str, Document]) -> None:
    rows = volumes["many"].content.sources.rows
    keys = [(row.title, row.facts, row.url) for row in rows]
    assert len(set(keys)) == len(keys)
    cited = [
        {number for group in city.table.groups for row in group.rows for number in row.sources}
        for city in volumes["many"].content.cities
    ]
    assert any(one & other for one in cited for other in cited if one is not other)


def test_every_city_is_in_the_contents(
    volumes: Mapping[str, Document], set_volumes: Mapping[str, Pdf]
) -> None:
    for name, pdf in set_volumes.items():
        titles = {title for depth, title, _ in pdf.bookmarks if depth == 1}
        cities = {city.name for city in volumes[name].content.cities}
        assert cities <= titles
        contents = next(page for page in pdf.pages if "Contents" in page[:200])
        assert all(city in contents for city in cities)


def test_areas_that_were_not_chosen_are_left_out(site: Site) -> None:
    (top, *_) = site.publication.framework.children(site.publication.record.main_scheme)
    content = compendium(site, *FEW, areas=1).content
    held = set(site.publication.framework.placed_below(top.area))
    for city in content.cities:
        named = {row.id.partition(".")[0] for group in city.table.groups for row in group.rows}
        assert named <= held
    assert [table.title for table in content.beside.tables] == [top.name]


def test_a_country_has_a_report_from_two_profiles_on(site: Site) -> None:
    assert has_report(site, "KZ")
    assert not has_report(site, "PT")


def test_a_country_of_many_cities_has_its_report_by_the_command_alone(site: Site) -> None:
    record = site.publication.record
    editorial = record.editorial.model_copy(update={"country_report_to": 2})
    small = record.model_copy(update={"editorial": editorial})
    publication = replace(
        site.publication, document=replace(site.publication.document, record=small)
    )
    assert not has_report(replace(site, publication=publication), "KZ")


def test_a_country_report_says_what_its_page_says(
    site: Site, volumes: Mapping[str, Document], set_volumes: Mapping[str, Pdf]
) -> None:
    report = country_report(site, cities_of(site, "KZ"))
    text = set_volumes["country"].text
    assert report.projects
    assert report.people in text
    for row in report.projects:
        assert row.title in text
        assert " ".join(row.amount.split()) in text
    assert [one.name for one in volumes["country"].content.cities] == [
        city.record.name for city in cities_of(site, "KZ")
    ]


def test_totals_of_one_stage_or_class_are_no_table(
    site: Site, volumes: Mapping[str, Document]
) -> None:
    report = country_report(site, cities_of(site, "KZ"))
    parts = {part.title: part for part in volumes["country"].content.before}
    (group,) = parts[site.say("heading.country-investment")].groups
    captions = [table.caption for table in group.tables]
    assert any(len(table.rows) == 1 for table in report.totals)
    for table in report.totals:
        assert (table.caption in captions) == (len(table.rows) > 1)


def test_advice_to_the_state_is_numbered_with_who_gives_it(
    fictitious_site: Site, theme: PrintTheme
) -> None:
    code = fictitious_site.cities[0].record.country
    document = compose_country_report(fictitious_site, code)
    pdf = Pdf(typeset(theme, document))
    assert gate.faults(pdf, document) == {}
    advised = [
        one
        for part in document.content.before
        for group in part.groups
        for one in group.recommendations
    ]
    assert [one.number for one in advised] == [f"R{n}" for n in range(1, len(advised) + 1)]
    assert all(one.basis and one.title in pdf.text for one in advised)


def test_a_booklet_holds_the_practices_and_the_cities_of_its_area(
    site: Site, volumes: Mapping[str, Document], set_volumes: Mapping[str, Pdf]
) -> None:
    content, area = volumes["theme"].content, "action/waste"
    practices, *_ = content.before
    titles = [row[0] for row in practices.groups[0].tables[0].rows]
    known = [one.record.title for one in site.practices.values() if area in one.record.areas]
    assert sorted(titles) == sorted(known)
    names = site.publication.framework.placed_below(area)
    rated = {
        city.record.name
        for city in site.cities
        if any(site.results[city.id].indicators[name].is_rated for name in names)
    }
    assert {city.name for city in content.cities} == rated
    assert rated <= {title for _, title, _ in set_volumes["theme"].bookmarks}


def test_recommendations_of_a_booklet_name_the_cities_that_call_for_them(
    site: Site, volumes: Mapping[str, Document]
) -> None:
    *_, part = volumes["theme"].content.before
    found = {one.title: one.finding for one in part.groups[0].recommendations}
    for name, record in site.publication.recommendations.items():
        if "action/waste" in record.areas:
            called = any(name in site.standings[city.id].proposed for city in site.cities)
            assert bool(found[record.title]) == called
