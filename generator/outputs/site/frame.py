"""What the site puts around every page of a language: settings, theme, navigation.

In: the site of a language, the root. Out: one value on which, beside its own Markdown, the HTML
of a page depends, and the configuration by which another engine builds the same pages.
"""

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from generator import resources
from generator.frozen import dataclass
from generator.language.foreign import plain
from generator.model.framework_records import PublicationRecord
from generator.pages import FOOTER, NAVIGATION
from generator.views.site import Site


@dataclass(frozen=True)
class Frame:
    """What MkDocs is told beside the pages themselves."""

    config: Path
    """The stock `mkdocs.yml`."""
    theme: Path
    """The folder of the templates and files of the site."""
    given: Mapping[str, Any]
    """Settings that take the place of those in `config`."""
    as_of: str

    @property
    def navigation(self) -> tuple[str, ...]:
        """Return the files of the pages that the navigation names."""
        return tuple(file for entry in self.given["nav"] for file in entry.values())


def frame_of(site: Site, root: Path) -> Frame:
    """Return the frame of one language."""
    record = site.publication.record
    given = {
        "site_name": escape(plain(record.title)),
        "site_url": _address_of(site),
        "nav": [
            {escape(site.say("tab.start")): "index.md"},
            *({escape(site.say(label)): file} for label, file in NAVIGATION),
        ],
        "extra": _extra(site),
    }
    theme = resources.find("theme", root) / "site"
    return Frame(resources.find("mkdocs.yml", root), theme, given, record.as_of)


def prefix_of(site: Site) -> str:
    """Return what stands before the addresses of a language: nothing for the first one."""
    code = site.language.code
    return "" if code == site.publication.record.languages[0] else f"{code}/"


def _address_of(site: Site) -> str:
    """Return the address at which a language is published; "" if none is known."""
    address = site.publication.record.address
    return f"{address.rstrip('/')}/{prefix_of(site)}" if address else ""


def _extra(site: Site) -> dict[str, Any]:
    record = site.publication.record
    return {
        "language": site.language.code,
        "direction": site.language.direction,
        "words": {key: text for key, text in site.language.labels.items() if isinstance(text, str)},
        "edition": record.edition,
        "as_of": site.language.date(record.as_of),
        "fictitious": record.fictitious,
        "licence": record.licence.content,
        "licence_url": record.licence.content_address,
        "contact": _contact(record),
        "footer_links": [
            {"title": escape(site.say(label)), "href": f"{folder}/index.html"}
            for label, folder in FOOTER
        ],
    }


def _contact(record: PublicationRecord) -> dict[str, str]:
    """Return the name of whom to write to, and the link that does it, if there is one."""
    contact = record.contact
    if contact is None:
        return {}
    href = f"mailto:{contact.email}" if contact.email else contact.url or ""
    return {"name": plain(contact.name), "href": href}


def configuration(frame: Frame, site: Site) -> str:
    """Return the configuration of another engine; it stands beside the folders of the build."""
    settings = {
        **frame.given,
        "docs_dir": f"pages/{site.language.code}",
        "site_dir": f"site/{prefix_of(site)}".rstrip("/"),
    }
    stock = frame.config.read_text(encoding="utf-8").split("\n")
    kept = [line for line in stock if line.partition(":")[0] not in settings]
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items()]
    return "\n".join([*kept, *lines, ""])
