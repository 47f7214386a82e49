"""Markdown pages to the website, by MkDocs: the only module that knows MkDocs.

One build per language into a folder of its own, from the stock `mkdocs.yml` and the settings
given here, which are also written down for other engines. The date of the site map is the
as-of date: the one place where the environment is set.
"""

import contextlib
import gzip
import json
import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from generator import resources
from generator.model.framework_records import PublicationRecord
from generator.outputs.data_package import LICENCE
from generator.outputs.palette import load_palette, palette_css
from generator.outputs.search_index import search_script
from generator.outputs.web_charts import color_rules
from generator.pages import FOOTER, NAVIGATION, Page, Site

NAVIGATION_LIMIT = 60
"""Most entries of the navigation on a page; every entry stands on every page."""


def write_pages(pages: Sequence[Page], folder: Path) -> None:
    """Write the Markdown of one language."""
    for page in pages:
        path = folder / page.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.markdown(), encoding="utf-8")


def settings(site: Site, pages: Path, target: Path) -> dict[str, Any]:
    """Return what MkDocs is told beside `mkdocs.yml`, for one language."""
    record = site.publication.record
    words = {key: text for key, text in site.language.labels.items() if isinstance(text, str)}
    return {
        "docs_dir": str(pages),
        "site_dir": str(target),
        "site_name": escape(record.title),
        "site_url": record.address or "",
        "nav": [
            {escape(site.say("tab.start")): "index.md"},
            *({escape(site.say(label)): file} for label, file in NAVIGATION),
        ],
        "extra": {
            "language": site.language.code,
            "direction": site.language.direction,
            "words": words,
            "edition": record.edition,
            "as_of": site.language.date(record.as_of),
            "fictitious": record.fictitious,
            "licence": record.licence.content,
            "licence_url": LICENCE.format(record.licence.content),
            "contact": _contact(record),
            "footer_links": [
                {"title": escape(site.say(label)), "href": f"{folder}/index.html"}
                for label, folder in FOOTER
            ],
        },
    }


def _contact(record: PublicationRecord) -> dict[str, str]:
    """Return the name of whom to write to, and the link that does it, if there is one."""
    contact = record.contact
    if contact is None:
        return {}
    href = f"mailto:{contact.email}" if contact.email else contact.url or ""
    return {"name": contact.name, "href": href}


def write_website(site: Site, pages: Sequence[Page], root: Path, build: Path) -> None:
    """Write the pages, the effective configuration and the site of one language."""
    language = site.language.code
    folder = build / "pages" / language
    target = build / "site" if _is_first(site) else build / "site" / language
    write_pages(pages, folder)
    given = settings(site, folder.resolve(), target.resolve())
    config = resources.find("mkdocs.yml", root)
    effective = build / f"mkdocs.{language}.yml"
    effective.write_text(_effective(config, root, given, build), encoding="utf-8")
    _build(config, root, given, site.publication.record)
    assets = target / "assets"
    assets.mkdir(exist_ok=True)
    palette = load_palette(root)
    colors = palette_css(palette) + color_rules(palette["light"])
    (assets / "palette.css").write_text(colors, encoding="utf-8")
    index = target / "search" / f"index.{language}.js"
    index.parent.mkdir(exist_ok=True)
    index.write_text(search_script(pages, language), encoding="utf-8")
    _tidy(target)


def _is_first(site: Site) -> bool:
    return site.language.code == site.publication.record.languages[0]


def _build(config: Path, root: Path, given: Mapping[str, Any], record: PublicationRecord) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    with _quiet_logging(), _date_of_build(record.as_of):
        loaded = load_config(str(config), **given)
        custom = resources.find("theme", root) / "site"
        loaded.theme.dirs[0] = str(custom)
        build(loaded)


@contextlib.contextmanager
def _quiet_logging() -> Iterator[None]:
    """MkDocs tells of every file; only its warnings are worth a line."""
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)


@contextlib.contextmanager
def _date_of_build(as_of: str) -> Iterator[None]:
    """Set the date that MkDocs writes into the site map to the as-of date."""
    from datetime import UTC, datetime

    parts = [int(part) for part in as_of.split("-")] + [1, 1]
    moment = int(datetime(parts[0], parts[1], parts[2], tzinfo=UTC).timestamp())
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(moment)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _effective(config: Path, root: Path, given: Mapping[str, Any], build: Path) -> str:
    """Return the configuration that another engine needs to build the same pages."""
    head = config.read_text(encoding="utf-8")
    known = {"docs_dir", "site_dir", "site_name", "nav", "extra", "site_url"}
    kept = [line for line in head.split("\n") if line.partition(":")[0] not in known]
    relative = {
        **given,
        "docs_dir": os.path.relpath(str(given["docs_dir"]), build.resolve()),
        "site_dir": os.path.relpath(str(given["site_dir"]), build.resolve()),
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in relative.items()]
    return "\n".join([*kept, *lines, ""])


def _tidy(target: Path) -> None:
    """Remove what the theme ships and no page uses; fix the time in the compressed site map."""
    for unused in ("assets/javascripts", "assets/stylesheets", "assets/images"):
        _remove(target / unused)
    packed = target / "sitemap.xml.gz"
    if packed.exists():
        packed.write_bytes(gzip.compress((target / "sitemap.xml").read_bytes(), mtime=0))


def _remove(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
