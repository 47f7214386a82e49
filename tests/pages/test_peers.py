"""A city among its peers: rule and members are said; a rank never stands without its interval."""

import re
from pathlib import Path

from generator.pages.across.areas import compose_area
from generator.pages.city.peers import compose_peers
from generator.views.site import Site
from tests.written import body_of

CHECKOUT = Path(__file__).resolve().parents[2]


def test_every_city_has_a_page_with_rule_and_members(site: Site) -> None:
    for city in site.cities:
        body = body_of(site, compose_peers(site, city))
        for group in site.compared.of(city.id).groups:
            for name in group.members:
                assert f"<bdi>{site.publication.cities[name].record.name}</bdi>" in body


def test_a_rank_stands_with_its_interval_only(site: Site) -> None:
    ranks = 0
    for city in site.cities:
        body = body_of(site, compose_peers(site, city))
        found = re.findall(r"rank =?\d+(.{0,12})", body)
        assert all(re.match(r" \(\d+ to \d+\)", after) for after in found)
        ranks += len(found)
    groups = {
        (area, group.members): ranking
        for one in site.compared.cities.values()
        for group in one.groups
        for area, ranking in one.rankings[group.id].items()
    }
    assert (ranks > 0) == bool(groups)


def test_the_pages_of_areas_list_the_cities_by_name_and_rank_none(site: Site) -> None:
    names = [city.record.name for city in site.cities]
    for area in site.publication.framework.areas:
        body = body_of(site, compose_area(site, area.area))
        table = body[: body.index("</table>")]
        assert "rank " not in table
        heads = re.findall(r'class="level-1"><th scope="row"><a [^>]*>([^<]*)</a>', table)
        assert heads == sorted(heads, key=names.index)


def test_a_band_of_quartiles_needs_enough_cities(site: Site) -> None:
    minimum = site.publication.framework.policy.comparison.minimum
    spreads = [one for one in site.compared.spreads.values() if one is not None]
    assert any(one.cities >= minimum for one in spreads)
    assert all((one.median is not None) == (one.cities >= minimum) for one in spreads)
