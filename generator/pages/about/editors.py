"""The pages for editors: how a figure gets into the publication, and a page for each table."""

from dataclasses import replace

from generator.pages.page import Head, Page, labelled, page
from generator.views import targets
from generator.views.cell import Link
from generator.views.editors_tables import TABLES, columns_of_table, files_of_city
from generator.views.site import Site
from generator.views.translation_ledger import exception_table, ledgers

EDITORS = targets.page("editors")
LEDGER = targets.page("editors/translations")


def compose_editors(site: Site) -> Page:
    """Return the ways to bring a figure, and the files of a city."""
    head = labelled(site, "title.editors", EDITORS, "data")
    return page(
        head,
        "editors.md.jinja",
        lead=site.say("lead.editors"),
        ways=[
            (site.say(f"editors.way-{name}"), site.say(f"editors.way-{name}-is")) for name in WAYS
        ],
        form=Link(site.say("title.contribute"), targets.page("contribute")),
        ask=Link(site.say("title.ask"), targets.page("programme/ask")),
        translations=Link(site.say("editors.translations"), LEDGER),
        files=files_of_city(site),
    )


WAYS = ("form", "questionnaire", "spreadsheet", "table", "file")
"""The ways to bring a figure, the one that asks least of an editor first."""


def compose_editors_table(site: Site, name: str) -> Page:
    """Return the page of a table: what its columns hold."""
    kind = TABLES[name]
    if kind.table is None:
        raise ValueError(name)
    head = Head(
        target=targets.editors(name),
        name=kind.pattern,
        description=site.in_english(kind.about),
        section="data",
        trail=(Link(site.say("title.editors"), EDITORS),),
        kind="kind.page",
        contents=False,
    )
    return page(
        head,
        "editors-table.md.jinja",
        lead=site.in_english(kind.about),
        columns=columns_of_table(site, kind.table),
        header=",".join(column.name for column in kind.table.columns),
        key=", ".join(kind.table.key),
    )


def compose_ledger(site: Site) -> Page:
    """Return the page that tells how much of the publication stands in each of its languages."""
    head = labelled(site, "title.ledger", LEDGER, "data")
    return page(
        replace(head, trail=(Link(site.say("title.editors"), EDITORS),)),
        "ledger.md.jinja",
        lead=site.say("lead.ledger"),
        ledgers=ledgers(site),
        exceptions=exception_table(site),
    )
