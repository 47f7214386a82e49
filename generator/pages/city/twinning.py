"""Twinning of a city: recorded partnerships first, then proposals with their reasons."""

from generator.model.publication import City
from generator.pages.city.city_page import city_page
from generator.pages.page import Page
from generator.views import targets
from generator.views.site import Site
from generator.views.twin_proposals import (
    mutual,
    similar_cities,
    sufficient,
    to_learn,
)
from generator.views.twinning import (
    levels_without,
    partnership_levels,
    recorded_by_partners,
    twinning_sentence,
)


def compose_twinning(site: Site, city: City) -> Page:
    """Return the page of the partnerships that a city has, and of those that would suit it."""
    policy = site.publication.framework.policy.twinning
    return city_page(
        site,
        city,
        targets.tab(city.id, "twinning"),
        "twinning.md.jinja",
        subject="city-twinning",
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
