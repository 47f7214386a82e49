"""What a publication says: rows, notes, references, prose."""

import re

import pytest

from generator.assessment.advice.proposals import PROPOSED
from generator.language.prose import render_prose
from generator.publications import Document, compose_publication
from generator.publications.actions import Actions
from generator.publications.annex import methodology
from generator.publications.document import to_json
from generator.publications.indicator_rows import SIGNS
from generator.publications.numbered_sources import References
from generator.publications.prose_tree import Element, UnknownTag, prose_tree
from generator.views.site import Site


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


def test_the_cover_shows_the_mark_of_every_indicator(
    site: Site, documents: dict[str, Document]
) -> None:
    for name, document in documents.items():
        pattern = document.content.cover.pattern
        assert len(pattern) == len(site.publication.framework.indicators)
        rated = [one.band for one in site.results[name].indicators.values() if one.band]
        assert sorted(one for one in pattern if one in rated) == sorted(rated)


def test_every_number_in_brackets_leads_to_its_source(
    site: Site, documents: dict[str, Document]
) -> None:
    for name, document in documents.items():
        city = site.publication.cities[name]
        references = References(city)
        sources = document.content.annex.sources
        assert len(sources) == len(city.sources)
        for row in city.sources:
            title = site.language.grouped(row.title)
            assert sources[int(references.number(row.source)) - 1].title == title


def test_signs_at_values_are_explained_where_they_stand(documents: dict[str, Document]) -> None:
    seen = set()
    for document in documents.values():
        for chapter in document.content.chapters:
            known = {one.sign for one in chapter.signs}
            for row in (row for group in chapter.groups for row in group.rows):
                if row.value is None:
                    continue
                signs = {flag.sign for flag in row.value.flags}
                signs |= (
                    {SIGNS[row.value.comparability]} if row.value.comparability in SIGNS else set()
                )
                assert signs <= known
                seen |= signs
    assert seen >= {"≈", "†", "u"}


def test_the_notes_of_values_are_printed_in_full(
    site: Site, documents: dict[str, Document]
) -> None:
    for name, document in documents.items():
        printed = [
            row.note
            for chapter in document.content.chapters
            for group in chapter.groups
            for row in group.rows
        ]
        for one in site.results[name].observables.values():
            shown = one.selection.shown
            if shown is not None and shown.note and not one.data_points:
                told = site.language.grouped(shown.note)
                assert any(note.endswith(told) for note in printed)


def test_what_to_do_says_what_the_pages_say(site: Site, documents: dict[str, Document]) -> None:
    """Almaty has findings and a project; Rana no project and an expert's own recommendations."""
    almaty = documents["almaty"].content.actions
    advice = site.guidance["almaty"].advice
    first = advice.in_state(PROPOSED)[0]
    record = site.publication.recommendations[first.recommendation]
    assert almaty.proposals.rows[0].title == record.title
    assert almaty.proposals.rows[0].because
    shown = len(almaty.proposals.rows) + len(almaty.proposals.table.rows)
    proposed = len(advice.in_state(PROPOSED))
    assert shown == min(proposed, 14)
    assert bool(re.search(r"\d+", almaty.proposals.table.more)) == (proposed > 14)
    assert almaty.projects.held
    rana = documents["rana"].content.actions
    assert site.say("lead.projects-none") in rana.unrecorded
    assert rana.own.rows
    for one in rana.own.rows:
        assert one.author and one.date and one.basis


def test_what_a_complete_city_undertakes_is_printed(fictitious_actions: Actions) -> None:
    """Each part of the chapter of a city that has recorded all, and no excuse."""
    assert fictitious_actions.unrecorded == ""
    assert len(fictitious_actions.projects.rows) == 11
    assert all(all(row) for row in fictitious_actions.projects.rows)
    assert fictitious_actions.plan.table.rows
    assert fictitious_actions.plan.implementation
    assert fictitious_actions.decided.rows[0].author


def test_the_methodology_tells_by_how_much_values_may_be_off(site: Site) -> None:
    errors = site.publication.framework.policy.evidence.errors
    printed = methodology(site, next(iter(site.cities))).errors
    assert [row[2] for row in printed] == [one.reason for one in errors.values()]
    assert [int(row[1].removesuffix("\N{NO-BREAK SPACE}%")) for row in printed] == [
        round(100 * one.share) for one in errors.values()
    ]


def test_numbers_of_notes_are_grouped_as_all_others(site: Site) -> None:
    city = site.publication.cities["los-angeles"]
    assert any("3 976 322 inhabitants" in (row.note or "") for row in city.observations)
    written = to_json(compose_publication(site, city, {}))
    assert "3,976,322 inhabitants" in written
    assert not re.search(r"[1-9] \d{3} \w", written)
