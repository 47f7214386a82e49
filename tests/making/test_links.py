"""Every link of the built site leads to a file, and every anchor to an element."""

import csv
import posixpath
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from generator.making.checking import check
from generator.model.known_pages import certain_pages, possible_pages
from tests.commands import profiles
from tests.roots import make_root, shorten_library


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(values["id"] or "")
        for name in ("href", "src"):
            if values.get(name):
                self.targets.append(values[name] or "")


@pytest.fixture(scope="module", params=["real", "fictitious"])
def linked(
    request: pytest.FixtureRequest, fictitious: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[Path, Links]:
    root = tmp_path_factory.mktemp("links") / "root"
    if request.param == "real":
        make_root(root, "almaty", "rana", "riyadh")
        assert profiles("build", cwd=root).returncode == 0
    else:  # without publications: the real one links those
        shutil.copytree(fictitious, root)
        shorten_library(root)
        assert profiles("build", "--no-pdf", cwd=root).returncode == 0
    found = {}
    for path in (root / "build" / "site").rglob("*.html"):
        links = Links()
        links.feed(path.read_text(encoding="utf-8"))
        found[path.resolve()] = links
    return found


def test_no_link_is_broken(linked: dict[Path, Links]) -> None:
    broken = []
    for page, links in linked.items():
        for target in links.targets:
            parts = urlsplit(target)
            if parts.scheme or (page.name == "404.html" and target.startswith("/")):
                continue
            path = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            anchors = linked[path].ids if path in linked else []
            if not path.is_file() or (parts.fragment and parts.fragment not in anchors):
                broken.append(f"{page.parent.name}/{page.name} -> {target}")
    assert broken == []


def test_no_id_stands_twice_on_a_page(linked: dict[Path, Links]) -> None:
    for page, links in linked.items():
        assert len(links.ids) == len(set(links.ids)), page


def test_a_fictitious_site_says_so_on_every_page_and_no_other_does(
    linked: dict[Path, Links], request: pytest.FixtureRequest
) -> None:
    invented = request.node.callspec.params["linked"] == "fictitious"
    for page in linked:
        text = page.read_text(encoding="utf-8")
        title = text.partition("<title>")[2].partition("</title>")[0]
        assert ("Fictitious." in text) is invented, page
        assert ("fictitious" in title) is invented, page
    site = next(page.parent for page in linked if page.name == "404.html")
    with (site / "data" / "cities.csv").open(encoding="utf-8", newline="") as file:
        assert {row["fictitious"] for row in csv.DictReader(file)} == {"yes" if invented else "no"}


@pytest.fixture(scope="module")
def moves(linked: dict[Path, Links]) -> list[tuple[Path, Path]]:
    """Return the files of the pages at old addresses, each with that of its page now."""
    site = next(page.parent for page in linked if page.name == "404.html")
    publication = check(site.parents[1]).publication
    assert publication is not None
    return [(site / row.from_path, site / row.to_path) for row in publication.redirects]


def test_the_check_knows_which_pages_there_are(
    linked: dict[Path, Links], moves: list[tuple[Path, Path]]
) -> None:
    site = next(page.parent for page in linked if page.name == "404.html")
    publication = check(site.parents[1]).publication
    assert publication is not None
    old = [source for source, _ in moves]
    built = {
        page.parent.relative_to(site).as_posix().removeprefix(".")
        for page in linked
        if page.name == "index.html" and page not in old
    }
    assert certain_pages(publication) - built == set()
    assert built - possible_pages(publication) == set()


def test_the_page_at_an_old_address_leads_to_the_new_one(
    linked: dict[Path, Links], moves: list[tuple[Path, Path]], request: pytest.FixtureRequest
) -> None:
    assert bool(moves) is (request.node.callspec.params["linked"] == "fictitious")
    for old, new in moves:
        text = old.read_text(encoding="utf-8")
        to = posixpath.relpath(new, old.parent)
        assert f'<link rel="canonical" href="{to}">' in text
        assert f'<a href="{to}"><bdi>' in text
        assert "This page has moved" in text


def test_an_old_address_is_known_to_servers_and_not_to_the_search(
    linked: dict[Path, Links], moves: list[tuple[Path, Path]]
) -> None:
    site = next(page.parent for page in linked if page.name == "404.html")
    index = (site / "search" / "index.en.js").read_text(encoding="utf-8")
    for old, new in moves:
        folder = old.parent.relative_to(site).as_posix()
        assert folder not in index
        lines = (site / "_redirects").read_text(encoding="utf-8").splitlines()
        assert f"/{folder}/ /{new.relative_to(site).as_posix()} 301" in lines
    assert bool(moves) == (site / ".htaccess").exists()
