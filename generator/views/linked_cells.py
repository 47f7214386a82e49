"""Cells of tables that lead on: to a source of the city, to a recommendation."""

from generator.model.publication import City
from generator.views.addresses import relative_address
from generator.views.site import Site
from generator.views.values import View


def source_cell(site: Site, city: City, source: str | None, here: str) -> View | str:
    """Return a source with its place on the city's data page; blank without one."""
    row = city.source_of.get(source) if source else None
    if row is None:
        return ""
    data = relative_address(here, f"cities/{city.id}/data")
    return {"text": row.publisher or row.title, "href": f"{data}#source-{row.source}"}


def recommendation_cell(site: Site, city: City, name: str, here: str) -> View | str:
    """Return the title of a recommendation, with the page that tells more of it.

    The city's own stand on its tab of recommendations, the library's on a page each.
    """
    own = city.documents.get("recommendations.yml")
    if own is not None and name in own.record.own:
        href = relative_address(here, f"cities/{city.id}/recommendations#{name}")
        return {"text": own.record.own[name].title, "href": href}
    known = site.publication.recommendations.get(name)
    if known is None:
        return name
    return {"text": known.title, "href": relative_address(here, f"recommendations/{name}")}
