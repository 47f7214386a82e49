"""The site of a language in which everything is read, or made from what was read, on demand.

Each thing is made once; whatever is made of it is noted to rest on all that it was made from.
"""

from collections.abc import Mapping
from typing import Any

from generator.assessment.comparison.cities_compared import (
    CityComparison,
    Compared,
    Rankings,
    compare_city,
    rank_group,
    spread_of,
)
from generator.assessment.comparison.peer_comparison import Figure, subjects_of
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
from generator.summary.reads import Made, Once
from generator.summary.shelf import Shelf
from generator.views.site import Site


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
    framework = shelf.content.framework
    described: Mapping[str, TwinProfile] = Made(
        shelf.notebook,
        shelf.published,
        lambda name: describe_city(
            framework, shelf.city(name), shelf.told[name].context, shelf.known(name).result
        ),
    )

    def match(name: str) -> tuple[TwinMatch, ...]:
        others = [described[other] for other in shelf.twins_of(name)]
        return match_all(framework, described[name], others)

    return Made(shelf.notebook, shelf.published, match)


def _compared(shelf: Shelf) -> Compared:
    """Return every city beside its peers, and all cities together."""
    publication, notebook = shelf.publication, shelf.notebook
    results = OnDemand(shelf.published, lambda name: shelf.known(name).result)

    def figure(city: str, subject: str) -> Figure | None:
        return shelf.known(city).figures.get(subject)

    ranked: dict[tuple[str, ...], Once[Rankings]] = {}

    def rank(members: tuple[str, ...]) -> Rankings:
        if members not in ranked:
            ranked[members] = Once(notebook, lambda: rank_group(publication, results, members))
        return ranked[members]()

    memberships = OnDemand(shelf.published, lambda name: shelf.known(name).memberships)
    groups = Once(notebook, lambda: policy_groups(publication.framework, memberships))

    def compare(name: str) -> CityComparison:
        own = groups_of(publication, results, groups(), name, shelf.peers_by_rule(name))
        within = tuple(memberships[name].items())
        return compare_city(publication, figure, rank, name, own, within)

    framework = publication.framework
    return Compared(
        cities=Made(notebook, shelf.published, compare),
        spreads=Made(
            notebook,
            lambda: subjects_of(framework),
            lambda subject: spread_of(framework, results.values(), subject),
        ),
    )
