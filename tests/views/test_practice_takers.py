"""A practice names the cities with the weakness that it answers, the most alike first."""

from generator.views import targets
from generator.views.cell import Link, Links
from generator.views.practice_takers import takers_of, takers_table
from generator.views.site import Site


def test_each_city_was_advised_on_an_indicator_that_the_practice_bears_on(
    fictitious_site: Site,
) -> None:
    site, shown = fictitious_site, 0
    for practice in site.practices.values():
        for one in takers_of(site, practice):
            assert one.city != practice.city
            for indicator, advice in one.weaknesses.items():
                assert indicator in practice.bearing.indicators
                proposal = site.guidance[one.city].advice.proposals[advice]
                assert indicator in {leaf.name.partition(".")[0] for leaf in proposal.triggers}
                shown += 1
    assert shown


def test_cities_of_the_same_income_group_stand_first(fictitious_site: Site) -> None:
    countries = fictitious_site.publication.framework.countries.by_key()
    for practice in fictitious_site.practices.values():
        own = countries[practice.country].income_group
        takers = takers_of(fictitious_site, practice)
        alike = [countries[one.told.country].income_group == own for one in takers]
        assert alike == sorted(alike, reverse=True)


def test_a_weakness_leads_to_what_the_city_is_advised(fictitious_site: Site) -> None:
    site = fictitious_site
    practice = next(one for one in site.practices.values() if takers_of(site, one))
    first, cells = takers_of(site, practice)[0], takers_table(site, practice).rows[0]
    assert cells[0] == Link(first.told.name, targets.city(first.city))
    assert isinstance(cells[-1], Links)
    assert [one.target for one in cells[-1].links] == [
        targets.city_recommendation(first.city, advice) for advice in first.weaknesses.values()
    ]
