"""The compact index of one language's search, as a script that also loads from disk."""

from collections.abc import Iterable
from typing import Any

from generator.outputs.site.script_data import script_text
from generator.pages.addresses import address_of
from generator.pages.page import Page, SearchEntry
from generator.pages.writing import search_entries
from generator.views.site import Site


def search_text(site: Site, pages: Iterable[Page]) -> str:
    """Return all that pages offer to the search, as the items of a list in JSON."""
    found = (_document(entry) for page in pages for entry in search_entries(site, page))
    return ",".join(map(script_text, found))


def search_script(code: str, texts: Iterable[str]) -> str:
    """Return `window.profilesSearch = {…}` for what all pages of a language offer."""
    documents = ",".join(filter(None, texts))
    return f'window.profilesSearch={{"language":"{code}","documents":[{documents}]}};\n'


def _document(entry: SearchEntry) -> dict[str, Any]:
    document = {"u": address_of(entry.target, "", True), "t": entry.title, "k": entry.kind}
    if entry.context:
        document["c"] = entry.context
    if entry.extra:
        document["x"] = entry.extra
    return document
