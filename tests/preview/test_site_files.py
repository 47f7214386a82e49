"""Which file an address leads to: one of the site, or none."""

import threading
from pathlib import Path

import pytest

from generator.preview import site_files
from generator.preview.site_files import Elsewhere, kind_of, read_address, read_lost


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(site_files, "BETWEEN_LOOKS_S", 0.01)
    folder = tmp_path / "build" / "site"
    for name in ("index.html", "404.html", "cities/index.html", "cities/é.html", "empty/a.csv"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    (tmp_path / "build/secret.html").write_text("secret", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("address", "content"),
    [
        ("/", "index.html"),
        ("/index.html?x=1#y", "index.html"),
        ("/cities/", "cities/index.html"),
        ("/cities/%C3%A9.html", "cities/é.html"),
    ],
)
def test_an_address_leads_to_a_file(site: Path, address: str, content: str) -> None:
    found = read_address(site, address)
    assert found is not None
    assert found.content.decode() == content


@pytest.mark.parametrize(
    "address",
    [
        "/../secret.html",
        "/cities/../../secret.html",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "/..\\secret.html",
        "/%00",
        "/%ff",
        "/index.html/",
        "/empty/",
        "/empty",
        "http://127.0.0.1/index.html",
        "*",
    ],
)
def test_no_address_leads_out_of_the_site_and_no_folder_is_listed(site: Path, address: str) -> None:
    assert read_address(site, address) is None


def test_a_link_out_of_the_site_leads_nowhere(site: Path) -> None:
    (site / "link.html").symlink_to(site.parent / "secret.html")
    (site / "folder").symlink_to(site.parent)
    (site / "circle").symlink_to(site / "circle")
    (site / "paged").mkdir()
    (site / "paged/index.html").symlink_to(site.parent / "secret.html")
    for address in ("/link.html", "/folder/secret.html", "/folder/", "/circle", "/paged/"):
        assert read_address(site, address) is None, address


def test_a_folder_is_asked_for_with_its_slash(site: Path) -> None:
    with pytest.raises(Elsewhere) as folder:
        read_address(site, "//cities")
    assert folder.value.address == "/cities/"


def test_a_site_that_is_exchanged_in_that_moment_is_looked_at_again(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_files, "BETWEEN_LOOKS_S", 1.0)
    away = site.parent.rename(site.parent.with_name("build.next-replaced"))
    back = threading.Timer(0.2, lambda: away.rename(site.parent))
    back.start()
    assert read_address(site, "/index.html") is not None
    back.join()


def test_the_page_of_lost_addresses_leads_to_the_start_of_the_preview(site: Path) -> None:
    page = '<link href="/smart/assets/site.css"><a href="/smart/index.html">Start</a>'
    (site / "404.html").write_text(page, encoding="utf-8")
    (site / "fr").mkdir()
    (site / "fr/404.html").write_text('<a href="/smart/fr/index.html">Début</a>', encoding="utf-8")
    for code, address in (("en", "smart/"), ("fr", "smart/fr/")):
        settings = f'site_url: "https://profiles.example/{address}"\n'
        (site.parent / f"mkdocs.{code}.yml").write_text(settings, encoding="utf-8")
    lost, french = read_lost(site, "/cities/gone.html"), read_lost(site, "/fr/gone.html")
    assert lost is not None
    assert lost.content.decode() == page.replace("/smart/", "/")
    assert french is not None
    assert french.content.decode() == '<a href="/fr/index.html">Début</a>'


def test_types_are_those_that_browsers_insist_on() -> None:
    assert kind_of("a.js") == "application/javascript; charset=utf-8"
    assert kind_of("a.css") == "text/css; charset=utf-8"
    assert kind_of("a.svg") == "image/svg+xml"
    assert kind_of("a.unknown") == "application/octet-stream"
