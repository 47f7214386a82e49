"""From an address to a file of the built site, and to none outside of it.

The build may be exchanged at any moment: each request opens its file by path, and looks twice.
"""

import time
from mimetypes import MimeTypes
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import yaml

from generator.frozen import dataclass

BETWEEN_LOOKS_S = 0.1
"""How long after the first look the second is, in seconds: longer than two renames take."""
START, LOST = "index.html", "404.html"

_TYPES = MimeTypes()  # as Python knows them, whatever this machine has set


class Elsewhere(Exception):
    """The address is that of a folder; `address` is the one with a slash at its end."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


@dataclass(frozen=True)
class Found:
    """A file as it is sent."""

    content: bytes
    kind: str

    @property
    def is_page(self) -> bool:
        return self.kind.startswith("text/html")


def read_address(site: Path, address: str) -> Found | None:
    """Return the file at an address; None if the site has none there.

    Raises:
        Elsewhere: it is a folder, and links of its page would lead astray.
    """
    parts = parts_of(address)
    if parts is None:
        return None
    found = _read(site, parts)
    if found is None:
        time.sleep(BETWEEN_LOOKS_S)
        found = _read(site, parts)
    return found


def parts_of(address: str) -> list[str] | None:
    """Return the names that lead to a file; None for an address that could lead out of the site."""
    path = address.partition("?")[0].partition("#")[0]
    if not path.startswith("/"):
        return None
    try:
        parts = unquote(path, errors="strict").split("/")[1:]
    except UnicodeDecodeError:
        return None
    if {".", ".."}.intersection(parts) or any(set(part) & set("\\:\0") for part in parts):
        return None
    return parts


def _read(site: Path, parts: list[str]) -> Found | None:
    try:
        inside = site.resolve(strict=True)
        path = inside.joinpath(*filter(None, parts)).resolve(strict=True)
        if not path.is_relative_to(inside):
            return None
        if path.is_dir():
            path = _page_of_folder(path, inside, parts)
        elif not path.is_file() or parts[-1] == "":
            return None
        return Found(path.read_bytes(), kind_of(path.name))
    except (OSError, RuntimeError):  # nothing there, or a circle of links
        return None


def _page_of_folder(path: Path, inside: Path, parts: list[str]) -> Path:
    """Return the page of a folder, which is no link; a folder is never listed.

    Raises:
        Elsewhere: the address does not end with a slash.
        OSError: it has no page.
    """
    page = (path / START).resolve(strict=True)
    if parts[-1] != "":
        raise Elsewhere("".join(f"/{quote(part, safe='')}" for part in filter(None, parts)) + "/")
    if not page.is_relative_to(inside) or not page.is_file():
        raise FileNotFoundError(page)
    return page


def kind_of(name: str) -> str:
    """Return the type of a file for the header of an answer."""
    kind = _TYPES.guess_type(name)[0] or "application/octet-stream"
    is_text = kind.startswith("text/") or kind in ("application/javascript", "application/json")
    return f"{kind}; charset=utf-8" if is_text else kind


def read_lost(site: Path, address: str) -> Found | None:
    """Return the page for an address that leads nowhere, in the language of the address.

    Its links are absolute, since it stands anywhere: below the address where the site will be
    published. Here they begin at the root.
    """
    language = [(parts_of(address) or [""])[0], LOST]
    found = _read(site, language) or _read(site, [LOST])
    if found is None:
        return None
    published = _published_path(site.parent).encode()
    return Found(found.content.replace(b'="' + published + b"/", b'="/'), found.kind)


def _published_path(build: Path) -> str:
    """Return the path of the address where the site will be published, without its last slash."""
    paths = [""]
    for file in build.glob("mkdocs.*.yml"):
        try:
            address = yaml.safe_load(file.read_text(encoding="utf-8")).get("site_url")
        except (OSError, yaml.YAMLError):
            continue
        paths.append(urlsplit(address or "").path.rstrip("/"))
    return min(filter(None, paths), key=len, default="")
