"""Recommendations of the library: rows of the index, and the cities that each is proposed to."""

from collections.abc import Iterator, Mapping

from generator.assessment.advice.guidance import Guidance
from generator.assessment.advice.proposals import (
    NOT_PROPOSED,
    PROPOSED,
    UNCHECKED,
    Proposal,
)
from generator.frozen import dataclass
from generator.model.library_records import LibraryRecommendation
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Lines, Link, Term
from generator.views.condition_answers import because
from generator.views.filters import (
    Field,
    choice,
    chosen_by,
    city_choices,
    goal_choice,
    goals_of,
    search_field,
)
from generator.views.library_tabs import ACTION, area_choice
from generator.views.names_in_sentences import cities_text
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.targets import Target
from generator.views.urgency_words import level_text


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """A recommendation to scan; `proposed`: to how many cities. `data`: see `filters`."""

    title: str
    target: Target
    detail: str
    proposed: str
    data: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RecommendationGroup:
    """The recommendations of an area of action."""

    title: str
    rows: tuple[RecommendationRow, ...]


def recommendation_groups(site: Site) -> Iterator[RecommendationGroup]:
    """Yield the library area by area; each recommendation stands in the first of its areas."""
    library = site.publication.recommendations
    proposed: dict[str, list[str]] = {name: [] for name in library}
    for city in site.cities:
        for name in site.standings[city.id].proposed:
            proposed[name].append(city.id)
    for area in site.publication.framework.children(ACTION):
        rows = tuple(
            _row(site, name, record, proposed[name])
            for name, record in library.items()
            if record.areas[0] == area.area
        )
        if rows:
            yield RecommendationGroup(area.name, rows)


def _row(
    site: Site, name: str, record: LibraryRecommendation, cities: list[str]
) -> RecommendationRow:
    """Return a recommendation; `cities` are those to which it is proposed."""
    return RecommendationRow(
        title=record.title,
        target=targets.recommendation(name),
        detail=detail_text(site, record),
        proposed=site.say("recommendation.proposed-to", n=len(cities)) if cities else "",
        data={
            "area": " ".join(record.areas),
            **chosen_by(site, cities),
            "addressee": record.addressee,
            "kind": record.type,
            "horizon": record.horizon,
            "goal": goals_of(record.sdg_targets),
        },
    )


def recommendation_fields(site: Site) -> list[Field]:
    """Return the fields that narrow the recommendations."""
    library, words = site.publication.recommendations, site.publication.framework.words
    return [
        area_choice(site),
        *city_choices(site),
        choice("addressee", site.say("filter.addressee"), words["addressee"]),
        choice("kind", site.say("filter.kind"), words["recommendation-type"]),
        choice("horizon", site.say("filter.horizon"), words["horizon"]),
        goal_choice(site, [target for record in library.values() for target in record.sdg_targets]),
        search_field(site),
    ]


def detail_text(site: Site, record: LibraryRecommendation) -> str:
    """Return kind, horizon and effort of a recommendation in a line."""
    parts = [
        site.word("recommendation-type", record.type),
        site.word("horizon", record.horizon),
        site.word("effort", record.effort),
    ]
    if record.addressee != "city":
        parts.append(site.word("addressee", record.addressee))
    return " · ".join(parts)


def proposals_of(site: Site, recommendation: str, state: str) -> list[tuple[City, Proposal]]:
    """Return the cities for which a recommendation is in a state, by name."""
    return [
        (city, proposal)
        for city in site.cities
        if (proposal := site.guidance.get(city.id, Guidance()).advice.proposals.get(recommendation))
        and proposal.state == state
    ]


def recommendation_facts(site: Site, record: LibraryRecommendation) -> list[Term]:
    """Return to whom a recommendation is addressed, when, and what it serves."""
    areas, by_semicolons = site.publication.framework.area_of, site.language.by_semicolons
    facts = [
        ("fact.addressee", site.word("addressee", record.addressee)),
        ("fact.lead-body", record.lead_body or ""),
        ("recommendation.partners", by_semicolons(record.partners)),
        ("fact.horizon", site.word("horizon", record.horizon)),
        ("fact.kind", site.word("recommendation-type", record.type)),
        ("fact.effort", site.word("effort", record.effort)),
        ("fact.areas", by_semicolons(dict.fromkeys(areas[one].name for one in record.areas))),
        ("fact.targets", site.language.by_commas(record.sdg_targets)),
    ]
    return [Term(site.say(key), text) for key, text in facts if text]


def proposed_to(site: Site, recommendation: str) -> Table:
    """Return the cities with the reason for each; decisions only where there is one."""

    def reasons(row: tuple[City, Proposal]) -> Lines:
        city, proposal = row
        return Lines(tuple(because(site, city.id, leaf).text for leaf in proposal.because))

    def decision(row: tuple[City, Proposal]) -> str:
        made = row[1].decision
        return site.word("decision", made.decision) if made else ""

    rows = proposals_of(site, recommendation, PROPOSED)
    column = Column[tuple[City, Proposal]]
    columns = [
        column(
            "city",
            site.say("city"),
            lambda row: Link(row[0].record.name, targets.tab(row[0].id, "recommendations")),
        ),
        column("because", site.say("because"), reasons),
        column(
            "priority",
            site.say("priority"),
            lambda row: level_text(site, row[1].priority, row[1].level),
        ),
        column("decision", site.say("decision"), decision),
    ]
    return lay_out(site.say("caption.proposed-to", n=len(rows)), columns, rows).filled()


def not_proposed_to(site: Site, recommendation: str) -> list[str]:
    """Return a sentence on the cities that it could not be checked for, and on the others."""
    groups = {
        "recommendation.unchecked-for": proposals_of(site, recommendation, UNCHECKED),
        "recommendation.not-proposed-to": proposals_of(site, recommendation, NOT_PROPOSED),
    }
    return [
        site.say(key, cities=cities_text(site, [city.record.name for city, _ in group]))
        for key, group in groups.items()
        if group
    ]
