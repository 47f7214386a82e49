"""The filters of lists: by choice, number, words, keyboard, unscripted; their state travels."""

import re
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from tests.browser.test_site import open_page

pytestmark = pytest.mark.browser

PRACTICES, PROJECTS = "practices/index.html", "projects/index.html"
CITIES = "cities/index.html"
FIELDS = {
    CITIES: ("country", "economy", "reached", "people", "figures", "words"),
    PRACTICES: ("area", "goal", "country", "people", "indicator", "words"),
    PROJECTS: ("stage", "area", "country", "amount", "class"),
}


def shown(driver: webdriver.Chrome) -> list[str]:
    items = driver.find_elements(By.CSS_SELECTOR, "main [data-item]")
    return [one.text for one in items if one.is_displayed()]


def field(driver: webdriver.Chrome, name: str):
    return driver.find_element(By.CSS_SELECTOR, f"form.filter [name={name}]")


@pytest.mark.parametrize("page", list(FIELDS))
def test_every_field_has_a_label_and_narrows_what_it_names(
    driver: webdriver.Chrome, site: Path, page: str
) -> None:
    open_page(driver, site, page)
    everything = shown(driver)
    assert everything
    for name in FIELDS[page]:
        one = field(driver, name)
        label = driver.find_element(By.CSS_SELECTOR, f"label[for='{one.get_attribute('id')}']")
        assert label.text
        if one.tag_name == "select":
            for option in Select(one).options[1:3]:
                value = option.get_attribute("value") or ""
                Select(one).select_by_value(value)
                kept = shown(driver)
                meant = driver.find_elements(
                    By.CSS_SELECTOR, f"[data-item][data-{name}~='{value}']"
                )
                assert len(kept) == len(meant) > 0
                status = driver.find_element(By.CSS_SELECTOR, "form.filter [role=status]").text
                assert re.search(rf"\b{len(kept)}\b.*\b{len(everything)}\b", status)
            Select(one).select_by_index(0)
            assert shown(driver) == everything


def test_practices_are_narrowed_by_country_size_and_words(
    driver: webdriver.Chrome, site: Path
) -> None:
    open_page(driver, site, PRACTICES)
    Select(field(driver, "country")).select_by_value("DK")
    danish = shown(driver)
    assert danish
    assert all("Denmark" in text for text in danish)
    Select(field(driver, "country")).select_by_index(0)
    field(driver, "people").send_keys("100000")
    large = shown(driver)
    assert any("San Nicolás" in text for text in large)
    assert not any("Dogliani" in text for text in large)
    field(driver, "words").send_keys("no practice has these words")
    assert shown(driver) == []


def test_what_was_chosen_stands_in_the_address_and_is_there_again_after_back(
    driver: webdriver.Chrome, site: Path
) -> None:
    open_page(driver, site, PROJECTS)
    everything = shown(driver)
    country = Select(field(driver, "country"))
    chosen = country.options[1].get_attribute("value") or ""
    country.select_by_value(chosen)
    field(driver, "amount").send_keys("1000")
    kept, address = shown(driver), driver.current_url
    assert f"country={chosen}" in address
    assert "amount=1000" in address
    driver.find_element(By.CSS_SELECTOR, "main [data-item]:not([hidden]) a").click()
    assert driver.current_url != address
    driver.back()
    assert shown(driver) == kept
    driver.get("about:blank")
    driver.get(address)
    assert shown(driver) == kept
    assert field(driver, "amount").get_attribute("value") == "1000"
    driver.find_element(By.CSS_SELECTOR, "form.filter [type=reset]").click()
    driver.implicitly_wait(1)
    assert shown(driver) == everything
    assert "country=" not in driver.current_url


def test_cities_are_narrowed_and_sorted_at_once(driver: webdriver.Chrome, site: Path) -> None:
    open_page(driver, site, CITIES)
    head = driver.find_element(By.CSS_SELECTOR, "#cities th[data-key=people] button")
    head.click()
    field(driver, "people").send_keys("50000")
    rows = driver.find_elements(By.CSS_SELECTOR, "#cities tbody tr:not([hidden])")
    people = [int(row.get_attribute("data-people") or 0) for row in rows]
    assert people == sorted(people)
    assert people[0] >= 50000
    assert "sort=cities.people.up" in driver.current_url
    assert "people=50000" in driver.current_url


def test_the_filter_is_used_and_emptied_with_the_keyboard_alone(
    driver: webdriver.Chrome, site: Path
) -> None:
    open_page(driver, site, PRACTICES)
    everything = shown(driver)
    words = field(driver, "words")
    words.send_keys("leak")
    assert 0 < len(shown(driver)) < len(everything)
    words.send_keys(Keys.ENTER)
    assert PRACTICES in driver.current_url
    reset = words
    for _ in driver.find_elements(By.CSS_SELECTOR, "form.filter :is(select, input, summary)"):
        if reset.get_attribute("type") != "reset":
            reset.send_keys(Keys.TAB)
            reset = driver.switch_to.active_element
    assert reset.get_attribute("type") == "reset"
    reset.send_keys(Keys.ENTER)
    driver.implicitly_wait(1)
    assert shown(driver) == everything


@pytest.mark.parametrize("page", list(FIELDS))
def test_without_scripts_all_rows_stand_and_no_idle_form(
    driver: webdriver.Chrome, site: Path, page: str
) -> None:
    rows = len(re.findall(r"data-item", (site / page).read_text(encoding="utf-8")))
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver.get((site / page).as_uri())
        items = driver.find_elements(By.CSS_SELECTOR, "main [data-item]")
        assert len([one for one in items if one.is_displayed()]) == len(items) == rows > 0
        assert not driver.find_element(By.CSS_SELECTOR, "form.filter").is_displayed()
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
