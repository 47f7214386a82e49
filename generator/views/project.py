"""A project in a few words: key facts, the need for it, what it answers, what is not told yet."""

from generator.assessment.investment.pipeline_totals import amount_of
from generator.assessment.investment.project_results import NOT_ASSESSABLE, Appraisal
from generator.assessment.investment.undertakings import Undertakings
from generator.frozen import dataclass
from generator.model.city_tables import CASH_FLOWS
from generator.model.project_records import InvestmentProject
from generator.model.publication import City
from generator.views import targets
from generator.views.appraisal_words import class_word
from generator.views.cell import Link, ListItem, Mark, Value
from generator.views.dates import status_since
from generator.views.key_facts import Fact
from generator.views.linked_cells import recommendation_cell, source_cell
from generator.views.money import money_fact, per_cent
from generator.views.site import Site
from generator.views.targets import Target
from generator.views.values import full_name, mark_view, value_view


@dataclass(frozen=True, slots=True)
class NeedRow:
    """An indicator that speaks of the need."""

    name: str
    target: Target
    mark: Mark
    value: Value


@dataclass(frozen=True, slots=True)
class Need:
    """Why a project is wanted, what it is, and what would be without it."""

    text: str
    solution: str
    counterfactual: str
    rows: list[NeedRow]

    def __bool__(self) -> bool:
        """Return whether anything is stated."""
        return bool(self.text or self.solution or self.counterfactual or self.rows)


@dataclass(frozen=True, slots=True)
class CoBenefit:
    """What else a project brings, with its source."""

    text: str
    source: Link | str


def area_names(site: Site, record: InvestmentProject) -> list[str]:
    """Return the names of the areas of action of a project."""
    areas = site.publication.framework.area_of
    return [areas[area].name for area in record.areas if area in areas]


def project_facts(site: Site, record: InvestmentProject, chosen: Appraisal) -> list[Fact]:
    """Return the figures that a reader looks for first; unknown ones are left out."""
    last = record.status_history[-1]
    since = status_since(site, last.stage, last.date)
    stage = site.word("project-stage", last.stage)
    found = [Fact(site.say("project.stage"), text=stage, note=since)]
    amount, currency = amount_of(record)
    if amount is not None:
        found.append(money_fact(site, site.say("project.amount"), amount, currency))
    if chosen.viability != NOT_ASSESSABLE:
        found.append(Fact(site.say("project.class"), text=class_word(site, chosen.viability)))
    for returns in (chosen.financial, chosen.economic):
        if returns is not None:
            label = site.say(f"project.npv-{returns.view}")
            note = site.say("project.at-rate", rate=per_cent(site, returns.rate))
            found.append(money_fact(site, label, returns.npv, chosen.currency, note))
    return found


def need(site: Site, city: City, record: InvestmentProject) -> Need:
    """Return need, solution and counterfactual, and the indicators that speak of the need."""
    named = record.need.indicators if record.need and record.need.indicators else record.indicators
    result = site.results[city.id]
    return Need(
        text=record.need.text if record.need else "",
        solution=record.solution or "",
        counterfactual=record.counterfactual or "",
        rows=[
            NeedRow(
                full_name(site, one),
                targets.indicator(one.observable.indicator),
                mark_view(site, one),
                value_view(site, one.selection.shown, one.observable, city.id),
            )
            for name in named
            for one in result.indicators[name].carriers
        ],
    )


def co_benefits(city: City, record: InvestmentProject) -> list[CoBenefit]:
    return [CoBenefit(one.text, source_cell(city, one.source)) for one in record.co_benefits]


def bundles_with(known: Undertakings, project: str) -> list[str]:
    """Return the bundles that a project takes part in."""
    return [
        name
        for name, record in known.bundle_records.items()
        if any(member.project == project for member in record.projects)
    ]


def bundle_leads(site: Site, city: City, project: str) -> list[ListItem]:
    """Return the bundles that a project takes part in, each with the kind of its reason."""
    known = site.undertakings[city.id]
    return [
        ListItem(
            record.title,
            targets.bundle(city.id, name),
            text=site.word("rationale-kind", record.rationale.kind),
        )
        for name in bundles_with(known, project)
        for record in [known.bundle_records[name]]
    ]


def leads(site: Site, city: City, record: InvestmentProject) -> list[ListItem]:
    """Return the recommendations that the project answers, and the packages that it uses."""
    cells = [recommendation_cell(site, city, name) for name in record.recommendations]
    packages = site.publication.packages
    return [
        *(
            ListItem(cell.text, cell.target, text=site.say("recommendation"))
            for cell in cells
            if isinstance(cell, Link)
        ),
        *(
            ListItem(packages[name].title, targets.package(name), text=site.say("project.package"))
            for name in record.packages
            if name in packages
        ),
    ]


def wanted(site: Site, city: City, project: str) -> list[str]:
    """Return what is not on record of a project and would complete its page."""
    record = site.undertakings[city.id].records[project]
    flows = f"projects/{project}.{CASH_FLOWS.name}.csv"
    lacking = {
        "need": record.need is None,
        "flows": flows not in city.cash_flows,
        "funding": not record.funding,
        "conditions": not record.conditions,
        "impacts": not record.impacts,
        "partners": not record.partners,
    }
    return [site.say(f"wanted.{name}") for name, lacks in lacking.items() if lacks]
