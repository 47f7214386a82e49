"""The site of a language in which everything is read, or made from what was read, on demand.

Each thing is made once; whatever is made of it is noted to rest on all that it was made from.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from generator.assessment.comparison.cities_compared import (
    CityComparison,
    Compared,
    Rankings,
    compare_city,
    rank_group,
    spread_of,
)
from generator.assessment.comparison.peer_comparison import Figure, Summary, subjects_of
from generator.assessment.comparison.peer_groups import groups_of, policy_groups
from generator.assessment.comparison.twin_matching import (
    TwinMatch,
    TwinProfile,
    describe_city,
    match_all,
)
from generator.language import Language
from generator.model.name_order import Order
from generator.model.on_demand import OnDemand
from generator.summary.reads import Once, noted_once
from generator.summary.shelf import Shelf
from generator.views.site import Site

CITIES_AT_ONCE = 4
"""Of how many cities it is held how they stand among others: only their own pages ask for it."""
GROUPS_AT_ONCE = 40
"""Of how many groups of peers the figures are held: those of the policy are asked for again."""


def site_on_demand(shelf: Shelf, language: Language, **own: Any) -> Site:
    """Return the site of a language; `own` are further fields, as far as they are known."""
    published = shelf.published

    def order(name: str) -> tuple[Order, str]:
        return language.order(shelf.told[name].name), name

    return Site(
        shelf.publication,
        OnDemand(published, lambda name: shelf.known(name).result),
        language,
        twins=_twins(shelf),
        alike=OnDemand(published, shelf.alike),
        guidance=OnDemand(published, lambda name: shelf.known(name).guidance),
        compared=_compared(shelf),
        undertakings=OnDemand(published, lambda name: shelf.known(name).undertakings),
        tallies=OnDemand(published, lambda name: shelf.known(name).tallies),
        standings=OnDemand(published, lambda name: shelf.known(name).standings),
        series=OnDemand(published, lambda name: shelf.known(name).series),
        practices=shelf.practices,
        told=shelf.told,
        in_order=Once(shelf.notebook, lambda: tuple(sorted(published(), key=order))),
        **own,
    )


def _twins(shelf: Shelf) -> Mapping[str, tuple[TwinMatch, ...]]:
    """Return the match of each city with the cities nearest to it, the best first."""
    framework, notebook = shelf.content.framework, shelf.notebook

    def describe(name: str) -> TwinProfile:
        context, result = shelf.told[name].context, shelf.known(name).result
        return describe_city(framework, shelf.city(name), context, result)

    described = noted_once(notebook, describe)

    def match(name: str) -> tuple[TwinMatch, ...]:
        others = [described(other) for other in shelf.twins_of(name)]
        return match_all(framework, described(name), others)

    return OnDemand(shelf.published, noted_once(notebook, match, CITIES_AT_ONCE))


def _compared(shelf: Shelf) -> Compared:
    """Return every city beside its peers, and all cities together."""
    publication, notebook = shelf.publication, shelf.notebook
    framework = publication.framework
    results = OnDemand(shelf.published, lambda name: shelf.known(name).result)

    def figure(city: str, subject: str) -> Figure | None:
        return shelf.known(city).figures.get(subject)

    def figures_of(members: tuple[str, ...], subject: str) -> Mapping[str, Figure]:
        found = ((city, figure(city, subject)) for city in members)
        return {city: one for city, one in found if one is not None}

    def by_subject(members: tuple[str, ...]) -> Callable[[str], Mapping[str, Figure]]:
        return noted_once(notebook, partial(figures_of, members))

    def ranking_of(members: tuple[str, ...]) -> Rankings:
        return rank_group(publication, results, among(members))

    among = noted_once(notebook, by_subject, GROUPS_AT_ONCE)
    rank = noted_once(notebook, ranking_of, GROUPS_AT_ONCE)
    memberships = OnDemand(shelf.published, lambda name: shelf.known(name).memberships)
    groups = Once(notebook, lambda: policy_groups(framework, memberships))

    def compare(name: str) -> CityComparison:
        own = groups_of(publication, results, groups(), name, shelf.peers_by_rule(name))
        within = tuple(memberships[name].items())
        return compare_city(publication, figure, among, rank, name, own, within)

    def spread(subject: str) -> Summary | None:
        return spread_of(framework, results.values(), subject)

    return Compared(
        cities=OnDemand(shelf.published, noted_once(notebook, compare, CITIES_AT_ONCE)),
        spreads=OnDemand(lambda: subjects_of(framework), noted_once(notebook, spread)),
    )
