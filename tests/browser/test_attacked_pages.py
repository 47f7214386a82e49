"""Each hostile text in every text field: a real browser runs nothing, fetches nothing, and shows
the elements that words of plain letters give; every city stands where it stood.
"""

import json
from collections.abc import Iterator
from itertools import chain, cycle
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver

from generator.model.tables import Cell
from tests.browser.conftest import started
from tests.draws import drawn
from tests.making.attacked import CASES
from tests.making.filled_texts import Making, compared, plain, write, write_labels, write_texts
from tests.making.hostile import NOTES
from tests.making.test_hostile_text import read_page

pytestmark = [pytest.mark.deep, pytest.mark.browser]

TEXTS = tuple(
    dict.fromkeys(
        [*(case["text"] for case in CASES.values() if "text" in case), *NOTES,
         "\"><svg onload=\"window.__pwned=1\">",
         "<iframe srcdoc=\"<script>top.__pwned=1</script>\">",
         "<meta http-equiv=refresh content=\"0;url=http://beacon.invalid/\">",
         "```\n<img src=http://beacon.invalid/y.png onerror=window.__pwned=1>\n~~~"]
    )
)  # fmt: skip
"""Those of the attacks and of the hostile city, and what loads by itself."""
POKED = ("mouseover", "focus", "pointerenter", "toggle", "error", "load", "animationstart")
LOOK = """
for (const one of document.querySelectorAll("*"))
  for (const name of arguments[0]) one.dispatchEvent(new Event(name));
const found = {};
for (const one of document.querySelectorAll("*"))
  found[one.tagName] = (found[one.tagName] || 0) + 1;
return [window.__pwned === undefined, found];
"""


def attacks(begin: int) -> Making:
    """Return what gives one text after the other; a text of one line where no more may stand."""
    texts = cycle(chain(TEXTS[begin:], TEXTS[:begin]))
    return lambda cell: next(texts) if cell is Cell.TEXT else " ".join(next(texts).split())


def letters(begin: int) -> Making:
    make = attacks(begin)
    return lambda cell: plain(make(cell))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    with started(tmp_path_factory.mktemp("profile"), "performance") as driver:
        yield driver


def seen(browser: webdriver.Chrome, page: Path) -> tuple[bool, dict[str, int], list[str]]:
    """Return whether nothing ran, the elements by tag, and what was asked for off the disk."""
    browser.get_log("performance")
    browser.get(page.as_uri())
    nothing_ran, found = browser.execute_script(LOOK, POKED)
    told: list[dict[str, Any]] = [
        json.loads(entry["message"])["message"] for entry in browser.get_log("performance")
    ]
    asked = [
        one["params"]["request"]["url"] for one in told
        if one["method"] == "Network.requestWillBeSent"
    ]  # fmt: skip
    return nothing_ran, found, [url for url in asked if not url.startswith(("file:", "data:"))]


@pytest.mark.parametrize("begin", drawn(range(0, len(TEXTS), 5)))
def test_hostile_texts_give_the_pages_of_plain_letters(
    browser: webdriver.Chrome, tmp_path: Path, begin: int
) -> None:
    count = compared(tmp_path, (attacks(begin), letters(begin)), write, write_texts, write_labels)
    assert count > 5 * len(TEXTS), "each text stands in several fields"
    sites = [tmp_path / name / "build" / "site" for name in ("marks", "letters")]
    pages = [path.relative_to(sites[0]) for path in sorted(sites[0].rglob("*.html"))]
    assert len(pages) > 200
    assert {page: found for page in pages if (found := read_page(sites[0] / page).faults)} == {}
    for page in drawn(pages):
        nothing_ran, marks, asked = seen(browser, sites[0] / page)
        assert (nothing_ran, asked) == (True, []), page
        assert marks == seen(browser, sites[1] / page)[1], page
