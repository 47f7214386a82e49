"""Publications of one sheet or few pages of a city: what is asked for."""

import pytest

from generator.outputs.print.typesetter import PrintTheme, typeset
from generator.publications import compose_gap_sheet
from generator.views.questions import questionnaire
from generator.views.site import Site
from tests.publications import gate
from tests.publications.reading import Pdf


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


def test_it_asks_for_what_the_website_asks_for_first(site: Site) -> None:
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
    assert len({group.title for group in document.content.groups}) > 5
