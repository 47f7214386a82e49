"""The forms of the site: faults said while typing, and a result that the check takes."""

import csv
import io
import shutil
from pathlib import Path

import pytest
import yaml
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select

from generator.making.checking import check
from generator.problems import Severity
from tests.browser.test_site import open_page

pytestmark = pytest.mark.browser

PAGE = "contribute/index.html"


@pytest.fixture
def page(driver: webdriver.Chrome, site: Path) -> webdriver.Chrome:
    assert open_page(driver, site, PAGE) == []
    return driver


def control(page: webdriver.Chrome, form: str, name: str) -> WebElement:
    return page.find_element(By.ID, f"{form}-{name}")


def type_into(page: webdriver.Chrome, form: str, **texts: str) -> None:
    for name, text in texts.items():
        element = control(page, form, name)
        if element.tag_name == "select":
            Select(element).select_by_value(text)
        else:
            element.clear()
            element.send_keys(text, Keys.TAB)


def said(page: webdriver.Chrome, form: str, name: str) -> str:
    """Return what is said below a field; screen readers are told the same."""
    place = page.find_element(By.ID, f"{form}-{name}-error")
    assert place.get_attribute("aria-live") == "polite"
    element = control(page, form, name)
    assert place.get_attribute("id") in (element.get_attribute("aria-describedby") or "").split()
    assert bool(place.text) == (element.get_attribute("aria-invalid") == "true")
    return place.text


def send(page: webdriver.Chrome, form: str) -> None:
    page.find_element(By.CSS_SELECTOR, f"#{form} button[type=submit]").send_keys(Keys.ENTER)


def made(page: webdriver.Chrome, form: str) -> tuple[str, str]:
    """Return the file and the text that a form has made."""
    result = page.find_element(By.CSS_SELECTOR, f"#{form} .entry-result")
    assert page.switch_to.active_element == result, "it is announced"
    text = control(page, form, "result").get_attribute("value") or ""
    return result.find_element(By.CSS_SELECTOR, ".entry-file").text, text


def test_faults_are_said_while_one_types(page: webdriver.Chrome) -> None:
    type_into(page, "figure", city="rana", observable="household-internet-access", value="12,5")
    assert "Write 12.5:" in said(page, "figure", "value")
    type_into(page, "figure", value="125")
    assert "between 0 and 100" in said(page, "figure", "value")
    type_into(page, "figure", value="12.5", period="2999")
    assert said(page, "figure", "value") == ""
    assert "later than 2026" in said(page, "figure", "period")
    type_into(page, "figure", status="F", source="Yearbook 2024")
    assert said(page, "figure", "period") == ""
    assert "small letters" in said(page, "figure", "source")
    type_into(page, "figure", unit="years")
    assert "measured in %" in said(page, "figure", "unit")


def test_what_lacks_is_counted_and_the_first_of_it_is_gone_to(page: webdriver.Chrome) -> None:
    send(page, "source")
    assert page.switch_to.active_element == control(page, "source", "city")
    status = page.find_element(By.CSS_SELECTOR, "#source .entry-errors")
    assert status.text == "Fields to correct: 5"
    type_into(page, "source", kind="city-record")
    assert said(page, "source", "url") == ""
    assert not page.find_element(By.CSS_SELECTOR, "#source .entry-result").is_displayed()


def test_a_status_without_a_value_asks_for_none(page: webdriver.Chrome) -> None:
    type_into(page, "figure", city="rana", observable="open-data.number-published", status="O")
    type_into(page, "figure", source="yearbook")
    send(page, "figure")
    assert "O" in made(page, "figure")[1]


def test_an_address_fills_the_form(driver: webdriver.Chrome, site: Path) -> None:
    address = (site / PAGE).as_uri()
    driver.get(f"{address}?city=almaty&observable=air-pollution.pm2-5&note=x&city=nowhere#figure")
    assert Select(control(driver, "figure", "city")).first_selected_option.text == "Almaty"
    assert control(driver, "figure", "unit").get_attribute("value") == "µg/m³"
    assert control(driver, "figure", "note").get_attribute("value") == ""


def test_what_a_form_makes_is_taken_by_the_check(
    page: webdriver.Chrome, site: Path, tmp_path: Path
) -> None:
    type_into(page, "source", city="rana", source="yearbook-2024", title='The "blue" book, 2024')
    type_into(page, "source", kind="official-statistics", url="https://statistics.example/2024")
    send(page, "source")
    source = made(page, "source")
    type_into(page, "figure", city="rana", observable="household-internet-access")
    type_into(page, "figure", period="2015", value="71.5", source="yearbook-2024")
    type_into(page, "figure", status="B", note="Since 2015, all ages: a new survey.")
    send(page, "figure")
    figure = made(page, "figure")
    type_into(page, "practice", city="rana", title="Leaks: found at night", start="2010")
    type_into(page, "practice", summary='Pressure is "read" at 2:00 # each night.')
    type_into(page, "practice", **{"results.text": "Less water lost.", "results.before": "9"})
    type_into(page, "practice", **{"results.before_period": "2010", "results.unit": "%"})
    type_into(page, "practice", sources="yearbook-2024", indicators="water-supply-loss")
    page.find_element(By.CSS_SELECTOR, "#practice [value='action/energy']").click()
    send(page, "practice")
    practice = made(page, "practice")
    assert practice[0] == "cities/rana/practices/leaks-found-at-night.yml"

    root = tmp_path / "root"
    for folder in ("content", "cities"):
        shutil.copytree(site.parents[1] / folder, root / folder)
    before = errors(root)
    for file, text in (source, figure):
        add_row(root / file, text)
    (root / practice[0]).parent.mkdir(exist_ok=True)
    (root / practice[0]).write_text(practice[1], encoding="utf-8")
    assert errors(root) == before
    assert yaml.safe_load(practice[1])["summary"] == 'Pressure is "read" at 2:00 # each night.'


def add_row(path: Path, text: str) -> None:
    """Put the cells of a row below the columns that a file has, as an editor does."""
    (row,) = csv.DictReader(io.StringIO(text))
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    names = list(dict.fromkeys([*lines[0], *row]))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows([*lines, row])


def errors(root: Path) -> list[str]:
    found = (one for one in check(root).problems if one.severity is Severity.ERROR)
    return [f"{one.place} {one.code} {one.found}" for one in found]


def test_copied_and_saved_it_says_so(page: webdriver.Chrome) -> None:
    type_into(page, "figure", city="rana", observable="household-internet-access", value="1")
    type_into(page, "figure", source="yearbook")
    send(page, "figure")
    page.find_element(By.CSS_SELECTOR, "#figure [data-copy]").click()
    status = page.find_element(By.CSS_SELECTOR, "#figure .entry-result [role=status]")
    assert status.text == "Copied"
    type_into(page, "figure", value="2")
    assert not page.find_element(By.CSS_SELECTOR, "#figure .entry-result").is_displayed()


def test_on_a_narrow_screen_nothing_is_wider_than_the_page(page: webdriver.Chrome) -> None:
    device = {"width": 360, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", device)
    try:
        assert page.execute_script("return document.documentElement.scrollWidth") == 360
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
