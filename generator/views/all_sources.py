"""All sources of the publication, each with what it serves."""

from collections.abc import Iterator

from generator.frozen import dataclass
from generator.model.city_tables import Source
from generator.views import targets
from generator.views.cell import Link
from generator.views.site import Site
from generator.views.sources import title_of
from generator.views.table import Column, Group, Table, group_of, heads_of, lay_out


@dataclass(frozen=True, slots=True)
class UsedSource:
    """A source, and how many rows of its city's files cite it; None where that is not counted."""

    source: Source
    uses: int | None = None


def sources_count(site: Site) -> int:
    """Return the number of the sources of all cities and of the framework."""
    framework = site.publication.framework.sources
    return sum(len(city.sources.rows) for city in site.cities) + len(framework.rows)


def source_table(site: Site) -> Table:
    """Return the sources of each city, if they are not too many to list; then the framework's."""
    columns = [
        Column[UsedSource](
            "source",
            site.say("source"),
            lambda row: Link(title_of(site, row.source), url=row.source.url or ""),
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
    if site.is_large:
        return lay_out(site.say("sources.framework"), columns, _of_framework(site)).filled()
    groups = tuple(_groups(site, columns))
    return Table(site.say("caption.sources"), heads_of(columns), groups)


def _groups(site: Site, columns: list[Column[UsedSource]]) -> Iterator[Group]:
    for city in site.cities:
        rows = [
            UsedSource(row, site.tallies[city.id].uses.get(row.source, 0)) for row in city.sources
        ]
        yield group_of(columns, rows, city.record.name, targets.tab(city.id, "data"))
    title, page = site.say("sources.framework"), targets.page("methodology")
    yield group_of(columns, _of_framework(site), title, page)


def _of_framework(site: Site) -> list[UsedSource]:
    return [UsedSource(row) for row in site.publication.framework.sources]


def _uses_text(site: Site, row: UsedSource) -> str:
    return "" if row.uses is None else site.language.number(row.uses, 0)
