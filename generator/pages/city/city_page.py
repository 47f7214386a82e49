"""What the pages of a city share: the header, and a head that names the city."""

from generator.model.publication import City
from generator.pages.page import Head, Page, page
from generator.views.city_header import city_header
from generator.views.described_data import DescribedData
from generator.views.site import Site
from generator.views.targets import Target


def city_page(
    site: Site,
    city: City,
    target: Target,
    template: str,
    /,
    *,
    subject: str,
    contents: bool = True,
    described: DescribedData | None = None,
    **views: object,
) -> Page:
    """Return a page beside the profile of a city; labels of the `subject` title and describe it."""
    name = city.record.name
    head = Head(
        target=target,
        name=name,
        title=site.say(f"title.{subject}", city=name),
        description=site.say(f"description.{subject}", city=name),
        section="cities",
        contents=contents,
        described=described,
    )
    return page(head, template, header=city_header(site, city, target), **views)
