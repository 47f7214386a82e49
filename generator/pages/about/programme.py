"""The programme: who runs it, what it delivers, what it has mobilised, where it is."""

from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from generator.assessment.programme.procedure import DONE
from generator.assessment.programme.programme_figures import (
    Mobilised,
    count_partnerships,
    in_dollars,
    is_late,
    sum_resources,
)
from generator.language.prose import split_prose
from generator.model.programme_tables import (
    Deliverable,
    Event,
    Output,
    Partner,
    Resource,
    Sector,
)
from generator.model.publication import City
from generator.pages.city.governance import (
    STEPS,
    committee_of,
    day,
    governance_folder,
    procedure_of,
)
from generator.pages.city.twinning import twinning_folder
from generator.pages.page import Page, compose_old, old_entry
from generator.views.addresses import relative_address
from generator.views.coverage_map import Spot, lay_out_map
from generator.views.site import Site
from generator.views.values import View

FOLDER = "programme"
TABS = (
    (FOLDER, "tab.programme"),
    (f"{FOLDER}/timeline", "tab.timeline"),
    (f"{FOLDER}/resources", "tab.resources"),
    (f"{FOLDER}/coverage", "tab.coverage"),
)
PUBLICATION = "publication"


def compose_programme(site: Site) -> Iterator[Page]:
    """Yield the pages of the programme."""
    yield _overview(site)
    yield _timeline(site)
    yield _resources(site)
    yield _coverage(site)


def _page(site: Site, at: int, template: str, values: View) -> Page:
    folder, label = TABS[at]
    title = site.say(f"title.{label.removeprefix('tab.')}")
    tabs = [
        {
            "text": site.say(tab),
            "href": relative_address(folder, target),
            "current": target == folder,
        }
        for target, tab in TABS
    ]
    return compose_old(
        site,
        template,
        folder,
        {"name": title, "tabs": tabs, "file": _file, **values},
        title=title,
        description=site.say(f"description.{label.removeprefix('tab.')}"),
        section=FOLDER,
        search=(old_entry(folder, title, site.say("kind.page")),),
    )


def _file(name: str) -> str:
    return f"content/programme/{name}.csv"


def _rows(site: Site, name: str) -> Sequence[Any]:
    """Return the rows of a table of the programme; none if the file is not there."""
    table = site.publication.tables.get(f"programme/{name}.csv")
    return table.rows if table else ()


def source_link(site: Site, source: str | None) -> View | str:
    """Return a source of the framework as a link to what can be opened."""
    row = site.publication.framework.source_of.get(source or "")
    return {"text": row.title, "href": row.url or ""} if row else ""


# Overview


def _overview(site: Site) -> Page:
    prose = split_prose(site.publication.pages.get("programme", ""))
    return _page(
        site,
        0,
        "programme.md.jinja",
        {
            "lead": site.say("lead.programme"),
            "facts": _facts(site),
            "prose": [{"heading": one.heading, "html": Markup(one.html)} for one in prose],
            "partners": [_partner_row(site, row) for row in _rows(site, "partners")],
            "outputs": [_output_view(site, row) for row in _rows(site, "outputs")],
            "areas": _areas(site),
            "sectors": _sector_groups(site),
            "contact": site.publication.record.contact,
        },
    )


def _facts(site: Site) -> list[View]:
    """Return the programme in four numbers, each computed from the files."""
    published = [
        city
        for city in site.cities
        if any(step.step == PUBLICATION and step.status == DONE for step in city.record.procedure)
    ]
    countries = {city.record.country for city in site.cities}
    counts = [
        ("fact.partners", len(_rows(site, "partners"))),
        ("fact.cities", len(site.cities)),
        ("fact.countries", len(countries)),
        ("fact.published", len(published)),
    ]
    return [
        {"label": site.say(label), "number": site.language.number(count, 0)}
        for label, count in counts
    ]


def _partner_row(site: Site, row: Partner) -> list[Any]:
    return [
        {"text": row.name, "href": row.url or ""},
        site.word("partner-kind", row.kind),
        {"lines": [part for part in (row.role, _span(site, row)) if part]},
        source_link(site, row.source),
    ]


def _span(site: Site, row: Partner) -> str:
    """Return since when and until when, in words."""
    start, end = day(site, row.since), day(site, row.until)
    if start and end:
        return site.say("partner.span", start=start, end=end)
    if end:
        return site.say("partner.until", date=end)
    return site.say("partner.since", date=start) if start else ""


def _output_view(site: Site, row: Output) -> View:
    return {
        "id": f"output-{row.output}",
        "title": row.title,
        "text": row.text or "",
        "source": source_link(site, row.source),
    }


def _areas(site: Site) -> list[View]:
    """Return the schemes of areas, each with its main areas in a sentence."""
    framework = site.publication.framework
    return [
        {
            "title": scheme.name,
            "href": relative_address(FOLDER, f"areas/{scheme.scheme}"),
            "text": site.language.enumerate(
                area.name for area in framework.children(scheme.scheme)
            ),
        }
        for scheme in framework.schemes
    ]


def _sector_groups(site: Site) -> list[View]:
    partners = {row.partner: row.name for row in _rows(site, "partners")}
    rows: Sequence[Sector] = _rows(site, "sectors")
    groups = []
    for kind, title in site.publication.framework.words["sector-kind"].items():
        found = [
            [row.name, partners.get(row.partner or "", ""), source_link(site, row.source)]
            for row in rows
            if row.kind == kind
        ]
        if found:
            groups.append({"title": title, "rows": found})
    return groups


# Deliverables and events


def _timeline(site: Site) -> Page:
    deliverables: Sequence[Deliverable] = _rows(site, "deliverables")
    events: Sequence[Event] = _rows(site, "events")
    late = [row for row in deliverables if is_late(row, site.publication.record.as_of)]
    lead = site.say("lead.timeline", n=len(deliverables), late=len(late), events=len(events))
    ordered = sorted(events, key=lambda row: (row.start or "9999", row.event))
    return _page(
        site,
        1,
        "programme-timeline.md.jinja",
        {
            "lead": lead,
            "deliverables": [
                _deliverable_row(site, row, row in late)
                for row in sorted(deliverables, key=lambda row: (row.planned or "9999", row.line))
            ],
            "events": [_event_row(site, row) for row in ordered],
        },
    )


def _deliverable_row(site: Site, row: Deliverable, late: bool) -> list[Any]:
    outputs = {one.output: one.title for one in _rows(site, "outputs")}
    output = outputs.get(row.output or "", "")
    href = f"{relative_address(f'{FOLDER}/timeline', FOLDER)}#output-{row.output}"
    state = site.word("deliverable-state", row.state)
    return [
        row.title,
        {"text": output, "href": href} if output else "",
        day(site, row.planned),
        day(site, row.actual),
        site.say("deliverable.late", state=state) if late else state,
        source_link(site, row.document) or source_link(site, row.source),
    ]


def _event_row(site: Site, row: Event) -> list[Any]:
    days = [day(site, one) for one in (row.start, row.end if row.end != row.start else None) if one]
    place = ", ".join(
        part for part in (row.city, site.country(row.country) if row.country else "") if part
    )
    participants = "" if row.participants is None else site.language.number(row.participants, 0)
    return [
        row.title,
        site.word("event-kind", row.kind),
        " – ".join(days),
        place,
        participants,
        source_link(site, row.document) or source_link(site, row.source),
    ]


# Resources


def _resources(site: Site) -> Page:
    rows: Sequence[Resource] = _rows(site, "resources")
    types = site.publication.framework.words["resource-type"]
    whole = sum_resources(rows, lambda row: "")
    by_type = {one.key: one for one in sum_resources(rows, lambda row: row.type)}
    by_year = sum_resources(rows, lambda row: str(row.year or ""))
    lead = site.say("lead.resources-empty")
    if whole:
        total = site.language.number(whole[0].total, 0)
        lead = site.say("lead.resources", n=len(rows), total=total)
        if whole[0].unconverted:
            lead += " " + site.say("lead.unconverted", n=whole[0].unconverted)
    return _page(
        site,
        2,
        "programme-resources.md.jinja",
        {
            "lead": lead,
            "states": list(site.publication.framework.words["resource-state"].values()),
            "by_type": [
                _sum_row(site, by_type[kind], name) for kind, name in types.items()
                if kind in by_type
            ],
            "by_year": [
                _sum_row(site, one, one.key or site.say("period-not-stated"))
                for one in sorted(by_year, key=lambda one: one.key or "9999")
            ],
            "whole": [_sum_row(site, one, site.say("resources.total")) for one in whole],
            "rows": [_resource_row(site, row) for row in rows],
        },
    )  # fmt: skip


def _sum_row(site: Site, one: Mobilised, name: str) -> list[Any]:
    number = site.language.number
    states = site.publication.framework.words["resource-state"]
    cells = [number(one.by_state[key], 0) if key in one.by_state else "–" for key in states]
    return [name, *cells, number(one.total, 0), number(one.unconverted, 0)]


def _resource_row(site: Site, row: Resource) -> list[Any]:
    partners = {one.partner: one.name for one in _rows(site, "partners")}
    city = site.publication.cities.get(row.city or "")
    here = f"{FOLDER}/resources"
    dollars = in_dollars(row)
    rate = ""
    if row.usd_rate and row.currency:
        number = site.language.number(row.usd_rate)
        rate = site.say("resources.rate", rate=number, currency=row.currency)
        rate += f", {day(site, row.rate_date)}" if row.rate_date else ""
    return [
        partners.get(row.partner or "", "–"),
        site.word("resource-type", row.type),
        site.word("resource-state", row.state),
        f"{site.language.number(row.amount)} {row.currency or ''}".strip(),
        "–" if dollars is None else site.language.number(dollars, 0),
        rate,
        str(row.year or ""),
        {"text": city.record.name, "href": relative_address(here, f"cities/{city.id}")}
        if city
        else "",
        source_link(site, row.source),
    ]


# Coverage and progress


def _coverage(site: Site) -> Page:
    cities = [city for city in site.cities if _has_place(city)]
    drawn = lay_out_map([_spot(city) for city in cities])
    framework = site.publication.framework
    countries = {city.record.country for city in site.cities}
    levels = framework.words["partnership-level"]
    figures = count_partnerships(site.cities, levels, framework.countries.by_key())
    number = site.language.number
    return _page(
        site,
        3,
        "programme-coverage.md.jinja",
        {
            "lead": site.say(
                "lead.coverage",
                n=len(site.cities),
                countries=site.say("count.country", n=len(countries)),
            ),
            "map": drawn,
            "unplaced": len(site.cities) - len(cities),
            "groups": list(_by_economy(site)),
            "progress": [_progress_row(site, city) for city in site.cities],
            "partnerships": [
                [levels[one.level], *(number(count, 0) for count in (
                    one.pairs, one.active, one.with_results, one.across_economies))]
                for one in figures
            ],
        },
    )  # fmt: skip


def _has_place(city: City) -> bool:
    return city.record.latitude is not None and city.record.longitude is not None


def _spot(city: City) -> Spot:
    record = city.record
    return Spot(record.name, record.latitude or 0.0, record.longitude or 0.0)


def _by_economy(site: Site) -> Iterator[View]:
    """Yield the economy groups with their cities: the text that says what the map shows."""
    framework = site.publication.framework
    countries = framework.countries.by_key()
    groups = {**framework.words["economy-group"], "": site.say("coverage.group-unknown")}
    for group, title in groups.items():
        rows = []
        for city in site.cities:
            country = countries.get(city.record.country)
            if ((country.economy_group if country else None) or "") == group:
                rows.append(_place_row(site, city))
        if rows:
            yield {"title": title, "rows": rows}


def _place_row(site: Site, city: City) -> list[Any]:
    record, here = city.record, f"{FOLDER}/coverage"
    country = relative_address(here, f"countries/{record.country.lower()}")
    return [
        {"text": record.name, "href": relative_address(here, f"cities/{city.id}")},
        {"text": site.country(record.country), "href": country},
        coordinates(site, city),
    ]


def coordinates(site: Site, city: City) -> str:
    """Return where a city lies, such as 62.5° N, 6.2° E; empty if its file does not say."""
    latitude, longitude = city.record.latitude, city.record.longitude
    if latitude is None or longitude is None:
        return ""
    north = degrees(site, latitude, "north", "south")
    return f"{north}, {degrees(site, longitude, 'east', 'west')}"


def degrees(site: Site, number: float, above: str, below: str) -> str:
    text = site.language.number(abs(number), 1)
    return site.say(f"degrees.{above if number >= 0 else below}", n=text)


def _progress_row(site: Site, city: City) -> list[Any]:
    """Return how far the procedure, the committee and the partnerships of a city are."""
    here = f"{FOLDER}/coverage"
    procedure, committee = procedure_of(site, city), committee_of(site, city)
    recorded = bool(city.record.procedure)
    steps = site.say("n-of-m", n=procedure.done, m=procedure.applicable)
    missing = {"missing": site.say("procedure.not-recorded")}
    groups = site.say("n-of-m", n=len(committee.present), m=len(committee.groups))
    partnerships = site.language.number(len(city.partnerships.rows), 0)
    following = procedure.next if recorded else None
    return [
        {"text": city.record.name, "href": relative_address(here, governance_folder(city))},
        steps if recorded else missing,
        site.word(STEPS, following.step) if following else "",
        groups if city.committee.rows else missing,
        {"text": partnerships, "href": relative_address(here, twinning_folder(city))},
    ]
