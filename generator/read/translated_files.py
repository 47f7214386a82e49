"""The prose of pages, and what stands in further languages: read for those of the publication."""

from collections.abc import Mapping

from generator.model.files import CONTENT_FILES
from generator.model.translation_tables import TRANSLATIONS
from generator.problems import Problems
from generator.read.folder_contents import FolderContents
from generator.read.folders import read_text


def open_translations(contents: FolderContents, problems: Problems) -> None:
    """Read the translations into the languages of the publication; others stay shut."""
    publication = contents.documents.get("publication.yml")
    codes = publication.record.languages if publication else ()
    for name in [*contents.listed]:
        if name.split("/")[1] in codes:
            contents.open(name, CONTENT_FILES, problems)


def read_pages(contents: FolderContents, problems: Problems) -> Mapping[str, str]:
    """Return the prose of pages by id; that of a further language by its code and the id."""
    pages: dict[str, str] = {}
    for name, path in contents.others.items():
        page = name.removeprefix("pages/").removeprefix(TRANSLATIONS).removesuffix(".md")
        text = read_text(path, contents.root, problems) if name.endswith(".md") else None
        if text is not None:
            pages[page] = text
    return pages
