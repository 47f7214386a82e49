"""The explanations of all results of a city, in the order of the framework."""

from generator.frozen import dataclass
from generator.model.publication import City
from generator.views.area_rows import has_standing
from generator.views.explanation.explain import Explanation, explain_area, explain_observable
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class ExplanationGroup:
    """Explanations under a title; `id` is that of the group on a page."""

    id: str
    title: str
    explanations: tuple[Explanation, ...]


def indicator_explanations(site: Site, city: City) -> list[ExplanationGroup]:
    """Return the explanations of all indicators and data points with a score, as one group."""
    found = (
        explain_observable(site, city, one)
        for one in site.results[city.id].observables.values()
        if one.is_rated
    )
    return [ExplanationGroup("how-indicators", site.say("section.indicators"), tuple(found))]


def area_explanations(site: Site, city: City) -> list[ExplanationGroup]:
    """Return the explanations of the areas of each scheme that have something rated below."""
    return [
        ExplanationGroup(
            f"how-areas-{scheme.scheme}",
            site.say("heading.areas-of", scheme=scheme.name),
            _of_scheme(site, city, scheme.scheme),
        )
        for scheme in site.publication.framework.schemes
        if has_standing(site.results[city.id].areas[scheme.scheme])
    ]


def _of_scheme(site: Site, city: City, scheme: str) -> tuple[Explanation, ...]:
    result = site.results[city.id]
    return tuple(
        explain_area(site, city, result, result.areas[area.area])
        for area in site.publication.framework.areas
        if area.scheme == scheme and has_standing(result.areas[area.area])
    )
