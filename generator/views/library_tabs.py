"""What the libraries of recommendations, packages and practices share: tabs, areas to choose."""

from collections.abc import Collection

from generator.views import targets
from generator.views.city_header import Tab
from generator.views.filters import Field, choice
from generator.views.site import Site
from generator.views.targets import Target

ACTION = "action"
"""The scheme of the areas of action, by which the libraries are ordered."""

LIBRARIES = ("recommendations", "packages", "practices")


def library_tabs(site: Site, current: Target) -> tuple[Tab, ...]:
    """Return the tabs that join the three libraries; `current` is the page."""
    pages = ((name, targets.page(name)) for name in LIBRARIES)
    return tuple(Tab(site.say(f"title.{name}"), page, page == current) for name, page in pages)


def area_choice(site: Site, occurring: Collection[str] | None = None) -> Field:
    """Return the field to choose an area of action: all of them, or those that occur."""
    names = {
        row.area: row.name
        for row in site.publication.framework.areas
        if row.scheme == ACTION and (occurring is None or row.area in occurring)
    }
    return choice("area", site.say("filter.area"), names)
