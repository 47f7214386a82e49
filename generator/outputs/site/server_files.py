"""What tells a server that pages have moved, so that it leads on before a page is sent.

`_redirects` is read by Netlify, Cloudflare Pages and others, `.htaccess` by Apache. Wherever
neither is read, the page at the old address leads on.
"""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit


def server_files(
    moves: Mapping[str, str], prefixes: Sequence[str], address: str
) -> dict[str, bytes]:
    """Return the files of a server by name; none if no page has moved.

    `prefixes` are those of the languages, `address` is that of the site, "" if it is not known.
    """
    root = urlsplit(address).path.rstrip("/")
    plain = [
        f"{root}/{prefix}{old}/{ending} {root}/{prefix}{_file(new)} 301"
        for prefix in prefixes
        for old, new in moves.items()
        for ending in ("", "index.html")
    ]
    patterns = [
        f"RedirectMatch 301 ^(.*)/{old.replace('.', '[.]')}(/|/index[.]html)?$ $1/{_file(new)}"
        for old, new in moves.items()
    ]
    files = {"_redirects": plain, ".htaccess": patterns}
    return {name: "\n".join([*lines, ""]).encode() for name, lines in files.items() if lines}


def _file(folder: str) -> str:
    return f"{folder}/index.html" if folder else "index.html"
