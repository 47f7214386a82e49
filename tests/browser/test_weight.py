"""What a first view costs: the page and all that it loads, compressed as servers send it."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from selenium import webdriver

from tests.browser.served import sent
from tests.browser.test_access import KINDS

pytestmark = pytest.mark.browser

PROFILE, ELSEWHERE = 90_000, 130_000
"""The most bytes of a first view."""
PAGES = [kind.partition("?")[0] for kind in KINDS]
LOADED = """
const linked = 'link[rel=stylesheet], link[rel=icon], script[src], img[src]';
return document.fonts.ready.then((fonts) => [
  Array.from(document.querySelectorAll(linked), (one) => one.href || one.src),
  Array.from(fonts).filter((one) =>
    one.status === 'loaded' && /^"?Noto Sans"?$/.test(one.family)).map((one) => [
    one.weight === '600', one.unicodeRange.split(/[-,]/)[0].toUpperCase()]),
]);
"""
FACE = re.compile(
    r'@font-face \{ font-family: "Noto Sans";(?P<weight> font-weight: \d+;)?.*?'
    r'url\("(?P<file>[^"]*)"\).*?unicode-range: (?P<first>[^-,;]*)'
)
"""A font of the style sheet, and the first letter that it is for."""


def first_view(driver: webdriver.Chrome, page: Path) -> int:
    driver.get(page.as_uri())
    linked, fonts = driver.execute_script(LOADED)
    files = {page, *(Path(unquote(urlsplit(one).path)) for one in linked)}
    sheet = next(file for file in files if file.name == "site.css")
    faces = {
        ("600" in (face["weight"] or ""), face["first"]): sheet.parent / face["file"]
        for face in FACE.finditer(sheet.read_text(encoding="utf-8"))
    }
    files |= {faces[bool(bold), first] for bold, first in fonts}
    return sum(len(sent(file)) for file in files)


def most_of(page: str) -> int:
    """Return the most bytes that a page of a site may cost."""
    parts = page.split("/")
    return PROFILE if parts[0] == "cities" and len(parts) == 3 else ELSEWHERE


@pytest.mark.parametrize("page", PAGES)
def test_a_first_view_is_light(driver: webdriver.Chrome, site: Path, page: str) -> None:
    assert first_view(driver, site / page) <= most_of(page)
