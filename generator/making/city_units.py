"""Cities to files: each read, judged, assessed, and everything written that rests on it alone.

What pages of several cities need of it is left in parts. A city with an error is not written.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.checks import CITY_RULES, apply_rules
from generator.language.foreign import ENGLISH
from generator.language.translated import alike_in, city_in, teller, translations_of
from generator.making.drawing import draw_city
from generator.making.garbage_collection import without_collecting
from generator.making.hearing import ALIKE, NEAR, RULED, TOLD, near_unit
from generator.making.made_units import Unit, UnitPage, WrittenFile, grouped
from generator.making.page_files import write_pages
from generator.making.workshop import (
    Assignment,
    Workshop,
    found_path,
    parts_path,
    rows_path,
    workshop,
)
from generator.model.embargo import city_told
from generator.model.on_demand import OnDemand
from generator.model.publication import City
from generator.outputs.data.city_points import FILE as POINTS
from generator.outputs.data.city_points import point_of
from generator.outputs.data.data_cells import csv_rows
from generator.outputs.data.data_files import files_of_city
from generator.outputs.data.data_tables import rows_by_indicator, rows_of_city
from generator.outputs.data.listed_files import Listed
from generator.outputs.data.questionnaire import questionnaire_of
from generator.outputs.data.sdmx_table import SDMX, sdmx_table
from generator.outputs.site.compared_scripts import figures_file, figures_script
from generator.pages import compose_city
from generator.problems import Problem, Problems, Severity
from generator.read.image_files import read_pictures
from generator.read.publication_reader import read_city
from generator.summary.city_knowledge import know_city
from generator.summary.city_parts import CityKnowledge, parts_of
from generator.summary.known_in_language import in_language
from generator.summary.near_answers import Asked
from generator.summary.part_files import part_file
from generator.summary.plain_data import to_text
from generator.summary.reads import Read
from generator.views.described_data import picture_of_city
from generator.views.site import Site

CITY = "city:"
"""Before the name of a city: its own pages and data."""
OF_CITY = (TOLD, ALIKE, NEAR, CITY, RULED)
"""What is made of each city, in this order."""


@dataclass(frozen=True)
class MadeCity:
    """A city that was judged; `units` are what was made of it, unless it has an error."""

    city: str
    problems: tuple[Problem, ...]
    units: tuple[Unit, ...]


def make_cities(assignment: Assignment, names: Sequence[str]) -> list[MadeCity]:
    """Return what was made of each city."""
    shop = workshop(assignment)
    with without_collecting():
        return [_make_city(shop, name) for name in names]


def _make_city(shop: Workshop, name: str) -> MadeCity:
    problems, root = Problems(), shop.assignment.root
    city = read_city(root / "cities" / name, root, problems)
    names = shop.assignment.names
    alone = replace(shop.as_read, cities={name: city}, city_ids=names)
    apply_rules(CITY_RULES, alone, problems)
    wrong = any(problem.severity is Severity.ERROR for problem in problems)
    if wrong or name not in shop.assignment.published:
        return MadeCity(name, tuple(problems), ())
    with shop.notebook.taking() as reads:
        made = _Making(shop, city_told(city, shop.assignment.embargo))
        made.make()
        units = made.unit(reads()), near_unit(shop, name, made.asked)
        return MadeCity(name, tuple(problems), units)


@dataclass
class _Making:
    """The files of a city as they come about."""

    shop: Workshop
    city: City
    files: dict[str, WrittenFile] = field(default_factory=dict)
    pages: list[UnitPage] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    @cached_property
    def asked(self) -> Asked:
        """What is answered of the city out of what all cities tell."""
        return Asked(self.shop.shelf, self.city.id)

    def make(self) -> None:
        known = self._assess()
        for code in self.shop.codes:
            self._write_language(code, known)
        self._write_data(known)
        editorial = self.shop.shelf.content.record.editorial
        sizes = {"": editorial.picture_pixels, "print": editorial.picture_print_pixels}
        for path, content in read_pictures(self.shop.assignment.root, self.city, sizes):
            self._write(f"site/{path}", content)
            self._write(f"pages/{self.shop.codes[0]}/{path}", content)
        parts = {**parts_of(self.shop.shelf.forms, known), **self.texts}
        self._write(parts_path(self.city.id), part_file(parts))

    def unit(self, reads: frozenset[Read]) -> Unit:
        groups = grouped(reads, self.shop.assignment.published)
        return Unit(
            f"{CITY}{self.city.id}", groups, self.files, tuple(self.pages), tuple(self.listed)
        )

    def _write(self, path: str, content: bytes) -> None:
        self.files[path] = self.shop.write(path, content)

    def _assess(self) -> CityKnowledge:
        """Return what is known of the city; of others it rests on what is answered of them."""
        return know_city(self.shop.content, self.city, self.asked.evidence)

    def _site(self, code: str, known: CityKnowledge) -> Site:
        """Return the site as the pages of the city see it: no results of others."""
        name, shelf = self.city.id, self.shop.shelves[code]
        own = self._cities[code]
        cities = OnDemand(
            shelf.published, lambda other: own if other == name else shelf.city(other)
        )
        site = self.shop.sites[code]
        return Site(
            replace(site.publication, cities=cities),
            {name: known.result},
            site.language,
            guidance={name: known.guidance},
            undertakings={name: known.undertakings},
            standings={name: known.standings},
            series={name: known.series},
            practices=site.practices,
            told=site.told,
            in_order=site.in_order,
        )

    @cached_property
    def _cities(self) -> dict[str, City]:
        """The city as each language tells it; its files are in English."""
        content = self.shop.content
        return {
            code: self.city
            if code == ENGLISH
            else city_in(self.city, code, alike_in(content, code))
            for code in self.shop.codes
        }

    def _known_in(self, code: str, known: CityKnowledge) -> CityKnowledge:
        """Return what is known of the city as a language tells it."""
        if code == ENGLISH:
            return known
        tell = teller(self.city, code, translations_of(self.shop.content, code))
        return in_language(known, self.shop.shelves[code].content.framework, tell)

    def _write_language(self, code: str, known: CityKnowledge) -> None:
        city = self._cities[code]
        site, studio = self._site(code, self._known_in(code, known)), self.shop.studios[code]
        site = replace(site, drawings=draw_city(studio, site, city))
        if self.shop.assignment.pdf:
            from generator.making.publishing import publish_city  # brings Typst

            pdfs = publish_city(studio, self.shop.assignment.root, site, city)
            for pdf, content in pdfs.contents.items():
                self._write(f"site/{pdf}", content)
            sheets = {(self.city.id, kind): pdf for kind, pdf in pdfs.sheets.items()}
            site = replace(
                site,
                pdfs={self.city.id: pdfs.city},
                sheets=sheets,
                fiches=pdfs.fiches,
            )
            self.texts[f"pdf/{code}"] = to_text([pdfs.city.address, pdfs.city.size])
        picture = picture_of_city(site, self.city)
        if picture is not None:
            from generator.making.publishing import draw_card  # brings Typst

            card = draw_card(self.shop.assignment.root, site, self.city)
            self._write(f"{self.shop.prefix(code)}{picture.file}", card)
        figures = f"{self.shop.prefix(code)}{figures_file(self.city.id)}"
        self._write(figures, figures_script(site, city).encode("utf-8"))
        written = write_pages(self.shop, site, compose_city(site, city))
        self.pages += written.pages
        self.files |= written.files
        self._write(found_path(f"{code}/city:{self.city.id}"), written.found.encode("utf-8"))

    def _write_data(self, known: CityKnowledge) -> None:
        content, name = self.shop.content, self.city.id
        for file in files_of_city(content, self.city, known.result):
            self._write(f"site/data/{file.path}", file.content)
            self.listed.append(file.listed)
        site = self._site(self.shop.codes[0], known)
        self._write(f"site/questionnaires/cities/{name}.xlsx", questionnaire_of(site, self.city))
        for table in rows_of_city(content, self.city, known.result, known.undertakings):
            if table.rows:
                self._write(rows_path(table.name, name), csv_rows(table))
        self._write(rows_path(SDMX, name), csv_rows(sdmx_table(content, self.city)))
        self._write(rows_path(POINTS, name), point_of(self.city, known.standings))
        for indicator, rows in rows_by_indicator(content, self.city).items():
            self.texts[f"rows/{indicator}"] = to_text(csv_rows(rows).decode())
