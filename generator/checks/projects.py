"""Rules for investment projects: history, funding, prices, cash flows, bundles."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from difflib import get_close_matches
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from generator.assessment.investment.cash_flows import SIGNS
from generator.checks.places import cell_problem, key_problem
from generator.checks.units import plain
from generator.model.city_tables import CashFlow
from generator.model.project_records import Bundle, InvestmentProject
from generator.model.publication import City, Publication, documents_in
from generator.model.records import Document
from generator.model.tables import Table
from generator.problems import Code, Place, Problem

NEAR = 0.8
"""How similar the name of a project must be to be proposed, from 0 to 1."""
PROJECTS, FLOWS = "projects", ".cash-flows.csv"
BASE = "base"
HIGHEST_RATE = 0.2
"""A discount rate above it is most likely a percentage typed as a share."""
FAR_AMOUNT, FEWEST_YEARS = 50, 3
"""How many times the flows of the other years, or of all that stands against it, a flow is that is
most likely in other units, and from how many years on this can be told."""
INVESTMENT, ECONOMIC = "investment", "economic"


class Project(NamedTuple):
    """A project with its table of cash flows, if it has one."""

    id: str
    document: Document
    record: InvestmentProject
    flows: Table[CashFlow] | None

    @property
    def variants(self) -> tuple[str, ...]:
        return tuple(self.record.variants) or (BASE,)


def projects_of(city: City) -> Iterator[Project]:
    """Yield the projects of a city that could be read."""
    for project, document in documents_in(city.documents, PROJECTS).items():
        flows = city.cash_flows.get(f"{PROJECTS}/{project}{FLOWS}")
        yield Project(project, document, document.record, flows)


def check_projects(publication: Publication) -> Iterator[Problem]:
    """Each project's history, prices, cash flows and funding fit together."""
    tolerance = publication.framework.policy.appraisal.funding_tolerance
    for city in publication.cities.values():
        for project in projects_of(city):
            yield from check_history(project)
            yield from check_prices(project)
            yield from check_rates(project)
            yield from check_flows(project)
            yield from check_sizes(project)
            yield from check_sides(project)
            yield from check_funding(project, tolerance)
        yield from check_tables(city)


def check_tables(city: City) -> Iterator[Problem]:
    """A table of cash flows has its project beside it."""
    for name, table in city.cash_flows.items():
        expected = name.replace(FLOWS, ".yml")
        if expected not in city.documents:
            known = [path for path in city.documents if path.startswith(f"{PROJECTS}/")]
            near = get_close_matches(expected, known, 1, NEAR)
            values = {"near": near[0].removesuffix(".yml")} if near else {}
            yield Problem(Code.FLOWS_ALONE, Place(table.file, 1), "", expected, values)


def check_history(project: Project) -> Iterator[Problem]:
    """The entries of the status history follow each other in time."""
    entries = list(enumerate(project.record.status_history))
    for (_, earlier), (index, later) in pairwise(entries):
        common = min(len(earlier.date), len(later.date))
        if later.date[:common] < earlier.date[:common]:
            path = ("status_history", index, "date")
            yield key_problem(Code.HISTORY_ORDER, project.document, path, later.date, earlier.date)


def check_prices(project: Project) -> Iterator[Problem]:
    """Cash flows have a currency, the year of their prices, and its basis."""
    if project.flows is None or not project.flows.rows:
        return
    for key in ("currency", "price_year", "price_basis"):
        if getattr(project.record, key) is None:
            yield key_problem(
                Code.PRICES_MISSING, project.document, (key,), "", key, name=project.flows.file
            )


def check_rates(project: Project) -> Iterator[Problem]:
    """A discount rate is a share: 0.04, not 4."""
    rates = project.record.rates
    for key in ("financial", "social"):
        rate = getattr(rates, key, None)
        if rate is not None and not 0 <= rate <= HIGHEST_RATE:
            yield key_problem(
                Code.RATE_IMPLAUSIBLE,
                project.document,
                ("rates", key),
                f"{rate:g}",
                f"{HIGHEST_RATE:g}",
            )


def check_flows(project: Project) -> Iterator[Problem]:
    """An amount is not negative, since its kind gives the sign; its variant exists."""
    if project.flows is None:
        return
    for row in project.flows:
        if row.amount < 0:
            expected = plain(Decimal(repr(-row.amount)))
            yield cell_problem(
                Code.AMOUNT_NEGATIVE, project.flows, row, "amount", "", expected, kind=row.kind
            )
        if row.variant not in project.variants:
            expected = " / ".join(project.variants)
            yield cell_problem(Code.VARIANT_UNKNOWN, project.flows, row, "variant", "", expected)


def check_sizes(project: Project) -> Iterator[Problem]:
    """No flow is many times, or a small part of, those of the same item in the other years."""
    if project.flows is None:
        return
    series: dict[tuple[str, ...], list[CashFlow]] = defaultdict(list)
    for row in project.flows:
        series[(row.variant, row.item or "", row.kind, row.perspective)].append(row)
    for rows in series.values():
        usual = median(row.amount for row in rows)
        for row in rows if len(rows) >= FEWEST_YEARS and usual > 0 else ():
            if row.amount > 0 and not 1 / FAR_AMOUNT < row.amount / usual < FAR_AMOUNT:
                expected = f"{usual:.12g}"
                yield cell_problem(Code.AMOUNT_FAR, project.flows, row, "amount", "", expected)


def check_sides(project: Project) -> Iterator[Problem]:
    """What a variant costs is not many times what it brings, and not a small part of it.

    Whose amounts are far from those of the other years has been told.
    """
    if project.flows is None or any(check_sizes(project)):
        return
    for variant in project.variants:
        rows = [row for row in project.flows if row.variant == variant]
        sides = [[row for row in rows if SIGNS.get(row.kind) == sign] for sign in (-1, 1)]
        less, more = sorted(sides, key=lambda side: sum(row.amount for row in side))
        against = sum(row.amount for row in less)
        if against > 0 and sum(row.amount for row in more) > FAR_AMOUNT * against:
            first, other = (max(side, key=lambda row: row.amount) for side in (more, less))
            problem = cell_problem(
                Code.AMOUNT_FAR, project.flows, first, "amount", "", f"{against:.12g}",
                name=variant, reason="sides",
            )  # fmt: skip
            yield replace(problem, lines=(other.line,))


def check_funding(project: Project, tolerance: float) -> Iterator[Problem]:
    """The funding of a variant adds up to its investment, within `tolerance` as a share."""
    if any(row.amount < 0 for row in project.flows or ()):
        return
    for variant in project.variants:
        shares = [share for share in project.record.funding if share.variant in (None, variant)]
        funded = sum(share.amount for share in shares)
        invested = sum(
            row.amount
            for row in project.flows or ()
            if row.variant == variant and row.kind == INVESTMENT and row.perspective != ECONOMIC
        )
        if shares and invested > 0 and abs(funded - invested) > tolerance * invested:
            yield key_problem(
                Code.FUNDING_DIFFERS, project.document, ("funding",), f"{funded:.0f}",
                f"{invested:.0f}", name=variant,
            )  # fmt: skip


def check_bundles(publication: Publication) -> Iterator[Problem]:
    """A bundle names each project once, and its projects count in the same prices."""
    for city in publication.cities.values():
        document = city.documents.get("bundles.yml")
        projects = {project.id: project for project in projects_of(city)}
        if document is not None:
            for name, bundle in document.record.items():
                yield from _check_members(document, name, bundle)
                yield from _check_same_prices(document, name, bundle, projects)


def _check_members(document: Document, name: str, bundle: Bundle) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, member in enumerate(bundle.projects):
        if member.project in seen:
            path = (name, "projects", index, "project")
            yield key_problem(Code.BUNDLE_REPEATED, document, path, member.project)
        seen.add(member.project)


def _check_same_prices(
    document: Document, name: str, bundle: Bundle, projects: dict[str, Project]
) -> Iterator[Problem]:
    """Flows of different currencies, price years or bases cannot be added."""
    first: tuple[str, ...] | None = None
    for index, member in enumerate(bundle.projects):
        project = projects.get(member.project)
        if project is None or project.flows is None:
            continue
        record = project.record
        prices = (
            record.currency or "", str(record.price_year or ""), record.price_basis or "",
        )  # fmt: skip
        if not all(prices):  # said of the project itself
            continue
        if first is not None and prices != first:
            path = (name, "projects", index, "project")
            yield key_problem(
                Code.PRICES_MIXED, document, path, " ".join(prices), " ".join(first),
                name=member.project,
            )  # fmt: skip
        first = first or prices
