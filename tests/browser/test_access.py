"""axe finds nothing on any kind of page, at any width, light and dark, with all parts open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver

from tests.browser.rules_of_access import faults_at
from tests.draws import draws

pytestmark = pytest.mark.browser

KINDS = (
    "index.html", "cities/index.html", "cities/almaty/index.html",
    "cities/almaty/indicators/index.html", "cities/almaty/recommendations/index.html",
    "cities/almaty/projects/index.html", "cities/almaty/governance/index.html",
    "cities/almaty/twinning/index.html", "cities/almaty/data/index.html",
    "cities/almaty/peers/index.html", "cities/almaty/compare/index.html",
    "cities/almaty/computed/index.html", "cities/almaty/computed/areas/index.html",
    "cities/almaty/wanted/index.html", "cities/rana/index.html",
    "compare/index.html?cities=almaty,astana,riyadh", "countries/index.html",
    "countries/kz/index.html", "countries/kz/compare/index.html", "indicators/index.html",
    "indicators/unemployment-rate/index.html", "indicators/air-pollution/index.html",
    "areas/index.html", "areas/action/index.html", "areas/action/energy/index.html",
    "sdgs/index.html", "sdgs/11/index.html", "recommendations/index.html", "packages/index.html",
    "practices/index.html", "practices/kyiv-digital/index.html", "projects/index.html",
    "search/index.html?q=energy", "data/index.html", "methodology/index.html",
    "glossary/index.html", "data-quality/index.html", "sources/index.html",
    "revisions/index.html", "editors/index.html", "editors/translations/index.html",
    "editors/observations/index.html", "contribute/index.html", "programme/index.html",
    "programme/ask/index.html", "programme/timeline/index.html", "programme/coverage/index.html",
    "twinning/index.html", "about/index.html", "security/index.html",
    "accessibility/index.html", "embed/almaty/index.html",
    "embed/indicators/unemployment-rate/index.html",
)  # fmt: skip

SERVED = (1280, 360)
WIDTHS = (1280, 768, 360, 320) if draws(2) > 1 else (1280, 320)
"""Pixels; `DRAWS=small` leaves out the two between."""
OPEN = """
document.querySelectorAll('details').forEach((one) => { one.open = true; });
document.querySelectorAll('[data-opens][aria-expanded=false]').forEach((one) => one.click());
document.querySelectorAll('.chart-menu button[aria-expanded=false]').forEach((one) => one.click());
const field = document.getElementById('search');
if (field && field.offsetParent) {
  field.focus();
  field.value = 'air';
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
"""


@pytest.fixture
def screen(driver: webdriver.Chrome) -> Iterator[webdriver.Chrome]:
    yield driver
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


@pytest.mark.parametrize("page", KINDS)
def test_no_rule_is_broken(screen: webdriver.Chrome, site: Path, page: str) -> None:
    address, _, query = page.partition("?")
    faults = []
    for scheme in ("light", "dark"):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        screen.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        for script, widths in (("", SERVED), (OPEN, WIDTHS)):
            screen.get((site / address).as_uri() + (query and f"?{query}"))
            where = f"{scheme} {'open' if script else 'as served'}"
            faults += [f"{where} {one}" for one in faults_at(screen, widths, script)]
    assert not faults, "\n".join(faults)


def test_every_kind_of_page_is_looked_at(site: Path) -> None:
    """The page of what is not found has its style from a server alone."""
    known = {kind.partition("?")[0].split("/")[0] for kind in KINDS}
    found = {page.relative_to(site).parts[0] for page in site.rglob("*.html")}
    assert not found - known - {"404.html"}
