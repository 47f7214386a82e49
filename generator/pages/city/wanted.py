"""The figures that would complete a profile: a page to read, and on paper a form to fill in."""

from generator.model.publication import City
from generator.pages.city.city_page import city_page
from generator.pages.page import Page
from generator.views import targets
from generator.views.downloads import questionnaire_downloads
from generator.views.questions import questionnaire
from generator.views.site import Site


def compose_wanted(site: Site, city: City) -> Page:
    """Return the questions to a city, with the workbook to answer them in."""
    return city_page(
        site,
        city,
        targets.tab(city.id, "wanted"),
        "city-wanted.md.jinja",
        subject="city-wanted",
        contents=False,
        questions=questionnaire(site, city),
        downloads=questionnaire_downloads(site, city.id),
    )
