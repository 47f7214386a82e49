"""Pages of a build to one PDF by MkDocs with the plugin mkdocs-with-pdf, and its proof.

The navigation is made of all pages that were asked for, since the plugin leaves out what no
navigation names. What it sets is looked through before anybody gets it: it has lost pages before
and ended well.
"""

import json
import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import yaml

from generator.frozen import dataclass
from generator.outputs.paged.wanted_copy import Looked, Told
from generator.outputs.site.website import build_as_configured

FILE = "copy.pdf"
INDEX = "index.md"
UNPAGED = ("embed",)
"""Folders of pages that stand within others."""


class NotPaged(Exception):
    """The copy cannot be made, or is not whole; `key` names the message, `found` what it tells."""

    def __init__(self, key: str, found: str) -> None:
        super().__init__(found)
        self.key, self.found = key, found


@dataclass(frozen=True)
class Copied:
    """A copy of pages of the site: its bytes, its pages of paper, and the headings proved."""

    content: bytes
    pages: int
    headings: int


def pages_of(build: Path, code: str, sections: Sequence[str]) -> list[str]:
    """Return the Markdown files of some sections, each after the one that leads to it.

    A section is a folder of pages, such as `cities/goris`; without one, all are meant.

    Raises:
        NotPaged: there is no such section.
    """
    docs = build / "pages" / code
    files = [path.relative_to(docs).as_posix() for path in docs.rglob("*.md")]
    known = sorted(
        (file for file in files if not file.startswith(UNPAGED)),
        key=lambda file: file.removesuffix(INDEX).split("/"),
    )
    found: dict[str, None] = {}
    for section in sections or ("",):
        below = section.strip("/")
        here = [file for file in known if not below or f"{file}/".startswith(f"{below}/")]
        if not here:
            raise NotPaged("no-section", below)
        found |= dict.fromkeys(here)
    return [*found]


def copy_pages(
    build: Path, files: Sequence[str], theme: Path, looked: Looked, told: Told
) -> Copied:
    """Return the copy of some pages of a language of a build; `theme`: the frame of each.

    Raises:
        NotPaged: what sets it is not installed, or complains, or something is missing in it.
    """
    try:
        from generator.outputs.paged.paged_document import headings_of, setter
        from generator.outputs.paged.proof import faults_of
    except ModuleNotFoundError as problem:
        raise NotPaged("no-extra", str(problem)) from None
    except OSError as problem:  # a library of the system is missing
        raise NotPaged("no-pango", str(problem).split("\n")[0]) from None
    code, kept = told.language, list[Any]()
    with TemporaryDirectory() as folder, _complaints() as complaints, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the plugin, about the HTML of its own templates
        config = _configured(build, code, files, theme, Path(folder))
        # The plugin offers no other way to the typesetter that it imports.
        with patch("mkdocs_with_pdf.generator.HTML", setter(looked, told, kept)):
            build_as_configured(config, told.as_of)
        made = Path(folder, "site", FILE)
        content = made.read_bytes() if made.is_file() else b""
    if complaints or not kept or not content:
        raise NotPaged("complained", "; ".join(dict.fromkeys(complaints)) or "-")
    site = build / _settings(build, code)["site_dir"]
    texts = [(site / file).with_suffix(".html").read_text(encoding="utf-8") for file in files]
    wanted = headings_of(texts)
    faults = faults_of(content, len(kept[0].pages), wanted)
    if faults:
        raise NotPaged("not-whole", "; ".join(faults))
    return Copied(content, len(kept[0].pages), sum(map(len, wanted)))


def _settings(build: Path, code: str) -> dict[str, Any]:
    """Return the settings that the build left for other engines."""
    found: dict[str, Any] = yaml.safe_load(
        (build / f"mkdocs.{code}.yml").read_text(encoding="utf-8")
    )
    return found


def _configured(build: Path, code: str, files: Sequence[str], theme: Path, folder: Path) -> Path:
    """Write the pages and the settings for a copy; return the file of the settings."""
    for file in files:
        path = folder / "docs" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((build / "pages" / code / file).read_bytes())
    settings = {
        **_settings(build, code),
        "docs_dir": "docs",
        "site_dir": "site",
        "nav": list(files),
        "theme": {"name": None, "custom_dir": str(theme)},
        "plugins": [
            {"with-pdf": {"toc_level": 0, "ordered_chapter_level": 0,
                          "heading_shift": False, "output_path": FILE}}
        ],
    }  # fmt: skip
    config = folder / "mkdocs.yml"
    config.write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    return config


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what the typesetter calls an error, which it goes on after."""
    found: list[str] = []

    class Collected(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.levelno >= logging.ERROR:
                found.append(record.getMessage().split("\n")[0])

    handler, logger = Collected(), logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
