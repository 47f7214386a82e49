"""Which cities share a weakness: an indicator that a practice bears on called for advice to them.

Those of like income and size stand first, since there its terms are most likely to hold.
"""

from collections.abc import Mapping
from math import inf

from generator.assessment.advice.practice_matching import KnownPractice
from generator.assessment.advice.told_by_cities import Told, size_of
from generator.frozen import dataclass
from generator.model.library_records import NATIONAL
from generator.views import targets
from generator.views.cell import Link, Links
from generator.views.practices import income_group
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out


@dataclass(frozen=True, slots=True)
class Taker:
    """A city with the indicators that called for advice, each with the first it called for."""

    city: str
    told: Told
    weaknesses: Mapping[str, str]


def takers_of(site: Site, practice: KnownPractice) -> list[Taker]:
    """Return the cities, the most alike first; the city of the practice is none of them."""
    income, size = income_group(site, practice.country), size_of(practice.population)

    def order(one: Taker) -> tuple[bool, float, str]:
        apart = inf if size is None or one.told.size is None else abs(one.told.size - size)
        return (income_group(site, one.told.country) != income, apart, one.told.name)

    found = (
        Taker(city, site.told[city], _weaknesses(site, practice, city))
        for city in site.standings
        if city != practice.city
    )
    return sorted((one for one in found if one.weaknesses), key=order)


def _weaknesses(site: Site, practice: KnownPractice, city: str) -> Mapping[str, str]:
    """Return the recommendations that are open by the indicators that called for them."""
    bearing, found = set(practice.bearing.indicators), dict[str, str]()
    for name in site.standings[city].proposed:
        record = site.publication.recommendations[name]
        if record.addressee == NATIONAL or bearing.isdisjoint(record.indicators):
            continue
        one = site.guidance[city].advice.proposals[name]
        if not one.rests_on_gaps:
            for leaf in one.triggers:
                indicator = leaf.name.partition(".")[0]
                if indicator in bearing:
                    found.setdefault(indicator, name)
    return found


def takers_table(site: Site, practice: KnownPractice) -> Table:
    """Return the first of the cities with the weakness that leads to what each is advised."""
    indicators = site.publication.framework.indicators
    columns = [
        Column[Taker](
            "city", site.say("city"), lambda one: Link(one.told.name, targets.city(one.city))
        ),
        Column[Taker]("country", site.say("country"), lambda one: site.country(one.told.country)),
        Column[Taker](
            "weakness",
            site.say("taker.weakness"),
            lambda one: Links(
                tuple(
                    Link(indicators[name].name, targets.city_recommendation(one.city, advice))
                    for name, advice in one.weaknesses.items()
                )
            ),
        ),
    ]
    takers = takers_of(site, practice)
    return lay_out(
        site.say("caption.takers", n=len(takers)), columns, takers[: site.editorial.takers_listed]
    )
