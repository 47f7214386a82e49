"""The search finds: names in every language and script, former names, codes, other words."""

import csv
import gzip
from collections.abc import Mapping
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

pytestmark = pytest.mark.browser

QUERIES = Path(__file__).with_name("queries.csv")
LEAST, TOP, MOST = 0.95, 3, 100_000
"""The share of queries answered among the first three; the most bytes of the first use."""
FOUND = """
const [query, done] = arguments;
const input = document.getElementById('search'), list = document.getElementById('search-results');
list.textContent = '';
input.value = query;
input.dispatchEvent(new Event('focus'));
input.dispatchEvent(new Event('input', { bubbles: true }));
(function look() {
  if (!list.children.length) return setTimeout(look, 20);
  done(Array.from(list.children, (one) => one.dataset.address || ''));
})();
"""


def queries() -> list[Mapping[str, str]]:
    with QUERIES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_what_readers_type_is_among_the_first_three(driver: webdriver.Chrome, site: Path) -> None:
    driver.get((site / "about/index.html").as_uri())
    asked, missed = queries(), []
    assert len(asked) >= 120
    for one in asked:
        found = driver.execute_async_script(FOUND, one["query"])[:TOP]
        if not any(address.startswith(one["address"]) for address in found):
            missed.append(f"{one['query']}: {found}")
    assert len(missed) <= (1 - LEAST) * len(asked), "\n".join(missed)


def wait_for(driver: webdriver.Chrome, place: str) -> WebElement:
    return WebDriverWait(driver, 20).until(
        lambda one: one.find_element(By.CSS_SELECTOR, place), f"nothing at {place}"
    )


def test_the_start_page_finds_and_leads_to_all_results(
    driver: webdriver.Chrome, site: Path
) -> None:
    driver.get((site / "index.html").as_uri())
    field = driver.find_element(By.ID, "find")
    field.send_keys("energy")
    wait_for(driver, "#find-results [role=option][data-address]")
    wait_for(driver, "#find-results .search-more").click()
    assert "search/index.html?q=energy" in driver.current_url
    wait_for(driver, "#search-found a")
    kinds = [one.text for one in driver.find_elements(By.CSS_SELECTOR, "#search-found h2")]
    assert len(kinds) > 1
    links = driver.find_elements(By.CSS_SELECTOR, "#search-found a")
    assert sum(int(kind.rpartition("(")[2].rstrip(")")) for kind in kinds) == len(links) > 12
    assert driver.find_element(By.ID, "asked").get_attribute("value") == "energy"
    links[0].click()
    driver.back()
    wait_for(driver, "#search-found a")
    assert driver.find_element(By.ID, "asked").get_attribute("value") == "energy"


def test_the_page_of_results_says_when_nothing_is_found(
    driver: webdriver.Chrome, site: Path
) -> None:
    driver.get((site / "search/index.html").as_uri() + "?q=xqzxqz")
    status = driver.find_element(By.CSS_SELECTOR, "main [role=status]")
    WebDriverWait(driver, 5).until(lambda _: status.text)
    assert status.text == "Nothing found."
    assert driver.find_elements(By.CSS_SELECTOR, "#search-found a") == []


def test_the_first_use_is_light(site: Path) -> None:
    files = ("search/index.en.js", "assets/minisearch.js", "assets/search.js")
    sent = (len(gzip.compress((site / name).read_bytes(), mtime=0)) for name in files)
    assert sum(sent) <= MOST
