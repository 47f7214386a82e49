"""Pages to their files: Markdown at once, HTML in large lots, what the search finds on them."""

from collections.abc import Iterable, Iterator, Sequence

from generator.frozen import dataclass
from generator.making.made_units import UnitPage, WrittenFile
from generator.making.workshop import Assignment, Workshop, workshop
from generator.outputs.site.search_index import search_text
from generator.outputs.site.website import PAGES_AT_ONCE, SHELL, Source, render
from generator.pages import Page, write_page
from generator.views.site import Site

SHELL_OF = "shell:"
"""Before a language: the unit of what MkDocs makes beside pages."""


@dataclass(frozen=True)
class WrittenPages:
    """Pages with their Markdown files; `found` is what the search finds, as text of JSON."""

    pages: tuple[UnitPage, ...]
    files: dict[str, WrittenFile]
    found: str


def write_pages(shop: Workshop, site: Site, pages: Iterable[Page]) -> WrittenPages:
    """Write the Markdown of pages."""
    files, listed, code = {}, [], site.language.code
    found = []
    for page in pages:
        written = write_page(site, shop.templates, page)
        path = markdown_path(code, page.file)
        files[path] = shop.write(path, written.markdown().encode("utf-8"))
        listed.append(UnitPage(code, page.file, page.title, page.head.is_listed))
        found.append(page)
    return WrittenPages(tuple(listed), files, search_text(site, found))


def markdown_path(code: str, file: str) -> str:
    """Return the path of a Markdown file in a build."""
    return f"pages/{code}/{file}"


def html_path(shop: Workshop, page: UnitPage) -> str:
    """Return the path of the HTML of a page in a build."""
    return f"{shop.prefix(page.language)}{Source(page.file, '').html_file}"


@dataclass(frozen=True, slots=True)
class Lot:
    """Pages of one language to be built at once; without files, what belongs to all pages."""

    language: str
    files: tuple[str, ...] = ()

    def markdown(self) -> list[str]:
        """Return the paths of the Markdown in a build."""
        return [markdown_path(self.language, file) for file in self.files]


def deal(pages: Iterable[tuple[str, str]], jobs: int) -> Iterator[Lot]:
    """Deal pages out, each a language and a file: in large lots, but to each job some."""
    by_language: dict[str, list[str]] = {}
    for language, file in pages:
        by_language.setdefault(language, []).append(file)
    for language, files in by_language.items():
        at_once = min(PAGES_AT_ONCE, -(-len(files) // jobs))
        for first in range(0, len(files), at_once):
            yield Lot(language, tuple(files[first : first + at_once]))


def build_pages(
    assignment: Assignment, lots: Sequence[Lot]
) -> list[dict[str, dict[str, WrittenFile]]]:
    """Return, for each lot, the files of the site that each Markdown file gave."""
    shop = workshop(assignment)
    shop.forget()
    return [_build_lot(shop, lot) for lot in lots]


def _build_lot(shop: Workshop, lot: Lot) -> dict[str, dict[str, WrittenFile]]:
    prefix = shop.prefix(lot.language)
    sources = [
        Source(file, shop.standing(markdown_path(lot.language, file)).read_text(encoding="utf-8"))
        for file in lot.files
    ] or [SHELL]
    made = render(shop.frames[lot.language], sources)
    return {
        source.file: {
            f"{prefix}{name}": shop.write(f"{prefix}{name}", content)
            for name, content in files.items()
        }
        for source, files in zip(sources, made, strict=True)
    }
