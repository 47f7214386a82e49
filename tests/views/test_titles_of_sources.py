"""The title of a source is marked where it stands in another language than the page."""

import pytest

from generator.language.foreign import START, foreign
from generator.model.city_tables import Source
from generator.views.site import Site
from generator.views.sources import listed_source, title_of
from tests.language.filled_labels import publication, spoken

TITLE = "Los Objetivos en 100 ciudades"


def source(language: str | None, title: str = TITLE) -> Source:
    return Source(line=1, source="goals", title=title, kind="publication", language=language)


@pytest.mark.parametrize("code", ["en", "fr"])
def test_a_title_says_its_language(code: str) -> None:
    site = Site(publication(), {}, spoken(code))
    assert title_of(site, source("es")) == foreign(TITLE, "es")
    assert listed_source(site, source("es", foreign(TITLE))).title == foreign(TITLE, "es")
    assert START not in title_of(site, source(None))


def test_a_title_in_the_language_of_the_page_is_not_marked() -> None:
    site = Site(publication(), {}, spoken("fr"))
    assert title_of(site, source("fr", foreign("Annuaire"))) == "Annuaire"
