"""Frozen editions under `content/editions/`: which revision each was made from."""

import json
from pathlib import Path

EDITIONS = "content/editions"
MANIFEST = "manifest.json"
REVISION = "revision"
"""The key of a manifest under which the tag or commit of its inputs stands."""


def is_edition(root: Path, name: str) -> bool:
    """Return whether a publication has an edition of that name, or at that path."""
    return bool(name) and (_folder(root, name) / MANIFEST).is_file()


def revision_of(root: Path, name: str) -> str:
    """Return the tag or commit that the manifest of an edition names; "" if it names none."""
    try:
        manifest = json.loads((_folder(root, name) / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return ""
    named = manifest.get(REVISION) if isinstance(manifest, dict) else None
    return named if isinstance(named, str) else ""


def _folder(root: Path, name: str) -> Path:
    return root / EDITIONS / name.removeprefix(f"{EDITIONS}/").rstrip("/")
