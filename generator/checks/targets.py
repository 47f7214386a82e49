"""Rules for the targets of a city: in time, within reach, on the better side of the scale."""

from collections.abc import Iterator

from generator.assessment.rating.selection import value_of
from generator.checks.observations import possible_bounds
from generator.checks.places import cell_problem
from generator.model.city_tables import Observation, Target
from generator.model.framework import Framework
from generator.model.framework_tables import Goalpost
from generator.model.observables import Observable
from generator.model.publication import City, Publication
from generator.problems import Code, Problem

FAR = 6
"""How many times the latest figure a target is that is most likely mistyped, or what part of it."""


_SIGNS = {"higher": 1, "lower": -1}


def check_target_years(publication: Publication) -> Iterator[Problem]:
    """A target lies after the first usable value, from which its pace is reckoned."""
    framework = publication.framework
    start = framework.policy.trend.baseline_year or 0
    for city in publication.cities.values():
        for row in city.targets:
            years = [
                one.period.last
                for one in city.observations
                if one.observable == row.observable and one.period and _is_usable(framework, one)
            ]
            first = min((year for year in years if year >= start), default=None)
            if first is not None and row.year <= first:
                yield cell_problem(Code.TARGET_YEAR, city.targets, row, "year", "", str(first))


def _is_usable(framework: Framework, row: Observation) -> bool:
    """Return whether a trend may begin with an observation."""
    status = framework.status_of.get(row.status or "A")
    headline = row.sex is None and row.age is None and row.district is None
    rated = status is not None and status.rated != "no"
    return headline and row.has_figure and rated and row.comparability != "proxy"


def check_target_reach(publication: Publication) -> Iterator[Problem]:
    """A target is neither many times the latest usable figure nor a small part of it."""
    framework = publication.framework
    for city in publication.cities.values():
        for row in city.targets:
            observable = framework.observables.get(row.observable)
            if observable is None or not _is_comparable(framework, observable, row):
                continue
            figures = [
                (one.period.last, value)
                for one in city.observations
                if one.observable == row.observable and one.period and _is_usable(framework, one)
                and (value := value_of(one, observable.multiplier))
            ]  # fmt: skip
            figure = max(figures, default=(0, 0.0))[1]
            is_far = figure > 0 and row.value > 0 and not 1 / FAR < row.value / figure < FAR
            ahead = figures and row.year > publication.as_of_year
            is_worse = ahead and (row.value - figure) * _SIGNS.get(observable.direction, 0) < 0
            if is_far or is_worse:
                reason = {} if is_far else {"reason": "worse"}
                expected = f"{figure:g}"
                yield cell_problem(
                    Code.TARGET_FAR, city.targets, row, "value", "", expected, **reason
                )


def _is_comparable(framework: Framework, observable: Observable, row: Target) -> bool:
    """Return whether a target is possible, in the unit of its observable."""
    low, high = possible_bounds(observable, framework.unit_of.get(observable.unit))
    return row.unit == observable.unit and low <= row.value <= high


def check_target_sides(publication: Publication) -> Iterator[Problem]:
    """A target is better than the worst end of the scale of its observable."""
    for city in publication.cities.values():
        for row in city.targets:
            post = publication.framework.target_of(row.observable, city.record.country)
            if post is not None:
                yield from _check_side(city, row, post)


def _check_side(city: City, row: Target, post: Goalpost) -> Iterator[Problem]:
    if post.best is None:
        return
    for worst in (post.worst, post.worst_above):
        if worst is not None and (row.value - worst) * (post.best - worst) <= 0:
            expected = f"{worst:g}"
            yield cell_problem(Code.TARGET_DIRECTION, city.targets, row, "value", "", expected)
