"""From a figure to the recommendation that it called for."""

from collections.abc import Mapping
from dataclasses import replace

from generator.assessment.results import IndicatorResult
from generator.model.library_records import NATIONAL
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Link
from generator.views.site import Site
from generator.views.values import IndicatorRow, full_name, indicator_rows


def called_for(site: Site, city: City) -> Mapping[str, Link]:
    """Return, by observable, a link to the first recommendation to the city that it called for.

    What only asks for a missing figure is left out. A data point also answers to what its
    indicator called for.
    """
    found: dict[str, Link] = {}
    proposals = site.guidance[city.id].advice.proposals
    for name in site.standings[city.id].proposed:
        one = proposals[name]
        record = site.publication.recommendations[one.recommendation]
        if not one.rests_on_gaps and record.addressee != NATIONAL:
            link = Link(record.title, targets.city_recommendation(city.id, one.recommendation))
            for leaf in one.triggers:
                found.setdefault(leaf.name, link)
    for key in site.results[city.id].observables:
        parent = key.partition(".")[0]
        if key not in found and parent in found:
            found[key] = found[parent]
    return found


def advised_rows(
    site: Site, indicator: IndicatorResult, city: str, calls: Mapping[str, Link]
) -> list[IndicatorRow]:
    """Return the rows of an indicator, each with the recommendation that it called for."""
    return [
        row if row.head else replace(row, advice=calls.get(row.observable))
        for row in indicator_rows(site, indicator, city)
    ]


def figure_rows(
    site: Site, indicator: IndicatorResult, city: str, calls: Mapping[str, Link]
) -> list[IndicatorRow]:
    """Return each figure of an indicator as a row of its own, a data point under its full name."""
    names = {one.observable.id: full_name(site, one) for one in indicator.carriers}
    return [
        replace(row, name=names[row.observable], part=False)
        for row in advised_rows(site, indicator, city, calls)
        if not row.head and not row.value.missing
    ]
