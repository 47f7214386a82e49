"""Pages as the templates of the project lay them out, for tests that read them."""

from collections.abc import Iterable
from pathlib import Path

from generator.pages import WrittenPage, load_templates, write_page
from generator.pages.page import Page
from generator.views.site import Site

TEMPLATES = load_templates(Path(__file__).resolve().parents[1])


def body_of(site: Site, page: Page) -> str:
    """Return the Markdown of a page without its front matter."""
    return write_page(site, TEMPLATES, page).body


def written(site: Site, pages: Iterable[Page]) -> dict[str, WrittenPage]:
    """Return written pages by folder."""
    return {page.folder: write_page(site, TEMPLATES, page) for page in pages}


def bodies(site: Site, pages: Iterable[Page]) -> dict[str, str]:
    """Return the Markdown of pages by folder."""
    return {folder: page.body for folder, page in written(site, pages).items()}
