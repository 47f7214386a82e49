"""A language from right to left: pages begin at the right, drawings and names stay readable."""

from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By

from tests.browser.rules_of_access import at_width, faults_at
from tests.browser.test_access import OPEN
from tests.browser.test_search import FOUND
from tests.commands import profiles
from tests.pseudo import arabic, speak_pseudo
from tests.roots import make_root

pytestmark = pytest.mark.browser

PAGES = (
    "index.html", "cities/index.html", "cities/almaty/index.html",
    "cities/almaty/indicators/index.html", "cities/almaty/recommendations/index.html",
    "cities/almaty/projects/index.html", "cities/almaty/data/index.html", "countries/kz/index.html",
    "indicators/unemployment-rate/index.html", "areas/action/energy/index.html",
    "practices/index.html", "methodology/index.html", "data-quality/index.html",
    "compare/index.html?cities=almaty,riyadh,astana", "embed/almaty/index.html",
)  # fmt: skip
BEGINS = """
const edge = (one) => one.getBoundingClientRect().right;
const first = document.querySelector('h1 > *, .content > p:not(:empty), figcaption > *');
return Math.abs(edge(first) - edge(document.querySelector('.content') || document.body));
"""
CUT = """
return Array.from(document.querySelectorAll('svg text')).filter((word) => {
  const inner = word.getBoundingClientRect(), outer = word.ownerSVGElement.getBoundingClientRect();
  return inner.width && !word.closest('.places')
    && (inner.left < outer.left - 6 || inner.right > outer.right + 6);
}).map((word) => word.textContent);
"""
PLACES = """
const title = document.querySelector('h1 bdi').firstChild, text = title.textContent;
return ['Almaty', 'Riyadh', 'Astana'].map((name) => {
  const range = document.createRange();
  range.setStart(title, text.indexOf(name));
  range.setEnd(title, text.indexOf(name) + name.length);
  return range.getBoundingClientRect().left;
});
"""


@pytest.fixture(scope="module")
def to_left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the pages of three cities in a language from right to left."""
    root = make_root(tmp_path_factory.mktemp("arabic") / "root", "almaty", "astana", "riyadh")
    speak_pseudo(root, "ar", voice=arabic)
    built = profiles("build", "--no-pdf", cwd=root)
    assert built.returncode == 0, built.stdout + built.stderr
    return root / "build" / "site" / "ar"


def show(driver: webdriver.Chrome, site: Path, page: str) -> None:
    address, _, query = page.partition("?")
    driver.get((site / address).as_uri() + (query and f"?{query}"))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_begins_at_the_right_and_breaks_no_rule(
    driver: webdriver.Chrome, to_left: Path, page: str
) -> None:
    show(driver, to_left, page)
    assert driver.find_element(By.TAG_NAME, "html").get_attribute("dir") == "rtl"
    for width in (1280, 320):
        with at_width(driver, width):
            assert driver.execute_script(CUT) == [], f"{width}: cut in a drawing"
            assert driver.execute_script(BEGINS) <= 30, f"{width}: begins elsewhere"
    faults = faults_at(driver, (1280, 320), OPEN)
    assert not faults, "\n".join(faults)


def test_years_stand_under_the_ends_of_their_line(driver: webdriver.Chrome, to_left: Path) -> None:
    show(driver, to_left, "cities/almaty/index.html")
    first, last = driver.find_elements(By.CSS_SELECTOR, ".since .ends:first-of-type > span")[:2]
    assert int(first.text) < int(last.text)
    assert first.location["x"] < last.location["x"]


def test_names_follow_each_other_from_the_right(driver: webdriver.Chrome, to_left: Path) -> None:
    show(driver, to_left, "compare/index.html?cities=almaty,riyadh,astana")
    first, second, third = driver.execute_script(PLACES)
    assert first > second > third


def test_what_was_points_to_what_is(driver: webdriver.Chrome, to_left: Path) -> None:
    show(driver, to_left, "practices/index.html")
    outcomes = driver.find_element(By.TAG_NAME, "article").text
    assert "←" in outcomes
    assert "→" not in outcomes


def test_a_city_is_found_by_its_names(driver: webdriver.Chrome, to_left: Path) -> None:
    show(driver, to_left, "about/index.html")
    for typed in ("Almaty", "الرياض"):
        found = driver.execute_async_script(FOUND, typed)
        assert found[0].startswith("cities/"), f"{typed}: {found}"
