"""The profile of a city: who, how it stands, what changed, what is missing, area by area."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.assessment.results import CityResult
from generator.model.publication import City
from generator.pages.page import Head, Page, SearchEntry
from generator.views import targets
from generator.views.area_rows import AreaRow, area_rows
from generator.views.city_chapters import (
    Chapter,
    FingerprintGroup,
    MissingFigures,
    chapters,
    fingerprint,
    missing_figures,
)
from generator.views.city_header import CityHeader, city_header
from generator.views.key_facts import Fact, key_facts
from generator.views.pictures import Picture, pictures
from generator.views.prose_sections import ProseSection, prose_sections
from generator.views.record_tables import approval_text, committee_order
from generator.views.sentences import Change, changes, finding_sentences, lead_sentences
from generator.views.site import Drawing, Site
from generator.views.table import Table
from generator.views.urgency_words import PriorityRow, UrgentRow, area_order, most_urgent
from generator.views.values import full_name, value_view


@dataclass(frozen=True, slots=True)
class Profile:
    """What the profile of a city shows; `confirmed`: the city has approved it."""

    city: str
    header: CityHeader
    confirmed: bool
    confirmation: str
    lead: str
    findings: list[str]
    fingerprint: list[FingerprintGroup]
    facts: list[Fact]
    wheel: Drawing | None
    area_bars: Drawing | None
    trends: Drawing | None
    areas: list[AreaRow]
    urgent: list[UrgentRow]
    area_order: list[PriorityRow]
    has_committee: bool
    committee_order: Table
    changes: list[Change]
    missing: MissingFigures
    chapters: list[Chapter]
    sections: list[ProseSection]
    pictures: list[Picture]


def compose_profile(site: Site, city: City) -> Page:
    """Return the profile page of a city."""
    view = profile(site, city)
    head = Head(
        target=targets.city(city.id),
        name=city.record.name,
        description=view.lead,
        section="cities",
        kind="kind.city",
        context=site.country(city.record.country),
        extra=" ".join([*city.record.local_names.values(), city.id]),
        entries=tuple(value_entries(site, city, site.results[city.id])),
        contents=False,
    )
    return Page(head, "profile.md.jinja", view)


def profile(site: Site, city: City) -> Profile:
    """Return what the profile of a city shows."""
    result = site.results[city.id]
    return Profile(
        city=city.id,
        header=city_header(site, city, targets.city(city.id)),
        confirmed=city.is_approved,
        confirmation=approval_text(site, city),
        lead=" ".join(lead_sentences(site, result)),
        findings=finding_sentences(site, result),
        fingerprint=fingerprint(site, result),
        facts=key_facts(site, city),
        wheel=site.drawings.get((city.id, "wheel")),
        area_bars=site.drawings.get((city.id, "area-bars")),
        trends=site.drawings.get((city.id, "trends")),
        areas=area_rows(site, result, site.publication.record.main_scheme),
        urgent=most_urgent(site, city, result),
        area_order=area_order(site, result),
        has_committee=bool(result.priorities),
        committee_order=committee_order(site, city),
        changes=changes(site, city, result),
        missing=missing_figures(site, result),
        chapters=list(chapters(site, city, result)),
        sections=prose_sections(site, city),
        pictures=pictures(site, city, None),
    )


def value_entries(site: Site, city: City, result: CityResult) -> Iterator[SearchEntry]:
    """Yield each value of the city for the search."""
    record = city.record
    names = " ".join(record.local_names.values())
    tab = targets.tab(city.id, "indicators")
    for one in result.observables.values():
        shown = one.selection.shown
        if one.data_points or shown is None or one.selection.value is None:
            continue
        value = value_view(site, shown, one.observable)
        text = f"{f'{value.number} {value.unit}'.rstrip()}, {value.period}"
        if value.comparability != "exact":
            differs = site.word("comparability", value.comparability)
            text = f"{text}, {differs[:1].lower()}{differs[1:]}"
        yield SearchEntry(
            targets.at(tab, targets.anchor(one.observable.id)),
            full_name(site, one),
            site.say("kind.value"),
            f"{record.name}: {text}",
            names,
        )
