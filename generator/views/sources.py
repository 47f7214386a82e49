"""Sources as readers see them: who published what, when, and where it stands."""

from generator.frozen import dataclass
from generator.language.foreign import foreign, plain
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


def title_of(site: Site, row: Source) -> str:
    """Return the title of a source, marked where it stands in another language than the page."""
    if row.language is None:
        return row.title
    title = plain(row.title)
    return title if row.language == site.language.code else foreign(title, row.language)


def listed_source(site: Site, row: Source) -> ListedSource:
    """Return a source for a list."""
    return ListedSource(
        source=row.source,
        title=site.language.grouped(title_of(site, row)),
        publisher=row.publisher or "",
        year=str(row.year) if row.year else "",
        source_kind=site.word("source-kind", row.kind),
        url=row.url or "",
        accessed=site.language.date(row.accessed) if row.accessed else "",
        licence=row.licence or "",
    )
