"""Rules for what a city does: decisions, action plan and reviews, partnerships, practices."""

from collections.abc import Iterator, Mapping

from generator.checks.dates import comes_before
from generator.checks.places import cell_problem, key_problem
from generator.model.city_records import Decision
from generator.model.publication import City, Publication, documents_in
from generator.model.records import Document
from generator.problems import Code, Place, Problem

REASONED = ("adapted", "rejected", "in-place")
REWORDED = ("adapted",)


def check_decisions(publication: Publication) -> Iterator[Problem]:
    """One rejected or in place has a reason, an adapted one a reason and its new text."""
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
        for year, document in documents_in(city.documents, "reviews").items():
            if adopted:
                yield from _check_review(document, year, adopted)


def _check_review(document: Document, year: str, adopted: str) -> Iterator[Problem]:
    if year < adopted[:4]:
        yield key_problem(Code.REVIEW_EARLY, document, ("date",), year, adopted[:4])
    elif comes_before(document.record.date, adopted):
        yield key_problem(Code.REVIEW_EARLY, document, ("date",), document.record.date, adopted)


def check_partnerships(publication: Publication) -> Iterator[Problem]:
    """A city is not its own partner."""
    for city in publication.cities.values():
        for row in city.partnerships:
            if row.partner_city == city.id:
                yield cell_problem(Code.PARTNER_SELF, city.partnerships, row, "partner_city")
            elif _is_name_of(city, row.partner, row.country):
                yield cell_problem(Code.PARTNER_SELF, city.partnerships, row, "partner")


def check_twins(publication: Publication) -> Iterator[Problem]:
    """The country of a partner is that of the city that it is."""
    for city in publication.cities.values():
        for row in city.partnerships:
            partner = publication.cities.get(row.partner_city or "")
            country = partner.record.country if partner is not None else None
            if row.country and country and row.country != country:
                yield cell_problem(
                    Code.FIELDS_CONTRADICT, city.partnerships, row, "country", "", country,
                    name=row.partner,
                )  # fmt: skip


def _is_name_of(city: City, partner: str, country: str | None) -> bool:
    same = partner.strip().casefold() == city.record.name.casefold()
    return same and country in (None, city.record.country)


def check_practices(publication: Publication) -> Iterator[Problem]:
    """A practice of the library cites a source."""
    yield from _check_sources(publication.documents)


def check_city_practices(publication: Publication) -> Iterator[Problem]:
    """A practice of a city cites a source, and its place is the city."""
    for city in publication.cities.values():
        yield from _check_sources(city.documents)
        for document in documents_in(city.documents, "practices").values():
            if document.record.place is not None:
                yield key_problem(Code.YAML_KEY_UNKNOWN, document, ("place",), "place")


def _check_sources(documents: Mapping[str, Document]) -> Iterator[Problem]:
    for document in documents_in(documents, "practices").values():
        if not document.record.sources:
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
