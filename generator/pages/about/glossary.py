"""The glossary: the words of the publication, each with its meaning and its other names."""

from dataclasses import replace

from generator.pages.page import Page, SearchEntry, labelled, page
from generator.views import targets
from generator.views.glossary import PAGE, TermShown, by_letter, shown_terms
from generator.views.site import Site
from generator.views.targets import Target


def compose_glossary(site: Site) -> Page:
    """Return the page of all terms; the search finds each by its names in every language."""
    target = targets.page(PAGE)
    head = labelled(site, "title.glossary", target, "methodology")
    entries = tuple(_entry(site, target, one) for one in shown_terms(site))
    return page(
        replace(head, entries=entries),
        "glossary.md.jinja",
        lead=site.say("lead.glossary", n=len(entries)),
        letters=by_letter(site),
        methodology=targets.page("methodology"),
    )


def _entry(site: Site, target: Target, one: TermShown) -> SearchEntry:
    return SearchEntry(
        Target(f"{target}#{one.id}"),
        one.name,
        site.say("kind.term"),
        extra=" ".join(name.text for name in one.others),
    )
