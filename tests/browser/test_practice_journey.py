"""The officer of a city of 60,000 looks for what cities like it did about its problem."""

import re
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from tests.browser.test_filters import PRACTICES, field, shown
from tests.browser.test_site import open_page

pytestmark = pytest.mark.browser


def test_a_practice_of_a_city_of_like_size_shows_its_results_sources_and_what_it_serves(
    driver: webdriver.Chrome, site: Path
) -> None:
    open_page(driver, site, PRACTICES)
    meant = driver.find_element(
        By.CSS_SELECTOR, "[data-item][data-result=compared][data-people]:not([data-people=''])"
    )
    title, people = meant.text, meant.get_attribute("data-people") or ""
    area = (meant.get_attribute("data-area") or "").split()[0]
    Select(field(driver, "area")).select_by_value(area)
    Select(field(driver, "result")).select_by_value("compared")
    driver.find_element(By.ID, "practices-people-most").send_keys(people)
    assert title in shown(driver)
    assert "result=compared" in driver.current_url
    assert f"people-most={people}" in driver.current_url
    driver.find_element(By.CSS_SELECTOR, "main [data-item]:not([hidden]) a").click()
    page = driver.find_element(By.TAG_NAME, "main").text
    assert re.search(r"\d\s*→\s*(to\s*)?\d", page)
    for words in ("Sources", "What goes with it", "Results as the sources state them"):
        assert words in page


def test_from_a_city_with_the_weakness_one_click_leads_to_what_it_is_advised(
    driver: webdriver.Chrome, site: Path
) -> None:
    pages = sorted(site.glob("practices/*/index.html"))
    page = next(one for one in pages if 'id="takers"' in one.read_text(encoding="utf-8"))
    driver.get(page.as_uri())
    link = driver.find_element(By.CSS_SELECTOR, "main td a[href*='recommendations']")
    place = (link.get_attribute("href") or "").rpartition("#")[2]
    link.click()
    advice = driver.find_element(By.ID, place)
    assert advice.is_displayed()
    assert advice.find_elements(By.XPATH, "ancestor-or-self::*//a[contains(@href, 'practices/')]")
