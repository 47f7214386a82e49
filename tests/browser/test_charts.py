"""Charts in a browser: values that can be read, and what a reader takes away."""

from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

pytestmark = pytest.mark.browser

TAKEN = """
const [chosen, label, done] = arguments, kept = URL.createObjectURL;
URL.createObjectURL = (blob) => {
  URL.createObjectURL = kept;
  blob.text().then((text) => done([blob.type, text]));
  return kept.call(URL, blob);
};
[...chosen.querySelectorAll('.chart-menu button')].find((one) => one.textContent === label).click();
"""

WIDEST = """
const [svg] = arguments, pen = document.createElement('canvas').getContext('2d');
const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
const lines = [...root.children].filter((one) => one.tagName === 'text');
return Math.max(...lines.map((one) => {
  pen.font = `${one.getAttribute('font-weight')} ${one.getAttribute('font-size')}px sans-serif`;
  return Number(one.getAttribute('x')) + pen.measureText(one.textContent).width;
})) / root.viewBox.baseVal.width;
"""
"""The end of the widest line in letters of the machine, of the width of a drawing."""


@pytest.fixture
def figure(driver: webdriver.Chrome, site: Path) -> WebElement:
    """Return the first series on the profile of Almaty."""
    driver.get((site / "cities/almaty/index.html").as_uri())
    return driver.find_element(By.CSS_SELECTOR, "figure:has(details)")


def taken(driver: webdriver.Chrome, figure: WebElement, label: str) -> tuple[str, str]:
    """Press a button of the menu; return kind and text of the file that it gives."""
    kind, text = driver.execute_async_script(TAKEN, figure, label)
    return kind, text


def test_the_drawing_holds_title_source_and_edition(
    driver: webdriver.Chrome, figure: WebElement
) -> None:
    kind, svg = taken(driver, figure, "SVG")
    assert kind == "image/svg+xml"
    title = figure.find_element(By.CSS_SELECTOR, ".figure-title").text
    assert f"<title>Almaty: {title}</title>" in svg
    assert "Source: " in svg and "City Profiles, edition" in svg
    assert "class=" not in svg, "its colours are its own"
    assert 'stroke-width="14px"' not in svg, "what a pointer needs is not drawn"


def test_a_picture_is_a_picture(driver: webdriver.Chrome, figure: WebElement) -> None:
    assert taken(driver, figure, "PNG")[0] == "image/png"


@pytest.mark.parametrize("kind", ["figure.figure-strip", "figure.many-series"])
def test_no_line_of_a_picture_is_cut(driver: webdriver.Chrome, site: Path, kind: str) -> None:
    """A picture is drawn in letters of the machine; an address has no space to break at."""
    driver.get((site / "indicators/unemployment-rate/index.html").as_uri() + "?" + "a" * 80)
    shown = driver.find_element(By.CSS_SELECTOR, kind)
    _, svg = taken(driver, shown, "SVG")
    assert driver.execute_script(WIDEST, svg) <= 1
    for line in shown.find_elements(By.CSS_SELECTOR, ".unit-line"):
        assert line.text.split()[0] in svg


def test_the_table_holds_every_figure_and_its_source(
    driver: webdriver.Chrome, figure: WebElement
) -> None:
    kind, table = taken(driver, figure, "CSV")
    assert kind == "text/csv"
    rows = [
        ",".join(f'"{cell.get_attribute("textContent").strip()}"' for cell in cells)
        for row in figure.find_elements(By.CSS_SELECTOR, "details tbody tr")
        if (cells := row.find_elements(By.XPATH, "*"))
    ]
    assert rows
    for row in rows:
        assert row in table
    assert '"Source: ' in table


def test_arrow_keys_read_the_values(driver: webdriver.Chrome, figure: WebElement) -> None:
    box = figure.find_element(By.CSS_SELECTOR, ".drawing")
    driver.execute_script("arguments[0].focus()", box)
    read = []
    for key in (Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_LEFT):
        box.send_keys(key)
        read.append(figure.find_element(By.CSS_SELECTOR, ".chart-value").text)
    assert read[0] == read[2] != read[1]
    first = figure.find_element(By.CSS_SELECTOR, "details tbody th")
    assert read[0].startswith(first.get_attribute("textContent").strip())


def test_a_citation_is_offered_and_no_frame_from_disk(
    driver: webdriver.Chrome, figure: WebElement
) -> None:
    buttons = figure.find_elements(By.CSS_SELECTOR, ".chart-menu button")
    assert [button.text for button in buttons] == ["SVG", "PNG", "CSV", "Cite"]
    buttons[-1].click()
    field = figure.find_element(By.CSS_SELECTOR, ".chart-take textarea")
    assert field.get_attribute("value").startswith("City Profiles, edition")
    assert "Almaty: " in field.get_attribute("value")


def test_a_place_in_the_address_leaves_one_chart(driver: webdriver.Chrome, site: Path) -> None:
    page = (site / "embed/almaty/index.html").as_uri()
    driver.get(page)
    figures = driver.find_elements(By.CSS_SELECTOR, "figure")
    assert all(one.is_displayed() for one in figures)
    name = figures[1].get_attribute("id")
    driver.get(f"{page}#{name}")
    shown = [one for one in driver.find_elements(By.CSS_SELECTOR, "figure") if one.is_displayed()]
    assert [one.get_attribute("id") for one in shown] == [name]
