"""The feed of revisions: Atom by RFC 4287, with ids that stay, and addresses only if known."""

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.outputs.site.feed import NAMESPACE, atom_feed, moment
from generator.outputs.site.frame import frame_of
from generator.views.news_feed import feed_of
from generator.views.revision_log import edition_table, revised, revision_log
from generator.views.site import Site

ADDRESS = "https://profiles.example/"


def feed(site: Site, root: Path, address: str = "", title: str = "Profiles") -> ElementTree.Element:
    frame = frame_of(site, root)
    given = replace(frame, given={**frame.given, "site_url": address})
    return ElementTree.fromstring(atom_feed(feed_of(site), given, title, "en"))


def texts(element: ElementTree.Element, name: str) -> list[str]:
    return [one.text or "" for one in element.iter(f"{{{NAMESPACE}}}{name}")]


def links(element: ElementTree.Element, relation: str) -> list[str]:
    found = element.iter(f"{{{NAMESPACE}}}link")
    return [one.attrib["href"] for one in found if one.attrib["rel"] == relation]


def test_every_revision_is_an_entry_with_all_that_atom_asks_for(
    fictitious_site: Site, fictitious: Path
) -> None:
    root = feed(fictitious_site, fictitious)
    entries = root.findall(f"{{{NAMESPACE}}}entry")
    assert len(entries) == len(revised(fictitious_site)) > 20
    assert root.tag == f"{{{NAMESPACE}}}feed"
    assert texts(root, "name") != [""]
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len([one for one in element if one.tag == f"{{{NAMESPACE}}}{name}"]) == 1
    for date in texts(root, "updated"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", date)
    ids = texts(root, "id")
    assert len(ids) == len(set(ids))
    assert all(one.startswith("urn:uuid:") for one in ids)
    dates = texts(root, "updated")[1:]
    assert dates == sorted(dates, reverse=True)
    assert any(
        "8.1" in text and "matched with the survey" in text for text in texts(root, "summary")
    )


def test_ids_stay_where_the_site_moves_and_differ_between_publications(
    fictitious_site: Site, fictitious: Path
) -> None:
    here, there = (feed(fictitious_site, fictitious, one) for one in ("", ADDRESS))
    assert texts(here, "id") == texts(there, "id")
    other = feed(fictitious_site, fictitious, title="Others")
    assert set(texts(here, "id")).isdisjoint(texts(other, "id"))


def test_addresses_are_whole_only_if_that_of_the_site_is_known(
    fictitious_site: Site, fictitious: Path
) -> None:
    here, there = (feed(fictitious_site, fictitious, one) for one in ("", ADDRESS))
    assert links(here, "self") == []
    assert links(there, "self") == [f"{ADDRESS}feed.xml"]
    assert links(here, "alternate")[0] == "revisions/index.html"
    assert not any("://" in one for one in links(here, "alternate"))
    assert all(one.startswith(ADDRESS) for one in links(there, "alternate"))
    assert f"{ADDRESS}cities/sampleford/data/index.html#revisions" in links(there, "alternate")


def test_a_feed_has_no_more_entries_than_are_listed(
    fictitious_site: Site, fictitious: Path
) -> None:
    record = fictitious_site.publication.record
    editorial = record.editorial.model_copy(update={"feed_entries": 2})
    document = replace(
        fictitious_site.publication.document,
        record=record.model_copy(update={"editorial": editorial}),
    )
    publication = replace(fictitious_site.publication, document=document)
    few = feed(replace(fictitious_site, publication=publication), fictitious)
    assert len(few.findall(f"{{{NAMESPACE}}}entry")) == 2


@pytest.mark.parametrize(
    ("date", "wanted"),
    [("2026", "2026-01-01"), ("2026-05", "2026-05-01"), ("2026-05-04", "2026-05-04")],
)
def test_a_date_is_the_beginning_of_its_day_month_or_year(date: str, wanted: str) -> None:
    assert moment(date) == f"{wanted}T00:00:00Z"


def test_the_log_holds_the_revisions_of_all_cities_and_the_editions(fictitious_site: Site) -> None:
    log = revision_log(fictitious_site)
    assert len(log.rows) == sum(len(city.revisions) for city in fictitious_site.cities)
    assert "4 May 2026" in str(log.rows[-1][0])
    (edition,) = edition_table(fictitious_site).rows
    assert edition[:3] == ("2025", "1 November 2025", "8")
