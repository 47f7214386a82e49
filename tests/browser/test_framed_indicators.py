"""The charts of an indicator in the frame of another site, as their menu offers it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.served import served

pytestmark = pytest.mark.browser

INDICATOR = "unemployment-rate"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


def offered(driver: webdriver.Chrome, address: str) -> str:
    """Return the text that the menu of the series offers to embed."""
    driver.get(f"{address}/indicators/{INDICATOR}/index.html")
    figure = driver.find_element(By.CSS_SELECTOR, "figure.many-series")
    buttons = figure.find_elements(By.CSS_SELECTOR, ".chart-menu button")
    next(one for one in buttons if one.text == "Embed").click()
    return figure.find_element(By.CSS_SELECTOR, ".chart-take textarea").get_attribute("value") or ""


def test_the_frame_holds_the_whole_chart_and_no_other(
    driver: webdriver.Chrome, address: str, tmp_path: Path
) -> None:
    text = offered(driver, address)
    source = re.search(r'src="([^"]*)"', text)
    assert source is not None
    assert source[1].startswith(f"{address}/embed/indicators/{INDICATOR}/index.html#")
    foreign = tmp_path / "foreign.html"
    foreign.write_text(f"<!doctype html><title>Foreign</title>{text}", encoding="utf-8")
    driver.get(foreign.as_uri())
    frame = driver.find_element(By.TAG_NAME, "iframe")
    driver.switch_to.frame(frame)
    try:
        figures = WebDriverWait(driver, 10).until(
            lambda one: one.find_elements(By.TAG_NAME, "figure")
        )
        assert [one.get_attribute("class") for one in figures if one.is_displayed()] == [
            "many-series"
        ]
        room = driver.execute_script(
            "const root = document.documentElement;"
            "return [root.scrollWidth - root.clientWidth, root.scrollHeight - root.clientHeight]"
        )
        assert room[0] <= 0 and room[1] <= 0, room
    finally:
        driver.switch_to.default_content()
