"""Forced colours, a page at 200 per cent, the keyboard alone, and no script."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser.rules_of_access import at_width
from tests.browser.test_site import PAGES

pytestmark = pytest.mark.browser

DRAWN = ".figure-title, .mark, .bar, .spark, .drawing > svg, .dot-map, .globe svg"
"""What says something by its shape."""
PAPER = 24
"""Of 255: by how much light and dark of a picture that shows anything differ at least."""
STOPS = 40
FOCUSED = """
const one = document.activeElement, box = one.getBoundingClientRect();
const style = getComputedStyle(one);
const marked = parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none';
const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0;
return [one.outerHTML.slice(0, 80), inside, marked];
"""


@contextmanager
def emulated(driver: webdriver.Chrome, **features: str) -> Iterator[None]:
    """Open pages as a reader with these settings sees them."""
    shown = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": shown})
    try:
        yield
    finally:
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


@contextmanager
def without_script(driver: webdriver.Chrome) -> Iterator[None]:
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        yield
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", ["index.html", "cities/index.html", "cities/almaty/index.html"])
def test_shapes_are_seen_in_forced_colours(
    driver: webdriver.Chrome, site: Path, page: str, scheme: str
) -> None:
    with emulated(driver, forced_colors="active", prefers_color_scheme=scheme):
        driver.get((site / page).as_uri())
        shapes = [one for one in driver.find_elements(By.CSS_SELECTOR, DRAWN) if one.is_displayed()]
        assert shapes
        blank = []
        for shape in shapes[:STOPS]:
            picture = Image.open(io.BytesIO(shape.screenshot_as_png)).convert("L")
            darkest, lightest = picture.getextrema()
            if lightest - darkest < PAPER:
                blank.append(shape.get_attribute("outerHTML")[:120])
        assert blank == []


@pytest.mark.parametrize("page", PAGES)
def test_a_desktop_at_200_per_cent_shows_a_page_whole(
    driver: webdriver.Chrome, site: Path, page: str
) -> None:
    with at_width(driver, 1280 // 2):
        driver.get((site / page).as_uri())
        assert driver.execute_script("return document.documentElement.scrollWidth") <= 1280 // 2


@pytest.mark.parametrize(
    "page",
    ["index.html", "cities/almaty/index.html", "compare/index.html", "contribute/index.html"],
)
def test_the_keyboard_alone_reaches_what_is_seen(
    driver: webdriver.Chrome, site: Path, page: str
) -> None:
    """Each stop is another one, is in sight and is marked; the first leads past the menu."""
    reached = []
    with emulated(driver, prefers_reduced_motion="reduce"):
        driver.get((site / page).as_uri())
        for _ in range(STOPS):
            ActionChains(driver).send_keys(Keys.TAB).perform()
            if driver.execute_script("return document.activeElement === document.body"):
                break  # past the last
            reached.append(driver.execute_script(FOCUSED))
    assert 'class="skip"' in reached[0][0]
    unseen = [one for one in reached if not all(one[1:])]
    assert unseen == []
    assert all(one != other for one, other in pairwise(reached))


@pytest.mark.parametrize("page", PAGES)
def test_without_a_script_a_page_says_what_it_says(
    driver: webdriver.Chrome, site: Path, page: str
) -> None:
    """All but what only a script can do: menus of charts, what is chosen, what is searched."""
    driver.get((site / page).as_uri())
    figures = driver.find_elements(By.CSS_SELECTOR, "main .number")
    known = [one.get_attribute("textContent") for one in figures]
    with without_script(driver):
        driver.get((site / page).as_uri())
        said = driver.find_element(By.TAG_NAME, "main").text
        still = driver.find_elements(By.CSS_SELECTOR, "main .number")
        assert [one.get_attribute("textContent") for one in still] == known
        assert said


def test_without_a_script_the_search_says_so(driver: webdriver.Chrome, site: Path) -> None:
    with without_script(driver):
        driver.get((site / "search/index.html").as_uri())
        assert "needs a script" in driver.find_element(By.TAG_NAME, "main").text
