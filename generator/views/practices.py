"""Good practices: cards that start with a result, in lists and beside what they speak to."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from generator.assessment.advice.practice_matching import Evidence, KnownPractice, Nearness
from generator.frozen import dataclass
from generator.model.city_records import PracticeResult
from generator.model.city_tables import Source
from generator.views import targets
from generator.views.filters import Field, choice, goal_choice, goals_of, search_field
from generator.views.library_tabs import ACTION, area_choice
from generator.views.names_in_sentences import areas_text
from generator.views.site import Site
from generator.views.targets import Target
from generator.views.units import unit_beside

STATED = "stated"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a practice, figures as printed. A change alone is never made into two."""

    text: str
    before: str
    after: str
    change: str
    unit: str
    period: str
    announced: str
    source: str
    measured: str


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """A practice: its result first, then who, where and when.

    `similarity`: how similar its place is to the city that reads, if known. `data`: see `filters`;
    none where nothing is filtered.
    """

    title: str
    target: Target
    outcome: Outcome | None
    place: str
    years: str
    areas: str
    similarity: str
    data: Mapping[str, str]


def practice_card(
    site: Site, practice: KnownPractice, nearness: Nearness | None = None
) -> PracticeCard:
    """Return a practice as a card."""
    record = practice.record
    areas = [area for area in record.areas if area.startswith(f"{ACTION}/")]
    return PracticeCard(
        title=record.title,
        target=targets.practice(practice.id),
        outcome=headline_outcome(site, practice),
        place=place_text(site, practice),
        years=years_text(site, practice),
        areas=areas_text(site, areas),
        similarity=_share(site, nearness),
        data={},
    )


def filtered_card(site: Site, practice: KnownPractice) -> PracticeCard:
    """Return a practice as a card of a list that can be narrowed."""
    record, people = practice.record, practice.population
    data = {
        "area": " ".join(record.areas),
        "goal": goals_of(record.sdg_targets),
        "country": practice.country,
        "people": f"{people:.0f}" if people is not None else "",
        "indicator": " ".join(record.indicators),
        "income": income_group(site, practice.country),
        "result": _kind_of_result(practice),
        "cost": STATED if record.cost and record.cost.amount is not None else "",
    }
    return replace(practice_card(site, practice), data=data)


def income_group(site: Site, country: str) -> str:
    """Return the income group of a country; "" where it is in none."""
    row = site.publication.framework.countries.by_key().get(country)
    return (row.income_group or "") if row else ""


def _kind_of_result(practice: KnownPractice) -> str:
    """Return whether the result that a card shows tells a before and an after, or one figure."""
    result = headline(practice)
    if result is None:
        return ""
    if result.before is not None and result.after is not None:
        return "compared"
    return STATED if result.after is not None or result.change is not None else ""


def evidence_cards(site: Site, evidence: Iterable[Evidence]) -> tuple[PracticeCard, ...]:
    """Return cards of practices with how similar their places are."""
    return tuple(
        practice_card(site, site.practices[item.practice], item.nearness) for item in evidence
    )


def _share(site: Site, nearness: Nearness | None) -> str:
    if nearness is None:
        return ""
    share = site.language.number(nearness.similarity, 0)
    return site.say("practice.similarity", share=share, n=nearness.variables)


def place_text(site: Site, practice: KnownPractice) -> str:
    return site.language.by_commas((practice.name, site.country(practice.country)))


def years_text(site: Site, practice: KnownPractice) -> str:
    """Return when a practice began and ended, as far as it is stated."""
    start, end = practice.record.start, practice.record.end
    if start and end and start != end:
        return f"{start[:4]}–{end[:4]}"
    if start:
        return site.say("practice.since", year=start[:4])
    return site.say("practice.until", year=end[:4]) if end else ""


def headline(practice: KnownPractice) -> PracticeResult | None:
    """Return the result that a card shows: the first with a figure, else the first."""
    results = practice.record.results
    figures = [
        result for result in results if result.after is not None or result.change is not None
    ]
    return next(iter((*figures, *results)), None)


def headline_outcome(site: Site, practice: KnownPractice) -> Outcome | None:
    """Return what a card shows of the results."""
    result = headline(practice)
    return outcome(site, practice, result) if result else None


def outcome(site: Site, practice: KnownPractice, result: PracticeResult) -> Outcome:
    """Return a result with its figures as printed."""
    number = site.language.number
    periods = [period for period in (result.before_period, result.after_period) if period]
    source = known_sources(site, practice).get(result.source or "")
    before, after = ("" if one is None else number(one) for one in (result.before, result.after))
    change = "" if result.change is None else _signed(site, result.change)
    measured = site.publication.framework.observables.get(result.observable or "")
    return Outcome(
        text=result.text,
        before=before,
        after=after,
        change=change,
        unit=unit_beside(site, result.unit or "", after or before or change),
        period=f" {site.language.onward} ".join(dict.fromkeys(periods)),
        announced=site.say("practice.announced") if result.announced else "",
        source=(source.publisher or source.title) if source else "",
        measured=measured.name if measured else "",
    )


def _signed(site: Site, change: float) -> str:
    text = site.language.number(change)
    return f"+{text}" if change > 0 else text


def known_sources(site: Site, practice: KnownPractice) -> Mapping[str, Source]:
    """Return the sources of the city in whose folder it stands, else those of the framework."""
    own = practice.record.place is None
    city = site.publication.cities.get(practice.city) if own else None
    return city.source_of if city else site.publication.framework.source_of


def ordered_practices(practices: Iterable[KnownPractice]) -> list[KnownPractice]:
    """Return those that state a before and an after first, then any result, then by id."""

    def order(practice: KnownPractice) -> tuple[bool, bool, str]:
        result = headline(practice)
        both = result is not None and result.before is not None and result.after is not None
        return (not both, result is None, practice.id)

    return sorted(practices, key=order)


def practice_fields(site: Site, practices: Collection[KnownPractice]) -> list[Field]:
    """Return the fields that narrow some practices, with the options that occur."""
    records = [practice.record for practice in practices]
    countries = sorted({practice.country for practice in practices}, key=site.country)
    named = {name for record in records for name in record.indicators}
    indicators = {
        name: indicator.name
        for name, indicator in site.publication.framework.indicators.items()
        if name in named
    }
    incomes = {income_group(site, practice.country) for practice in practices}
    words = site.publication.framework.words.get("income-group", {})
    return [
        choice("indicator", site.say("filter.problem"), indicators),
        area_choice(site, {area for record in records for area in record.areas}),
        choice(
            "country", site.say("filter.country"), {code: site.country(code) for code in countries}
        ),
        search_field(site),
        Field("people", site.say("filter.people-least"), "number"),
        Field("people", site.say("filter.people-most"), "number", at_most=True),
        choice(
            "income",
            site.say("filter.income"),
            {key: word for key, word in words.items() if key in incomes},
        ),
        choice(
            "result",
            site.say("filter.result"),
            {"compared": site.say("filter.compared"), STATED: site.say("filter.figure")},
        ),
        choice("cost", site.say("filter.cost"), {STATED: site.say("filter.stated")}),
        goal_choice(site, [target for record in records for target in record.sdg_targets]),
    ]
