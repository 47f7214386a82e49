"""The validator of the W3C finds no error in any page."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.browser.rules_of_access import module_file

pytestmark = pytest.mark.browser


def errors_of(folder: Path) -> list[str]:
    """Return what the validator says of all pages in a folder."""
    validator = module_file("vnu-jar/build/dist/vnu.jar")
    options = ("--errors-only", "--format", "json", "--skip-non-html")
    command = ["java", "-jar", validator, *options, folder]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    return [f"{one.get('url', '')}: {one['message']}" for one in json.loads(told)["messages"]]


def test_every_page_is_valid(site: Path) -> None:
    faults = errors_of(site)
    assert not faults, "\n".join(faults[:20])
