"""Cities side by side: what stands on a line, what is said, what is never ranked."""

from dataclasses import replace

import pytest

from generator.views.beside_whom import compared_of_country, compared_with, countries_compared
from generator.views.letters_on_a_line import codes_of, letters_of
from generator.views.side_by_side import Comparison, compare
from generator.views.site import Site


@pytest.fixture(scope="module")
def kazakh(site_then: Site) -> Comparison:
    return compare(site_then, compared_of_country(site_then, "KZ"))


def rows(comparison: Comparison) -> dict[str, object]:
    return {row.row.observable: row for area in comparison.areas for row in area.rows}


def test_cities_of_a_country_stand_side_by_side_in_the_order_of_their_names(
    site_then: Site, kazakh: Comparison
) -> None:
    assert "KZ" in [row.country for row in countries_compared(site_then)]
    assert [head.name for head in kazakh.heads] == ["Almaty", "Astana", "Shymkent"]
    assert [head.code for head in kazakh.heads] == ["Al", "As", "Sh"]
    assert kazakh.name == "Almaty beside Astana and Shymkent"


def test_no_more_stand_side_by_side_than_the_publication_sets(site_then: Site) -> None:
    editorial = site_then.publication.record.editorial.model_copy(update={"compared_cities": 2})
    record = site_then.publication.record.model_copy(update={"editorial": editorial})
    document = replace(site_then.publication.document, record=record)
    few = replace(site_then, publication=replace(site_then.publication, document=document))
    assert len(compared_of_country(few, "KZ")) == 2
    assert len(compared_with(few, few.publication.cities["almaty"])) == 2


def test_what_may_not_be_set_beside_others_has_no_place_and_says_why(kazakh: Comparison) -> None:
    renewable = rows(kazakh)["renewable-energy-consumption"]
    assert renewable.scale is None and not renewable.dots
    assert all(cell.warnings for cell in renewable.cells if cell.figure)
    dust = rows(kazakh)["air-pollution.pm10"]
    assert all(dot.is_open for dot in dust.dots), "of low reliability"


def test_the_sentence_names_only_figures_that_may_be_named(kazakh: Comparison) -> None:
    assert " these cities are farthest apart in " in kazakh.lead[0]
    assert "PM10" not in kazakh.lead[0]
    assert kazakh.lead[1].startswith("Not comparable between these cities: ")


def test_a_row_needs_figures_of_two_cities(kazakh: Comparison) -> None:
    shown = rows(kazakh)
    for row in shown.values():
        assert sum(cell.figure is not None for cell in row.cells) > 1
    assert not {link.text for link in kazakh.folded} & {row.row.name for row in shown.values()}


def test_own_weights_open_from_enough_comparable_figures(site_then: Site) -> None:
    alone = compare(site_then, [site_then.publication.cities[name] for name in ("almaty", "rana")])
    assert alone.weights.few.startswith("Own weights open from 5 comparable figures")


@pytest.mark.parametrize(
    ("places", "letters"),
    [
        ([10.0, 50.0, 90.0], ["Al", "As", "Sh"]),
        ([48.0, 50.0, 90.0], ["Al, As", "Sh"]),
        ([85.0, 97.0, 99.0], ["Al, As, Sh"]),
        ([None, 50.0, 51.0], ["As, Sh"]),
    ],
)
def test_letters_join_where_they_would_overlap(
    places: list[float | None], letters: list[str]
) -> None:
    found = letters_of(places, codes_of(["Almaty", "Astana", "Shymkent"]))
    assert [one.text for one in found] == letters


def test_what_holds_of_all_figures_of_a_row_is_said_once(kazakh: Comparison) -> None:
    found = [row for row in rows(kazakh).values() if row.shared]
    assert found
    for row in found:
        for text in row.shared:
            assert all(text not in cell.warnings for cell in row.cells)
