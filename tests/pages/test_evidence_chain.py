"""From a weak figure a reader clicks on to what to do, who did it, and what came of it.

The pages are walked by what a reader sees: links with their words, and the place they lead to.
"""

import re
from collections.abc import Mapping
from functools import cache
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

import pytest

from generator.pages import WrittenPage
from generator.views.site import Site
from tests.commands import profiles
from tests.pages.test_explanations import followed
from tests.roots import CHECKOUT

VOID = {"br", "hr", "img", "input", "meta", "link", "path", "circle", "rect", "use", "line"}
Pages = Mapping[str, str]


class Link(NamedTuple):
    text: str
    folder: str
    anchor: str


class Element:
    """What is read of an element so far."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.links: list[Link] = []


class _Reader(HTMLParser):
    """Collects the text and the links, with their words, of a page and of each element with an id.

    The page itself has the id "".
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.elements = {"": Element()}
        self.inside = [""]
        self.words: list[str] = []
        self.href = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag not in VOID:
            name = known.get("id") or ""
            self.elements.setdefault(name, Element())
            self.inside.append(name)
        if tag == "a" and known.get("href"):
            self.href, self.words = str(known["href"]), []

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.href and "://" not in self.href:
            text = " ".join("".join(self.words).split())
            for name in set(self.inside):
                self.elements[name].links.append(Link(text, *followed(self.page, self.href)))
            self.href = ""
        if tag not in VOID and len(self.inside) > 1:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        for name in set(self.inside):
            self.elements[name].text.append(data)


@cache
def elements(folder: str, body: str) -> Mapping[str, Element]:
    reader = _Reader(folder)
    reader.feed(body)
    return reader.elements


def read(pages: Pages, folder: str, element: str = "") -> tuple[str, list[Link]]:
    """Return the words and the links of a page, or of its element with an id."""
    found = elements(folder, pages[folder])[element]
    return " ".join(" ".join(found.text).split()), found.links


def leading(links: list[Link], start: str) -> list[Link]:
    return [one for one in links if one.folder.startswith(start)]


def weak_rows(pages: Pages, city: str) -> list[tuple[str, Link]]:
    """Return the rows of low or moderate figures, or of a class, with their way on."""
    profile = pages[f"cities/{city}"]
    rows = re.findall(r'<tr id="([^"]+)"[^>]*>.*?</tr>', profile, re.DOTALL)
    found = []
    for row in rows:
        text, links = read(pages, f"cities/{city}", row)
        on = [one for one in links if one.text == "What to do"]
        if on and re.search(r"\b(Low|Moderate)\b|” \((?:up to|above) ", text):
            found.append((text, on[0]))
    return found


@pytest.fixture(scope="module")
def real(pages: dict[str, WrittenPage]) -> Pages:
    return {folder: page.body for folder, page in pages.items()}


@pytest.fixture(scope="module")
def demo(fictitious_site: Site, fictitious_pages: dict[str, WrittenPage]) -> tuple[Site, Pages]:
    return fictitious_site, {folder: page.body for folder, page in fictitious_pages.items()}


@pytest.mark.parametrize("city", ["almaty", "daegu"])
def test_a_weak_figure_of_a_real_city_leads_to_recommendation_practice_and_package(
    real: Pages, city: str
) -> None:
    rows = weak_rows(real, city)
    assert rows
    complete = 0
    for text, on in rows:
        assert on.folder == f"cities/{city}/recommendations"
        item, links = read(real, on.folder, on.anchor)
        name = text.split(" ", 1)[0]
        assert name in item, (text, item)
        to_library = leading(links, "recommendations/")[0]
        assert to_library.text in unescape(real[to_library.folder])
        practices, packages = leading(links, "practices/"), leading(links, "packages/")
        for one in (*practices, *packages):
            assert one.text in read(real, one.folder)[0]
        complete += bool(practices and packages)
    assert complete


@pytest.mark.parametrize("city", ["almaty", "riyadh"])
def test_practices_beside_a_recommendation_say_how_similar_their_place_is(
    real: Pages, city: str
) -> None:
    text, _ = read(real, f"cities/{city}/recommendations")
    assert re.search(r"similarity \d+ of 100", text)


def test_a_fictitious_figure_leads_on_to_a_project_its_effect_and_last_years_review(
    demo: tuple[Site, Pages],
) -> None:
    site, pages = demo
    complete = []
    for city in site.publication.cities:
        for _, on in weak_rows(pages, city):
            _, links = read(pages, on.folder, on.anchor)
            title = leading(links, "recommendations/")[0].text
            effects = [
                shows_its_effect(pages, one) for one in leading(links, f"cities/{city}/projects/")
            ]
            reviews = leading(links, f"cities/{city}/follow-up/2025")
            for review in reviews:
                page, back = read(pages, review.folder)
                assert title in [one.text for one in back]
                assert "In this review" in page
            if any(effects) and reviews:
                complete.append((city, title))
    assert complete


def shows_its_effect(pages: Pages, project: Link) -> bool:
    """Return whether a project shows ratings before and after; if not, it says what would."""
    page, back = read(pages, project.folder)
    assert project.text in page
    assert leading(back, "recommendations/") or leading(back, "packages/")
    if "The ratings if the project delivers" not in page:
        assert "The expected effect on the ratings: impacts in" in page
        return False
    return bool(re.search(r"(Low|Moderate|Good) → to (Low|Moderate|Good|At)", page))


def test_a_review_leads_to_the_place_of_a_recommendation_of_the_city_itself(
    demo: tuple[Site, Pages],
) -> None:
    _, pages = demo
    _, links = read(pages, "cities/sampleford/follow-up/2025")
    own = [one for one in links if one.folder == "cities/sampleford/recommendations"]
    assert own
    for one in own:
        assert one.text in read(pages, one.folder, one.anchor)[0]


def test_the_page_and_the_command_show_how_a_condition_was_checked(real: Pages) -> None:
    """PM2.5 of Almaty: which leaf decided, what was found, in which line of which file."""
    shown = profiles("explain", "almaty", "air-quality-steps", cwd=CHECKOUT)
    assert shown.returncode == 0, shown.stderr
    lines = [line.strip() for line in shown.stdout.splitlines()]
    assert lines[0].endswith(": proposed")
    pm = next(one for one in lines if one.startswith("Air Pollution: PM2.5 above 10 µg/m³"))
    assert re.search(r"holds +20 µg/m³ \(2023\) +cities/almaty/observations\.csv:\d+", pm)
    assert any(re.search(r"NO₂ above 20 µg/m³ +unknown", one) for one in lines)
    item, _ = read(real, "cities/almaty/recommendations", "air-quality-steps")
    place = re.search(r"cities/almaty/observations\.csv:\d+", pm)
    assert place is not None
    for words in ("How this was checked", "One of these holds:", "does not hold", place[0]):
        assert words in item


def test_the_command_says_what_a_recommendation_still_needs() -> None:
    shown = profiles("explain", "riyadh", "clean-bus-fleet", cwd=CHECKOUT)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.splitlines()[0].endswith(": could not be checked")
    assert "Held back if" in shown.stdout
