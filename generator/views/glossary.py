"""The glossary as readers see it: each term with its meaning and its names in other languages."""

from collections.abc import Iterator
from itertools import groupby

from generator.frozen import dataclass
from generator.language.typography import spaced
from generator.model.glossary_records import Term
from generator.views import targets
from generator.views.cell import Link
from generator.views.site import Site

PAGE = "glossary"
TITLES = ("title", "section", "heading")
"""What the label of the name of a page begins with, one of them."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a term is called in another language."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class TermShown:
    """A term: its id and name, what it means, its other names, and where more is told."""

    id: str
    name: str
    definition: str
    note: str
    others: tuple[Name, ...]
    page: Link | None
    source: Link | None


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms under a letter."""

    letter: str
    terms: tuple[TermShown, ...]


def shown_terms(site: Site) -> tuple[TermShown, ...]:
    """Return the terms in the order of the language; one without a name in it is left out."""
    code = site.language.code
    known = [
        _shown(site, name, term)
        for name, term in site.publication.glossary.items()
        if code in term.names
    ]
    return tuple(sorted(known, key=lambda one: site.language.order(one.name)))


def by_letter(site: Site) -> tuple[Letter, ...]:
    """Return the terms under their first letters."""
    groups = groupby(shown_terms(site), key=lambda one: site.language.initial(one.name))
    return tuple(Letter(letter, tuple(terms)) for letter, terms in groups)


def _shown(site: Site, name: str, term: Term) -> TermShown:
    code = site.language.code
    return TermShown(
        id=name,
        name=spaced(term.names[code], code),
        definition=term.definition,
        note=term.note or "",
        others=tuple(_others(site, term)),
        page=_page(site, term.page) if term.page else None,
        source=_source(site, term.source) if term.source else None,
    )


def _others(site: Site, term: Term) -> Iterator[Name]:
    for code in site.publication.record.languages:
        if code != site.language.code and code in term.names:
            yield Name(code, spaced(term.names[code], code))


def _page(site: Site, page: str) -> Link:
    last = page.rpartition("/")[2]
    label = next(key for start in TITLES if site.language.has(key := f"{start}.{last}"))
    return Link(site.say(label), targets.page(page))


def _source(site: Site, source: str) -> Link | None:
    row = site.publication.framework.sources.by_key().get(source)
    return Link(row.title, url=row.url or "") if row else None
