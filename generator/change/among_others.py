"""What readers are told of a city that rests on other cities: peers, ranks, proposals of twins."""

from collections.abc import Iterator, Mapping

from generator.change.told import MUTUAL, PEER, RANK, TWIN, Key, Told
from generator.model.publication import City
from generator.views.peers import group_name
from generator.views.ranks import rank_text
from generator.views.site import Site
from generator.views.twin_proposals import mutual, to_learn
from generator.views.values import observable_name


def told_among_others(site: Site, city: City, ids: Mapping[str, str]) -> dict[Key, Told]:
    """Return what is told of a city beside others; `ids`: those that folders have by now."""
    return dict([*_peers(site, city, ids), *_ranks(site, city), *_twins(site, city, ids)])


def _peers(site: Site, city: City, ids: Mapping[str, str]) -> Iterator[tuple[Key, Told]]:
    for group in site.compared.of(city.id).groups:
        for name in group.members:
            if name != city.id:
                title = site.publication.cities[name].record.name
                yield (
                    (PEER, f"{group.id}/{ids.get(name, name)}"),
                    Told(title, group_name(site, group)),
                )


def _ranks(site: Site, city: City) -> Iterator[tuple[Key, Told]]:
    compared = site.compared.of(city.id)
    for group in compared.groups:
        for observable, ranking in compared.rankings[group.id].items():
            ranked = compared.rank_in(group.id, observable)
            if ranked is not None:
                title = f"{observable_name(site, observable)}, {group_name(site, group)}"
                text = rank_text(site, ranked, len(ranking))
                yield (RANK, f"{group.id}/{observable}"), Told(title, text, ranked.rank)


def _twins(site: Site, city: City, ids: Mapping[str, str]) -> Iterator[tuple[Key, Told]]:
    for kind, proposals in ((TWIN, to_learn(site, city)), (MUTUAL, mutual(site, city))):
        for one in proposals:
            name = one.target.partition(":")[2]
            yield (kind, ids.get(name, name)), Told(one.name, one.match, float(one.match))
