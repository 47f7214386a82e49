"""From a figure to the recommendation that it called for."""

from generator.assessment.guidance import Guidance
from generator.assessment.recommendations import PROPOSED, is_rejected
from generator.model.publication import City
from generator.pages.page import Site, relative_address
from generator.pages.values import View


def triggered(site: Site, city: City, observable: str, here: str) -> View | None:
    """Return a link to the first recommendation that an observable or its indicator called for."""
    names = {observable, observable.partition(".")[0]}
    advice = site.guidance.get(city.id, Guidance()).advice
    for one in advice.in_state(PROPOSED):
        if not is_rejected(one) and names.intersection(leaf.name for leaf in one.triggers):
            record = site.publication.recommendations[one.recommendation]
            page = f"cities/{city.id}/recommendations#{one.recommendation}"
            return {"title": record.title, "href": relative_address(here, page)}
    return None
