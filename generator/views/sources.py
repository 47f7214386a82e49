"""Sources as readers see them: who published what, when, and where it stands."""

from dataclasses import dataclass

from generator.model.city_tables import Source
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source in a list; `url` is the address of its publisher, if it has one."""

    source: str
    title: str
    publisher: str
    year: str
    source_kind: str
    url: str
    accessed: str
    licence: str
    note: str = ""

    @property
    def id(self) -> str:
        """Return the id of the source on a page."""
        return f"source-{self.source}"


def listed_source(site: Site, row: Source) -> ListedSource:
    """Return a source for a list."""
    return ListedSource(
        source=row.source,
        title=site.language.grouped(row.title),
        publisher=row.publisher or "",
        year=str(row.year) if row.year else "",
        source_kind=site.word("source-kind", row.kind),
        url=row.url or "",
        accessed=site.language.date(row.accessed) if row.accessed else "",
        licence=row.licence or "",
    )
