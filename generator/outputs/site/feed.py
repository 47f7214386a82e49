"""The feed of what has changed, in Atom (RFC 4287): `feed.xml`.

Ids follow from the title of the publication and what an entry is about, so they stay when the
site moves. Addresses are whole only where the address of the site is known.
"""

from uuid import NAMESPACE_URL, UUID, uuid5
from xml.etree import ElementTree

from generator.outputs.site.frame import Frame
from generator.pages.addresses import address_of
from generator.views.news_feed import Feed, FeedEntry
from generator.views.targets import Target

NAMESPACE = "http://www.w3.org/2005/Atom"
FILE = "feed.xml"
FIRST_DAY = "-01-01"
"""What a date lacks that is a year; a month lacks its second half."""


def atom_feed(feed: Feed, frame: Frame, publication: str, language: str) -> bytes:
    """Return the feed of a language; `publication` is the title by which its ids are made."""
    root = ElementTree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": language})
    ids, address = uuid5(NAMESPACE_URL, publication), frame.given["site_url"]
    _add(root, "id", uuid5(ids, f"feed|{language}").urn)
    _add(root, "title", feed.title)
    _add(root, "updated", moment(feed.updated))
    _add(ElementTree.SubElement(root, "author"), "name", feed.author)
    _add(root, "rights", feed.rights)
    if address:
        _link(root, "self", f"{address}{FILE}", "application/atom+xml")
    _link(root, "alternate", _address(feed.page, address), "text/html")
    for entry in feed.entries:
        _add_entry(root, entry, ids, language, address)
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def moment(date: str) -> str:
    """Return the beginning of a day, a month or a year as RFC 3339 writes it."""
    return f"{date}{FIRST_DAY[len(date) - 4 :]}T00:00:00Z"


def _add_entry(
    root: ElementTree.Element, entry: FeedEntry, ids: UUID, language: str, address: str
) -> None:
    element = ElementTree.SubElement(root, "entry")
    _add(element, "id", uuid5(ids, f"{language}|{entry.key}").urn)
    _add(element, "title", entry.title)
    _add(element, "updated", moment(entry.date))
    _link(element, "alternate", _address(entry.target, address), "text/html")
    _add(element, "summary", entry.text)


def _address(target: Target, address: str) -> str:
    return address + address_of(target, "", first_language=True)


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text


def _link(parent: ElementTree.Element, relation: str, address: str, kind: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": relation, "href": address, "type": kind})
