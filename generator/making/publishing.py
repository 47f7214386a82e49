"""The publications of the cities: charts for print, content, PDF.

They are made before the pages, which name their sizes.
"""

from collections.abc import Mapping, Sequence

from generator.charts import Figure
from generator.making.drawing import Order, draw_for_print, orders_of, studio_of
from generator.making.run import Run
from generator.model.publication import City
from generator.outputs.print.typesetter import FOLDER, load_print_theme, typeset_all
from generator.publications import (
    Document,
    Drawn,
    compose_fiche,
    compose_publication,
    file_name,
    printed_subjects,
)
from generator.views.site import Pdf, Site


def write_publications(run: Run, site: Site) -> Mapping[str, Pdf]:
    """Write the publication of every city in the language of `site`; return them by city."""
    run.observer.begin("publications")
    cities = [city for city in site.cities if run.concerns(city.id)]
    figures = _draw(run, site)
    run.observer.begin("publications")
    documents = [compose_publication(site, city, figures.get(city.id, {})) for city in cities]
    made = run.work.make(typeset_all, load_print_theme(run.root), documents)
    run.observer.tell(f"{site.language.code}: {made.anew} of {len(documents)} publications typeset")
    for document, content in zip(documents, made.results, strict=True):
        run.write(f"site/{address_of(document)}", content)
    return {
        city.id: Pdf(address_of(document), len(content))
        for city, document, content in zip(cities, documents, made.results, strict=True)
    }


def write_fiches(run: Run, site: Site) -> Mapping[tuple[str, str], Pdf]:
    """Write the one-page fiche of every project; return them by city and project."""
    run.observer.begin("publications")
    wanted = [
        (city, project)
        for city in site.cities
        if run.concerns(city.id)
        for project in site.undertakings[city.id].records
    ]
    documents = [compose_fiche(site, city, project) for city, project in wanted]
    made = run.work.make(typeset_all, load_print_theme(run.root), documents)
    run.observer.tell(f"{site.language.code}: {made.anew} of {len(documents)} fiches typeset")
    for document, content in zip(documents, made.results, strict=True):
        run.write(f"site/{address_of(document)}", content)
    return {
        (city.id, project): Pdf(address_of(document), len(content))
        for (city, project), document, content in zip(wanted, documents, made.results, strict=True)
    }


def address_of(document: Document) -> str:
    """Return the address of a publication from the root of the site."""
    return f"{FOLDER}/{document.file}"


def pdf_addresses(run: Run) -> Mapping[str, Mapping[str, str]]:
    """Return the addresses of all publications by city and language, seen from the open data."""
    if not run.pdf:
        return {}
    return {
        city: {code: f"../{FOLDER}/{file_name(city, code)}"
               for code in run.publication.record.languages}
        for city in run.publication.cities
    }  # fmt: skip


def _draw(run: Run, site: Site) -> Mapping[str, Mapping[str, Drawn]]:
    """Return the charts of the cities in their print form, with their messages, by city."""
    wanted = [city for city in site.cities if run.concerns(city.id)]
    orders = [order for city in wanted for order in _printed(run, site, city)]
    made = run.work.make(draw_for_print, studio_of(site.language, run.root), orders)
    run.observer.tell(f"{site.language.code}: {made.anew} of {len(orders)} charts drawn for print")
    return {city.id: _of_city(city.id, orders, made.results) for city in wanted}


def _printed(run: Run, site: Site, city: City) -> list[Order]:
    """Return the orders of the charts that the publication of a city prints."""
    results = {city.id: site.results[city.id]}
    orders = list(orders_of(run.publication, results, site.language))
    kept = printed_subjects(site, city, {order.subject for order in orders})
    return [order for order in orders if order.subject in kept]


def _of_city(
    name: str, orders: Sequence[Order], figures: Sequence[Figure | None]
) -> Mapping[str, Drawn]:
    return {
        order.subject: (order.title, figure)
        for order, figure in zip(orders, figures, strict=True)
        if figure is not None and order.city == name
    }
