"""What has changed since it was published: the log of all revisions, and the editions."""

from generator.pages.page import Page, labelled, page
from generator.views import targets
from generator.views.downloads import revision_downloads
from generator.views.revision_log import edition_table, revision_log
from generator.views.site import Site


def compose_revisions(site: Site) -> Page:
    """Return the page on revisions."""
    target = targets.page("revisions")
    head = labelled(site, "title.revisions", target, "methodology", contents=False)
    return page(
        head,
        "revisions.md.jinja",
        lead=site.say("lead.revisions"),
        revisions=revision_log(site),
        editions=edition_table(site),
        downloads=revision_downloads(site),
    )
