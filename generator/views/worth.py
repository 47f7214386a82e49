"""Whether a project is worth its money: its class, every variant, and what the answer hangs on."""

from collections.abc import Iterator

from generator.assessment.investment.appraisal import project_flows
from generator.assessment.investment.project_results import Appraisal, ProjectResult
from generator.frozen import dataclass
from generator.model.project_records import InvestmentProject
from generator.model.publication import City
from generator.views import targets
from generator.views.appraisal_tables import (
    Appraised,
    appraisal_table,
    flow_table,
    measures,
    npv_profile,
    sensitivity_table,
    switching_table,
)
from generator.views.appraisal_words import (
    Viability,
    basis,
    several_rates,
    unit_of,
    viability,
    why,
)
from generator.views.cell import Link, Term
from generator.views.linked_cells import source_cell
from generator.views.money import Scale
from generator.views.project import bundles_with
from generator.views.site import Site
from generator.views.table import Table
from generator.views.targets import Target


@dataclass(frozen=True, slots=True)
class Worth:
    """The appraisal of a project.

    `reason`: why this variant was selected. `several`: the internal rates of return where there
    are several, and `profile` the NPV at many rates, which decides then. `grounds`: what each
    variant covers, and on what rates and comparisons rest.
    """

    viability: Viability
    why: list[str]
    appraisals: Table
    reason: str
    grounds: list[Term]
    several: list[str]
    profile: Table | None
    measures: list[Term]
    sensitivity: Table
    switching: Table
    flows: Table
    file: Target


def worth(site: Site, city: City, project: str) -> Worth | None:
    """Return the appraisal of a project; None if its file states no cash flow."""
    known = site.undertakings[city.id]
    record, result = known.records[project], known.projects[project]
    flows = project_flows(city, project, result.selected)
    if not flows:
        return None
    chosen, scale = result.chosen, _scale(site, city, project)
    return Worth(
        viability=viability(site, chosen.viability),
        why=why(site, chosen),
        appraisals=appraisal_table(
            site,
            site.say("caption.appraisal"),
            [*_variants(site, record, result), *_bundles(site, city, project)],
            scale,
            basis(site, chosen, scale.label),
        ),
        reason=(record.variants[result.selected].reason or "") if record.variants else "",
        grounds=list(_grounds(site, city, record)),
        several=several_rates(site, chosen),
        profile=_profile(site, chosen, scale),
        measures=measures(site, chosen),
        sensitivity=sensitivity_table(site, chosen, scale),
        switching=switching_table(site, chosen),
        flows=flow_table(site, flows, scale),
        file=targets.data_file(f"cash-flows/{city.id}-{project}.csv"),
    )


def _grounds(site: Site, city: City, record: InvestmentProject) -> Iterator[Term]:
    """Yield what is stated: the scope of each variant, sources of rates, the cost elsewhere."""
    for variant in record.variants.values():
        if variant.scope:
            yield Term(variant.title or site.say("variant.base"), variant.scope)
    if record.rates and record.rates.source:
        yield Term(site.say("grounds.rates"), source_cell(city, record.rates.source))
    elsewhere = record.comparator
    if elsewhere and elsewhere.text:
        yield Term(site.say("grounds.comparator"), elsewhere.text)
    if elsewhere and elsewhere.source:
        yield Term(site.say("grounds.comparator-source"), source_cell(city, elsewhere.source))


def _scale(site: Site, city: City, project: str) -> Scale:
    """Return the unit that all variants share, with the bundles in the same currency."""
    known = site.undertakings[city.id]
    result = known.projects[project]
    bundles = [known.bundles[name].appraisal for name in bundles_with(known, project)]
    same = [one for one in bundles if one.currency == result.chosen.currency]
    return unit_of(site, [*result.variants.values(), *same])


def _variants(site: Site, record: InvestmentProject, result: ProjectResult) -> Iterator[Appraised]:
    """Yield every variant; the selected one of several is named, the only one has no title."""
    for name, appraisal in result.variants.items():
        known = record.variants.get(name)
        title = (known.title if known else None) or site.say("variant.base")
        if len(result.variants) > 1 and name == result.selected:
            title = site.say("variant.selected", title=title)
        yield Appraised(title, appraisal)


def _bundles(site: Site, city: City, project: str) -> Iterator[Appraised]:
    known = site.undertakings[city.id]
    for name in bundles_with(known, project):
        text = site.say("bundle.row", title=known.bundle_records[name].title)
        yield Appraised(Link(text, targets.bundle(city.id, name)), known.bundles[name].appraisal)


def _profile(site: Site, chosen: Appraisal, scale: Scale) -> Table | None:
    financial = chosen.financial
    if financial is None or len(financial.internal_rates) < 2:
        return None
    return npv_profile(site, financial, scale)
