"""Publications of three cities: one with many series, one with few values, one with none."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.charts import (
    Figure,
    Typesetter,
    draw_time_series,
    draw_wheel,
    load_style,
    write_for_print,
)
from generator.charts.from_results import series_of, wheel_of
from generator.outputs.print.typesetter import PrintTheme, load_print_theme, typeset
from generator.publications import Document, compose_publication
from generator.publications.actions import Actions
from generator.views.site import Site
from tests.publications.reading import Pdf

CHECKOUT = Path(__file__).resolve().parents[2]
CITIES = ("almaty", "alesund", "rana")


@pytest.fixture(scope="session")
def fictitious_document(fictitious_site: Site) -> Document:
    """Return the publication of the most complete fictitious city, without charts."""
    site = fictitious_site
    return compose_publication(site, site.publication.cities["sampleford"], {})


@pytest.fixture(scope="session")
def fictitious_actions(fictitious_document: Document) -> Actions:
    actions: Actions = fictitious_document.content.actions
    return actions


@pytest.fixture(scope="session")
def theme() -> PrintTheme:
    return load_print_theme(CHECKOUT)


def figures(site: Site, city: str) -> Mapping[str, tuple[str, Figure]]:
    """Return the charts of a city in their print form."""
    framework, result = site.publication.framework, site.results[city]
    style, language = load_style(CHECKOUT), site.language
    typesetter = Typesetter(style, language)
    wheel = wheel_of(framework, result, site.publication.record.main_scheme, language)
    charts = {"wheel": ("wheel", draw_wheel(wheel, typesetter, "print"))}
    for key, one in result.observables.items():
        place = site.publication.cities[city]
        series = series_of(framework, place, one, language, fewest=3)
        if series is not None:
            charts[key] = (series.message, draw_time_series(series, typesetter, "print"))
    return {
        key: (title, write_for_print(chart, style))
        for key, (title, chart) in charts.items()
        if chart is not None
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
    """Typeset the smallest of the publications with some of its content replaced."""

    def made(**changed: object) -> Pdf:
        document = documents["rana"]
        content = replace(document.content, **changed)
        return Pdf(typeset(theme, Document(document.file, document.as_of, content)))

    return made
