"""What the cities of a country show together: ratings, urgency, investment, advice to the state.

Good with one city, three and thirty: means only where three are rated. The cities covered are
never called a sample of the country.
"""

from collections.abc import Iterable, Sequence

from generator.assessment.comparison.roll_up import (
    POPULATION,
    AreaAcross,
    areas_across,
    population_of,
)
from generator.assessment.investment.pipeline_totals import (
    PipelineLine,
    PipelineTotal,
    pipeline_of,
    totals_by,
)
from generator.frozen import dataclass
from generator.model.framework_tables import Country
from generator.model.publication import City
from generator.model.rounding import round_half_up, trailing_zeros
from generator.views import targets
from generator.views.cell import Marks, Term
from generator.views.country_urgency import urgent_area_table, urgent_table
from generator.views.dates import span
from generator.views.doubt_words import why_text
from generator.views.money import several
from generator.views.national_advice import (
    NationalAdvice,
    national_advice,
    proposed_lead,
    proposed_table,
)
from generator.views.pipeline import (
    ProjectRow,
    class_totals,
    pipeline_lead,
    project_rows,
    stage_totals,
)
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.targets import Target


@dataclass(frozen=True, slots=True)
class AreaAcrossRow:
    """An area over cities; means and spread only where there are enough rated cities.

    `doubts`: in how many of them the figures may not be named elsewhere, and why.
    """

    name: str
    target: Target
    marks: Marks
    rated: str
    mean: str
    weighted: str
    spread: str
    doubts: str


@dataclass(frozen=True, slots=True)
class CountryReport:
    """The report of a country from its cities. `totals` is empty without a project."""

    people: str
    areas: list[AreaAcrossRow]
    urgent_areas: Table
    urgent: Table
    projects: list[ProjectRow]
    pipeline: str
    needs: Table
    totals: list[Table]
    advice: list[NationalAdvice]
    proposed: Table
    proposed_lead: str

    @property
    def averaged(self) -> bool:
        """Return whether means are shown."""
        return any(row.mean for row in self.areas)


def country_report(site: Site, cities: Sequence[City]) -> CountryReport:
    """Return the report of a country from its cities."""
    lines = pipeline_of(site.publication, {city.id: site.undertakings[city.id] for city in cities})
    return CountryReport(
        people=people_text(site, cities),
        areas=area_rows_across(site, cities),
        urgent_areas=urgent_area_table(site, cities),
        urgent=urgent_table(site, cities),
        projects=project_rows(site, lines),
        pipeline=pipeline_lead(site, lines),
        needs=investment_table(site, lines),
        totals=[stage_totals(site, lines), class_totals(site, lines)] if lines else [],
        advice=list(national_advice(site, cities)),
        proposed=proposed_table(site, cities),
        proposed_lead=proposed_lead(site, cities),
    )


def country_facts(site: Site, country: Country) -> list[Term]:
    """Return what the framework says of a country; blanks are left out."""
    known = {
        "region": country.region,
        "income-group": country.income_group,
        "economy-group": country.economy_group,
        "currency": country.currency,
    }
    return [
        Term(site.say(f"fact.{name}"), site.word(name, value))
        for name, value in known.items()
        if value
    ]


def people_text(site: Site, cities: Sequence[City]) -> str:
    """Return how many people live in the cities covered, where all figures are known.

    A sum is no more exact than the roundest of its parts: 2 100 000 and 1 236 914 are about
    3 300 000.
    """
    known = [one for one in map(population_of, cities) if one is not None]
    if not known or len(known) < len(cities):
        return ""
    zeros = max(trailing_zeros(round(one)) for one in known)
    people = site.language.number(float(round_half_up(sum(known), -zeros)), 0)
    key = "country.people-about" if zeros and len(known) > 1 else "country.people"
    return site.say(key, people=people, n=len(cities), years=_years(site, cities))


def _years(site: Site, cities: Sequence[City]) -> str:
    """Return of which years the populations are."""
    rows = [city.context_in_use(POPULATION) for city in cities]
    years = {row.period.last for row in rows if row is not None and row.period}
    return span(site, years) or site.say("period-not-stated")


def area_rows_across(site: Site, cities: Sequence[City]) -> list[AreaAcrossRow]:
    """Return the top areas rated in a city: marks by band, means where there are enough."""
    framework, scheme = site.publication.framework, site.publication.record.main_scheme
    areas = [top.area for top in framework.children(scheme)]
    return [
        _area_row(site, one, cities)
        for one in areas_across(framework, cities, site.results, areas)
        if one.rated
    ]


def _area_row(site: Site, one: AreaAcross, cities: Sequence[City]) -> AreaAcrossRow:
    bands = [(band, count) for band, count in list(one.bands.items())[::-1] if count]
    words = [
        site.say("count.band", n=count, band=site.language.inside(site.say(f"band.{band}")))
        for band, count in bands
    ]
    spread = site.say("effect.range", low=_score(site, one.lowest), high=_score(site, one.highest))
    reasons = [site.results[city.id].headlines.get(one.area, "") for city in cities]
    n = sum(bool(reason) for reason in reasons)
    why = why_text(site, reasons)
    return AreaAcrossRow(
        name=site.publication.framework.area_of[one.area].name,
        target=targets.area(one.area),
        marks=Marks(tuple(bands), site.language.enumerate(words)),
        rated=site.say("n-of-m", n=one.rated, m=len(cities)),
        mean=_score(site, one.mean),
        weighted=_score(site, one.weighted),
        spread="" if one.lowest is None else spread,
        doubts=site.say("country.doubtful", n=n, why=why) if n else "",
    )


def _score(site: Site, value: float | None) -> str:
    return "" if value is None else site.language.number(value, 1)


def investment_table(site: Site, lines: Sequence[PipelineLine]) -> Table:
    """Return the types of investment: areas of action, with instruments and amounts."""
    areas, number = site.publication.framework.area_of, site.language.number
    column = Column[tuple[str, PipelineTotal]]
    columns = [
        column("area", site.say("area"), lambda row: areas[row[0]].name),
        column("count", site.say("pipeline.count"), lambda row: number(row[1].count, 0), True),
        column("amounts", site.say("pipeline.amounts"), lambda row: several(site, row[1].amounts)),
        column(
            "instruments",
            site.say("country.instruments"),
            lambda row: instruments_text(site, lines, row[0]),
        ),
    ]
    totals = totals_by(lines, lambda one: one.areas)
    rows = sorted(totals.items(), key=lambda row: areas[row[0]].name)
    hint = site.say("pipeline.no-conversion")
    return lay_out(site.say("caption.country-needs"), columns, rows, hint)


def instruments_text(site: Site, lines: Iterable[PipelineLine], area: str) -> str:
    """Return the instruments that pay for the projects of an area."""
    kinds = dict.fromkeys(kind for one in lines if area in one.areas for kind in one.instruments)
    words = site.language.in_a_row(site.word("instrument", kind) for kind in kinds)
    return site.language.enumerate(words)
