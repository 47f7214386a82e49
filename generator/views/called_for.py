"""From a figure to the recommendation that it called for."""

from collections.abc import Mapping

from generator.assessment.advice.guidance import Guidance
from generator.assessment.advice.proposals import PROPOSED, is_rejected
from generator.assessment.results import IndicatorResult
from generator.model.publication import City
from generator.views.addresses import relative_address
from generator.views.site import Site
from generator.views.values import View, anchor, indicator_rows


def triggered(site: Site, city: City, here: str) -> Mapping[str, View]:
    """Return, by observable, a link to the first recommendation that it called for.

    What only asks for a missing figure is left out. A data point also answers to what its
    indicator called for.
    """
    found: dict[str, View] = {}
    advice = site.guidance.get(city.id, Guidance()).advice
    for one in advice.in_state(PROPOSED):
        if not is_rejected(one) and not one.rests_on_gaps:
            record = site.publication.recommendations[one.recommendation]
            page = f"cities/{city.id}/recommendations#{one.recommendation}"
            link = {"title": record.title, "href": relative_address(here, page)}
            for leaf in one.triggers:
                found.setdefault(leaf.name, link)
    for key in site.results[city.id].observables:
        parent = key.partition(".")[0]
        if key not in found and parent in found:
            found[key] = found[parent]
    return found


def advised_rows(
    site: Site, indicator: IndicatorResult, city: str, here: str, calls: Mapping[str, View]
) -> list[View]:
    """Return the rows of an indicator, each with the recommendation that it called for."""
    by_id = {anchor(one.observable.id): one.observable.id for one in indicator.carriers}
    return [
        {**row, "advice": calls.get(by_id.get(row["id"], ""))}
        for row in indicator_rows(site, indicator, city, here)
    ]
