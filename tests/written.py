"""The pages of a site, as the templates of the project lay them out, for tests that read them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.pages import (
    WrittenPage,
    compose_city,
    compose_moved,
    compose_page,
    compose_pages,
    load_templates,
    targets_across,
    targets_of_city,
    write_page,
)
from generator.pages.page import Page
from generator.views.site import Site

TEMPLATES = load_templates(Path(__file__).resolve().parents[1])


def every_page(site: Site) -> Iterator[Page]:
    """Yield every page of a site, and at last those at addresses that pages had before."""
    titles = {}
    for page in _standing(site):
        titles[page.folder] = page.title
        yield page
    yield from compose_moved(site, titles)


def _standing(site: Site) -> Iterator[Page]:
    for city in site.cities:
        yield from compose_city(site, city)
        for target in targets_of_city(city.id):
            yield compose_page(site, target)
    for target in targets_across(site):
        yield from compose_pages(site, target)


def body_of(site: Site, page: Page) -> str:
    """Return the Markdown of a page without its front matter."""
    return write_page(site, TEMPLATES, page).body


def written(site: Site, pages: Iterable[Page]) -> dict[str, WrittenPage]:
    """Return written pages by folder."""
    return {page.folder: write_page(site, TEMPLATES, page) for page in pages}


def bodies(site: Site, pages: Iterable[Page]) -> dict[str, str]:
    """Return the Markdown of pages by folder."""
    return {folder: page.body for folder, page in written(site, pages).items()}
