"""The page of an indicator in a browser: its drawings travel, its table is sorted."""

from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By

from tests.browser.test_charts import taken

pytestmark = pytest.mark.browser
PAGE = "indicators/unemployment-rate/index.html"


def opened(driver: webdriver.Chrome, site: Path, query: str = "") -> None:
    driver.get((site / PAGE).as_uri() + query)


def cities(driver: webdriver.Chrome) -> list[str]:
    found = driver.find_elements(By.CSS_SELECTOR, "table.sorted tbody th a")
    return [one.text for one in found]


def press(driver: webdriver.Chrome, key: str) -> None:
    head = driver.find_element(By.CSS_SELECTOR, f"table.sorted [data-key={key}] button")
    driver.execute_script("arguments[0].click()", head)


def test_every_drawing_has_the_menu_of_the_charts(driver: webdriver.Chrome, site: Path) -> None:
    opened(driver, site)
    drawn = driver.find_elements(By.CSS_SELECTOR, ".strip, .many-series")
    assert drawn
    for one in drawn:
        figure = one.find_element(By.XPATH, "ancestor-or-self::figure")
        menu = figure.find_elements(By.CSS_SELECTOR, ".chart-menu > *")
        assert [item.text for item in menu] == ["SVG", "PNG", "CSV", "Cite"]
        assert (site / "data/indicators/unemployment-rate.csv").as_uri() == menu[2].get_attribute(
            "href"
        )
        kind, svg = taken(driver, figure, "SVG")
        assert kind == "image/svg+xml"
        assert "Unemployment" in svg and "Source: " in svg and "edition" in svg
        assert "class=" not in svg and "NaN" not in svg and "<use" not in svg


def test_a_saved_drawing_of_series_names_every_city(driver: webdriver.Chrome, site: Path) -> None:
    opened(driver, site)
    figure = driver.find_element(By.CSS_SELECTOR, ".many-series")
    _, svg = taken(driver, figure, "SVG")
    names = [one.text for one in figure.find_elements(By.CSS_SELECTOR, "li a")]
    assert len(names) > 1
    assert all(name in svg for name in names)


def test_a_table_is_sorted_and_the_address_says_so(driver: webdriver.Chrome, site: Path) -> None:
    opened(driver, site)
    served = cities(driver)
    press(driver, "name")
    assert cities(driver) == sorted(served)
    assert driver.current_url.endswith("?sort=i-unemployment-rate.name.up")
    press(driver, "name")
    assert cities(driver) == sorted(served, reverse=True)
    press(driver, "name")
    assert cities(driver) == served
    assert driver.current_url.endswith("index.html")


def test_an_address_opens_a_sorted_table(driver: webdriver.Chrome, site: Path) -> None:
    opened(driver, site, "?sort=i-unemployment-rate.amount.down")
    rows = driver.find_elements(By.CSS_SELECTOR, "table.sorted tbody tr[data-amount]")
    amounts = [float(row.get_attribute("data-amount") or "") for row in rows]
    assert amounts == sorted(amounts, reverse=True)
    opened(driver, site, "?sort=i-unemployment-rate.nonsense.up")
    assert not driver.find_elements(By.CSS_SELECTOR, "[aria-sort=ascending]")


def test_a_source_stands_at_every_figure(driver: webdriver.Chrome, site: Path) -> None:
    opened(driver, site)
    for row in driver.find_elements(By.CSS_SELECTOR, "table.sorted tbody tr"):
        link = row.find_element(By.CSS_SELECTOR, ".source a").get_attribute("href") or ""
        assert "/data/index.html#source-" in link
