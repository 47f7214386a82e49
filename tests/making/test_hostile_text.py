"""Data is text: hostile names and notes stand on the pages as they were typed, and do nothing."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.making.hostile import NAME, NOTES

SCRIPTS = {
    "first.js", "site.js", "search.js", "filter.js", "charts.js", "weights.js", "entry.js",
    "beside.js", "compare.js", "places.js", "taking.js", "sort.js", "address.js",
}  # fmt: skip


class PageReader(HTMLParser):
    """Collects the text, the scripts, and all that could run or reach out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.title = ""
        self.heading = ""
        self.faults: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside.append(tag)
        values = dict(attrs)
        is_data = values == {"type": "application/ld+json"}
        script = (values.get("src") or "").rpartition("/")[2]
        if tag == "script" and not is_data and script not in SCRIPTS:
            self.faults.append(f"script {values}")
        if tag in ("iframe", "object", "embed", "base", "style", "foreignobject"):
            self.faults.append(tag)
        for name, value in attrs:
            target = (value or "").strip().lower()
            if name.startswith("on") or name == "style":
                self.faults.append(f"{tag} {name}")
            outside = name == "src" and target.startswith(("http:", "https:", "//"))
            if outside or target.startswith(("javascript:", "data:", "vbscript:")):
                self.faults.append(f"{tag} {name}={value}")
            if name == "id" and target.startswith("__"):
                self.faults.append(f"id {value}")

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if "title" in self._inside and "svg" not in self._inside:
            self.title += data
        if "h1" in self._inside:
            self.heading += data


def read_page(path: Path) -> PageReader:
    reader = PageReader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


@pytest.fixture(scope="module")
def site(hostile_build: Path) -> Path:
    return hostile_build / "build" / "site"


def test_no_page_holds_anything_that_runs(site: Path) -> None:
    faults = {
        path.relative_to(site).as_posix(): read_page(path).faults for path in site.rglob("*.html")
    }
    assert {page: found for page, found in faults.items() if found} == {}


POLICY = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "font-src": "'self'",
    "img-src": "'self' data:", "connect-src": "'self'", "base-uri": "'none'",
    "form-action": "'none'",
}  # fmt: skip
"""What a page may load: files of the site, and nothing that stands in the page itself."""


def test_every_page_forbids_what_is_no_file_of_the_site(site: Path) -> None:
    """Beyond the escaping: should a script get in, it does not run. `embed/` has none at all."""
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        (policy,) = re.findall(r'"Content-Security-Policy" content="([^"]*)"', text)
        told = dict(part.strip().split(" ", 1) for part in policy.split(";"))
        assert told.items() <= POLICY.items(), path
        assert told["default-src"] == "'none'", path
        assert "connect-src" in told or "/embed/" in path.as_posix(), path
    headers = (site / "_headers").read_text(encoding="utf-8")
    assert "unsafe" not in headers


@pytest.mark.parametrize("page", ["", "indicators/", "data/"])
def test_a_hostile_name_stands_in_title_and_heading(site: Path, page: str) -> None:
    reader = read_page(site / "cities" / "hostile" / page / "index.html")
    assert NAME in reader.title
    assert NAME in reader.heading


def test_a_hostile_name_stands_in_the_index_of_cities(site: Path) -> None:
    for page in ("index.html", "cities/index.html"):
        assert NAME in "".join(read_page(site / page).text)


@pytest.mark.parametrize(("page", "key"), [("", "name"), ("data/", "spatialCoverage")])
def test_a_hostile_name_is_told_to_machines_as_text(site: Path, page: str, key: str) -> None:
    page_text = (site / "cities" / "hostile" / page / "index.html").read_text(encoding="utf-8")
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page_text)
    told = json.loads(block)
    assert NAME in (told[key] if key == "name" else told[key][0]["name"])


@pytest.mark.parametrize("note", NOTES)
def test_hostile_notes_stand_as_typed(site: Path, note: str) -> None:
    reader = read_page(site / "cities" / "hostile" / "data" / "index.html")
    assert note in "".join(reader.text)


def test_no_template_is_made_from_data(site: Path) -> None:
    text = "".join(read_page(site / "cities" / "hostile" / "data" / "index.html").text)
    assert "{{ 7*7 }} <b>bold</b>" in text
    assert "CANARY" not in text.replace("echo CANARY", "")


def test_the_search_index_is_inert(site: Path) -> None:
    script = (site / "search" / "index.en.js").read_text(encoding="utf-8")
    assert "<" not in script
    assert "\\u003cscript>alert(1)\\u003c/script>" in script


@pytest.mark.parametrize("script", ["cities.js", "figures/hostile.js"])
def test_what_is_loaded_to_compare_cities_is_inert(site: Path, script: str) -> None:
    text = (site / "compare" / script).read_text(encoding="utf-8")
    assert "<" not in text
    assert "\\u003cscript>alert(1)\\u003c/script>" in text
