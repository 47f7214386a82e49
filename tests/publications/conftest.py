"""Publications of three cities: one with many series, one with few values, one with none."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from pathlib import Path

import pytest

from generator.charts import Figure
from generator.making.drawing import draw_for_print, orders_of, studio_of
from generator.outputs.print.typesetter import PrintTheme, load_print_theme, typeset
from generator.publications import Document, compose_publication
from generator.publications.acting import Acting
from generator.publications.furniture import Furniture
from generator.views.site import Site
from tests.publications.reading import Pdf

CHECKOUT = Path(__file__).resolve().parents[2]
FURNITURE = {one.name for one in fields(Furniture)}
Made = Callable[..., Pdf]
Broken = Callable[[str, str, str], PrintTheme]
CITIES = ("almaty", "alesund", "rana")


@pytest.fixture(scope="session")
def fictitious_document(fictitious_site: Site) -> Document:
    """Return the publication of the most complete fictitious city, without charts."""
    site = fictitious_site
    return compose_publication(site, site.publication.cities["sampleford"], {})


@pytest.fixture(scope="session")
def fictitious_acting(fictitious_document: Document) -> Acting:
    acting: Acting = fictitious_document.content.acting
    return acting


@pytest.fixture(scope="session")
def theme() -> PrintTheme:
    return load_print_theme(CHECKOUT)


def figures(site: Site, city: str) -> Mapping[str, tuple[str, Figure]]:
    """Return the charts of a city in their print form."""
    orders = list(orders_of(site, site.publication.cities[city]))
    drawn = draw_for_print(studio_of(site.language, CHECKOUT), orders)
    return {
        order.subject: (order.title, figure)
        for order, figure in zip(orders, drawn, strict=True)
        if figure is not None
    }


@pytest.fixture(scope="session")
def documents(site: Site) -> Mapping[str, Document]:
    return {
        city: compose_publication(site, site.publication.cities[city], figures(site, city))
        for city in CITIES
    }


@pytest.fixture(scope="session")
def pdfs(documents: Mapping[str, Document], theme: PrintTheme) -> Mapping[str, Pdf]:
    return {city: Pdf(typeset(theme, document)) for city, document in documents.items()}


@pytest.fixture(scope="session")
def set_content(documents: Mapping[str, Document], theme: PrintTheme) -> Callable[..., Pdf]:
    """Typeset a profile of few figures with some of its content replaced."""

    def made(**changed: object) -> Pdf:
        document = documents["alesund"]
        shared = {name: changed.pop(name) for name in [*changed] if name in FURNITURE}
        furniture = replace(document.content.furniture, **shared)
        content = replace(document.content, furniture=furniture, **changed)
        return Pdf(typeset(theme, replace(document, content=content)))

    return made


@pytest.fixture
def broken(theme: PrintTheme, tmp_path: Path) -> Broken:
    """Return a theme in which a part of a template stands otherwise."""

    def made(file: str, old: str, new: str) -> PrintTheme:
        folder = tmp_path / "print"
        if not folder.exists():
            shutil.copytree(theme.templates, folder)
            shutil.copy(theme.palette, tmp_path)
            (tmp_path / "fonts").symlink_to(theme.fonts)
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
        return PrintTheme(folder, tmp_path / theme.palette.name, tmp_path / "fonts")

    return made
