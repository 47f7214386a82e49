"""Publications of one sheet or few pages of a city: what is asked for, the review of a year."""

from collections.abc import Mapping

import pytest

from generator.language.foreign import plain
from generator.making.publishing import gap_sheet_of
from generator.outputs.print.typesetter import PrintTheme, typeset
from generator.publications import (
    Document,
    compose_gap_sheet,
    compose_publication,
    compose_reviews,
    scorecard_of,
)
from generator.views.cell import text_of
from generator.views.movements import movement_table
from generator.views.questions import questionnaire
from generator.views.reviews import decisions
from generator.views.site import Site
from tests.publications import gate, gate_pages
from tests.publications.conftest import CHECKOUT
from tests.publications.reading import Pdf
from tests.sites import site_in


@pytest.mark.parametrize("paper", ["a4", "a5"])
@pytest.mark.parametrize("city", ["almaty", "rana", "alesund", "moscow"])
def test_what_is_asked_for_stands_on_two_sides(
    site: Site, theme: PrintTheme, city: str, paper: str
) -> None:
    document = compose_gap_sheet(site, site.publication.cities[city], paper)
    assert document is not None
    pdf = Pdf(typeset(theme, document))
    assert gate.faults(pdf, document) == {}
    assert len(pdf.pages) == 2
    assert typeset(theme, document) == pdf.content
    width = float(pdf.reader.pages[0].mediabox.width)
    assert width == pytest.approx({"a4": 595, "a5": 420}[paper], abs=1)


@pytest.mark.parametrize("paper", ["a4", "a5"])
@pytest.mark.parametrize("code", ["fr", "ru"])
def test_it_keeps_to_two_sides_in_a_language_of_longer_words(
    site: Site, theme: PrintTheme, code: str, paper: str
) -> None:
    told = site_in(site.publication, CHECKOUT, code)
    for name in ("bishkek", "oslo"):
        document = gap_sheet_of(theme, told, told.publication.cities[name], paper)
        assert document is not None
        assert len(Pdf(typeset(theme, document)).pages) == 2, name
        asked = sum(len(group.rows) for group in document.content.groups)
        editorial = site.editorial
        most = editorial.gaps_on_a4 if paper == "a4" else editorial.gaps_on_a5
        assert 0.6 * most < asked <= most


Books = Mapping[tuple[str, str], Document]


@pytest.fixture(scope="module")
def books(site: Site) -> Books:
    """Return books of three cities, without charts, in each language."""
    sites = {code: site_in(site.publication, CHECKOUT, code) for code in ("en", "fr", "ru")}
    return {
        (code, city): compose_publication(one, one.publication.cities[city], {})
        for code, one in sites.items()
        for city in ("almaty", "alesund", "moscow")
    }


@pytest.mark.parametrize("paper", ["a4", "a5"])
def test_a_scorecard_stands_on_two_sides_of_either_paper(
    books: Books, theme: PrintTheme, paper: str
) -> None:
    for (code, city), book in books.items():
        card = scorecard_of(book, city, paper)
        assert card is not None
        pdf = Pdf(typeset(theme, card))
        assert len(pdf.pages) == 2, (code, city)
        assert gate_pages.outside(pdf) == gate_pages.overprinted(pdf) == []
        assert gate.markdown_signs(pdf) == []
        assert card.file == f"scorecard-{city}-{'' if paper == 'a4' else 'a5-'}{code}.pdf"
        width = float(pdf.reader.pages[0].mediabox.width)
        assert width == pytest.approx({"a4": 595, "a5": 420}[paper], abs=1)
        calls = [one for one in book.content.acting.numbered.rows if not one.settled]
        assert gate.lost_words(pdf, (plain(one.title) for one in calls[:2])) == []


def test_it_asks_for_what_the_website_asks_for_first_and_names_the_others(site: Site) -> None:
    city = site.publication.cities["almaty"]
    document = compose_gap_sheet(site, city)
    assert document is not None
    rows = [row for group in document.content.groups for row in group.rows]
    asked = [row for group in questionnaire(site, city).groups for row in group.rows]
    first = asked[: site.editorial.gaps_on_a4]
    grouped = site.language.grouped
    wanted = sorted(grouped(row.definition) for row in first)
    assert sorted(row.definition for row in rows) == wanted
    assert {row.unit for row in rows} == {row.unit for row in first}
    left = len(asked) - len(first)
    assert left > 0
    assert document.content.more
    named = document.content.named.lower()
    assert all(row.name.text.lower() in named for row in asked[len(first) :])
    assert len({group.title for group in document.content.groups}) > 5


def test_the_review_of_a_year_is_short_and_whole(fictitious_site: Site, theme: PrintTheme) -> None:
    site = fictitious_site
    city = site.publication.cities["sampleford"]
    made = dict(compose_reviews(site, city))
    follow_up = site.undertakings[city.id].follow_up
    assert follow_up is not None
    assert list(made) == [str(year) for year in sorted(follow_up.reviews)]
    for year, document in made.items():
        pdf = Pdf(typeset(theme, document))
        assert gate.faults(pdf, document) == {}, year
        assert 2 <= len(pdf.pages) <= 4
        symbols = [text for one in city.record.identifiers for _, text in one.named()]
        assert symbols
        assert not any(symbol in pdf.text for symbol in symbols)
        assert typeset(theme, document) == pdf.content


def test_a_review_tells_what_its_page_tells(fictitious_site: Site, theme: PrintTheme) -> None:
    """Decisions, states and figures stand in it as on the website; milestones in the latest."""
    site = fictitious_site
    city = site.publication.cities["sampleford"]
    *_, (year, document) = compose_reviews(site, city)
    follow_up = site.undertakings[city.id].follow_up
    assert follow_up is not None
    text = Pdf(typeset(theme, document)).text
    for one in decisions(city, follow_up, follow_up.reviews[int(year)]):
        assert one.text in text
    table = movement_table(site, city, follow_up.review_movements[int(year)])
    shown = [text_of(row[3]) for row in table.rows if text_of(row[3])]
    assert shown
    assert all(figure in text for figure in shown)
    titles = [group.title for group in document.content.groups]
    assert site.say("summary.milestones") in titles
    earlier = dict(compose_reviews(site, city))[min(map(str, follow_up.reviews))]
    assert site.say("summary.milestones") not in [one.title for one in earlier.content.groups]
