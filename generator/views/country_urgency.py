"""Where action is most urgent over the cities of a country: categories and indicators."""

from collections.abc import Sequence

from generator.assessment.comparison.roll_up import (
    UrgentAcross,
    urgent_areas,
    urgent_observables,
)
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Link
from generator.views.names_in_sentences import names_text
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.values import full_name


def urgent_area_table(site: Site, cities: Sequence[City]) -> Table:
    """Return the categories of the main scheme in which action is urgent or high in a city."""
    framework, scheme = site.publication.framework, site.publication.record.main_scheme
    names = [row.area for row in framework.areas if row.scheme == scheme]
    inner = [name for name in names if framework.indicators_of.get(name)]

    def link(one: UrgentAcross) -> Link:
        return Link(framework.area_of[one.subject].name, targets.area(one.subject))

    columns = [Column("area", site.say("area"), link), *_urgent_columns(site)]
    rows = urgent_areas(framework, cities, site.results, inner)[: site.editorial.country_listed]
    caption, hint = site.say("caption.country-urgent-areas"), site.say("country.urgent-hint")
    return lay_out(caption, columns, rows, hint)


def urgent_table(site: Site, cities: Sequence[City]) -> Table:
    """Return the indicators that are urgent or high in the largest share of cities."""
    any_result = site.results[cities[0].id].observables
    rows = [
        one
        for one in urgent_observables(site.publication.framework, cities, site.results)
        if not any_result[one.subject].data_points
    ]

    def link(one: UrgentAcross) -> Link:
        result = any_result[one.subject]
        return Link(full_name(site, result), targets.indicator(result.observable.indicator))

    columns = [Column("indicator", site.say("indicator"), link), *_urgent_columns(site)]
    return lay_out(
        site.say("caption.country-urgent"), columns, rows[: site.editorial.country_listed]
    )


def _urgent_columns(site: Site) -> list[Column[UrgentAcross]]:
    cities, number = site.publication.cities, site.language.number
    return [
        Column(
            "urgent",
            site.say("country.urgent-in"),
            lambda one: site.say("n-of-m", n=len(one.cities), m=one.rated),
            number=True,
        ),
        Column("mean", site.say("country.mean-urgency"), lambda one: number(one.mean, 2), True),
        Column(
            "cities",
            site.say("cities"),
            lambda one: names_text(site, [cities[city].record.name for city in one.cities]),
        ),
    ]
