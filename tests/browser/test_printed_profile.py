"""A profile printed from the browser: two leaves to hand out."""

from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from selenium import webdriver

from tests.browser.test_site import open_page

pytestmark = pytest.mark.browser

SIDES = 4
PAPER = {"preferCSSPageSize": True, "printBackground": False}


@pytest.mark.parametrize("city", ["almaty", "rana"])
def test_a_profile_is_two_leaves(driver: webdriver.Chrome, site: Path, city: str) -> None:
    open_page(driver, site, f"cities/{city}/index.html")
    printed = driver.execute_cdp_cmd("Page.printToPDF", PAPER)
    sides = PdfReader(BytesIO(b64decode(printed["data"]))).pages
    text = " ".join("".join(side.extract_text() for side in sides).split())
    assert len(sides) <= SIDES
    assert "Source: " in text
    for left_out in ("Figures as a table", "Take this chart away", "Skip to content"):
        assert left_out not in text
