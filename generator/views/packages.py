"""Smart product packages: cards, effects, costs, where they are used."""

from collections.abc import Iterator, Mapping

from generator.frozen import dataclass
from generator.model.content_tables import ReferenceProject
from generator.model.library_records import PackageCost, PackageEffect, ProductPackage
from generator.views import targets
from generator.views.cell import Lines, Link, ListItem, Term
from generator.views.filters import Field, chosen_by, city_choices, search_field
from generator.views.library_tabs import area_choice
from generator.views.names_in_sentences import areas_text
from generator.views.package_matches import (
    bands_text,
    fits_of,
    level_name,
    suits_a_need,
)
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.targets import Target
from generator.views.units import with_unit
from generator.views.values import observable_name

PERCENT = "%"
RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class PackageCard:
    """A package to scan: what it suits, how many cities need it. `data`: see `filters`."""

    title: str
    target: Target
    suits: str
    areas: str
    cities: str
    data: Mapping[str, str]


def package_card(site: Site, name: str, record: ProductPackage) -> PackageCard:
    """Return a package as a card."""
    cities = [fit.city.id for fit in fits_of(site, name) if suits_a_need(fit)]
    return PackageCard(
        title=record.title,
        target=targets.package(name),
        suits=record.suits.text,
        areas=areas_text(site, record.areas),
        cities=site.say("package.fits-cities", n=len(cities)) if cities else "",
        data={"area": " ".join(record.areas), **chosen_by(site, cities)},
    )


def package_fields(site: Site) -> list[Field]:
    """Return the fields that narrow the packages."""
    return [area_choice(site), *city_choices(site), search_field(site)]


def levels_text(site: Site, record: ProductPackage) -> str:
    """Return the levels of development that a package is for, in words; empty if any."""
    suits = record.suits
    if not suits.levels:
        return ""
    name = level_name(site, suits.level_area or "", suits.level_indicator or "")
    return site.say("package.levels", name=name, levels=bands_text(site, suits.levels))


def effects_table(site: Site, record: ProductPackage) -> Table:
    """Return what a package has been seen to change, and on what evidence."""

    def indicator(effect: PackageEffect) -> Link | str:
        if not effect.observable:
            return ""
        target = targets.indicator(effect.observable.partition(".")[0])
        return Link(observable_name(site, effect.observable), target)

    column = Column[PackageEffect]
    columns = [
        column("effect", site.say("package.effect"), lambda effect: effect.text),
        column("value", site.say("value"), lambda effect: effect_text(site, effect)),
        column("indicator", site.say("indicator"), indicator),
        column(
            "evidence",
            site.say("evidence"),
            lambda effect: site.word("evidence-level", effect.evidence),
        ),
        column("source", site.say("source"), lambda effect: _source_name(site, effect.source)),
    ]
    return lay_out(site.say("caption.effects"), columns, record.effects)


def effect_text(site: Site, effect: PackageEffect) -> str:
    """Return the figures of an effect: −80 to −60 %; a share is printed per hundred."""
    factor = 100 if effect.kind == RELATIVE else 1
    figures = [end for end in (effect.low, effect.central, effect.high) if end is not None]
    if not figures:
        return ""
    ends = dict.fromkeys((min(figures), max(figures)))
    places = max(_places(value) for value in ends)
    printed = [site.language.signed(round(value * factor, 6), places) for value in ends]
    text = site.say("range", low=printed[0], high=printed[-1]) if len(printed) > 1 else printed[0]
    return with_unit(site, text, PERCENT if effect.kind == RELATIVE else effect.unit or "")


def _places(value: float) -> int:
    return 0 if float(value * 100).is_integer() else 1


def costs_table(site: Site, record: ProductPackage) -> Table:
    """Return what a package has cost elsewhere."""
    column = Column[PackageCost]
    columns = [
        column("what", site.say("package.what"), lambda cost: cost.text),
        column("amount", site.say("package.amount"), lambda cost: _cost_text(site, cost)),
        column("per", site.say("package.per"), lambda cost: cost.per or ""),
        column("prices", site.say("package.prices"), lambda cost: _prices_text(site, cost)),
        column("source", site.say("source"), lambda cost: _source_name(site, cost.source)),
    ]
    return lay_out(site.say("caption.costs"), columns, record.costs)


def _cost_text(site: Site, cost: PackageCost) -> str:
    values = dict.fromkeys((cost.low, cost.high))
    ends = [site.language.number(value, 0) for value in values if value is not None]
    if not ends:
        return ""
    amount = site.say("range", low=ends[0], high=ends[-1]) if len(ends) > 1 else ends[0]
    return f"{amount} {cost.currency or ''}".strip()


def _prices_text(site: Site, cost: PackageCost) -> str:
    return site.say("package.prices-of", year=str(cost.price_year)) if cost.price_year else ""


def _source_name(site: Site, source: str) -> str:
    row = site.publication.framework.source_of[source]
    return row.publisher or row.title


def package_facts(site: Site, record: ProductPackage) -> list[Term]:
    """Return what a package asks for, and who delivers it."""
    framework = site.publication.framework
    known = framework.local_conditions.by_key()
    conditions = site.language.by_semicolons(known[name].name for name in record.conditions)
    facts = [
        ("package.conditions", conditions),
        ("package.delivery", _words(site, "delivery-model", record.delivery_models)),
        ("fact.horizon", site.word("horizon", record.horizon) if record.horizon else ""),
        ("package.providers", _words(site, "provider-category", record.provider_categories)),
        ("fact.areas", areas_text(site, record.areas)),
        ("fact.targets", site.language.by_commas(record.sdg_targets)),
        ("package.interests", record.interests),
    ]
    return [Term(site.say(key), text) for key, text in facts if text]


def _words(site: Site, vocabulary: str, words: tuple[str, ...]) -> str:
    language = site.language
    return language.by_semicolons(language.in_a_row(site.word(vocabulary, word) for word in words))


def users(site: Site, package: str) -> Iterator[ListItem]:
    """Yield the projects of profiled cities that use a package."""
    for fit in fits_of(site, package):
        for project in fit.match.used:
            title = fit.city.documents[f"projects/{project}.yml"].record.title
            yield ListItem(f"{fit.city.record.name}: {title}", targets.city(fit.city.id))


def recommended_by(site: Site, package: str) -> Iterator[ListItem]:
    """Yield the recommendations that a package goes with."""
    for name, record in site.publication.recommendations.items():
        if package in record.packages:
            yield ListItem(record.title, targets.recommendation(name))


def reference_projects(site: Site, record: ProductPackage) -> Table:
    """Return the projects elsewhere that show what a package does."""
    wanted = record.references_.projects if record.references_ else ()
    rows = site.publication.reference_projects
    column = Column[ReferenceProject]
    columns = [
        column("project", site.say("project"), lambda row: Lines(_told(site, row))),
        column("city", site.say("city"), lambda row: _place_text(site, row)),
        column("amount", site.say("package.amount"), lambda row: _amount(site, row)),
        column("state", site.say("state"), lambda row: _state(site, row)),
        column("source", site.say("source"), lambda row: _source_name(site, row.source)),
    ]
    caption = site.say("caption.reference-projects")
    return lay_out(caption, columns, [row for row in rows if row.project in wanted])


def _told(site: Site, row: ReferenceProject) -> tuple[str, ...]:
    """Return the title of a project, its areas, what it brought and who pays."""
    names = (site.publication.framework.area_of[area].name for area in row.areas)
    areas = site.language.by_commas(names)
    return tuple(text for text in (row.title, areas, row.effects, row.financing) if text)


def _amount(site: Site, row: ReferenceProject) -> str:
    if row.amount_text or row.amount is None:
        return row.amount_text or ""
    return f"{site.language.number(row.amount, 0)} {row.currency or ''}".strip()


def _state(site: Site, row: ReferenceProject) -> str:
    since = f"({site.language.date(row.status_date)})" if row.status_date else ""
    return " ".join(part for part in (row.status, since) if part)


def _place_text(site: Site, row: ReferenceProject) -> str:
    country = site.country(row.country) if row.country else ""
    return site.language.by_commas((row.city, country))
