"""Publications to PDF, by Typst: the only module that knows Typst; `tagging` completes its file.

A publication is one file that archives keep (PDF/A-2a) and screen readers read (PDF/UA-1). The
typesetter sees the templates of `theme/print/`, the fonts of `theme/fonts/` and the data given:
no system fonts, no network, no clock. A letter that no font has gives way to a mark; a picture
without words is an error. Typst keeps parts of former documents for the next ones, some 40 MB for
each of the first dozen: most of the memory that a build uses.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator import resources
from generator.outputs.print.not_typeset import NotTypeset
from generator.outputs.print.printable import printable
from generator.outputs.print.tagging import tagged
from generator.publications.document import Document, to_json
from generator.read.letters import unknown_letters

FOLDER = "publications"


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
    import typst

    written = to_json(document)
    data = printable(written, unknown_letters(theme.fonts.parent))
    try:
        pdf, warnings = typst.compile_with_warnings(
            theme.templates / document.template,
            root=theme.templates.parent,
            font_paths=[theme.fonts],
            ignore_system_fonts=True,
            sys_inputs={"data": data, "lacking": "" if data == written else "yes"},
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            timestamp=moment(document.as_of),
        )
    except typst.TypstError as error:
        raise NotTypeset(document.file, error.message) from None
    if warnings:
        raise NotTypeset(document.file, "; ".join(one.message for one in warnings))
    return tagged(bytes(pdf), document.particulars)


def moment(as_of: str) -> datetime:
    """Return the first moment of a date of the files, in UTC: the time of making."""
    year, month, day = [*(int(part) for part in as_of.split("-")), 1, 1][:3]
    return datetime(year, month, day, tzinfo=UTC)
