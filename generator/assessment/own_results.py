"""A city's own indicators: their figures as results that nothing rates."""

from collections.abc import Mapping
from dataclasses import replace

from generator.assessment.rating.selection import select_observation
from generator.assessment.results import NO_BENCHMARK, NO_FIGURE, IndicatorResult
from generator.model.framework import Framework
from generator.model.publication import City


def own_framework(framework: Framework, city: City) -> Framework:
    """Return the framework with the city's own indicators in place of its own."""
    return replace(framework, indicators=city.own_indicators)


def own_results(
    framework: Framework, city: City, profile_year: int
) -> Mapping[str, IndicatorResult]:
    """Return the result of each indicator of the city's own, in the order of its file."""
    age = framework.policy.max_age_years
    found = {}
    for key, observable in own_framework(framework, city).observables.items():
        if observable.carries_value:
            rows = [row for row in city.own_observations if row.observable == key]
            chosen = select_observation(
                rows, framework.status_of, profile_year, age, observable.multiplier
            )
            state = NO_BENCHMARK if chosen.shown and chosen.shown.has_figure else NO_FIGURE
            reason = chosen.reason if state == NO_FIGURE else NO_BENCHMARK
            found[key] = IndicatorResult(observable, chosen, None, state, reason)
    return found
