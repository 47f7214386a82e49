"""Addresses of pages and files, seen from a page."""

import posixpath
from functools import lru_cache

from generator.views.site import Site


@lru_cache(maxsize=1 << 16)
def relative_address(here: str, target: str) -> str:
    """Return the address of the page `target`, with an anchor perhaps, from the page `here`."""
    folder, mark, anchor = target.partition("#")
    if "." in posixpath.basename(folder):
        file = folder
    else:
        file = posixpath.join(folder, "index.html") if folder else "index.html"
    path = posixpath.relpath(file, here or ".")
    return f"{path}{mark}{anchor}"


def shared_address(site: Site, here: str, file: str) -> str:
    """Return the address of a file that stands once for all languages."""
    first = site.language.code == site.publication.record.languages[0]
    return ("" if first else "../") + relative_address(here, file)


def data_address(site: Site, here: str, file: str) -> str:
    """Return the address of a file of the open data."""
    return shared_address(site, here, f"data/{file}")
