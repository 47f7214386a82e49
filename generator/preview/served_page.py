"""A page as the preview serves it: with the script that follows the builds.

Only what is sent is changed, never a file. The published policy forbids all connections; the copy
that is served may ask where it came from, no more.
"""

import html
import re

RESERVED = "/-/"
"""Addresses of the preview itself; no page of a site begins so."""

_POLICY = re.compile(
    r"""(<meta\s+http-equiv=["']?Content-Security-Policy["']?\s+content=")([^"]*)(")""",
    re.IGNORECASE,
)
_END_OF_HEAD = re.compile(r"</head\s*>", re.IGNORECASE)
_OWN = "'self'"


def as_served(page: bytes, version: str) -> bytes:
    """Return a page that follows the builds; `version` is the build that it is of."""
    text = page.decode("utf-8", "surrogateescape")
    text = _POLICY.sub(lambda match: match[1] + relaxed(match[2]) + match[3], text)
    parts = (
        f'<link rel="stylesheet" href="{RESERVED}preview.css">\n'
        f'<script src="{RESERVED}preview.js" data-site="{html.escape(version)}" defer></script>\n'
    )
    end = _END_OF_HEAD.search(text)
    place = end.start() if end else len(text)
    return (text[:place] + parts + text[place:]).encode("utf-8", "surrogateescape")


def relaxed(policy: str) -> str:
    """Return a policy that also allows script, style and events from where the page is from."""
    directives = {
        words[0].lower(): words[1:] for part in policy.split(";") if (words := part.split())
    }
    for name in ("script-src", "style-src", "connect-src"):
        sources = directives.get(name, directives.get("default-src"))
        if sources is not None and _OWN not in sources:
            directives[name] = [*(word for word in sources if word != "'none'"), _OWN]
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())
