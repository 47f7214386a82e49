"""A copy of pages of the built website as one PDF, beside the build.

In: a build that is up to date, the sections asked for, a language. Out: a file of their name.
"""

from collections.abc import Sequence
from pathlib import Path

from generator import resources
from generator.charts.web_form import color_rules
from generator.frozen import dataclass
from generator.language.translated import language_of
from generator.model.publication import Publication
from generator.outputs.paged.copied_site import Copied, NotPaged, copy_pages, pages_of
from generator.outputs.paged.wanted_copy import Looked, Told
from generator.outputs.site.palette import load_palette

__all__ = ["NotPaged", "PrintedSite", "print_site"]


@dataclass(frozen=True)
class PrintedSite:
    """A copy that was written: where, and how large it is."""

    path: Path
    copied: Copied
    of: int


def print_site(
    root: Path, build: Path, publication: Publication, sections: Sequence[str], code: str = ""
) -> PrintedSite:
    """Write a copy of some sections of a build, of all pages without any, in a language.

    Raises:
        NotPaged: there is no such section, what sets it is missing, or the copy is not whole.
        OSError: the machine cannot read or write it.
    """
    code = code or publication.record.languages[0]
    if code not in publication.record.languages:
        raise NotPaged("no-language", code)
    files = pages_of(build, code, sections)
    language, record = language_of(publication, code), publication.record
    prefix = "" if code == record.languages[0] else f"{code}/"
    theme, palette = resources.find("theme", root), load_palette(root)
    told = Told(
        language=code,
        direction=language.direction,
        title=record.title,
        note=language.label("site-pdf.note", n=len(files), date=language.date(record.as_of)),
        contents=language.label("publication.word.contents"),
        address=f"{record.address.rstrip('/')}/{prefix}" if record.address else "",
        as_of=record.as_of,
    )
    looked = Looked(
        sheet=(theme / "site-pdf" / "print.css").read_text(encoding="utf-8"),
        drawings=(theme / "site" / "assets" / "site.css").read_text(encoding="utf-8")
        + color_rules(palette["light"]),
        tokens=palette["light"],
        fonts=theme / "fonts",
    )
    copied = copy_pages(build, files, theme / "site-pdf", looked, told)
    parts = (part.strip("/").replace("/", "-") for part in sections)
    folder = build.with_name(f"{build.name}-pdf")
    folder.mkdir(exist_ok=True)
    path = folder / f"{'-'.join(('site', *parts, code))}.pdf"
    path.write_bytes(copied.content)
    return PrintedSite(path, copied, len(files))
