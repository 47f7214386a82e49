"""What stands before the text: words of editors, abbreviations, the summary of a volume."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.outputs.print.typesetter import PrintTheme, typeset
from generator.publications import Document, compose_compendium
from generator.publications.front_matter import abbreviations, front_parts
from generator.publications.setting import Wording
from generator.views.site import Site
from tests.publications import gate
from tests.publications.reading import Pdf


def test_words_of_editors_stand_before_the_text_and_in_the_contents(
    fictitious_document: Document, theme: PrintTheme
) -> None:
    pdf = Pdf(typeset(theme, fictitious_document))
    titles = [title for depth, title, _ in pdf.bookmarks if depth == 1]
    assert titles[:3] == ["Preface", "Acknowledgements", "How to read this profile"]
    assert "This publication belongs to no country and to no city." in pdf.text
    assert gate.faults(pdf, fictitious_document) == {}


def test_without_their_files_there_is_no_such_part(site: Site) -> None:
    assert front_parts(Wording(site)) == ()
    blank = replace(site.publication, pages={**site.publication.pages, "preface": " \n"})
    assert front_parts(Wording(replace(site, publication=blank))) == ()
    said = replace(site.publication, pages={**site.publication.pages, "foreword": "Good day."})
    (part,) = front_parts(Wording(replace(site, publication=said)))
    assert part.title == "Foreword"


def test_the_abbreviations_are_those_that_the_text_uses(site: Site) -> None:
    found = abbreviations(Wording(site), ("An SDG, of WHOLE 5\u00a0kWh.", ["in µg/m³."]))
    assert [one.short for one in found] == ["kWh", "SDG", "µg/m³"]
    assert found[1].long == "Sustainable Development Goal"


def test_a_book_explains_its_abbreviations_in_the_margin_or_behind_the_sources(
    set_content: Callable[..., Pdf], documents: Mapping[str, Document]
) -> None:
    aid = documents["alesund"].content.aid
    assert aid.abbreviations
    (one,) = {row for row in aid.abbreviations if row.short == "ICT"}
    few = set_content(aid=replace(aid, abbreviations=(one,)))
    many = set_content(aid=replace(aid, abbreviations=(one,) * 40))
    shown = "ICT: information and communications technology"
    place = few.pages.index(next(page for page in few.pages if shown in page))
    assert "How to read this profile" in few.pages[place][:200]
    (sources,) = (page for _, title, page in many.bookmarks if title == "Sources")
    assert not any(shown in page for page in many.pages[: sources - 1])
    assert any(shown in page for page in many.pages[sources - 1 :])


def compendium(site: Site, *names: str) -> Document:
    tops = site.publication.framework.children(site.publication.record.main_scheme)
    return compose_compendium(site, [site.publication.cities[name] for name in names], tops)


def test_the_summary_of_a_volume_counts_what_its_cities_hold(fictitious_site: Site) -> None:
    names = ("sampleford", "figmentstad", "draftwick")
    summary = compendium(fictitious_site, *names).content.executive
    results = [fictitious_site.results[name] for name in names]
    known = {
        name for result in results for name, one in result.indicators.items() if one.is_reported
    }
    assert summary.findings[0].number == str(len(known))
    total = len(fictitious_site.publication.framework.indicators)
    assert (summary.unknown == "") == (len(known) == total)
    points = [point for one in summary.findings for point in one.points]
    assert any("Sampleford" in point for point in points)
    assert all(one.lead or one.points for one in summary.findings)


def test_what_rests_on_doubtful_figures_is_counted_and_not_told(site: Site) -> None:
    document = compendium(site, "almaty", "barcelona", "rana")
    areas = [one for one in document.content.executive.findings if one.title.startswith("How")]
    named = {point.partition(":")[0] for one in areas for point in one.points}
    doubted = {
        area.name
        for area in site.publication.framework.children("action")
        if any(site.results[name].headlines.get(area.area) for name in ("almaty", "barcelona"))
    }
    assert not named & doubted
