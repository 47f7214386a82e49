"""The page of forms: a figure, a source, a good practice, made ready to be sent."""

from generator.pages.page import Page, labelled, page
from generator.views import targets
from generator.views.cell import Link
from generator.views.corrections import report_address
from generator.views.entry_forms import entry_forms
from generator.views.site import Site


def compose_contribute(site: Site) -> Page:
    """Return the forms; without repository and e-mail, what they make is copied or saved."""
    record = site.publication.record
    head = labelled(site, "title.contribute", targets.page("contribute"), "data", contents=False)
    return page(
        head,
        "contribute.md.jinja",
        lead=site.say("lead.contribute"),
        forms=entry_forms(site),
        report=report_address(record.repository) if record.repository else None,
        email=record.contact.email if record.contact else None,
        last_year=record.as_of[:4],
        editors=Link(site.say("title.editors"), targets.page("editors")),
    )
