"""The publications of a city: charts for print, content, PDF.

They are made before the pages, which name their sizes.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.assessment import assess_city
from generator.assessment.advice.guidance import guide_city
from generator.assessment.results import CityResult
from generator.frozen import dataclass
from generator.making.drawing import Studio, draw_for_print, orders_of
from generator.model.publication import City
from generator.outputs.print.typesetter import (
    FOLDER,
    PrintTheme,
    length_of,
    load_print_theme,
    picture_of,
    typeset,
)
from generator.publications import (
    PAPERS,
    Document,
    Drawn,
    compose_card,
    compose_country_report,
    compose_fiche,
    compose_gap_sheet,
    compose_methodology,
    compose_publication,
    compose_reviews,
    file_name,
    has_report,
    printed_subjects,
    scorecard_of,
    with_printable_name,
    with_printable_names,
)
from generator.read.image_files import pictures_for_print
from generator.read.letters import letters_lacking
from generator.views.city_groups import cities_of
from generator.views.site import Pdf, Site

PRINTED_PIXELS = 1370
"""The longest side of a printed picture: the width of the text, 116 mm, at 300 an inch."""
SIDES = 2
"""Of a sheet."""
MOST_FEWER = 30
"""By how many questions a sheet is shortened at most, so that it keeps to its sides."""


@dataclass(frozen=True)
class CityPdfs:
    """The publications of a city in a language: contents by address, the fiches by project.

    `sheets`: its further publications by kind.
    """

    contents: Mapping[str, bytes]
    city: Pdf
    fiches: Mapping[tuple[str, str], Pdf]
    sheets: Mapping[str, Pdf]


def publish_city(studio: Studio, root: Path, site: Site, city: City) -> CityPdfs:
    """Return the publications of a city: its book, its sheets, a fiche of each project."""
    theme, site, city = load_print_theme(root), *printable_in(root, site, city)
    contents: dict[str, bytes] = {}

    def publish(document: Document) -> Pdf:
        content, address = typeset(theme, document), f"{FOLDER}/{document.file}"
        contents[address] = content
        return Pdf(address, len(content))

    book = compose_book(studio, root, site, city)
    sheets = {
        "scorecard": scorecard_of(book, city.id),
        "gaps": gap_sheet_of(theme, site, city),
    }
    fiches = {
        (city.id, project): publish(compose_fiche(site, city, project))
        for project in site.undertakings[city.id].records
    }
    sheets |= {f"review-{year}": one for year, one in compose_reviews(site, city)}
    made = {kind: publish(sheet) for kind, sheet in sheets.items() if sheet is not None}
    return CityPdfs(contents, publish(book), fiches, made)


def gap_sheet_of(
    theme: PrintTheme, site: Site, city: City, paper: str = PAPERS[0]
) -> Document | None:
    """Return the sheet of what is missing of a city, with what two sides hold in its language."""
    document, fewer = compose_gap_sheet(site, city, paper), 0
    while document is not None and length_of(theme, document) > SIDES and fewer < MOST_FEWER:
        fewer += 3
        document = compose_gap_sheet(site, city, paper, fewer)
    return document


def printable_in(root: Path, site: Site, city: City) -> tuple[Site, City]:
    """Return a site and a city of it whose names the fonts of its publications hold."""
    lacking = letters_lacking(root)
    return with_printable_names(site, lacking), with_printable_name(city, lacking)


def compose_book(studio: Studio, root: Path, site: Site, city: City) -> Document:
    """Return the book of a city with its charts and pictures."""
    pictures = pictures_for_print(root, city, PRINTED_PIXELS)
    return compose_publication(site, city, drawn_for_book(studio, site, city), pictures)


def draw_card(root: Path, site: Site, city: City) -> bytes:
    """Return the picture of a city for messengers and networks."""
    return picture_of(load_print_theme(root), compose_card(*printable_in(root, site, city)))


def publish_methodology(root: Path, site: Site) -> tuple[bytes, Pdf]:
    """Return the methodology volume of the edition in the language of a site."""
    document = compose_methodology(site)
    content = typeset(load_print_theme(root), document)
    return content, Pdf(f"{FOLDER}/{document.file}", len(content))


def publish_country(root: Path, site: Site, code: str) -> tuple[bytes, Pdf] | None:
    """Return the report of a country; None where too few of its cities have a profile.

    A book shows the ends of series, which the parts kept of a city do not hold: its cities are
    assessed from their files.
    """
    if not has_report(site, code):
        return None
    content, cities = site.publication, {city.id: city for city in cities_of(site, code)}

    def assessed(name: str) -> CityResult:
        year = content.profile_year(cities[name])
        return assess_city(content.framework, cities[name], year, content.record.as_of)

    results = {name: assessed(name) for name in cities}
    guidance = {name: guide_city(content, city, results[name]) for name, city in cities.items()}
    told = with_printable_names(site, letters_lacking(root))
    document = compose_country_report(replace(told, results=results, guidance=guidance), code)
    pdf = typeset(load_print_theme(root), document)
    return pdf, Pdf(f"{FOLDER}/{document.file}", len(pdf))


def drawn_for_book(studio: Studio, site: Site, city: City) -> Mapping[str, Drawn]:
    """Return the charts that the publication of a city prints, with their messages."""
    orders = list(orders_of(site, city))
    printed = printed_subjects(site, city, {order.subject for order in orders})
    wanted = [order for order in orders if order.subject in printed]
    figures = draw_for_print(studio, wanted)
    return {
        order.subject: (order.title, figure)
        for order, figure in zip(wanted, figures, strict=True)
        if figure is not None
    }


def pdf_addresses(
    cities: tuple[str, ...], codes: tuple[str, ...]
) -> Mapping[str, Mapping[str, str]]:
    """Return the addresses of all publications by city and language, seen from the open data."""
    return {
        city: {code: f"../{FOLDER}/{file_name(city, code)}" for code in codes} for city in cities
    }
