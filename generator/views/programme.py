"""The programme: who runs it, what it delivers, in which areas and sectors."""

from collections.abc import Sequence
from typing import TypeVar

from generator.assessment.programme.procedure import DONE
from generator.frozen import dataclass
from generator.model.programme_tables import OUTPUTS, PARTNERS, SECTORS, Partner, Sector
from generator.model.tables import Row, TableKind
from generator.views import targets
from generator.views.cell import Lines, Link, ListItem
from generator.views.key_facts import Fact
from generator.views.linked_cells import reference_cell
from generator.views.names_in_sentences import areas_text
from generator.views.site import Site
from generator.views.table import Column, Group, Table, group_of, heads_of, lay_out

PUBLICATION = "publication"
R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class OutputShown:
    """An output of the programme; `id` is its place on the page."""

    id: str
    title: str
    text: str
    source: Link | str


def rows_of(site: Site, kind: TableKind[R]) -> Sequence[R]:
    """Return the rows of a table of the programme; none if the file is not there."""
    table = site.publication.tables.get(f"programme/{kind.name}.csv")
    return table.rows if table else ()


def programme_facts(site: Site) -> list[Fact]:
    """Return the programme in four numbers, each computed from the files."""
    published = [
        city
        for city in site.cities
        if any(step.step == PUBLICATION and step.status == DONE for step in city.record.procedure)
    ]
    counts = {
        "fact.partners": len(rows_of(site, PARTNERS)),
        "fact.cities": len(site.cities),
        "fact.countries": len({city.record.country for city in site.cities}),
        "fact.published": len(published),
    }
    number = site.language.number
    return [Fact(site.say(label), number(count, 0)) for label, count in counts.items()]


def partners_table(site: Site) -> Table:
    """Return the partners with their roles, and since and until when."""
    say = site.say

    def role(row: Partner) -> Lines:
        return Lines(tuple(part for part in (row.role, _span(site, row)) if part))

    columns: list[Column[Partner]] = [
        Column("partner", say("partner"), lambda row: Link(row.name, url=row.url or "")),
        Column("kind", say("kind"), lambda row: site.word("partner-kind", row.kind)),
        Column("role", say("role"), role),
        Column("source", say("source"), lambda row: reference_cell(site, row.source)),
    ]
    return lay_out(say("caption.partners"), columns, rows_of(site, PARTNERS))


def _span(site: Site, row: Partner) -> str:
    """Return since when and until when, in words."""
    start, end = site.date(row.since), site.date(row.until)
    if start and end:
        return site.say("partner.span", start=start, end=end)
    if end:
        return site.say("partner.until", date=end)
    return site.say("partner.since", date=start) if start else ""


def outputs(site: Site) -> list[OutputShown]:
    return [
        OutputShown(
            targets.output_anchor(row.output),
            row.title,
            row.text or "",
            reference_cell(site, row.source),
        )
        for row in rows_of(site, OUTPUTS)
    ]


def schemes_listed(site: Site) -> list[ListItem]:
    """Return the schemes of areas, each with its main areas in a sentence."""
    framework = site.publication.framework
    return [
        ListItem(
            scheme.name,
            targets.area(scheme.scheme),
            text=areas_text(site, (one.area for one in framework.children(scheme.scheme))),
        )
        for scheme in framework.schemes
    ]


def sectors_table(site: Site) -> Table:
    """Return the sectors by kind, each with its main partner."""
    partners = {row.partner: row.name for row in rows_of(site, PARTNERS)}
    columns: list[Column[Sector]] = [
        Column("sector", site.say("sector"), lambda row: row.name),
        Column(
            "partner", site.say("main-partner"), lambda row: partners.get(row.partner or "", "")
        ),
        Column("source", site.say("source"), lambda row: reference_cell(site, row.source)),
    ]
    groups: list[Group] = []
    for kind, title in site.publication.framework.words["sector-kind"].items():
        rows = [row for row in rows_of(site, SECTORS) if row.kind == kind]
        if rows:
            groups.append(group_of(columns, rows, title))
    return Table(site.say("caption.sectors"), heads_of(columns), tuple(groups))
