"""A city among its peers."""

from dataclasses import dataclass

from generator.model.publication import City
from generator.pages.page import Head, Page
from generator.views import targets
from generator.views.city_header import CityHeader, city_header
from generator.views.peers import PeerGroup, peer_groups
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class CityPeers:
    """What the page of a city among its peers shows."""

    header: CityHeader
    groups: list[PeerGroup]


def compose_peers(site: Site, city: City) -> Page:
    """Return the page of a city among its peers."""
    head = Head(
        target=targets.tab(city.id, "peers"),
        name=city.record.name,
        title=site.say("title.peers", city=city.record.name),
        description=site.say("description.peers", city=city.record.name),
        section="cities",
    )
    view = CityPeers(city_header(site, city, head.target), list(peer_groups(site, city)))
    return Page(head, "city-peers.md.jinja", view)
