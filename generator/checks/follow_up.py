"""Rules for what a city does: decisions, action plan and reviews, partnerships, practices."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.checks.places import cell_problem, key_problem
from generator.model.city_records import Decision
from generator.model.publication import City, Publication
from generator.model.records import Document, Path
from generator.model.tables import Table
from generator.problems import Code, Place, Problem

REASONED = ("adapted", "rejected")
REWORDED = ("adapted",)

SPANS = {
    "governance": ("adopted", "valid_to"),
    "committee": ("since", "until"),
    "partnerships": ("start", "end"),
    "programme/partners": ("since", "until"),
    "programme/events": ("start", "end"),
}
"""Columns of a table, by its name, between which time passes."""


def check_decisions(publication: Publication) -> Iterator[Problem]:
    """A rejected recommendation has a reason, an adapted one a reason and its new text."""
    for city in publication.cities.values():
        document = city.documents.get("recommendations.yml")
        if document is not None:
            for name, decision in document.record.decisions.items():
                yield from _check_decision(document, name, decision)


def _check_decision(document: Document, name: str, decision: Decision) -> Iterator[Problem]:
    for key, decisions in (("reason", REASONED), ("text", REWORDED)):
        if decision.decision in decisions and not getattr(decision, key):
            path = ("decisions", name, key)
            yield key_problem(Code.DECISION_INCOMPLETE, document, path, decision.decision, key)


def check_reviews(publication: Publication) -> Iterator[Problem]:
    """A review looks at a plan that has been adopted, and describes the year of its name."""
    for city in publication.cities.values():
        plan = city.documents.get("action-plan.yml")
        adopted = plan.record.adopted if plan else None
        for name, document in city.documents.items():
            if name.startswith("reviews/") and adopted:
                yield from _check_review(document, name, adopted)


def _check_review(document: Document, name: str, adopted: str) -> Iterator[Problem]:
    year = name.removeprefix("reviews/").removesuffix(".yml")
    if year < adopted[:4]:
        yield key_problem(Code.REVIEW_EARLY, document, ("date",), year, adopted[:4])
    elif comes_before(document.record.date, adopted):
        yield key_problem(Code.REVIEW_EARLY, document, ("date",), document.record.date, adopted)


def comes_before(later: str, earlier: str) -> bool:
    """Return whether the date that should come later comes earlier, as far as both are known."""
    common = min(len(later), len(earlier))
    return later[:common] < earlier[:common]


def check_partnerships(publication: Publication) -> Iterator[Problem]:
    """A city is not its own partner."""
    for city in publication.cities.values():
        for row in city.partnerships:
            if row.partner_city == city.id:
                yield cell_problem(Code.PARTNER_SELF, city.partnerships, row, "partner_city")
            elif _is_name_of(city, row.partner, row.country):
                yield cell_problem(Code.PARTNER_SELF, city.partnerships, row, "partner")


def _is_name_of(city: City, partner: str, country: str | None) -> bool:
    same = partner.strip().casefold() == city.record.name.casefold()
    return same and country in (None, city.record.country)


def check_practices(publication: Publication) -> Iterator[Problem]:
    """A practice of the library cites a source."""
    yield from _check_sources(publication.documents)


def check_city_practices(publication: Publication) -> Iterator[Problem]:
    """A practice of a city cites a source."""
    for city in publication.cities.values():
        yield from _check_sources(city.documents)


def _check_sources(documents: Mapping[str, Document]) -> Iterator[Problem]:
    for name, document in documents.items():
        if name.startswith("practices/") and not document.record.sources:
            yield key_problem(Code.PRACTICE_SOURCE, document, ("sources",))


def check_practice_ids(publication: Publication) -> Iterator[Problem]:
    """The id of a practice is its address: it stands once, in the library or in one city."""
    known: dict[str, str] = {}
    for folder, files in (
        ("content", publication.documents),
        *((f"cities/{name}", city.documents) for name, city in publication.cities.items()),
    ):
        for name in files:
            first = known.setdefault(name, f"{folder}/{name}")
            if name.startswith("practices/") and first != f"{folder}/{name}":
                place = Place(f"{folder}/{name}", 1)
                yield Problem(Code.PRACTICE_REPEATED, place, name, first)


def check_spans(publication: Publication) -> Iterator[Problem]:
    """What ends does not end before it begins."""
    for name, table in publication.tables.items():
        yield from _check_span(name.removesuffix(".csv"), table)


def check_city_spans(publication: Publication) -> Iterator[Problem]:
    """What ends in a city does not end before it begins."""
    for city in publication.cities.values():
        for table in (city.governance, city.committee, city.partnerships):
            yield from _check_span(table.kind.name, table)
        for document in city.documents.values():
            yield from _check_document_spans(document)


def _check_span(name: str, table: Table[Any]) -> Iterator[Problem]:
    begins, ends = SPANS.get(name, ("", ""))
    for row in table if begins else ():
        begin, end = getattr(row, begins), getattr(row, ends)
        if begin and end and comes_before(end, begin):
            yield cell_problem(Code.DATES_REVERSED, table, row, ends, end, begin, name=begins)


def _check_document_spans(document: Document) -> Iterator[Problem]:
    record = document.record
    ends = (("start", "end"), ("start", "due"))
    parts: dict[Path, Any] = {(): record}
    parts |= {("actions", name): one for name, one in getattr(record, "actions", {}).items()}
    for path, part in parts.items():
        for begins, finishes in ends:
            begin, end = getattr(part, begins, None), getattr(part, finishes, None)
            if begin and end and comes_before(end, begin):
                yield key_problem(
                    Code.DATES_REVERSED, document, (*path, finishes), end, begin, name=begins
                )
