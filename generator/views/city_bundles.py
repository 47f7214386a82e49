"""The bundles of a city's projects: why together, what each member adds, what all would change."""

from collections.abc import Iterator

from generator.assessment.investment.project_results import BundleResult
from generator.frozen import dataclass
from generator.model.publication import City
from generator.views import targets
from generator.views.appraisal_tables import Appraised, amount_column, appraisal_table, npv_of
from generator.views.appraisal_words import basis, unit_of, why
from generator.views.cell import Link, Term
from generator.views.effects import Effects, effects_of
from generator.views.money import Scale
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out


@dataclass(frozen=True, slots=True)
class ProjectBundle:
    """A bundle: its reason, its appraisal beside its members', conditions, effects.

    `crossed`: who is paid for by the others. `parts`: what adds up to its NPV.
    """

    id: str
    title: str
    kind: str
    text: str
    author: str
    date: str
    basis: str
    appraisals: Table
    parts: Table
    why: list[str]
    crossed: str
    conditions: list[Term]
    effects: Effects


@dataclass(frozen=True, slots=True)
class _Part:
    """What a member or the shared items add to a bundle."""

    name: Link | str
    financial_npv: float | None
    economic_npv: float | None


def city_bundles(site: Site, city: City) -> list[ProjectBundle]:
    """Return the bundles of a city in the order of its file."""
    return [_bundle(site, city, bundle) for bundle in site.undertakings[city.id].bundles.values()]


def _bundle(site: Site, city: City, bundle: BundleResult) -> ProjectBundle:
    known = site.undertakings[city.id]
    record = known.bundle_records[bundle.bundle]
    members = [known.projects[one.project].variants[one.variant] for one in bundle.members]
    scale = unit_of(site, [*members, bundle.appraisal])
    hint = basis(site, bundle.appraisal, scale.label)
    return ProjectBundle(
        id=f"bundle-{bundle.bundle}",
        title=record.title,
        kind=site.word("rationale-kind", record.rationale.kind),
        text=record.rationale.text,
        author=record.author,
        date=site.date(record.date),
        basis=record.basis,
        appraisals=appraisal_table(
            site,
            site.say("caption.bundle", title=record.title),
            _appraised(site, city, bundle),
            scale,
            hint,
        ),
        parts=_part_table(site, city, bundle, scale, hint),
        why=why(site, bundle.appraisal),
        crossed=_crossed(site, city, bundle),
        conditions=_conditions(site, city, bundle),
        effects=effects_of(site, city, known.bundle_effects[bundle.bundle]),
    )


def _appraised(site: Site, city: City, bundle: BundleResult) -> Iterator[Appraised]:
    """Yield the members in the variants that take part, and the whole."""
    projects = site.undertakings[city.id].projects
    for one in bundle.members:
        appraisal = projects[one.project].variants[one.variant]
        yield Appraised(_link(site, city, one.project), appraisal)
    yield Appraised(site.say("bundle.total"), bundle.appraisal)


def _link(site: Site, city: City, project: str) -> Link:
    title = site.undertakings[city.id].records[project].title
    return Link(title, targets.project(city.id, project))


def _part_table(site: Site, city: City, bundle: BundleResult, scale: Scale, hint: str) -> Table:
    columns: list[Column[_Part]] = [
        Column("project", site.say("project"), lambda one: one.name),
        amount_column(site, scale, "fnpv", lambda one: one.financial_npv),
        amount_column(site, scale, "enpv", lambda one: one.economic_npv),
    ]
    return lay_out(site.say("caption.bundle-parts"), columns, _parts(site, city, bundle), hint)


def _parts(site: Site, city: City, bundle: BundleResult) -> Iterator[_Part]:
    """Yield what each member adds to a bundle, the shared items, and the sum."""
    for one in bundle.members:
        yield _Part(_link(site, city, one.project), one.financial_npv, one.economic_npv)
    if bundle.shared_financial is not None or bundle.shared_economic is not None:
        yield _Part(site.say("bundle.shared"), bundle.shared_financial, bundle.shared_economic)
    whole = bundle.appraisal
    yield _Part(site.say("bundle.total"), npv_of(whole.financial), npv_of(whole.economic))


def _crossed(site: Site, city: City, bundle: BundleResult) -> str:
    if not bundle.cross_subsidised:
        return ""
    records = site.undertakings[city.id].records
    titles = [records[name].title for name in bundle.cross_subsidised]
    return site.say("bundle.crossed", projects=site.language.enumerate(titles))


def _conditions(site: Site, city: City, bundle: BundleResult) -> list[Term]:
    """Return the local conditions, each with the projects that need it."""
    known = site.publication.framework.local_conditions.by_key()
    records = site.undertakings[city.id].records
    return [
        Term(
            known[name].name if name in known else name,
            site.language.enumerate(records[project].title for project in projects),
        )
        for name, projects in bundle.conditions.items()
    ]
