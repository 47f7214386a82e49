"""A city among its peers."""

from generator.model.publication import City
from generator.pages.city.city_page import city_page
from generator.pages.page import Page
from generator.views import targets
from generator.views.peers import peer_groups
from generator.views.site import Site


def compose_peers(site: Site, city: City) -> Page:
    """Return the page of a city among its peers."""
    return city_page(
        site,
        city,
        targets.tab(city.id, "peers"),
        "city-peers.md.jinja",
        subject="peers",
        groups=list(peer_groups(site, city)),
    )
