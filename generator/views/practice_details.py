"""All that a page tells of a good practice: its results, its terms, who has reproduced it."""

from generator.assessment.advice.practice_matching import KnownPractice
from generator.language.stops import without_stop
from generator.model.city_records import Reproduction
from generator.model.contact_record import Contact
from generator.views import targets
from generator.views.cell import Link, Term
from generator.views.practices import Outcome, known_sources, outcome, place_text, years_text
from generator.views.site import Site
from generator.views.sources import ListedSource, listed_source
from generator.views.table import Column, Table, lay_out


def results_table(site: Site, practice: KnownPractice) -> Table:
    """Return all results, without the columns that none of them fills."""
    columns = [
        Column[Outcome]("result", site.say("practice.result"), _told),
        Column[Outcome]("measured", site.say("indicator"), lambda one: one.measured),
        Column[Outcome]("before", site.say("practice.before"), lambda one: one.before, number=True),
        Column[Outcome]("after", site.say("practice.after"), lambda one: one.after, number=True),
        Column[Outcome]("change", site.say("practice.change"), lambda one: one.change, number=True),
        Column[Outcome]("unit", site.say("unit"), lambda one: one.unit),
        Column[Outcome]("period", site.say("period"), lambda one: one.period),
        Column[Outcome]("source", site.say("source"), lambda one: one.source),
    ]
    outcomes = [outcome(site, practice, result) for result in practice.record.results]
    return lay_out(site.say("caption.results"), columns, outcomes).filled()


def _told(row: Outcome) -> str:
    return " ".join(part for part in (row.text, row.announced) if part)


def practice_facts(site: Site, practice: KnownPractice) -> list[Term]:
    """Return where, when, for whom and at what cost a practice was carried out."""
    record, areas = practice.record, site.publication.framework.area_of
    place = place_text(site, practice)
    facts = [
        ("people", _people(site, practice)),
        ("practice.years", years_text(site, practice)),
        ("practice.areas", site.language.by_semicolons(areas[area].name for area in record.areas)),
        ("practice.cost", _cost(site, practice)),
        ("practice.financing", record.financing or ""),
        ("practice.partners", _partners(site, practice)),
        ("practice.targets", site.language.by_commas(record.sdg_targets)),
        ("practice.contact", _contact(site, record.contact) if record.contact else ""),
    ]
    return [
        Term(
            site.say("city"),
            Link(place, targets.city(practice.city)) if practice.city else place,
        ),
        *(Term(site.say(key), text) for key, text in facts if text),
    ]


def _people(site: Site, practice: KnownPractice) -> str:
    """Return the people of the place, with the year of the count where it is stated."""
    place = practice.record.place
    year = f" ({place.period})" if place and place.period else ""
    people = practice.population
    return "" if people is None else f"{site.language.number(people, 0)}{year}"


def _contact(site: Site, contact: Contact) -> str:
    return site.language.by_commas((contact.body, contact.email))


def transfer_conditions(site: Site, practice: KnownPractice) -> list[str]:
    """Return what must hold elsewhere, each with its source where it is a fact."""
    return [
        _cited(site, practice, condition.text, condition.source)
        for condition in practice.record.conditions
    ]


def _cited(site: Site, practice: KnownPractice, text: str, source: str | None) -> str:
    row = known_sources(site, practice).get(source or "")
    return f"{text} ({row.publisher or row.title})" if row else text


def _partners(site: Site, practice: KnownPractice) -> str:
    return site.language.by_semicolons(
        site.say("practice.partner", name=row.name, kind=_kind_of(site, row.kind))
        if row.kind
        else row.name
        for row in practice.record.partners
    )


def _kind_of(site: Site, kind: str) -> str:
    return site.language.inside(site.word("partner-kind", kind))


def _cost(site: Site, practice: KnownPractice) -> str:
    cost = practice.record.cost
    if cost is None:
        return ""
    amount = "" if cost.amount is None else site.language.number(cost.amount, 0)
    figure = " ".join(part for part in (amount, cost.currency if amount else "") if part)
    return ". ".join(without_stop(part) for part in (figure, cost.text or "") if part)


def reproductions(site: Site, practice: KnownPractice) -> list[Link]:
    """Return where a practice was done again; a profiled city is linked, one not shown left out."""
    cities = site.publication.cities
    return [_reproduction(site, practice, row) for row in practice.record.reproduced_by
            if row.city is None or row.city in cities]  # fmt: skip


def _reproduction(site: Site, practice: KnownPractice, row: Reproduction) -> Link:
    city = site.publication.cities.get(row.city or "")
    name = city.record.name if city else row.name or ""
    country = city.record.country if city else row.country or ""
    parts = [name, site.country(country) if country else "", str(row.year or "")]
    text = _cited(site, practice, site.language.by_commas(parts), row.source)
    return Link(text, targets.city(city.id)) if city else Link(text)


def practice_sources(site: Site, practice: KnownPractice) -> list[ListedSource]:
    """Return the sources of a practice."""
    known = known_sources(site, practice)
    return [listed_source(site, known[key]) for key in practice.record.sources]
