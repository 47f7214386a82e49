"""Twinning of a city: recorded partnerships first, then proposals with their reasons."""

from dataclasses import dataclass

from generator.model.framework_records import TwinningPolicy
from generator.model.publication import City
from generator.pages.page import Head, Page
from generator.views import targets
from generator.views.city_header import CityHeader, city_header
from generator.views.site import Site
from generator.views.table import Table
from generator.views.twin_proposals import (
    TwinProposal,
    mutual,
    similar_cities,
    sufficient,
    to_learn,
)
from generator.views.twinning import (
    Level,
    levels_without,
    partnership_levels,
    recorded_by_partners,
    twinning_sentence,
)


@dataclass(frozen=True, slots=True)
class CityTwinning:
    """What the twinning page of a city shows; `folder` is that of its files.

    `without`: the levels at which nothing is recorded. `sufficient`: whether enough is known to
    propose anyone; `weak`: the score from which on there is nothing to learn.
    """

    header: CityHeader
    folder: str
    lead: str
    levels: list[Level]
    without: str
    by_partners: Table
    sufficient: bool
    to_learn: list[TwinProposal]
    mutual: list[TwinProposal]
    similar: Table
    minimum: TwinningPolicy
    weak: str


def compose_twinning(site: Site, city: City) -> Page:
    """Return the page of the partnerships that a city has, and of those that would suit it."""
    policy = site.publication.framework.policy.twinning
    head = Head(
        target=targets.tab(city.id, "twinning"),
        name=city.record.name,
        title=site.say("title.city-twinning", city=city.record.name),
        description=site.say("description.city-twinning", city=city.record.name),
        section="cities",
    )
    view = CityTwinning(
        header=city_header(site, city, head.target),
        folder=f"cities/{city.id}",
        lead=twinning_sentence(site, city),
        levels=list(partnership_levels(site, city)),
        without=levels_without(site, city),
        by_partners=recorded_by_partners(site, city),
        sufficient=bool(sufficient(site, city)),
        to_learn=to_learn(site, city),
        mutual=mutual(site, city),
        similar=similar_cities(site, city),
        minimum=policy,
        weak=site.language.number(policy.weak_below),
    )
    return Page(head, "twinning.md.jinja", view)
