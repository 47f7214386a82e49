"""axe finds nothing on any kind of page, at any width, light and dark, with all parts open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver

from tests.browser.rules_of_access import module_file
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
    "data-quality/index.html", "sources/index.html", "revisions/index.html", "editors/index.html",
    "editors/observations/index.html", "contribute/index.html", "programme/index.html",
    "programme/ask/index.html", "programme/timeline/index.html", "programme/coverage/index.html",
    "twinning/index.html", "about/index.html", "accessibility/index.html",
    "embed/almaty/index.html",
)  # fmt: skip

SERVED = (1280, 360)
WIDTHS = (1280, 768, 360, 320) if draws(2) > 1 else (1280, 320)
"""Pixels; `DRAWS=small` leaves out the two between."""
OVER = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
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
LOOK = """
const done = arguments[arguments.length - 1];
axe.run({ resultTypes: ['violations'] }).then((found) => done(found.violations.map(
  (one) => one.id + ': ' + one.nodes[0].html.slice(0, 200) + ' ' + one.nodes[0].failureSummary)));
"""


@pytest.fixture(scope="module")
def axe() -> str:
    return module_file("axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def screen(driver: webdriver.Chrome) -> Iterator[webdriver.Chrome]:
    yield driver
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


@pytest.mark.parametrize("page", KINDS)
def test_no_rule_is_broken(screen: webdriver.Chrome, site: Path, axe: str, page: str) -> None:
    address, _, query = page.partition("?")
    faults = []
    for scheme in ("light", "dark"):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        screen.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        for script, widths in (("", SERVED), (OPEN, WIDTHS)):
            screen.get((site / address).as_uri() + (query and f"?{query}"))
            screen.execute_script(axe)
            for width in widths:
                wide = {"width": width, "height": 900, "deviceScaleFactor": 1}
                screen.execute_cdp_cmd(
                    "Emulation.setDeviceMetricsOverride", {**wide, "mobile": width < 700}
                )
                screen.execute_script(script)
                where = f"{scheme} {width} {'open' if script else 'as served'}"
                found = screen.execute_async_script(LOOK)
                faults += [f"{where}: {one}" for one in found]
                over = screen.execute_script(OVER)
                if over > 0:
                    faults.append(f"{where}: scrolls sideways by {over} px")
    assert not faults, "\n".join(faults)


def test_every_kind_of_page_is_looked_at(site: Path) -> None:
    """The page of what is not found has its style from a server alone."""
    known = {kind.partition("?")[0].split("/")[0] for kind in KINDS}
    found = {page.relative_to(site).parts[0] for page in site.rglob("*.html")}
    assert not found - known - {"404.html"}
