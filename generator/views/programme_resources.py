"""What the programme has mobilised, in US dollars at the rates of the files."""

from collections.abc import Callable

from generator.assessment.programme.programme_figures import (
    DOLLAR,
    Mobilised,
    in_dollars,
    sum_resources,
)
from generator.model.programme_tables import PARTNERS, RESOURCES, Resource
from generator.views import targets
from generator.views.cell import Link, Links
from generator.views.linked_cells import reference_cell
from generator.views.programme import rows_of
from generator.views.programme_timeline import LAST
from generator.views.site import Site
from generator.views.table import Column, Table, group_of, heads_of, lay_out


def resources_sentence(site: Site) -> str:
    """Return how much is recorded in all, and how many rows have no rate."""
    rows = rows_of(site, RESOURCES)
    if not rows:
        return site.say("lead.resources-empty")
    (whole,) = sum_resources(rows, lambda row: "")
    total = site.language.number(whole.total, 0)
    said = [site.say("lead.resources", n=len(rows), total=total)]
    if whole.unconverted:
        said.append(site.say("lead.unconverted", n=whole.unconverted))
    return " ".join(said)


def resources_by_type(site: Site) -> Table:
    """Return the sums by type, and the sum of all."""
    rows = rows_of(site, RESOURCES)
    types = site.publication.framework.words["resource-type"]
    sums = {one.key: one for one in sum_resources(rows, lambda row: row.type)}
    columns = _sum_columns(site, site.say("type"), lambda row: types[row.key])
    whole = _sum_columns(site, site.say("type"), lambda row: site.say("resources.total"))
    groups = (
        group_of(columns, [sums[kind] for kind in types if kind in sums]),
        group_of(whole, sum_resources(rows, lambda row: "")),
    )
    hint = site.say("resources.states")
    return Table(site.say("caption.resources-by-type"), heads_of(columns), groups, hint)


def resources_by_year(site: Site) -> Table:
    """Return the sums by year; what is not dated comes last."""
    sums = sum_resources(rows_of(site, RESOURCES), lambda row: str(row.year or ""))
    columns = _sum_columns(
        site, site.say("year"), lambda row: row.key or site.say("period-not-stated")
    )
    ordered = sorted(sums, key=lambda row: row.key or LAST)
    return lay_out(site.say("caption.resources-by-year"), columns, ordered)


def _sum_columns(
    site: Site, head: str, name: Callable[[Mobilised], str]
) -> list[Column[Mobilised]]:
    number = site.language.number
    states = site.publication.framework.words["resource-state"]
    return [
        Column("name", head, name),
        *(
            Column(state, label, _in_state(site, state), number=True)
            for state, label in states.items()
        ),
        Column("total", site.say("resources.total"), lambda row: number(row.total, 0), number=True),
        Column(
            "unconverted",
            site.say("resources.unconverted"),
            lambda row: number(row.unconverted, 0),
            number=True,
        ),
    ]


def _in_state(site: Site, state: str) -> Callable[[Mobilised], str]:
    def amount(row: Mobilised) -> str:
        dollars = row.by_state.get(state)
        return "–" if dollars is None else site.language.number(dollars, 0)

    return amount


def resources_table(site: Site) -> Table:
    """Return everything mobilised, as recorded and in US dollars."""
    partners = {row.partner: row.name for row in rows_of(site, PARTNERS)}
    columns: list[Column[Resource]] = [
        Column("partner", site.say("partner"), lambda row: partners.get(row.partner or "", "–")),
        Column("type", site.say("type"), lambda row: site.word("resource-type", row.type)),
        Column("state", site.say("state"), lambda row: site.word("resource-state", row.state)),
        Column("amount", site.say("amount"), lambda row: _amount(site, row), number=True),
        Column("dollars", DOLLAR, lambda row: _dollars(site, row), number=True),
        Column("rate", site.say("rate"), lambda row: _rate(site, row)),
        Column("year", site.say("year"), lambda row: str(row.year or "")),
        Column("city", site.say("city"), lambda row: _served(site, row)),
        Column("source", site.say("source"), lambda row: reference_cell(site, row.source)),
    ]
    return lay_out(site.say("caption.resources-all"), columns, rows_of(site, RESOURCES))


def _amount(site: Site, row: Resource) -> str:
    return f"{site.language.number(row.amount)} {row.currency or ''}".strip()


def _dollars(site: Site, row: Resource) -> str:
    dollars = in_dollars(row)
    return "–" if dollars is None else site.language.number(dollars, 0)


def _rate(site: Site, row: Resource) -> str:
    """Return the rate with its day; blank where nothing was converted."""
    if not row.usd_rate or not row.currency:
        return ""
    number = site.language.number(row.usd_rate)
    rate = site.say("resources.rate", rate=number, currency=row.currency)
    return site.language.by_commas((rate, site.date(row.rate_date)))


def _served(site: Site, row: Resource) -> Links:
    """Return the city that a resource serves, and its project."""
    city = site.publication.cities.get(row.city or "")
    if city is None:
        return Links(())
    links = [Link(city.record.name, targets.city(city.id))]
    project = site.undertakings[city.id].records.get(row.project or "")
    if project is not None:
        links.append(Link(project.title, targets.project(city.id, row.project or "")))
    return Links(tuple(links))
