"""The compact index of one language's search, as a script that also loads from disk."""

import json
from collections.abc import Iterable
from typing import Any

from generator.pages.addresses import address_of
from generator.pages.page import Page, SearchEntry
from generator.pages.writing import search_entries
from generator.views.site import Site


def search_script(site: Site, pages: Iterable[Page]) -> str:
    """Return `window.profilesSearch = {…}` for all that the pages offer to the search."""
    documents = [_document(entry) for page in pages for entry in search_entries(site, page)]
    index = {"language": site.language.code, "documents": documents}
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.profilesSearch={safe};\n"


def _document(entry: SearchEntry) -> dict[str, Any]:
    document = {"u": address_of(entry.target, "", True), "t": entry.title, "k": entry.kind}
    if entry.context:
        document["c"] = entry.context
    if entry.extra:
        document["x"] = entry.extra
    return document
