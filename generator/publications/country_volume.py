"""The report of a country: what the website's page of it shows, and each of its cities in short."""

from collections.abc import Iterator, Sequence

from generator.language.stops import begun
from generator.model.framework_tables import Country
from generator.model.publication import City
from generator.publications.acting import Recommendation
from generator.publications.document import Document
from generator.publications.imprint import Detail
from generator.publications.kinds import COUNTRY
from generator.publications.setting import Wording, worded_for_print
from generator.publications.volume import Named, volume
from generator.publications.volume_parts import (
    Group,
    PrintedTable,
    VolumePart,
    held,
    plain_table,
    printed_table,
)
from generator.views.city_groups import cities_of
from generator.views.country_report import CountryReport, country_facts, country_report
from generator.views.names_in_sentences import names_text
from generator.views.on_record import profiled
from generator.views.site import Site


def has_report(site: Site, country: str) -> bool:
    """Return whether a build makes the report of a country.

    It has profiles enough for one, and not so many cities that each edit would cost all of them.
    """
    cities, editorial = cities_of(site, country), site.editorial
    few = len(cities) <= editorial.country_report_to
    return few and len(profiled(site, cities)) >= editorial.country_report_from


def compose_country_report(site: Site, code: str) -> Document:
    """Return the report of a country that has a city."""
    wording = Wording(worded_for_print(site))
    country = site.publication.framework.countries.by_key()[code]
    cities = cities_of(site, code)
    report = country_report(wording.site, cities)
    tops = site.publication.framework.children(site.publication.record.main_scheme)
    return volume(
        wording,
        COUNTRY,
        (code.lower(),),
        Named(country.name, below=names_text(site, [city.record.name for city in cities])),
        cities,
        tops,
        before=(
            _together(wording, country, cities, report),
            *_to_state(wording, report),
            *_investment(wording, report),
        ),
    )


def _together(
    wording: Wording, country: Country, cities: Sequence[City], report: CountryReport
) -> VolumePart:
    """Return how the cities stand by area, and where action is most urgent."""
    least = wording.site.publication.framework.policy.coverage.minimum_rated
    areas = held([_areas(wording, report)])
    urgent = held(printed_table(wording, one) for one in (report.urgent_areas, report.urgent))
    few = [] if report.averaged or not areas else [wording.say("country.too-few")]
    empty = [] if areas else [wording.say("empty.country-areas", n=least)]
    calm = [] if urgent else [wording.say("country.nothing-urgent", n=len(cities))]
    not_a_sample = wording.say("country.not-a-sample")
    return VolumePart(
        title=wording.say("volume.together"),
        lead=tuple(filter(None, (not_a_sample, wording.prose(report.people)))),
        facts=tuple(
            Detail(term.term, str(term.cell)) for term in country_facts(wording.site, country)
        ),
        groups=(
            Group(wording.say("heading.country-areas"), (*empty, *few), areas),
            Group(wording.say("heading.country-urgent"), tuple(calm), urgent),
        ),
    )


def _areas(wording: Wording, report: CountryReport) -> PrintedTable:
    """Return the areas over the cities; means only where there are any."""
    say = wording.site.say
    doubted = any(row.doubts for row in report.areas)
    head = [say("area"), say("country.by-band"), say("country.rated")]
    means = [say("country.mean"), say("country.weighted"), say("country.spread")]
    head += means if report.averaged else []
    rows = []
    for row in report.areas:
        cells = [row.name, row.marks.words, row.rated]
        cells += [row.mean, row.weighted, row.spread] if report.averaged else []
        rows.append([*cells, row.doubts] if doubted else cells)
    numbers = [False, False] + [True] * (len(head) - 2) + [False] * doubted
    head += [say("note")] if doubted else []
    return plain_table(wording, say("caption.country-areas"), head, rows, numbers)


def _to_state(wording: Wording, report: CountryReport) -> Iterator[VolumePart]:
    """Yield what the editors of the cities ask of the state, and what their figures call for."""
    advice = tuple(_advised(wording, report))
    proposed = held([printed_table(wording, report.proposed)])
    lead = [wording.prose(report.proposed_lead)] if report.proposed_lead else []
    if advice or lead:
        groups = (Group("", (), (), advice), Group("", tuple(lead), proposed))
        yield VolumePart(wording.say("heading.country-advice"), (), (), groups)


def _advised(wording: Wording, report: CountryReport) -> Iterator[Recommendation]:
    for number, one in enumerate(report.advice, 1):
        who = wording.site.language.by_commas((one.author, one.date))
        yield Recommendation(
            number=f"R{number}",
            title=one.title,
            finding="",
            text=one.text,
            decision="",
            basis=f"{begun(who)}. {one.basis}",
            details=(Detail(wording.site.say("city"), one.city),),
        )


def _investment(wording: Wording, report: CountryReport) -> Iterator[VolumePart]:
    """Yield the projects of the cities with their totals, currency by currency.

    A total by stage or class that is of one is left out: the lead and the projects tell it.
    """
    say = wording.site.say
    keys = ("project", "city", "project.stage", "project.amount", "project.class")
    projects = [
        (row.title, row.city.text, row.stage, row.amount, row.viability.word)
        for row in report.projects
    ]
    tables = (
        printed_table(wording, report.needs),
        *(printed_table(wording, table) for table in report.totals if len(table.rows) > 1),
        plain_table(wording, say("caption.pipeline"), [say(key) for key in keys], projects),
    )
    if projects:
        title, lead = wording.say("heading.country-investment"), wording.prose(report.pipeline)
        yield VolumePart(title, (lead,), (), (Group("", (), held(tables)),))
