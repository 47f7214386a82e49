"""The site map, by which search engines find every page: `sitemap.xml`, and the same packed."""

import gzip
from collections.abc import Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape

from generator.outputs.site.frame import Frame
from generator.outputs.site.website import Source

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def site_map(frame: Frame, sources: Sequence[Source]) -> dict[str, bytes]:
    """Return the two files, by name; none where the address of the site is not known.

    The date of every page is the as-of date.
    """
    address = frame.given["site_url"]
    if not address:
        return {}
    entries = [
        f"<url><loc>{escape(address + quote(source.html_file))}</loc>"
        f"<lastmod>{frame.as_of}</lastmod></url>"
        for source in sources
    ]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<urlset xmlns="{_NAMESPACE}">',
        *entries,
        "</urlset>",
        "",
    ]
    plain = "\n".join(lines).encode("utf-8")
    return {"sitemap.xml": plain, "sitemap.xml.gz": gzip.compress(plain, mtime=0)}
