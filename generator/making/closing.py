"""What is made of all units at the end: tables over all cities, catalogues, search, site map.

Each is a unit of its own that rests on nothing: it is made whenever something else was.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.charts.web_form import color_rules
from generator.making.gathered_units import GatheredUnits
from generator.making.made_units import Unit, UnitPage, WrittenFile
from generator.making.page_files import write_pages
from generator.making.workshop import Workshop, found_path, rows_path
from generator.outputs.data.city_points import FILE as POINTS
from generator.outputs.data.city_points import collection_of
from generator.outputs.data.data_files import DataFile, describing_files, long_file
from generator.outputs.data.data_tables import long_tables
from generator.outputs.data.edition_files import edition_files
from generator.outputs.data.listed_files import Listed
from generator.outputs.data.questionnaire import blank_questionnaire
from generator.outputs.data.sdmx_table import sdmx_table
from generator.outputs.site.feed import FILE as FEED
from generator.outputs.site.feed import atom_feed
from generator.outputs.site.frame import Frame, configuration
from generator.outputs.site.palette import load_palette, palette_css
from generator.outputs.site.search_index import search_script
from generator.outputs.site.server_files import server_files
from generator.outputs.site.site_map import site_map
from generator.outputs.site.stock_skin import STYLE, skin_configuration, skin_style
from generator.outputs.site.website import Source
from generator.outputs.store.site_manifest import (
    MANIFEST,
    manifest_text,
    read_manifest,
    sha256_of,
)
from generator.pages import compose_moved
from generator.pages.about.moved import moves_of
from generator.views.downloads import LETTER
from generator.views.news_feed import feed_of

MOVED, CLOSING, LISTING = "moved", "closing", "listing"
SITE = "site"
PRINTED = f"{SITE}/publications/"
LAST = {MOVED, CLOSING, LISTING}


def moved_pages(shop: Workshop, units: Iterable[Unit]) -> Unit:
    """Return the pages at addresses that pages had before."""
    files: dict[str, WrittenFile] = {}
    pages: list[UnitPage] = []
    listed = [page for unit in units for page in unit.pages]
    for code, site in shop.sites.items():
        titles = {folder_of(page.file): page.title for page in listed if page.language == code}
        written = write_pages(shop, site, compose_moved(site, titles))
        pages += written.pages
        files |= written.files
    return Unit(MOVED, (), files, tuple(pages))


def folder_of(file: str) -> str:
    """Return the folder of a page by its Markdown file; "" for the start page."""
    return file.removesuffix("index.md").rstrip("/")


def close(shop: Workshop, units: Sequence[Unit]) -> Unit:
    """Return what lists all others."""
    files: dict[str, WrittenFile] = {}
    for path, content in _contents(shop, units):
        files[path] = shop.write(path, content)
    return Unit(CLOSING, (), files)


def list_site(shop: Workshop, units: GatheredUnits, former: Mapping[str, Unit]) -> Unit:
    """Return the manifest of the site: every file of it with its SHA-256.

    Files of units that are kept need not be read if the manifest of the former build stands. Of
    others they are: what stood there already need not be what that manifest lists.
    """
    known = read_manifest(shop.assignment.former / SITE) if LISTING in former else {}
    found: dict[str, str] = {}
    for name, path in _files_of_site(units.all):
        kept = None if name in units.made else known.get(path)
        found[path] = kept or sha256_of(shop.standing(f"{SITE}/{path}"))
    file = f"{SITE}/{MANIFEST}"
    return Unit(LISTING, (), {file: shop.write(file, manifest_text(found))})


def _files_of_site(units: Mapping[str, Unit]) -> Iterator[tuple[str, str]]:
    """Yield the files that are listed, below the site, each after the name of its unit."""
    for name, unit in units.items():
        if name != LISTING:
            below = (path for path in unit.files if path.startswith(f"{SITE}/"))
            yield from ((name, path.removeprefix(f"{SITE}/")) for path in below)


def _contents(shop: Workshop, units: Sequence[Unit]) -> Iterator[tuple[str, bytes]]:
    for file in _data_files(shop, units):
        yield f"site/data/{file.path}", file.content
    for path, content in edition_files(shop.content.editions, shop.assignment.published):
        yield f"site/data/{path}", content
    pages, record = [page for unit in units for page in unit.pages], shop.content.record
    for code, site in shop.sites.items():
        frame, prefix = shop.frames[code], shop.prefix(code)
        yield f"mkdocs.{code}.yml", configuration(frame, site).encode("utf-8")
        yield f"mkdocs.{code}.material.yml", skin_configuration(frame, site).encode("utf-8")
        yield f"pages/{code}/{STYLE}", _skin(shop, frame)
        listed = [Source(page.file, "") for page in pages
                  if page.language == code and page.listed]  # fmt: skip
        feed = atom_feed(feed_of(site), frame, record.title, code)
        beside = {**site_map(frame, listed), FEED: feed, "assets/palette.css": _colors(shop)}
        beside[f"search/index.{code}.js"] = search_script(code, _found(shop, code, units)).encode()
        for name, content in beside.items():
            yield f"{prefix}{name}", content
    first = shop.sites[shop.codes[0]]
    yield "site/questionnaires/blank.xlsx", blank_questionnaire(first)
    if LETTER in shop.content.pages:
        letter = f"{shop.content.pages[LETTER].strip()}\n"
        yield f"site/questionnaires/{LETTER}.txt", letter.encode("utf-8")
    others = (f"{code}/" for code in shop.codes[1:])
    moves = moves_of(first, {folder_of(page.file) for page in pages})
    for name, content in server_files(moves, ["", *others], record.address or "").items():
        yield f"site/{name}", content


def _found(shop: Workshop, code: str, units: Iterable[Unit]) -> Iterator[str]:
    for unit in units:
        for name in (unit.name, f"{code}/{unit.name}"):
            path = found_path(name)
            if name.startswith(f"{code}/") and path in unit.files:
                yield shop.standing(path).read_text(encoding="utf-8")


def _skin(shop: Workshop, frame: Frame) -> bytes:
    palette = load_palette(shop.assignment.root)
    colours = color_rules(palette["light"])
    return skin_style(palette, colours, frame.theme.parent).encode("utf-8")


def _colors(shop: Workshop) -> bytes:
    palette = load_palette(shop.assignment.root)
    return (palette_css(palette) + color_rules(palette["light"])).encode("utf-8")


def _data_files(shop: Workshop, units: Sequence[Unit]) -> Iterator[DataFile]:
    """Yield the data over all cities, then what lists all data."""
    say = shop.sites[shop.codes[0]].language.label
    tables, held = long_tables(shop.content.framework), _held(units)
    listed: list[Listed] = []

    def rows(table: str) -> Iterator[bytes]:
        paths = (rows_path(table, city) for city in sorted(shop.assignment.published))
        return (shop.standing(path).read_bytes() for path in paths if path in held)

    for table in (*tables.values(), sdmx_table(shop.content)):
        file = long_file(table, rows(table.name), say)
        listed.append(file.listed)
        yield file
    points = DataFile(POINTS, say("data.points"), collection_of(rows(POINTS)))
    listed.append(points.listed)
    yield points
    for unit in units:
        listed += unit.listed
    volumes = sorted(
        f"../{path.removeprefix(f'{SITE}/')}" for path in held if path.startswith(PRINTED)
    )
    pdfs = _pdf_addresses(shop)
    yield from describing_files(shop.content, shop.shelf.told, listed, pdfs, volumes)


def _pdf_addresses(shop: Workshop) -> Mapping[str, Mapping[str, str]]:
    if not shop.assignment.pdf:
        return {}
    from generator.making.publishing import pdf_addresses  # brings Typst

    return pdf_addresses(shop.assignment.published, shop.codes)


def _held(units: Iterable[Unit]) -> set[str]:
    return {path for unit in units for path in unit.files}
