"""Figures, sums and statuses say of when they are."""

from generator.views.country_report import people_text
from generator.views.dates import compiled_text, status_since
from generator.views.site import Site


def test_a_profile_says_the_years_of_its_figures_and_when_it_was_compiled(site_then: Site) -> None:
    said = compiled_text(site_then, site_then.results["daegu"])
    assert said == "Figures of 2021, compiled 1 November 2026"
    assert compiled_text(site_then, site_then.results["almaty"]).endswith(
        " to 2023, compiled 1 November 2026"
    )


def test_people_of_several_cities_are_of_several_years(site_then: Site) -> None:
    cities = [site_then.publication.cities[name] for name in ("almaty", "astana", "shymkent")]
    assert " (20" in people_text(site_then, cities)


def test_a_sum_of_people_is_no_more_exact_than_the_roundest_of_them(site_then: Site) -> None:
    """Shymkent's figure ends in two zeros, those of Almaty and Astana in five."""
    cities = site_then.publication.cities
    assert "About " in people_text(site_then, [cities["almaty"], cities["shymkent"]])
    total = people_text(site_then, [cities["almaty"], cities["astana"], cities["shymkent"]])
    assert "00,000 people live in them" in total
    assert "About" not in people_text(site_then, [cities["shymkent"]])


def test_a_project_under_way_without_a_new_status_is_not_updated(site_then: Site) -> None:
    """The policy allows two years; the publication is of 1 November 2026."""
    assert status_since(site_then, "construction", "2024-10") == "not updated since October 2024"
    assert status_since(site_then, "construction", "2024-11").startswith("since ")
    assert status_since(site_then, "completed", "2013").startswith("since ")
