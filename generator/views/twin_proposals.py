"""Cities that would suit each other: proposals with their reasons, and cities alike."""

from collections.abc import Iterator
from itertools import islice

from generator.assessment.comparison.twin_matching import Lead, Likeness, TwinMatch, compared_areas
from generator.frozen import dataclass
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Link, Links, Term
from generator.views.names_in_sentences import areas_text
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.targets import Target
from generator.views.twinning import twinning_link
from generator.views.values import observable_name


@dataclass(frozen=True, slots=True)
class TwinProposal:
    """A proposed partner with everything that speaks for and against it.

    `leads`: the figures in which it leads, `leads_back`: those in which the city itself does;
    `areas`: those that can be compared, or that none can.
    """

    name: str
    target: Target
    country: str
    match: str
    similarity: str
    economies: str
    reasons: tuple[Term, ...]
    leads: Table
    leads_back: Table
    areas: str


def to_learn(site: Site, city: City) -> list[TwinProposal]:
    """Return the cities that this one could learn most from, the best first."""
    matches = [one for one in sufficient(site, city) if one.match > 0]
    kept = matches[: site.editorial.twins_listed]
    return [_proposal(site, city, match, match.match) for match in kept]


def mutual(site: Site, city: City) -> list[TwinProposal]:
    """Return the cities of which each could learn from the other, the best first."""
    matches = sorted(
        (match for match in sufficient(site, city) if match.to_learn and match.to_teach),
        key=lambda match: (-match.mutual_match, -(match.similarity.value or 0), match.partner),
    )
    kept = matches[: site.editorial.twins_listed]
    return [_proposal(site, city, match, match.mutual_match) for match in kept]


def sufficient(site: Site, city: City) -> list[TwinMatch]:
    """Return the matches of a city with whom it has enough in common to compare."""
    return [match for match in site.twins.get(city.id, ()) if not match.reason]


def _proposal(site: Site, city: City, match: TwinMatch, fit: float) -> TwinProposal:
    partner, number = site.publication.cities[match.partner], site.language.number
    at_least = site.publication.framework.policy.twinning.lead_at_least
    groups = site.language.inside(economies(site, match))
    return TwinProposal(
        name=partner.record.name,
        target=targets.city(partner.id),
        country=site.country(partner.record.country),
        match=number(fit, 0),
        similarity=number(100 * (match.similarity.value or 0), 0),
        economies=site.say("twinning.economies", groups=groups) if groups else "",
        reasons=tuple(_reasons(site, match, partner)),
        leads=_lead_table(site, city, partner, partner, match.leads(at_least)),
        leads_back=_lead_table(site, city, partner, city, match.leads_back(at_least)),
        areas=_areas_compared(site, match),
    )


def _reasons(site: Site, match: TwinMatch, partner: City) -> Iterator[Term]:
    like, unlike = _likeness(site, match)
    practices = tuple(_practices(site, match, partner))
    cells = {
        "twinning.alike": like,
        "twinning.different": unlike,
        "twinning.priorities": areas_text(site, match.shared_priorities),
        "twinning.practices": Links(practices) if practices else "",
    }
    for label, cell in cells.items():
        if cell:
            yield Term(site.say(label), cell)


def _likeness(site: Site, match: TwinMatch) -> tuple[str, str]:
    """Return the context variables in which two cities are most and least alike.

    Least alike are only those below the similarity of the whole.
    """
    most, whole = site.editorial.twin_reasons, match.similarity.value or 0
    ordered = sorted(match.similarity.parts, key=lambda part: (-part.share, part.variable))
    least = [part for part in reversed(ordered[most:]) if part.share < whole]
    return _variables(site, ordered[:most]), _variables(site, least[:most])


def _variables(site: Site, parts: list[Likeness]) -> str:
    names = site.publication.framework.context_variables.by_key()
    return site.language.enumerate(
        site.say(
            "twinning.variable",
            name=site.language.inside(names[part.variable].name),
            share=site.language.number(100 * part.share, 0),
        )
        for part in parts
    )


def _practices(site: Site, match: TwinMatch, partner: City) -> Iterator[Link]:
    """Yield the practices of the partner in the areas of the figures in which it leads."""
    at_least = site.publication.framework.policy.twinning.lead_at_least
    areas = {area for lead in match.leads(at_least) for area in _areas_of(site, lead.subject)}
    for name, practice in sorted(site.practices.items()):
        if practice.city == partner.id and areas.intersection(practice.record.areas):
            yield Link(practice.record.title, targets.practice(name))


def _areas_of(site: Site, observable: str) -> tuple[str, ...]:
    """Return the areas in which the indicator of an observable stands, in every scheme."""
    framework = site.publication.framework
    name = framework.observables[observable].indicator
    return tuple(row.area for row in framework.placements if row.indicator == name)


def _areas_compared(site: Site, match: TwinMatch) -> str:
    """Return the areas in which both have enough figures, with the mean positions there."""
    number, areas = site.language.number, site.publication.framework.area_of
    compared = tuple(compared_areas(site.publication.framework, match.figures))
    if not compared:
        least = site.publication.framework.policy.coverage.minimum_rated
        return site.say("twinning.no-area", n=least)
    return site.language.enumerate(
        site.say(
            "twinning.area", area=areas[one.subject].name, own=number(one.own, 0),
            partner=number(one.partner, 0), n=one.shared,
        )
        for one in compared
    )  # fmt: skip


def _lead_table(
    site: Site, city: City, partner: City, leader: City, leads: tuple[Lead, ...]
) -> Table:
    """Return figures in which one of two cities leads, with the positions of both."""
    number, observables = site.language.number, site.publication.framework.observables

    def figure(row: Lead) -> Link:
        page = targets.indicator(observables[row.subject].indicator)
        return Link(observable_name(site, row.subject), page)

    columns: list[Column[Lead]] = [
        Column("indicator", site.say("indicator"), figure),
        Column("own", city.record.name, lambda row: number(row.own, 0), number=True),
        Column("partner", partner.record.name, lambda row: number(row.partner, 0), number=True),
    ]
    return lay_out(site.say("twinning.leads", city=leader.record.name), columns, leads)


def economies(site: Site, match: TwinMatch) -> str:
    """Return the two economy groups if they differ: such pairs the programme looks for."""
    own, partner = match.economy_groups
    if not own or not partner or own == partner:
        return ""
    groups = (site.word("economy-group", group) for group in (own, partner))
    return site.language.enumerate(site.language.in_a_row(groups))


def similar_cities(site: Site, city: City) -> Table:
    """Return the cities in the most similar context as a table."""
    matches = {match.partner: match for match in site.twins.get(city.id, ())}
    alike = islice(site.alike.get(city.id, ()), site.editorial.twins_listed)
    rows = [matches[name] for name in alike]
    return lay_out(site.say("caption.similar"), _similar_columns(site), rows).filled()


def _similar_columns(site: Site) -> list[Column[TwinMatch]]:
    number, cities = site.language.number, site.publication.cities

    def link(match: TwinMatch) -> Link:
        return Link(cities[match.partner].record.name, targets.city(match.partner))

    return [
        Column("city", site.say("city"), link),
        Column(
            "country",
            site.say("country"),
            lambda match: site.country(cities[match.partner].record.country),
        ),
        Column(
            "similarity",
            site.say("similarity"),
            lambda match: number(100 * (match.similarity.value or 0), 0),
            number=True,
        ),
        Column(
            "variables",
            site.say("variables-in-common"),
            lambda match: number(len(match.similarity.parts), 0),
            number=True,
        ),
        Column("alike", site.say("twinning.alike"), lambda match: _likeness(site, match)[0]),
        Column(
            "different", site.say("twinning.different"), lambda match: _likeness(site, match)[1]
        ),
        Column("economies", site.say("economy-groups"), lambda match: economies(site, match)),
    ]


def best_proposals(site: Site) -> Table:
    """Return the strongest proposals over all cities, the best first."""
    matches = [
        match
        for of_city in site.twins.values()
        for match in of_city
        if not match.reason and match.match
    ]
    matches.sort(key=lambda match: (-match.match, match.city, match.partner))
    rows = matches[: site.editorial.twin_pairs_listed]
    return lay_out(site.say("caption.proposals"), _best_columns(site), rows)


def _best_columns(site: Site) -> list[Column[TwinMatch]]:
    cities, at_least = (
        site.publication.cities,
        site.publication.framework.policy.twinning.lead_at_least,
    )

    def partner(match: TwinMatch) -> Link:
        return Link(cities[match.partner].record.name, targets.city(match.partner))

    def figures(match: TwinMatch) -> str:
        leads = match.leads(at_least)
        return site.language.enumerate(observable_name(site, lead.subject) for lead in leads)

    return [
        Column("city", site.say("city"), lambda match: twinning_link(cities[match.city])),
        Column("partner", site.say("twinning.learns-from"), partner),
        Column(
            "match",
            site.say("twinning.match-of"),
            lambda match: site.language.number(match.match, 0),
            number=True,
        ),
        Column("figures", site.say("twinning.figures"), figures),
        Column("economies", site.say("economy-groups"), lambda match: economies(site, match)),
    ]
