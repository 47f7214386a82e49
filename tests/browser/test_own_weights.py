"""The reader's own weights: the means move, the address holds them, a loaded address gives them."""

from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By

pytestmark = pytest.mark.browser

PAGE = "countries/kz/compare/index.html"
SET = "arguments[0].value = 4; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))"
DRAWN = """
const line = document.querySelector('.together svg');
return [...line.querySelectorAll('circle')].map((one) => Number(one.getAttribute('cx')).toFixed(1))
  .concat([...line.querySelectorAll('text')].map((one) => one.textContent));
"""


def drawn(driver: webdriver.Chrome) -> list[str]:
    """Return where the cities stand on the line, and the letters above it."""
    places: list[str] = driver.execute_script(DRAWN)
    return places


def test_equal_weights_stand_where_the_page_was_written_with_them(
    driver: webdriver.Chrome, site: Path
) -> None:
    """The script draws as the page does: setting a weight and taking it back changes nothing."""
    driver.get((site / PAGE).as_uri())
    before, said = drawn(driver), driver.find_element(By.TAG_NAME, "output").text
    form = driver.find_element(By.CSS_SELECTOR, "form.weights")
    driver.execute_script(SET, form.find_element(By.TAG_NAME, "input"))
    form.find_element(By.TAG_NAME, "button").click()
    driver.execute_async_script("setTimeout(arguments[0], 50)")
    assert drawn(driver) == before
    assert driver.find_element(By.TAG_NAME, "output").text == said


def test_weights_stand_in_the_address(driver: webdriver.Chrome, site: Path) -> None:
    driver.get((site / PAGE).as_uri())
    sliders = driver.find_elements(By.CSS_SELECTOR, "form.weights input")
    driver.execute_script(SET, sliders[0])
    assert driver.current_url.endswith("?weights=4" + "2" * (len(sliders) - 1))
    moved = drawn(driver)
    driver.get(driver.current_url)
    assert drawn(driver) == moved
    first = driver.find_element(By.CSS_SELECTOR, "form.weights input")
    assert first.get_attribute("value") == "4"


def test_each_slider_has_a_name(driver: webdriver.Chrome, site: Path) -> None:
    driver.get((site / PAGE).as_uri())
    for slider in driver.find_elements(By.CSS_SELECTOR, "form.weights input"):
        assert slider.get_attribute("aria-label")
