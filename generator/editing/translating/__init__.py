"""Translations out to translators and back: Gettext PO files, which their programs read.

Each message is one text of the ledger; its context is the file in `content/` and the name of the
text there, `labels#menu`. A label with plural forms is one message for each form of the language.
"""

from collections.abc import Mapping
from pathlib import Path

from generator.editing.translating.po_files import NotPo, Taken, taken_in, to_translate
from generator.language.ledger import State, counts, further_languages
from generator.model.publication import Publication
from generator.problems import Problems
from generator.read.publication_reader import read_content

__all__ = [
    "NotPo",
    "State",
    "Taken",
    "content_below",
    "counts",
    "further_languages",
    "take_in",
    "to_translate",
]


def content_below(root: Path) -> Publication | None:
    """Return the content of the publication in a folder; None if it cannot be used."""
    return read_content(root, Problems())


def take_in(root: Path, content: Publication, code: str, data: bytes) -> Taken:
    """Return what a filled PO file changes in the files of a language.

    Raises:
        NotPo: the data are no PO file.
        OSError: a file of the language cannot be read.
    """
    return taken_in(content, code, data, _files(root, code))


def _files(root: Path, code: str) -> Mapping[str, str]:
    paths = [*(root / "content/labels").glob("*.yml")]
    paths += (root / f"content/translations/{code}").glob("*.*")
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}
