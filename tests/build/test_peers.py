"""A city among its peers: rule and members are said; a rank never stands without its interval."""

import re
from pathlib import Path

import pytest

from generator import build
from generator.assessment.cities_compared import compare_cities
from generator.language import Language
from generator.pages import Site, load_templates
from generator.pages.peers import compose_peers

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def site() -> Site:
    publication = build.check(CHECKOUT).publication
    assert publication is not None
    language = Language("en", publication.labels["en"])  # type: ignore[arg-type]
    results = build.assess_cities(publication)
    compared = compare_cities(publication, results)
    templates = load_templates(CHECKOUT)
    return Site(publication, results, language, {}, templates, comparisons=compared)


def test_every_city_has_a_page_with_rule_and_members(site: Site) -> None:
    for city in site.cities:
        body = compose_peers(site, city).body
        for group in site.comparisons[city.id].groups:
            for name in group.members:
                assert f"<bdi>{site.publication.cities[name].record.name}</bdi>" in body


def test_a_rank_stands_with_its_interval_only(site: Site) -> None:
    ranks = 0
    for city in site.cities:
        body = compose_peers(site, city).body
        found = re.findall(r"rank =?\d+(.{0,12})", body)
        assert all(re.match(r" \(\d+ to \d+\)", after) for after in found)
        ranks += len(found)
    groups = {
        (area, group.members): ranking
        for one in site.comparisons.values()
        for group in one.groups
        for area, ranking in one.rankings[group.id].items()
        if "/" in area
    }
    assert (ranks > 0) == bool(groups)
