"""Publications that a person asks for: names to cities and areas, and from them one PDF.

In: a publication without errors, and what was asked for. Cities are assessed when they are needed,
so that the cost grows with the cities asked for; nothing of a build is read or written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from generator.frozen import dataclass
from generator.language.foreign import ENGLISH
from generator.language.translated import language_of
from generator.making.attached_data import attached_data
from generator.making.compared_site import compared_site
from generator.making.drawing import studio_of
from generator.making.publishing import compose_book, gap_sheet_of
from generator.model.framework_tables import Area
from generator.model.publication import City, Publication
from generator.outputs.print.typesetter import load_print_theme, typeset
from generator.publications import (
    PAPERS,
    Document,
    compose_compendium,
    compose_country_report,
    compose_publication,
    compose_theme,
    rated_cities,
    scorecard_of,
    with_printable_names,
)
from generator.read.letters import letters_lacking
from generator.views.city_groups import cities_of, covered
from generator.views.site import Site

EVERY = "all"
"""What stands for every city."""


class NotKnown(Exception):
    """A name that is asked for and not known; `known` are those that are."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        super().__init__(name)
        self.what, self.name, self.known = what, name, tuple(known)


@dataclass(frozen=True)
class Asked:
    """What is to be published, in a language of the publication: the first without one.

    Cities and areas by id, areas alone, a country by its code, the profile of a city, or a sheet:
    its scorecard or what is missing of it, on a size of paper; with data attached, and with marks
    to cut by.
    """

    cities: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    country: str = ""
    profile: str = ""
    gaps: str = ""
    scorecard: str = ""
    paper: str = ""
    language: str = ""
    attach_data: bool = False
    crop_marks: bool = False


def compose_volume(root: Path, publication: Publication, asked: Asked) -> Document:
    """Return the publication that is asked for, as the typesetter takes it.

    Raises:
        NotKnown: a city, an area or the language is not in the publication.
    """
    codes = publication.record.languages
    code = asked.language or codes[0]
    if code not in codes:
        raise NotKnown("language", code, codes)
    language = language_of(publication, code)
    site = compared_site(root, publication, language).site
    site = with_printable_names(site, letters_lacking(root))
    document, cities = _composed(root, site, asked)
    if asked.attach_data:
        # Data stand in the language of the records.
        records = compared_site(root, publication, replace(language, code=ENGLISH)).site
        attached = attached_data(site, records, [city.id for city in cities])
        document = replace(document, attachments=tuple(attached))
    return replace(document, crop_marks=asked.crop_marks)


def _composed(root: Path, site: Site, asked: Asked) -> tuple[Document, Sequence[City]]:
    """Return what is asked for, and the cities whose figures it tells."""
    if asked.gaps:
        return _gaps(root, site, asked), ()
    if asked.scorecard:
        cities = _cities(site, (asked.scorecard,))
        return _scorecard(site, cities[0], asked), cities
    if asked.profile:
        cities = _cities(site, (asked.profile,))
        return compose_book(studio_of(site.language, root), root, site, cities[0]), cities
    if asked.country:
        code = _country(site, asked.country)
        return compose_country_report(site, code), cities_of(site, code)
    areas = _areas(site, asked.areas)
    if asked.cities:
        cities = _cities(site, asked.cities)
        return compose_compendium(site, cities, areas), cities
    cities = rated_cities(site, areas)
    if not cities:
        raise NotKnown("rated", ", ".join(asked.areas), ())
    return compose_theme(site, areas), cities


def _cities(site: Site, names: Sequence[str]) -> list[City]:
    """Return the cities of some names, in the order of the alphabet."""
    known = {city.id: city for city in site.cities}
    wanted = {name for name in names if name != EVERY}
    for name in names:
        if name != EVERY and name not in known:
            raise NotKnown("city", name, known)
    return [city for city in known.values() if EVERY in names or city.id in wanted]


def _gaps(root: Path, site: Site, asked: Asked) -> Document:
    """Return the sheet of a city; what is complete has none."""
    (city,) = _cities(site, (asked.gaps,))
    document = gap_sheet_of(load_print_theme(root), site, city, asked.paper or PAPERS[0])
    if document is None:
        raise NotKnown("gap", asked.gaps, ())
    return document


def _scorecard(site: Site, city: City, asked: Asked) -> Document:
    """Return the scorecard of a city, which holds no chart; a city with a note has none."""
    book = compose_publication(site, city, {})
    document = scorecard_of(book, city.id, asked.paper or PAPERS[0])
    if document is None:
        raise NotKnown("scorecard", asked.scorecard, ())
    return document


def _country(site: Site, code: str) -> str:
    """Return the code of a country that has a city."""
    known = {row.country for row in covered(site)}
    if code.upper() not in known:
        raise NotKnown("country", code, sorted(known))
    return code.upper()


def _areas(site: Site, names: Sequence[str]) -> list[Area]:
    """Return the top areas of some names, in the order of the framework; all without a name."""
    scheme = site.publication.record.main_scheme
    tops = {top.area: top for top in site.publication.framework.children(scheme)}
    short = {area.removeprefix(f"{scheme}/"): area for area in tops}
    for name in names:
        if name not in short and name not in tops:
            raise NotKnown("area", name, short)
    wanted = {short.get(name, name) for name in names}
    return [top for area, top in tops.items() if not wanted or area in wanted]


def typeset_volume(root: Path, document: Document) -> bytes:
    """Return a publication as PDF.

    Raises:
        NotTypeset: the typesetter refuses it.
    """
    return typeset(load_print_theme(root), document)
