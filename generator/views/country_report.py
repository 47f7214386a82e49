"""What the cities of a country show together: ratings, urgency, investment, advice to the state.

Good with one city, three and thirty: means only where three are rated. The cities covered are
never called a sample of the country.
"""

from collections.abc import Sequence

from generator.assessment.comparison.roll_up import (
    AreaAcross,
    UrgentAcross,
    areas_across,
    population_of,
    urgent_areas,
    urgent_observables,
)
from generator.assessment.investment.pipeline_totals import (
    PipelineLine,
    pipeline_of,
    total_of,
    totals_by,
)
from generator.model.publication import City
from generator.pages.library.pipeline import by_stage, lead, line_view, total_table
from generator.views.addresses import relative_address
from generator.views.appraisal_tables import class_words
from generator.views.cell import Marks
from generator.views.money import several
from generator.views.site import Site
from generator.views.values import View, full_name

LISTED = 8
NATIONAL = "national"


def report_view(site: Site, cities: Sequence[City], here: str) -> View:
    """Return the report of a country from its cities."""
    lines = pipeline_of(site.publication, {city.id: site.undertakings[city.id] for city in cities})
    areas = area_rows(site, cities, here)
    return {
        "people": people_text(site, cities),
        "areas": areas,
        "averaged": any(row["averaged"] for row in areas),
        "urgent_areas": urgent_area_rows(site, cities, here),
        "urgent": urgent_rows(site, cities, here),
        "projects": [line_view(site, line, here) for line in by_stage(site, lines)],
        "pipeline": lead(site, lines) if lines else "",
        "needs": investment_rows(site, lines),
        "totals": total_tables(site, lines),
        "advice": national_advice(site, cities),
        "proposed": proposed_rows(site, cities, here),
    }


def people_text(site: Site, cities: Sequence[City]) -> str:
    """Return how many people live in the cities covered, where all figures are known."""
    known = [population_of(city) for city in cities]
    if not known or any(one is None for one in known):
        return ""
    total = sum(one for one in known if one is not None)
    return site.say("country.people", people=site.language.number(total, 0), n=len(cities))


def area_rows(site: Site, cities: Sequence[City], here: str) -> list[View]:
    """Return the top areas over the cities: marks by band, means where there are enough."""
    framework, scheme = site.publication.framework, site.publication.record.main_scheme
    areas = [top.area for top in framework.children(scheme)]
    return [
        _area_row(site, one, len(cities), here)
        for one in areas_across(framework, cities, site.results, areas)
    ]


def _area_row(site: Site, one: AreaAcross, cities: int, here: str) -> View:
    bands = [(band, count) for band, count in list(one.bands.items())[::-1] if count]
    words = [
        site.say("count.band", n=count, band=site.say(f"band.{band}").lower())
        for band, count in bands
    ]
    number = site.language.number

    def score(value: float | None) -> str:
        return "" if value is None else number(value, 1)

    return {
        "name": site.publication.framework.area_of[one.area].name,
        "href": relative_address(here, f"areas/{one.area}"),
        "marks": Marks(tuple(bands), site.language.enumerate(words) if words else ""),
        "rated": site.say("n-of-m", n=one.rated, m=cities),
        "averaged": one.mean is not None,
        "mean": score(one.mean),
        "weighted": score(one.weighted),
        "spread": ""
        if one.lowest is None
        else site.say("effect.range", low=score(one.lowest), high=score(one.highest)),
    }


def urgent_area_rows(site: Site, cities: Sequence[City], here: str) -> list[list[View | str]]:
    """Return the categories of the main scheme in which action is urgent or high in a city."""
    framework, scheme = site.publication.framework, site.publication.record.main_scheme
    names = [row.area for row in framework.areas if row.scheme == scheme]
    inner = [name for name in names if framework.indicators_of.get(name)]
    found = urgent_areas(framework, cities, site.results, inner)
    return [
        _urgent_row(site, one, framework.area_of[one.subject].name, f"areas/{one.subject}", here)
        for one in found[:LISTED]
    ]


def urgent_rows(site: Site, cities: Sequence[City], here: str) -> list[list[View | str]]:
    """Return the indicators that are urgent or high in the largest share of cities."""
    framework = site.publication.framework
    any_result = site.results[cities[0].id].observables
    found = [
        one
        for one in urgent_observables(framework, cities, site.results)
        if not any_result[one.subject].data_points
    ]
    return [
        _urgent_row(
            site, one, full_name(site, any_result[one.subject]),
            f"indicators/{any_result[one.subject].observable.indicator}", here,
        )
        for one in found[:LISTED]
    ]  # fmt: skip


def _urgent_row(
    site: Site, one: UrgentAcross, name: str, target: str, here: str
) -> list[View | str]:
    cities = [site.publication.cities[city].record.name for city in one.cities]
    return [
        {"text": name, "href": relative_address(here, target)},
        site.say("n-of-m", n=len(one.cities), m=one.rated),
        site.language.number(one.mean, 2),
        names_text(site, cities),
    ]


def names_text(site: Site, names: Sequence[str]) -> str:
    """Return names in a sentence; of many the first, and how many more."""
    if len(names) <= LISTED:
        return site.language.enumerate(names)
    listed = ", ".join(names[:LISTED])
    return site.say("country.and-more", names=listed, n=len(names) - LISTED)


def investment_rows(site: Site, lines: Sequence[PipelineLine]) -> list[list[str]]:
    """Return the types of investment: areas of action, with instruments and amounts."""
    areas = site.publication.framework.area_of
    rows = []
    for area, total in totals_by(lines, lambda one: one.areas).items():
        kinds = dict.fromkeys(
            kind for line in lines if area in line.areas for kind in line.instruments
        )
        rows.append(
            [
                areas[area].name if area in areas else area,
                site.language.number(total.count, 0),
                several(site, total.amounts) if total.amounts else "",
                site.language.enumerate(site.word("instrument", kind) for kind in kinds)
                if kinds else "",
            ]
        )  # fmt: skip
    return sorted(rows)


def total_tables(site: Site, lines: Sequence[PipelineLine]) -> list[View]:
    """Return the totals by stage and by class; two currencies are never added."""
    if total_of(lines).count == 0:
        return []
    stages = site.publication.framework.words["project-stage"]
    return [
        total_table(site, "stage", totals_by(lines, lambda one: (one.stage,)), stages),
        total_table(
            site,
            "class",
            totals_by(lines, lambda one: (one.viability,)),
            class_words(site),
        ),
    ]


def national_advice(site: Site, cities: Sequence[City]) -> list[View]:
    """Return the cities' own recommendations that are addressed to the national government."""
    found = []
    for city in cities:
        document = city.documents.get("recommendations.yml")
        own = document.record.own if document is not None else {}
        found += [
            {
                "title": one.title,
                "text": one.text,
                "author": one.author,
                "date": one.date or "",
                "basis": one.basis,
                "city": city.record.name,
            }
            for one in own.values()
            if one.addressee == NATIONAL
        ]
    return found


def proposed_rows(site: Site, cities: Sequence[City], here: str) -> list[list[View | str]]:
    """Return the library's recommendations to the state that the figures of cities call for."""
    library = site.publication.recommendations
    called: dict[str, list[str]] = {}
    for city in cities:
        guidance = site.guidance.get(city.id)
        for one in guidance.advice.standing if guidance else ():
            if library[one.recommendation].addressee == NATIONAL:
                called.setdefault(one.recommendation, []).append(city.record.name)
    ordered = sorted(called, key=lambda name: (-len(called[name]), name))
    return [
        [
            {
                "text": library[name].title,
                "href": relative_address(here, f"recommendations/{name}"),
            },
            names_text(site, called[name]),
        ]
        for name in ordered
    ]
