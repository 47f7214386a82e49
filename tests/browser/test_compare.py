"""Readers compare cities of their choice: found by typing, kept in the address, on a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.test_own_weights import SET, drawn

pytestmark = pytest.mark.browser

READY, PAGE = "countries/kz/compare/index.html", "compare/index.html"
CHOSEN = "?cities=almaty,rana,riyadh"
SHOWN = """
const text = (one) => one.textContent.replace(/\\s+/g, ' ').trim();
const drawn = (svg) => [svg.getAttribute('aria-label')].concat(
  [...svg.querySelectorAll('circle')].map((one) => [
    Number(one.getAttribute('cx')).toFixed(1), Number(one.getAttribute('cy')).toFixed(1),
    one.getAttribute('class') || '']),
  [...svg.querySelectorAll('text')].map(text));
return {
  title: text(document.querySelector('h1')),
  lead: text(document.querySelector('p.lead')),
  rows: [...document.querySelectorAll('main table.compared tr')].map(
    (one) => one.textContent.replace(/\\s+/g, '')),
  drawings: [...document.querySelectorAll('main table.compared svg:not(.mark)')].map(drawn),
  marks: [...document.querySelectorAll('main table.compared .mark')].map((one) => one.outerHTML),
  links: [...document.querySelectorAll('main table.compared a')].map((one) => one.href),
  folded: text(document.querySelector('main details')),
  after: text(document.querySelector('form.weights + p')),
};
"""


def opened(driver: webdriver.Chrome, site: Path, query: str = "") -> None:
    """Open the page of the reader's choice, and wait for what is chosen."""
    driver.get((site / PAGE).as_uri() + query)
    waited(driver, "#chosen table" if "," in query else "datalist option")


def waited(driver: webdriver.Chrome, selector: str) -> None:
    WebDriverWait(driver, 5).until(lambda one: one.find_elements(By.CSS_SELECTOR, selector))


def heading(driver: webdriver.Chrome) -> str:
    return driver.find_element(By.TAG_NAME, "h1").text


def fields(driver: webdriver.Chrome) -> list[str]:
    found = driver.find_elements(By.CSS_SELECTOR, ".choose input")
    return [one.get_attribute("value") or "" for one in found]


def typed(driver: webdriver.Chrome, *names: str) -> None:
    """Type names into the fields, and send the form by the keyboard."""
    found = driver.find_elements(By.CSS_SELECTOR, ".choose input")
    for field, name in zip(found, names, strict=False):
        field.clear()
        field.send_keys(name)
    found[0].send_keys(Keys.ENTER)


@pytest.fixture
def phone(driver: webdriver.Chrome) -> Iterator[webdriver.Chrome]:
    small = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", small)
    yield driver
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_cities_of_ones_choice_stand_as_on_the_page_that_is_ready(
    driver: webdriver.Chrome, site: Path
) -> None:
    driver.get((site / READY).as_uri())
    ready = driver.execute_script(SHOWN)
    driver.find_element(By.CSS_SELECTOR, "main a[href*='?cities=']").click()
    waited(driver, "#chosen table")
    assert driver.execute_script(SHOWN) == ready
    assert ready["title"] in driver.title


def test_a_mayor_compares_three_cities_on_a_phone(phone: webdriver.Chrome, site: Path) -> None:
    opened(phone, site)
    typed(phone, "алма", "rana", "RIYADH")
    waited(phone, "#chosen table")
    assert phone.current_url.endswith(CHOSEN)
    assert heading(phone) == "Almaty beside Rana and Riyadh"
    assert fields(phone) == ["Almaty", "Rana", "Riyadh"]
    cells = phone.find_elements(By.CSS_SELECTOR, "#chosen td[data-label]")
    assert cells
    for cell in cells:
        if not cell.find_elements(By.CSS_SELECTOR, ".missing"):
            assert cell.find_element(By.CSS_SELECTOR, ".said a").text
            assert cell.find_element(By.CSS_SELECTOR, ".period").text
            assert cell.find_element(By.CSS_SELECTOR, ".mark").get_attribute("aria-label")
    assert phone.find_element(By.CSS_SELECTOR, "#chosen th .unit").text
    assert phone.execute_script("return document.documentElement.scrollWidth") == 360

    phone.back()
    waited(phone, "datalist option")
    assert heading(phone) == "Compare"


def test_the_address_gives_the_same_in_a_new_window(driver: webdriver.Chrome, site: Path) -> None:
    """With the reader's own weights, where the chosen cities have enough in common."""
    opened(driver, site, "?cities=almaty,astana")
    driver.execute_script(SET, driver.find_element(By.CSS_SELECTOR, "form.weights input"))
    driver.find_element(By.CSS_SELECTOR, "[name=copy]").click()
    address = driver.find_element(By.CSS_SELECTOR, ".chosen-tools input").get_attribute("value")
    assert address == driver.current_url
    assert address and "?cities=almaty,astana&weights=4" in address
    before, said = drawn(driver), driver.execute_script(SHOWN)
    driver.switch_to.new_window("tab")
    driver.get(address)
    waited(driver, "#chosen table")
    assert drawn(driver) == before
    assert driver.execute_script(SHOWN) == said
    driver.close()
    driver.switch_to.window(driver.window_handles[0])


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Almaty", "Atlantis"), "No city here is called “Atlantis”."),
        (("Almaty",), "Choose at least one more city."),
        (("Almaty", "almaty"), "Choose at least one more city."),
        (("R", "Almaty"), "“R” begins the names of Rana and Riyadh."),
    ],
)
def test_what_is_wrong_with_a_choice_is_said_at_its_field(
    driver: webdriver.Chrome, site: Path, names: tuple[str, ...], said: str
) -> None:
    opened(driver, site)
    typed(driver, *names)
    assert driver.find_element(By.CSS_SELECTOR, ".choose [role=status]").text == said
    focused = driver.switch_to.active_element
    assert focused.get_attribute("aria-invalid") == "true"
    assert focused.get_attribute("aria-describedby") == "choice-said"
    assert not driver.find_elements(By.CSS_SELECTOR, "#chosen table")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?cities=almaty", "Choose at least one more city."),
        ("?cities=atlantis", "No city here is called “atlantis”."),
        ("?cities=../../search/index.en,constructor", "No city here is called “constructor”."),
    ],
)
def test_an_address_with_less_than_two_cities_says_what_to_do(
    driver: webdriver.Chrome, site: Path, query: str, said: str
) -> None:
    driver.get((site / PAGE).as_uri() + query)
    waited(driver, "datalist option")
    assert driver.find_element(By.CSS_SELECTOR, ".choose [role=status]").text == said
    assert heading(driver) == "Compare"


def test_every_figure_is_saved_with_the_place_of_its_source(
    driver: webdriver.Chrome, site: Path
) -> None:
    opened(driver, site, CHOSEN)
    driver.execute_script(
        "window.profilesTake.saveRows = (rows, name) => { window.saved = [rows, name]; }"
    )
    driver.find_element(By.CSS_SELECTOR, "[name=save]").click()
    rows, name = driver.execute_script("return window.saved")
    assert name == "almaty-rana-riyadh"
    assert rows[0][:5] == ["Area", "Indicator", "Unit", "City", "Value"]
    figures = driver.find_elements(By.CSS_SELECTOR, "#chosen td[data-label] .said")
    assert len(rows) == len(figures) + 1
    assert {row[3] for row in rows[1:]} <= {"Almaty", "Rana", "Riyadh"}
    assert all(row[4] and row[6] and row[7] for row in rows[1:])


def test_a_hostile_name_is_text(driver: webdriver.Chrome, site: Path) -> None:
    opened(driver, site, "?cities=almaty,hostile")
    assert "<script>alert(1)</script>" in heading(driver)
    assert not driver.find_elements(By.CSS_SELECTOR, "#chosen script, h1 script")


def test_without_a_script_the_page_leads_to_what_is_ready(
    driver: webdriver.Chrome, site: Path
) -> None:
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver.get((site / PAGE).as_uri() + CHOSEN)
        main = driver.find_element(By.TAG_NAME, "main").text
        assert "Choosing cities needs a script" in main
        assert not driver.find_element(By.CSS_SELECTOR, "form.choose").is_displayed()
        links = driver.find_elements(
            By.CSS_SELECTOR, "main a[href$='cities/almaty/compare/index.html']"
        )
        assert links
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
