"""All sources of the publication, each with what it serves."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.city_tables import Source
from generator.views import targets
from generator.views.cell import Link
from generator.views.site import Site
from generator.views.table import Column, Group, Table, group_of, heads_of


@dataclass(frozen=True, slots=True)
class UsedSource:
    """A source, and how many rows of its city's files cite it; None where that is not counted."""

    source: Source
    uses: int | None = None


def source_table(site: Site) -> Table:
    """Return the sources of each city, then those of the framework."""
    columns = [
        Column[UsedSource](
            "source",
            site.say("source"),
            lambda row: Link(row.source.title, url=row.source.url or ""),
        ),
        Column[UsedSource](
            "publisher", site.say("publisher"), lambda row: row.source.publisher or ""
        ),
        Column[UsedSource]("year", site.say("year"), lambda row: str(row.source.year or "")),
        Column[UsedSource](
            "kind", site.say("kind"), lambda row: site.word("source-kind", row.source.kind)
        ),
        Column[UsedSource](
            "uses", site.say("rows-served"), lambda row: _uses_text(site, row), True
        ),
    ]
    groups = tuple(_groups(site, columns))
    return Table(site.say("caption.sources"), heads_of(columns), groups)


def _groups(site: Site, columns: list[Column[UsedSource]]) -> Iterator[Group]:
    for city in site.cities:
        rows = [
            UsedSource(row, site.tallies[city.id].uses.get(row.source, 0)) for row in city.sources
        ]
        yield group_of(columns, rows, city.record.name, targets.tab(city.id, "data"))
    rows = [UsedSource(row) for row in site.publication.framework.sources]
    yield group_of(columns, rows, site.say("sources.framework"), targets.page("methodology"))


def _uses_text(site: Site, row: UsedSource) -> str:
    return "" if row.uses is None else site.language.number(row.uses, 0)
