"""The list of all files of a site with their SHA-256, by which a copy of it can be verified."""

import hashlib
import json
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator import __version__

MANIFEST = "manifest.json"
LARGEST = 100_000_000
"""How many bytes of a manifest are read."""
_CHECKSUM = re.compile("[0-9a-f]{64}")


class NoManifest(Exception):
    """There is no manifest, or it is none: `reason` is missing, link, large or broken."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def manifest_text(files: Mapping[str, str]) -> bytes:
    """Return a manifest; `files` are paths below the site, with `/`, and SHA-256."""
    document = {"generator": __version__, "files": dict(sorted(files.items()))}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(site: Path) -> dict[str, str]:
    """Return the files that the manifest of a site lists.

    Raises:
        NoManifest: there is none, or it is none.
        OSError: it cannot be read.
    """
    path = site / MANIFEST
    try:
        state = path.lstat()
    except FileNotFoundError:
        raise NoManifest("missing") from None
    if not stat.S_ISREG(state.st_mode):
        raise NoManifest("link")
    if state.st_size > LARGEST:
        raise NoManifest("large")
    try:
        document: Any = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        raise NoManifest("broken") from None
    files = document.get("files") if isinstance(document, dict) else None
    if not isinstance(files, dict) or not all(map(_is_sound, files.items())):
        raise NoManifest("broken")
    return files


def _is_sound(item: tuple[str, Any]) -> bool:
    path, checksum = item
    inside = not {"", ".", ".."}.intersection(path.split("/"))
    return inside and isinstance(checksum, str) and _CHECKSUM.fullmatch(checksum) is not None


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, however large."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
