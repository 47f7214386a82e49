"""What somebody comes for, clicked through from the start page to the end.

A mayor who compares stands in `test_compare.py`, a journalist who takes a chart along in
`test_framed_indicators.py`, a bank that narrows projects in `test_filters.py`, a transport officer
in `test_practice_journey.py`.
"""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.rules_of_access import at_width

pytestmark = pytest.mark.browser


def test_a_citizen_finds_her_city_by_its_russian_name_and_reports_an_error(
    driver: webdriver.Chrome, site: Path
) -> None:
    with at_width(driver, 360):
        driver.get((site / "index.html").as_uri())
        box = driver.find_element(By.CSS_SELECTOR, "main form.search input")
        box.send_keys("Алматы")
        first = "main form.search [role=option][data-address]"
        WebDriverWait(driver, 10).until(lambda one: one.find_elements(By.CSS_SELECTOR, first))
        box.send_keys(Keys.ENTER)
        WebDriverWait(driver, 10).until(lambda one: "cities/almaty/" in one.current_url)

        figure = driver.find_element(By.CSS_SELECTOR, "tr[id$=air-pollution--pm10] a.band")
        figure.click()
        WebDriverWait(driver, 10).until(lambda one: "#how-" in one.current_url)
        told = driver.find_element(By.CSS_SELECTOR, ".explanation:target")
        links = told.find_elements(By.CSS_SELECTOR, ".on-screen a")
        report = next(one for one in links if one.text == "Report an error")
        target = urlsplit(report.get_attribute("href") or "")
    asked = {key: values[0] for key, values in parse_qs(target.query).items()}
    assert target.netloc == "forge.example"
    assert "Almaty" in asked["title"]
    assert "Air Pollution" in asked["title"]
    assert "cities/almaty/observations.csv" in asked["body"]
    assert "2023" in asked["body"]
