"""What a publication says: rows, notes, references, recommendations, prose."""

import re
from collections.abc import Iterator

import pytest

from generator.assessment.advice.proposals import PROPOSED
from generator.language.prose import render_prose
from generator.model.raster import Raster
from generator.publications import Document, compose_methodology, compose_publication
from generator.publications.acting import Acting
from generator.publications.document import to_json
from generator.publications.indicator_rows import Notes, PrintedRow, lettered
from generator.publications.prose_tree import Element, UnknownTag, prose_tree
from generator.views.site import Site


def printed_rows(document: Document) -> Iterator[PrintedRow]:
    for chapter in document.content.chapters:
        for group in chapter.table.groups:
            yield from group.rows


def test_prose_becomes_a_tree() -> None:
    html = render_prose("One *two* **three**.\n\n- a\n- [b](https://example.org)\n\n1. `c`")
    paragraph, bullets, numbers = prose_tree(html)
    children = ["One ", Element("em", ["two"]), " ", Element("strong", ["three"]), "."]
    assert paragraph == Element("p", children)
    items = [item for item in bullets.children if isinstance(item, Element)]
    link = Element("a", ["b"], "https://example.org")
    assert [item.children for item in items] == [["a"], [link]]
    assert numbers.tag == "ol"


def test_raw_html_of_prose_stays_text() -> None:
    (paragraph,) = prose_tree(render_prose("<b>x</b> & <script>"))
    assert paragraph.children == ["<b>x</b> & <script>"]


def test_an_address_within_the_site_is_no_link_on_paper() -> None:
    (paragraph,) = prose_tree('<p><a href="../methodology/index.html">m</a></p>')
    assert paragraph.children[0].href == ""


def test_a_tag_that_prose_cannot_have_is_an_error() -> None:
    with pytest.raises(UnknownTag, match="video"):
        prose_tree("<video></video>")


def test_the_wheel_of_the_cover_has_a_sector_for_every_indicator(
    site: Site, documents: dict[str, Document]
) -> None:
    wheels = []
    for name, document in documents.items():
        sectors = document.content.sectors
        assert len(sectors) == len(site.publication.framework.indicators)
        result = site.results[name].indicators
        rated = sorted(one.band for one in result.values() if one.band)
        bands = set(rated)
        assert sorted(one.band for one in sectors if one.band in bands) == rated
        wheels.append(tuple((one.band, one.score) for one in sectors))
    assert len(set(wheels)) == len(documents)


def numbers_cited(record: object) -> Iterator[str]:
    """Yield the numbers of all sources that a record of a publication cites."""
    if isinstance(record, list | tuple):
        for one in record:
            yield from numbers_cited(one)
    elif hasattr(record, "__dataclass_fields__"):
        for name in record.__dataclass_fields__:
            value = getattr(record, name)
            if name == "sources" and isinstance(value, tuple):
                yield from value
            else:
                yield from numbers_cited(value)


def test_the_sources_listed_are_those_cited_in_the_order_of_their_first_citation(
    site: Site, documents: dict[str, Document]
) -> None:
    for name, document in documents.items():
        content = document.content
        cited = list(dict.fromkeys(numbers_cited(content)))
        listed = content.sources.rows
        known = site.publication.cities[name].sources
        titles = {site.language.grouped(row.title).rstrip(".") for row in known}
        assert sorted(cited, key=int) == [str(place) for place in range(1, len(cited) + 1)]
        assert len(listed) >= len(cited)
        assert {row.title for row in listed} <= titles


def test_every_figure_of_a_city_is_a_row_with_its_source(
    site: Site, documents: dict[str, Document]
) -> None:
    for name, document in documents.items():
        rows = [row for row in printed_rows(document) if row.kind != "head"]
        shown = [
            one.selection.shown
            for one in site.results[name].observables.values()
            if not one.data_points and one.selection.shown and one.selection.shown.has_figure
        ]
        assert len(rows) == len(shown)
        assert all(row.number and row.sources for row in rows)


def test_signs_at_figures_are_explained_below_their_table(documents: dict[str, Document]) -> None:
    seen: set[str] = set()
    for document in documents.values():
        for chapter in document.content.chapters:
            known = {one.sign for one in chapter.table.signs}
            for row in (row for group in chapter.table.groups for row in group.rows):
                signs = set(row.signs) | ({"≈"} if row.number.startswith("≈") else set())
                assert signs <= known
                seen |= signs
    assert seen >= {"≈", "†", "u"}


def test_the_notes_of_figures_are_printed_in_full(
    site: Site, documents: dict[str, Document]
) -> None:
    for name, document in documents.items():
        printed = [
            note.text for chapter in document.content.chapters for note in chapter.table.notes
        ]
        for one in site.results[name].observables.values():
            shown = one.selection.shown
            if shown and shown.has_figure and shown.note and not one.data_points:
                told = site.language.grouped(shown.note).rstrip(".")
                assert any(told in note for note in printed)


def test_no_number_is_printed_with_a_space_at_its_thousands(
    documents: dict[str, Document],
) -> None:
    for document in documents.values():
        assert not re.search(r"\d[ \u00a0\u202f]000\b", to_json(document))


def test_notes_are_lettered_and_equal_ones_are_one() -> None:
    notes = Notes()
    assert [notes.letter(text) for text in ("x", "y", "x")] == ["a", "b", "a"]
    assert [lettered(place) for place in (25, 26, 27, 52)] == ["z", "aa", "ab", "ba"]


def test_what_to_do_says_what_the_pages_say(site: Site, documents: dict[str, Document]) -> None:
    """Almaty has findings and projects; Rana no project and its editors' own recommendations."""
    almaty = documents["almaty"].content.acting
    advice = site.guidance["almaty"].advice
    undecided = [one for one in advice.in_state(PROPOSED) if not one.decision]
    found = [one for one in undecided if not one.rests_on_gaps]
    shown = len(almaty.points.rows) + len(almaty.points.table.rows)
    assert shown == min(len(found), 14)
    assert bool(re.search(r"\d+", almaty.points.table.more)) == (len(found) > 14)
    record = site.publication.recommendations[found[0].recommendation]
    assert almaty.points.rows[0].title == record.title
    assert almaty.points.rows[0].finding
    assert almaty.projects.held
    rana = documents["rana"].content.acting
    assert rana.numbered.rows
    assert all(one.basis or one.decision for one in rana.numbered.rows)


def test_only_what_was_decided_or_written_for_the_city_has_a_number(
    documents: dict[str, Document], fictitious_acting: Acting
) -> None:
    parts = [*(document.content.acting for document in documents.values()), fictitious_acting]
    for acting in parts:
        numbers = [one.number for one in acting.numbered.rows]
        assert numbers == [f"R{place}" for place in range(1, len(numbers) + 1)]
        assert all(one.number == "" for one in acting.points.rows)
    assert any(one.decision for one in fictitious_acting.numbered.rows)


def test_what_a_complete_city_undertakes_is_printed(fictitious_acting: Acting) -> None:
    """Each part of the chapter of a city that has recorded all, and no excuse."""
    assert fictitious_acting.unrecorded == ""
    assert len(fictitious_acting.projects.rows) == 11
    actions = fictitious_acting.plan.table.rows
    assert [(one.number, one.progress) for one in actions][:2] == [("A1", 45), ("A2", 25)]
    assert actions[1].state == "Ongoing, overdue by 32 days, behind schedule"
    assert fictitious_acting.plan.implementation


def test_a_project_tells_its_money_by_how_sure_it_is(fictitious_acting: Acting) -> None:
    """Of 24 million: a loan of 14 and a grant of 6 are pledged, equity of 4 is committed."""
    rows = {one.title: one for one in fictitious_acting.projects.rows}
    heat = rows["Renewal of the heat network"]
    assert [one.shade for one in heat.parts] == [1, 2]
    assert [one.width for one in heat.parts] == pytest.approx([4 / 24, 20 / 24])
    assert heat.funding.replace("\N{NO-BREAK SPACE}", " ") == "Committed 17 %; Pledged 83 %"
    assert rows["Lanes for buses"].parts == ()
    assert rows["Lanes for buses"].funding == ".."


def test_no_formula_file_or_page_is_spoken_of(documents: dict[str, Document]) -> None:
    """Composed sentences are written for paper: no code, no file, no other page."""
    for document in documents.values():
        content = document.content
        texts = [
            *content.overview.findings,
            *content.overview.portrait,
            content.executive.lead,
            *(one.text for one in content.executive.findings),
            *(told.text for chapter in content.chapters for group in chapter.groups
              for told in group.tellings),
            *(one.finding for one in content.acting.points.rows),
            content.acting.lead,
        ]  # fmt: skip
        for text in texts:
            assert not re.search(r"\.csv|\.yml|×|this page|\d ?%|profiles ", text), text
            assert not re.match(r"\d", text), text


def test_a_city_of_which_little_is_known_gets_a_note(documents: dict[str, Document]) -> None:
    assert documents["rana"].template == "note.typ"
    assert documents["almaty"].template == "book.typ"
    assert documents["rana"].content.on_record


def test_an_identifier_of_a_former_publication_is_none_of_this_edition(site: Site) -> None:
    city = site.publication.cities["astana"]
    assert city.record.publications[0].isbn
    content = compose_publication(site, city, {}).content
    details = " ".join(one.text for one in content.imprint.details)
    assert city.record.publications[0].isbn not in details
    passages = content.imprint.passages
    assert any(city.record.publications[0].isbn in text for text in passages[-1].paragraphs)


def test_the_methodology_tells_by_how_much_values_may_be_off(site: Site) -> None:
    errors = site.publication.framework.policy.evidence.errors
    printed = compose_methodology(site).content.errors
    assert [row[2] for row in printed] == [one.reason for one in errors.values()]
    assert [int(row[1].removesuffix("\N{NO-BREAK SPACE}%")) for row in printed] == [
        round(100 * one.share) for one in errors.values()
    ]


def test_the_methodology_names_every_benchmark_with_its_reason(site: Site) -> None:
    printed = compose_methodology(site).content.benchmarks
    stated = [one for one in site.publication.framework.goalposts if one.states_benchmark]
    assert len(printed) == len(stated)
    assert all(one.reason for one in printed)


def test_pictures_stand_with_their_section_in_words_and_credit(fictitious_site: Site) -> None:
    city = fictitious_site.publication.cities["sampleford"]
    pictures = {row.file: Raster("image/png", 4, 3, b"\x89PNG") for row in city.images}
    content = compose_publication(fictitious_site, city, {}, pictures).content
    sections = [
        *content.overview.sections,
        *(one for part in content.chapters for one in part.sections),
    ]
    shown = [*content.overview.pictures, *(one for part in sections for one in part.pictures)]
    assert sorted(one.alternative for one in shown) == sorted(row.alt for row in city.images)
    assert all("data:image/png;base64," in one.svg and one.credit for one in shown)
