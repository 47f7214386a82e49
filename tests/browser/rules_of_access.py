"""Whether the page shown keeps the rules of access, by tools that `make browser-test` brings."""

import contextlib
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver

CHECKOUT = Path(__file__).resolve().parents[2]
MODULES = ".venv/npm/node_modules"
"""Where the tools of `.ci/npm` are."""

OVER = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
LOOK = """
const done = arguments[arguments.length - 1];
axe.run({ resultTypes: ['violations'] }).then((found) => done(found.violations.map(
  (one) => one.id + ': ' + one.nodes[0].html.slice(0, 200) + ' ' + one.nodes[0].failureSummary)));
"""


def module_file(name: str) -> Path:
    """Return a file of a module.

    A test that needs it is skipped where it cannot be installed, with the reason: README promises
    that Python and make are all that is needed, and npm and Java are of the system. All other
    tests in the browser run without them; `make browser-test` prints what was skipped.
    """
    places = (folder / MODULES / name for folder in (CHECKOUT, *CHECKOUT.parents))
    found = next((path for path in places if path.is_file()), None)
    if found is None:
        # npm is not installed by `make`, and may have no index to ask.
        pytest.skip(f"{name} is missing: make browser-test installs it, with npm")
    if found.suffix == ".jar" and shutil.which("java") is None:
        # The validator of the W3C is a Java program; no port of it is kept.
        pytest.skip(f"{name} needs Java")
    return found


def faults_at(driver: webdriver.Chrome, widths: Iterable[int], script: str = "") -> list[str]:
    """Return what axe finds on the page shown and how far it scrolls sideways, at each width in px.

    `script` runs at each width before.
    """
    faults = []
    driver.execute_script(module_file("axe-core/axe.min.js").read_text(encoding="utf-8"))
    for width in widths:
        with at_width(driver, width):
            driver.execute_script(script)
            faults += [f"{width}: {one}" for one in driver.execute_async_script(LOOK)]
            over = driver.execute_script(OVER)
        if over > 0:
            faults.append(f"{width}: scrolls sideways by {over} px")
    return faults


@contextlib.contextmanager
def at_width(driver: webdriver.Chrome, width: int) -> Iterator[None]:
    """Show the page at a width in px, below 700 as on a phone."""
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 700}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        yield
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
