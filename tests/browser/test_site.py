"""What a reader meets in a browser: policy, search, display, small screens, hostile text."""

from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.rules_of_access import at_width
from tests.making.hostile import NAME

pytestmark = pytest.mark.browser

PAGES = (
    "index.html", "cities/index.html", "cities/almaty/index.html",
    "cities/almaty/indicators/index.html", "cities/almaty/data/index.html",
    "cities/almaty/computed/index.html", "cities/almaty/computed/areas/index.html",
    "cities/rana/index.html", "countries/no/index.html", "sdgs/index.html", "sdgs/11/index.html",
    "data-quality/index.html", "sources/index.html", "glossary/index.html",
    "cities/hostile/index.html", "cities/hostile/data/index.html",
    "indicators/index.html", "indicators/air-pollution/index.html", "areas/index.html",
    "areas/u4ssc/index.html", "areas/u4ssc/economy/index.html", "areas/action/energy/index.html",
    "methodology/index.html",
    "about/index.html", "accessibility/index.html", "embed/almaty/index.html",
    "embed/indicators/unemployment-rate/index.html",
    "compare/index.html", "cities/almaty/compare/index.html",
    "contribute/index.html",
)  # fmt: skip

LETTERS = """
const lines = (node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return new Set(Array.from(range.getClientRects(), (one) => Math.round(one.top))).size;
};
const charts = document.querySelectorAll('.figures');
charts.forEach((one) => { one.style.contentVisibility = 'visible'; });
const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
const broken = [];
while (walker.nextNode()) {
  const node = walker.currentNode, length = node.textContent.trim().length;
  const around = node.parentElement, shown = around.checkVisibility();
  if (shown && !around.closest('thead, .hidden') && lines(node) > 2 && lines(node) * 3 > length)
    broken.push(node.textContent.trim().slice(0, 40));
}
return broken;
"""
"""Texts of which lines have fewer than three letters; heads of tables are not seen on a phone."""


def open_page(driver: webdriver.Chrome, site: Path, page: str) -> list[str]:
    """Open a page from disk; return what the browser complains of."""
    driver.get_log("browser")
    driver.get((site / page).as_uri())
    return [entry["message"] for entry in driver.get_log("browser")]


def search(driver: webdriver.Chrome, text: str) -> list[str]:
    """Type into the search of the header; return the first results as text."""
    box = driver.find_element(By.ID, "search")
    box.click()
    box.clear()
    box.send_keys(text)

    def found(browser: webdriver.Chrome) -> list[str]:
        options = browser.find_elements(By.CSS_SELECTOR, "#search-results [role=option]")
        return [option.text for option in options]

    return WebDriverWait(driver, 5).until(found)


@pytest.mark.parametrize("page", PAGES)
def test_pages_open_from_disk_without_a_complaint(
    driver: webdriver.Chrome, site: Path, page: str
) -> None:
    assert open_page(driver, site, page) == []
    assert driver.execute_script("return window.__pwned") is None


@pytest.mark.parametrize("page", PAGES)
def test_no_page_is_wider_than_a_phone(driver: webdriver.Chrome, site: Path, page: str) -> None:
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True},
    )
    try:
        open_page(driver, site, page)
        width = driver.execute_script("return document.documentElement.scrollWidth")
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert width <= 360


@pytest.mark.parametrize("page", PAGES)
def test_no_word_stands_letter_by_letter_on_a_phone(
    driver: webdriver.Chrome, site: Path, page: str
) -> None:
    with at_width(driver, 360):
        open_page(driver, site, page)
        assert driver.execute_script(LETTERS) == []


@pytest.mark.parametrize("page", PAGES)
def test_no_table_is_cut_on_a_desktop(driver: webdriver.Chrome, site: Path, page: str) -> None:
    """The rows of a city's files, with their notes, sources and lines, may scroll."""
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": False},
    )
    open_page(driver, site, page)
    cut = driver.execute_script(
        "return [...document.querySelectorAll('.scroller:not(:has(.observations))')]"
        ".filter(box => box.scrollWidth > box.clientWidth + 1)"
        ".map(box => box.innerText.slice(0, 60))"
    )
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert cut == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("alma", "Almaty"), ("Алматы", "Almaty"), ("рияд", "Riyadh"), ("الرياض", "Riyadh"),
     ("internet", "Household Internet Access"),
     ("almaty air", "PM2.5"), ("unemploiment", "Unemployment Rate")],
)  # fmt: skip
def test_the_search_finds(driver: webdriver.Chrome, site: Path, text: str, expected: str) -> None:
    open_page(driver, site, "cities/index.html")
    assert any(expected in result for result in search(driver, text)[:3])


def test_the_search_leads_to_the_page(driver: webdriver.Chrome, site: Path) -> None:
    open_page(driver, site, "methodology/index.html")
    search(driver, "rana")
    driver.find_element(By.ID, "search").send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    WebDriverWait(driver, 5).until(lambda browser: "/cities/rana/" in browser.current_url)


def test_a_hostile_name_is_text_everywhere(driver: webdriver.Chrome, site: Path) -> None:
    open_page(driver, site, "cities/hostile/index.html")
    assert NAME in driver.title
    assert driver.find_element(By.TAG_NAME, "h1").text.startswith(NAME)
    assert any(NAME in result for result in search(driver, "hostile"))
    assert driver.execute_script("return window.__pwned") is None


def test_the_display_can_be_chosen_and_is_kept(driver: webdriver.Chrome, site: Path) -> None:
    open_page(driver, site, "index.html")
    ground = "return getComputedStyle(document.body).backgroundColor"
    before = driver.execute_script(ground)
    driver.find_element(By.CSS_SELECTOR, "button.theme").click()
    chosen = driver.execute_script(ground)
    open_page(driver, site, "cities/index.html")
    assert driver.execute_script(ground) == chosen != before
    driver.find_element(By.CSS_SELECTOR, "button.theme").click()


def test_every_chart_says_what_it_shows(driver: webdriver.Chrome, site: Path) -> None:
    open_page(driver, site, "cities/almaty/index.html")
    drawings = driver.find_elements(By.CSS_SELECTOR, ".drawing")
    assert len(drawings) > 3
    for drawing in drawings:
        assert 20 < len(drawing.get_attribute("aria-label") or "") <= 250


def test_facts_stand_without_scripts(site: Path) -> None:
    text = (site / "cities" / "almaty" / "index.html").read_text(encoding="utf-8")
    assert "Household Internet Access" in text
    assert "<svg" in text


def test_two_clicks_lead_from_each_rating_to_a_source(driver: webdriver.Chrome, site: Path) -> None:
    """Every rating of a real city, in a browser: the rating, then a source in its explanation."""
    profile = "cities/almaty/index.html"
    open_page(driver, site, profile)
    links = driver.find_elements(By.CSS_SELECTOR, "main a.band")
    ratings = list(dict.fromkeys(link.get_attribute("href") or "" for link in links))
    assert len(ratings) > 10
    for rating in ratings:
        driver.get(rating)
        anchor = rating.partition("#")[2]
        section = driver.find_element(By.ID, anchor)
        assert section.is_displayed()
        source = section.find_element(By.CSS_SELECTOR, "a.from").get_attribute("href") or ""
        driver.get(source)
        assert driver.find_element(By.ID, source.partition("#")[2]).is_displayed()
