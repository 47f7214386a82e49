"""Readers go from a page to itself in another language, and find in theirs what they look for."""

import csv
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By

from tests.browser.rules_of_access import faults_at
from tests.browser.test_html import errors_of
from tests.browser.test_search import FOUND, LEAST, TOP
from tests.browser.test_weight import first_view, most_of

pytestmark = pytest.mark.browser

QUERIES = Path(__file__).with_name("queries-of-languages.csv")
PAGES = (
    "index.html", "cities/index.html", "cities/almaty/index.html",
    "cities/almaty/indicators/index.html", "cities/almaty/recommendations/index.html",
    "cities/almaty/projects/index.html", "cities/almaty/data/index.html", "countries/kz/index.html",
    "indicators/unemployment-rate/index.html", "areas/action/energy/index.html",
    "recommendations/index.html", "practices/index.html", "methodology/index.html",
    "compare/index.html?cities=almaty,astana", "cities/almaty/twinning/index.html",
    "cities/almaty/wanted/index.html", "search/index.html?q=eau", "data/index.html",
    "glossary/index.html", "editors/index.html", "editors/observations/index.html",
    "contribute/index.html", "programme/index.html", "sdgs/11/index.html",
    "embed/almaty/index.html",
)  # fmt: skip
FITTING = tuple(page for page in PAGES if "data/" not in page and "methodology" not in page)
"""Pages whose tables are no tables of all columns of a file."""
WIDE = """return Array.from(document.querySelectorAll('.scroller'))
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.getAttribute('aria-label'))"""
LOADED = """return document.fonts.ready.then(() => Array.from(document.fonts)
  .filter((face) => face.status === 'loaded' && /^"?Noto Sans"?$/.test(face.family))
  .map((face) => face.unicodeRange).join())"""


def test_the_other_language_shows_the_same_page_and_choice(
    driver: webdriver.Chrome, languages: Path
) -> None:
    page = (languages / "ru/cities/index.html").as_uri()
    driver.get(f"{page}?sort=people#main")
    driver.find_element(By.CSS_SELECTOR, ".languages a[lang=fr]").click()
    assert driver.current_url == f"{page.replace('/ru/', '/fr/')}?sort=people#main"
    driver.find_element(By.CSS_SELECTOR, ".languages a[lang=en]").click()
    assert driver.current_url == f"{page.replace('/ru/', '/')}?sort=people#main"
    assert driver.find_element(By.TAG_NAME, "html").get_attribute("lang") == "en"


def test_the_language_of_the_browser_is_offered_and_not_forced(
    driver: webdriver.Chrome, languages: Path
) -> None:
    driver.get((languages / "fr/index.html").as_uri())
    offered = driver.find_element(By.CSS_SELECTOR, ".languages a[lang=en]")
    assert offered.text == "Read this page in English"
    assert driver.find_element(By.CSS_SELECTOR, ".languages a[lang=ru]").text == "Русский"
    driver.get((languages / "index.html").as_uri())
    assert driver.find_element(By.CSS_SELECTOR, ".languages a[lang=fr]").text == "Français"


@pytest.mark.parametrize(("code", "cyrillic"), [("fr", False), ("ru", True)])
def test_a_page_loads_the_fonts_of_its_own_script(
    driver: webdriver.Chrome, languages: Path, code: str, cyrillic: bool
) -> None:
    driver.get((languages / code / "methodology/index.html").as_uri())
    assert ("U+410" in driver.execute_script(LOADED)) == cyrillic


@pytest.mark.parametrize("code", ["fr", "ru"])
def test_what_readers_type_is_among_the_first_three(
    driver: webdriver.Chrome, languages: Path, code: str
) -> None:
    with QUERIES.open(encoding="utf-8", newline="") as file:
        asked = [one for one in csv.DictReader(file) if one["language"] == code]
    assert len(asked) >= 40
    driver.get((languages / code / "about/index.html").as_uri())
    missed = []
    for one in asked:
        found = driver.execute_async_script(FOUND, one["query"])[:TOP]
        if not any(address.startswith(one["address"]) for address in found):
            missed.append(f"{one['query']}: {found}")
    assert len(missed) <= (1 - LEAST) * len(asked), "\n".join(missed)


@pytest.mark.parametrize("code", ["fr", "ru"])
def test_no_rule_is_broken_and_nothing_is_cut(
    driver: webdriver.Chrome, languages: Path, code: str
) -> None:
    faults = []
    for page in PAGES:
        address, _, query = page.partition("?")
        driver.get((languages / code / address).as_uri() + (query and f"?{query}"))
        faults += [f"{page} {one}" for one in faults_at(driver, (1280, 320))]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("code", ["fr", "ru"])
def test_a_first_view_is_light_as_in_english(
    driver: webdriver.Chrome, languages: Path, code: str
) -> None:
    pages = [page.partition("?")[0] for page in PAGES]
    cost = {page: first_view(driver, languages / code / page) for page in pages}
    assert {page: bytes_ for page, bytes_ in cost.items() if bytes_ > most_of(page)} == {}


@pytest.mark.parametrize("code", ["fr", "ru"])
def test_every_page_is_valid(languages: Path, code: str) -> None:
    faults = errors_of(languages / code)
    assert not faults, "\n".join(faults[:20])


@pytest.mark.parametrize("code", ["fr", "ru"])
def test_tables_fit_a_screen_as_in_english(
    driver: webdriver.Chrome, languages: Path, code: str
) -> None:
    cut = {}
    for page in FITTING:
        driver.get((languages / code / page.partition("?")[0]).as_uri())
        cut[page] = driver.execute_script(WIDE)
    assert not {page: names for page, names in cut.items() if names}
