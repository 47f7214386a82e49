"""The cities whose names begin with one letter, where there are too many to list on one page."""

from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.bands import edges
from generator.views.cell import Link
from generator.views.city_groups import initials, letters
from generator.views.city_list import city_row, top_names
from generator.views.on_record import on_record_items, on_record_lead, profiled
from generator.views.site import Site
from generator.views.targets import Target


def compose_initial(site: Site, name: str) -> Page:
    """Return the page of a letter by the last part of its target."""
    target = Target(f"initial:{name}")
    letter = next(one for one in initials(site) if targets.initial(one) == target)
    cities = initials(site)[letter]
    profiles = profiled(site, cities)
    lead = site.say("description.cities", n=len(profiles))
    head = Head(
        target=target,
        name=site.say("title.initial", letter=letter),
        description=lead,
        section="cities",
        trail=(Link(site.say("section.cities"), targets.page("cities")),),
        contents=False,
    )
    return page(
        head,
        "initial.md.jinja",
        lead=lead,
        letters=letters(site, target),
        areas=top_names(site),
        rows=[city_row(site, city) for city in profiles],
        on_record=on_record_items(site, cities),
        on_record_lead=on_record_lead(site),
        legend=edges(site),
    )
