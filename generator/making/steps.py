"""The steps of a build, each from values to values or to files of the build."""

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.assessment import assess_city
from generator.assessment.advice.guidance import Guidance, guide_cities
from generator.assessment.comparison import cities_compared
from generator.assessment.comparison.cities_compared import Compared
from generator.assessment.comparison.twin_matching import TwinMatch, describe_cities, match_all
from generator.assessment.results import CityResult
from generator.charts.web_form import color_rules
from generator.language import Language
from generator.making.drawing import draw, orders_of, studio_of
from generator.making.garbage_collection import without_collecting
from generator.making.publishing import pdf_addresses, write_fiches, write_publications
from generator.making.run import Run
from generator.model.framework import Framework
from generator.model.publication import City, Publication
from generator.outputs.data.data_files import files_of_cities, open_data_files
from generator.outputs.site.frame import configuration, frame_of, prefix_of
from generator.outputs.site.palette import load_palette, palette_css
from generator.outputs.site.search_index import search_script
from generator.outputs.site.server_files import server_files
from generator.outputs.site.site_map import site_map
from generator.outputs.site.website import PAGES_AT_ONCE, SHELL, Source, render
from generator.pages import (
    WrittenPage,
    compose_cities_alone,
    compose_pages,
    load_templates,
    write_page,
)
from generator.pages.about.moved import moves_of
from generator.read.image_files import read_pictures
from generator.views.site import Drawing, Site

Results = Mapping[str, CityResult]
Twins = Mapping[str, tuple[TwinMatch, ...]]
Drawings = Mapping[tuple[str, str], Drawing]


def assess(run: Run) -> Results:
    """Return the assessment of every city, by id."""
    run.observer.begin("assess")
    cities = cities_with_years(run.publication)
    made = run.work.make(assess_each, run.publication.framework, cities)
    run.observer.tell(f"{made.anew} of {len(cities)} cities assessed")
    return {result.city: result for result in made.results}


def cities_with_years(publication: Publication) -> list[tuple[City, int]]:
    """Return every city with the year of the situation that its profile describes."""
    return [(city, publication.profile_year(city)) for city in publication.cities.values()]


def assess_each(framework: Framework, cities: Sequence[tuple[City, int]]) -> list[CityResult]:
    """Return the assessments of cities, each for the year given with it."""
    with without_collecting():
        return [assess_city(framework, city, year) for city, year in cities]


def match_twins(publication: Publication, results: Results) -> Twins:
    """Return how every city suits every other as a twin."""
    described = describe_cities(publication, results)
    return {one.city: match_all(publication.framework, one, described) for one in described}


def guide(publication: Publication, results: Results) -> Mapping[str, Guidance]:
    """Return what every city is advised."""
    return guide_cities(publication, results)


def compare(publication: Publication, results: Results) -> Compared:
    """Return every city beside its peers; the replications are kept with the results."""
    return cities_compared.compare(publication, results)


def draw_charts(run: Run, results: Results, language: Language) -> Drawings:
    """Return the charts of the cities, by city and by `wheel` or observable."""
    run.observer.begin("charts")
    wanted = {name: one for name, one in results.items() if run.concerns(name)}
    orders = list(orders_of(run.publication, wanted, language))
    made = run.work.make(draw, studio_of(language, run.root), orders)
    run.observer.tell(f"{language.code}: {made.anew} of {len(orders)} charts drawn")
    drawings = zip(orders, made.results, strict=True)
    return {(order.city, order.subject): drawing for order, drawing in drawings if drawing}


def compose(run: Run, site: Site) -> list[WrittenPage]:
    """Return the pages of a language."""
    run.observer.begin("pages")
    templates = load_templates(run.root)
    wanted = [city for city in site.cities if city.id in run.cities]
    pages = []
    for page in compose_cities_alone(site, wanted) if run.cities else compose_pages(site):
        pages.append(write_page(site, templates, page))
        run.observer.advance(len(pages), None)
    return pages


def write_site(run: Run, site: Site, pages: Sequence[WrittenPage]) -> int:
    """Write the Markdown, the website and what belongs to it, in one language.

    Returns the number of its pages, the one for lost addresses and those that lead on among them.
    """
    run.observer.begin("MkDocs")
    code = site.language.code
    frame = frame_of(site, run.root)
    sources = [Source(one.page.file, one.markdown()) for one in pages]
    listed = [
        source for source, one in zip(sources, pages, strict=True) if not one.page.head.moved_to
    ]
    work = replace(run.work, at_least=PAGES_AT_ONCE)
    made = work.make(render, frame, [SHELL, *sources])
    run.observer.tell(f"{code}: {made.anew} of {len(made.results)} pages built")
    for source in sources:
        run.write(f"pages/{code}/{source.file}", source.markdown.encode("utf-8"))
    run.write(f"mkdocs.{code}.yml", configuration(frame, site).encode("utf-8"))
    folder = posixpath.join("site", prefix_of(site))
    beside = {**site_map(frame, listed), **_beside(run, site, pages)}
    for files in (*made.results, beside):
        for name, content in files.items():
            run.write(posixpath.join(folder, name), content)
    return len(made.results)


def _beside(run: Run, site: Site, pages: Sequence[WrittenPage]) -> Mapping[str, bytes]:
    """Return what the pages of a language load that is made from data."""
    palette = load_palette(run.root)
    colors = palette_css(palette) + color_rules(palette["light"])
    return {
        "assets/palette.css": colors.encode("utf-8"),
        f"search/index.{site.language.code}.js": search_script(
            site, [one.page for one in pages]
        ).encode("utf-8"),
    }


def write_language(
    run: Run,
    results: Results,
    twins: Twins,
    guidance: Mapping[str, Guidance],
    compared: Compared,
    code: str,
) -> int:
    """Write everything of one language; return the number of pages."""
    language = run.language(code)
    drawings = draw_charts(run, results, language)
    site = Site(
        run.publication,
        results,
        language,
        drawings,
        twins,
        guidance=guidance,
        compared=compared,
    )
    if run.pdf:
        pdfs, fiches = write_publications(run, site), write_fiches(run, site)
        site = replace(site, pdfs=pdfs, fiches=fiches)
    pages = compose(run, site)
    write_moves(run, site)
    return write_site(run, site, pages)


def write_moves(run: Run, site: Site) -> None:
    """Write what tells servers that pages have moved, once for all languages."""
    record = run.publication.record
    if site.language.code == record.languages[0]:
        others = (f"{code}/" for code in record.languages[1:])
        files = server_files(moves_of(site), ["", *others], record.address or "")
        for name, content in files.items():
            run.write(f"site/{name}", content)


def write_data(run: Run, results: Results, compared: Compared) -> None:
    """Write the open data, in the first language of the publication."""
    run.observer.begin("data")
    language = run.language(run.publication.record.languages[0])
    cities = [
        (city, results[name], compared.of(name))
        for name, city in sorted(run.publication.cities.items())
    ]
    own = run.work.make(files_of_cities, replace(run.publication, cities={}), cities).results
    count = 0
    addresses = pdf_addresses(run)
    run.observer.begin("data")
    for file in open_data_files(run.publication, results, compared, own, language.label, addresses):
        run.write(f"site/data/{file.path}", file.content)
        count += 1
        run.observer.advance(count, None)
    run.observer.tell(f"{count} files of data")


def write_pictures(run: Run) -> None:
    """Write the pictures of the cities beside their pages, once for all languages."""
    first = run.publication.record.languages[0]
    for city in run.publication.cities.values():
        for path, content in read_pictures(run.root, city).items():
            run.write(f"site/{path}", content)
            run.write(f"pages/{first}/{path}", content)
