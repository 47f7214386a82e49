"""Publications to PDF, by Typst: the only module that knows Typst; `tagging` completes its file.

A publication is one file that archives keep (PDF/A-2a; with files attached PDF/A-3a) and screen
readers read (PDF/UA-1). The typesetter sees the templates of `theme/print/`, the fonts of
`theme/fonts/`, those that a person adds, and the data given: no other font of the system, no
network, no clock. A letter that no font has gives way to a mark; a picture without words is an
error. Typst keeps parts of the last ten documents for the next ones, some 75 MB of a book: it is
made to let go of them, so that memory does not grow with the number of books.
"""

import ctypes
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from generator import resources
from generator.frozen import dataclass
from generator.language.foreign import ENGLISH, foreign, passages
from generator.language.typography import parted
from generator.outputs.print.not_typeset import NotTypeset
from generator.outputs.print.printable import printable
from generator.outputs.print.tagging import Sheet, page_count, tagged
from generator.publications.document import Document, to_json
from generator.read.letters import unknown_letters

FOLDER = "publications"
SHEET = Sheet(slug=10, bleed=3)
MOST_KEPT, EACH = 150_000, 50_000
"""Letters of documents that the typesetter may keep, some 75 MB; each counts for so many more."""
KEPT_FOR = 10
"""For so many further documents the typesetter keeps what it made of one."""
EMPTY = b"#set page(width: 1pt, height: 1pt)"
COLOURS = 64
"""Of a picture: few enough for a small file, and more than its theme and their edges have."""


@dataclass(frozen=True)
class PrintTheme:
    """What the looks of publications are made from; files of one folder."""

    templates: Path
    palette: Path
    fonts: Path


def load_print_theme(root: Path) -> PrintTheme:
    """Return the theme of the publications of the root given."""
    theme = resources.find("theme", root)
    return PrintTheme(theme / "print", theme / "palette.yml", theme / "fonts")


def typeset_all(theme: PrintTheme, documents: Sequence[Document]) -> list[bytes]:
    """Return the PDF of each document."""
    return [typeset(theme, document) for document in documents]


def typeset(theme: PrintTheme, document: Document) -> bytes:
    """Return the PDF of a document; the same bytes for the same document and theme.

    Raises:
        NotTypeset: a picture has no words, or a template warns.
    """
    kept = "a-3a" if document.attachments else "a-2a"
    pdf = _compiled(theme, document, format="pdf", pdf_standards=[kept, "ua-1"])
    return tagged(pdf, document.particulars, SHEET if document.crop_marks else None)


def length_of(theme: PrintTheme, document: Document) -> int:
    """Return how many pages a document takes.

    Raises:
        NotTypeset: a template warns.
    """
    return page_count(_compiled(theme, document, format="pdf"))


def picture_of(theme: PrintTheme, document: Document) -> bytes:
    """Return the only page of a document as PNG in few colours, a pixel for each point.

    Raises:
        NotTypeset: a template warns.
    """
    from PIL import Image

    with Image.open(BytesIO(_compiled(theme, document, format="png", ppi=72))) as image:
        few = image.convert("RGB").quantize(
            COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
    held = BytesIO()
    few.save(held, "PNG", optimize=True)
    return held.getvalue()


def _compiled(theme: PrintTheme, document: Document, **form: Any) -> bytes:
    import typst

    added = resources.added_fonts()
    lacking = unknown_letters(theme.fonts.parent, added)
    written = passages(to_json(document))
    shown = [(printable(part, lacking), spoken) for part, spoken in written]
    data = "".join(
        foreign(part, spoken) if spoken else parted(part, document.language)
        for part, spoken in shown
    )
    try:
        made, warnings = typst.compile_with_warnings(
            theme.templates / document.template,
            root=theme.templates.parent,
            font_paths=[theme.fonts, *_folders(added)],
            ignore_system_fonts=True,
            sys_inputs={
                "data": data,
                "records": ENGLISH,
                "attached": json.dumps(document.attachments, default=asdict),
                "paper": document.paper,
                "slug": str(SHEET.slug if document.crop_marks else 0),
                "bleed": str(SHEET.bleed if document.crop_marks else 0),
                "lacking": "" if shown == written else "yes",
                "families": json.dumps(_families(theme.fonts, added)),
            },
            timestamp=moment(document.as_of),
            **form,
        )
    except typst.TypstError as error:
        raise NotTypeset(document.file, error.message) from None
    _keep(EACH + len(data))
    if warnings:
        raise NotTypeset(document.file, "; ".join(one.message for one in warnings))
    return bytes(made)


def _keep(letters: int) -> None:
    """Note a document of so many letters; where too many are kept, let all go.

    The typesetter drops what is `KEPT_FOR` documents old.
    """
    _kept.append(letters)
    if sum(_kept) > MOST_KEPT:
        _kept.clear()
        for _ in range(KEPT_FOR + 1):
            _compiler().compile(EMPTY, format="svg")
        _hand_back()


_kept: list[int] = []
"""The letters of the documents since the last time that all were let go."""


def _hand_back() -> None:
    """Hand memory that is free back to the system; the C library of Linux keeps it otherwise."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


@lru_cache
def _compiler() -> Any:
    import typst

    return typst.Compiler(ignore_system_fonts=True)


@lru_cache
def _families(own: Path, added: tuple[Path, ...]) -> list[str]:
    """Return the families of the fonts that were added and that the theme does not have."""
    if not added:
        return []
    import typst

    from generator.read.added_fonts import families_of  # brings fontTools

    def named(folders: list[Path]) -> list[str]:
        found = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
        )
        return found.families()

    meant, shipped = families_of(added), named([own])
    return [one for one in named(_folders(added)) if one in meant and one not in shipped]


def _folders(files: Sequence[Path]) -> list[Path]:
    """Return the folders of some fonts: the typesetter takes no single files."""
    return sorted({file.parent for file in files})


def moment(as_of: str) -> datetime:
    """Return the first moment of a date of the files, in UTC: the time of making."""
    year, month, day = [*(int(part) for part in as_of.split("-")), 1, 1][:3]
    return datetime(year, month, day, tzinfo=UTC)
