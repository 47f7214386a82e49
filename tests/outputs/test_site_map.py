"""Every page names its one address, and the site map lists all pages that searchers may show."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.commands import profiles
from tests.roots import make_root

ADDRESS = "https://example.org/profiles"
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
SPACE = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_root(tmp_path_factory.mktemp("addressed") / "root", "alesund")
    settings = root / "content/publication.yml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}address: {ADDRESS}\n", "utf-8")
    moved = root / "content/redirects.csv"
    row = "cities/aalesund,cities/alesund,2026-01-01\n"
    moved.write_text(moved.read_text(encoding="utf-8").rstrip("\n") + f"\n{row}", "utf-8")
    built = profiles("build", "--no-pdf", cwd=root)
    assert built.returncode == 0, built.stdout + built.stderr
    return root / "build" / "site"


def listed(site: Path) -> list[str]:
    tree = ElementTree.parse(site / "sitemap.xml")
    return [one.text or "" for one in tree.findall("map:url/map:loc", SPACE)]


def test_the_site_map_lists_every_page_once_by_its_own_address(site: Path) -> None:
    pages = {}
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        place = f"{ADDRESS}/{path.relative_to(site).as_posix()}"
        if '<meta name="robots" content="noindex">' not in text and path.name != "404.html":
            pages[place] = CANONICAL.findall(text)
    assert all(found == [place] for place, found in pages.items())
    addresses = listed(site)
    assert sorted(addresses) == sorted(pages)


def test_a_page_that_moved_leads_to_the_new_address(site: Path) -> None:
    text = (site / "cities/aalesund/index.html").read_text(encoding="utf-8")
    assert CANONICAL.findall(text) == [f"{ADDRESS}/cities/alesund/index.html"]


def test_addresses_in_structured_data_lead_to_what_was_built(site: Path) -> None:
    found = set()
    for path in site.rglob("*.html"):
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>',
                                path.read_text(encoding="utf-8")):  # fmt: skip
            told = json.loads(block)
            found.add(told["url"])
            found |= {one["contentUrl"] for one in told.get("distribution", ())}
    assert len(found) > 100
    for address in found:
        assert (site / address.removeprefix(f"{ADDRESS}/")).is_file(), address
