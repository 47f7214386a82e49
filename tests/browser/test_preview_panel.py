"""The preview in a browser: an error shows a panel, its mending renews the page where it stood."""

from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.preview.trial import PATIENCE_S, running

pytestmark = pytest.mark.browser

LONG = "<p>line</p>" * 200
HOSTILE = "<img src=x onerror=document.title='run'>.csv"


def is_open(driver: webdriver.Chrome) -> bool:
    return driver.find_element(By.CSS_SELECTOR, ".preview-close").is_displayed()


def until(driver: webdriver.Chrome, script: str) -> None:
    WebDriverWait(driver, PATIENCE_S).until(lambda seen: seen.execute_script(f"return {script}"))


def test_an_error_is_shown_as_text_and_its_mending_renews_the_page_in_its_place(
    driver: webdriver.Chrome, tmp_path: Path
) -> None:
    with running(tmp_path, "Goris") as (trial, port):
        trial.below = LONG
        driver.get_log("browser")
        driver.get(f"http://127.0.0.1:{port}/")
        trial.save("Kapan")
        until(driver, "document.body.textContent.includes('Kapan')")
        driver.execute_script("scrollTo(0, 900)")

        trial.save(HOSTILE)
        until(driver, "document.querySelector('.preview ol') !== null")
        assert is_open(driver)
        status = driver.find_element(By.CSS_SELECTOR, ".preview [role=status]")
        assert "1 error" in status.text
        assert HOSTILE in driver.find_element(By.CSS_SELECTOR, ".preview ol").text
        assert driver.find_elements(By.CSS_SELECTOR, ".preview img") == []
        assert "Kapan" in driver.find_element(By.TAG_NAME, "body").text

        driver.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
        assert not is_open(driver)
        toggle = driver.find_element(By.CSS_SELECTOR, ".preview-toggle")
        assert toggle.text == "1 error"
        driver.refresh()
        until(driver, "document.querySelector('.preview ol') !== null")
        assert not is_open(driver)  # it stays as it was left
        driver.find_element(By.CSS_SELECTOR, ".preview-toggle").send_keys(Keys.ENTER)
        assert is_open(driver)

        driver.execute_script("scrollTo(0, 900)")
        trial.save("Sisian")
        until(driver, "document.body.textContent.includes('Sisian')")
        until(driver, "scrollY === 900")
        assert not is_open(driver)
        assert [entry for entry in driver.get_log("browser") if entry["level"] == "SEVERE"] == []


def test_the_page_before_the_first_build_becomes_the_site(
    driver: webdriver.Chrome, tmp_path: Path
) -> None:
    with running(tmp_path, "<b>") as (trial, port):
        driver.get(f"http://127.0.0.1:{port}/")
        until(driver, "document.querySelector('.preview ol') !== null")
        assert "There is no build yet" in driver.find_element(By.CSS_SELECTOR, ".preview").text
        trial.save("Goris")
        until(driver, "document.body.textContent.includes('Goris')")
