"""Cells of tables that lead on: to a source, a document, a recommendation."""

from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Link
from generator.views.site import Site
from generator.views.sources import title_of


def source_cell(city: City, source: str | None) -> Link | str:
    """Return a source with its place on the city's data page; blank without one."""
    row = city.source_of.get(source) if source else None
    if row is None:
        return ""
    return Link(row.publisher or row.title, targets.city_source(city.id, row.source))


def document_cell(site: Site, city: City, source: str | None) -> Link | str:
    """Return a document by its title: it leads to the document itself, if that has an address."""
    row = city.source_of.get(source) if source else None
    if row is None:
        return ""
    if row.url:
        return Link(title_of(site, row), url=row.url)
    return Link(title_of(site, row), targets.city_source(city.id, row.source))


def reference_cell(site: Site, source: str | None) -> Link | str:
    """Return a source of the framework by its title; blank without one."""
    row = site.publication.framework.source_of.get(source or "")
    return Link(row.title, url=row.url or "") if row else ""


def recommendation_cell(site: Site, city: City, name: str) -> Link | str:
    """Return the title of a recommendation, with the page that tells more of it.

    The city's own stand on its tab of recommendations, the library's on a page each.
    """
    own = city.documents.get("recommendations.yml")
    if own is not None and name in own.record.own:
        return Link(own.record.own[name].title, targets.city_recommendation(city.id, name))
    known = site.publication.recommendations.get(name)
    return Link(known.title, targets.recommendation(name)) if known else name
