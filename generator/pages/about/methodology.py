"""Prose pages, and the methodology with the policy in force printed below it."""

from dataclasses import dataclass

from generator.language.prose import ProsePart, split_prose
from generator.pages.page import Head, Page
from generator.views import targets
from generator.views.bands import Meaning, edges
from generator.views.cell import Term
from generator.views.methodology import (
    formulas,
    goalpost_table,
    quality_table,
    status_table,
    unbenchmarked_table,
)
from generator.views.policy_settings import points_table, policy_table
from generator.views.site import Site
from generator.views.sources import ListedSource, listed_source
from generator.views.table import Table

METHODOLOGY = "methodology"


@dataclass(frozen=True, slots=True)
class Prose:
    """What a page of prose shows: a part for each heading, clean."""

    parts: tuple[ProsePart, ...]


@dataclass(frozen=True, slots=True)
class Methodology:
    """What the methodology shows; `policy_file` is the file of the policy."""

    parts: tuple[ProsePart, ...]
    bands: list[Meaning]
    points: Table
    policy: Table
    policy_file: str
    formulas: list[Term]
    goalposts: Table
    unbenchmarked: Table
    statuses: Table
    qualities: Table
    sources: list[ListedSource]


def compose_prose(site: Site, page: str, section: str) -> Page:
    """Return a page that is prose only, such as the one on the programme."""
    view = Prose(_parts(site, page))
    return Page(_head(site, page, section), "prose.md.jinja", view)


def compose_methodology(site: Site) -> Page:
    """Return the methodology: prose, the policy in force, every goalpost, every mark."""
    framework = site.publication.framework
    view = Methodology(
        parts=_parts(site, METHODOLOGY),
        bands=edges(site),
        points=points_table(site),
        policy=policy_table(site),
        policy_file=framework.policy_document.file,
        formulas=formulas(site),
        goalposts=goalpost_table(site),
        unbenchmarked=unbenchmarked_table(site),
        statuses=status_table(site),
        qualities=quality_table(site),
        sources=[listed_source(site, row) for row in framework.sources],
    )
    return Page(_head(site, METHODOLOGY, METHODOLOGY), "methodology.md.jinja", view)


def _parts(site: Site, page: str) -> tuple[ProsePart, ...]:
    return split_prose(site.publication.pages.get(page, ""))


def _head(site: Site, page: str, section: str) -> Head:
    return Head(
        target=targets.page(page),
        name=site.say(f"title.{page}"),
        description=site.say(f"description.{page}"),
        section=section,
        kind="kind.page",
    )
