"""The validator of the W3C finds no error in any page."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.browser.rules_of_access import module_file

pytestmark = pytest.mark.browser


def test_every_page_is_valid(site: Path) -> None:
    validator = module_file("vnu-jar/build/dist/vnu.jar")
    options = ("--errors-only", "--format", "json", "--skip-non-html")
    command = ["java", "-jar", validator, *options, site]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    found = json.loads(told)["messages"]
    faults = [f"{one.get('url', '')}: {one['message']}" for one in found]
    assert not faults, "\n".join(faults[:20])
