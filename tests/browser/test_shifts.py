"""Nothing moves while a page loads slowly: fonts come late, and scripts fill what has its room.

Every shift counts, also those that the browser excuses since the window has just got its size.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver

from tests.browser.rules_of_access import at_width
from tests.browser.served import served
from tests.browser.test_access import KINDS
from tests.draws import drawn

pytestmark = pytest.mark.browser

MOST = 0.05
"""The most that all shifts of a page come to: share of the window moved × share of it moved by."""
ASKED = (
    "search/index.html?q=energy", "compare/index.html?cities=almaty,astana,riyadh",
    "practices/index.html?country=DK", "cities/index.html?sort=cities.people.up",
)  # fmt: skip
PAGES = sorted({*drawn(KINDS), *ASKED})
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
"""Milliseconds, bytes a second: a phone on a slow network."""
WATCH = """
window.shifts = [];
new PerformanceObserver((list) => list.getEntries().forEach((one) => window.shifts.push([
  one.value, ...one.sources.slice(0, 3).map((source) => source.node && (
    source.node.outerHTML || source.node.textContent).slice(0, 80))])))
  .observe({ type: 'layout-shift', buffered: true });
"""
SETTLED = """
const done = arguments[0];
document.fonts.ready.then(() => setTimeout(() => done(window.shifts), 400));
"""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture
def slow(driver: webdriver.Chrome) -> Iterator[webdriver.Chrome]:
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd("Network.emulateNetworkConditions", SLOW)
    watched = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
    yield driver
    driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", watched)
    driver.execute_cdp_cmd("Network.disable", {})


@pytest.mark.parametrize("page", PAGES)
def test_nothing_moves(slow: webdriver.Chrome, address: str, page: str) -> None:
    for width in (412, 1280):
        slow.execute_cdp_cmd("Network.clearBrowserCache", {})
        with at_width(slow, width):
            slow.get(f"{address}/{page}")
            shifts = slow.execute_async_script(SETTLED)
        assert sum(one[0] for one in shifts) < MOST, (width, shifts)
