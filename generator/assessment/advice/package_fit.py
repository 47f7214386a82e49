"""Which smart product packages suit a city: eligible, needed, ready, and how well they fit.

In: the packages, what is known of a city, the scores of its indicators, the local conditions in
its projects. Out: one match per package with reasons, in a total order. Categories of providers
only: no product and no firm is ranked.
"""

from collections.abc import Mapping
from math import sqrt

from generator.assessment.advice.condition_evaluation import (
    Evaluation,
    Known,
    Truth,
    all_of,
    evaluate,
)
from generator.assessment.advice.proposals import weight_of
from generator.assessment.rating.aggregation import mean_of
from generator.frozen import dataclass
from generator.model.framework import Framework
from generator.model.library_records import ProductPackage
from generator.model.publication import City, documents_in

ELIGIBLE = "eligible"
POSSIBLE = "possible"
NOT_ELIGIBLE = "not-eligible"

MET = "met"
NOT_MET = "not-met"
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Level:
    """The level of development that a package is for: the band of an area or of an observable.

    `band` is None where it is not rated.
    """

    area: str
    observable: str
    wanted: tuple[str, ...]
    band: str | None
    result: Truth


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a rated observable is from its benchmark: `gap` 0 to 1, `weight` above 0."""

    observable: str
    gap: float
    weight: float


@dataclass(frozen=True, slots=True)
class PackageMatch:
    """A package for one city.

    `need` is 0 to 1, None where no target indicator is rated; `readiness` 0 to 1, None where
    conditions are declared and the state of none is known; `fit` 0 to 100, None without both.
    """

    package: str
    state: str
    when: Evaluation | None
    level: Level | None
    gaps: tuple[Gap, ...]
    need: float | None
    conditions: Mapping[str, str]
    readiness: float | None
    fit: float | None
    used: tuple[str, ...]
    """Projects of the city that name the package."""

    def conditions_in(self, state: str) -> tuple[str, ...]:
        return tuple(name for name, one in self.conditions.items() if one == state)


def match_packages(
    framework: Framework, packages: Mapping[str, ProductPackage], known: Known
) -> tuple[PackageMatch, ...]:
    """Return every package for a city: the best fit first, then the greatest need, then the id."""
    found = [match_package(framework, name, one, known) for name, one in packages.items()]
    return tuple(sorted(found, key=_order))


def match_package(
    framework: Framework, name: str, package: ProductPackage, known: Known
) -> PackageMatch:
    """Return the match of one package: fit is 100 times the geometric mean of need, readiness."""
    when = evaluate(package.suits.when, known) if package.suits.when else None
    level = _level(package, known)
    eligible = all_of([part.result for part in (when, level) if part is not None])
    gaps = _gaps(framework, package, known)
    need = need_of(gaps)
    states = {one: condition_state(known.city, one) for one in package.conditions}
    readiness = readiness_of(states)
    fit = None if need is None or readiness is None else 100 * sqrt(need * readiness)
    state = {True: ELIGIBLE, False: NOT_ELIGIBLE, None: POSSIBLE}[eligible]
    used = projects_using(known.city, name)
    return PackageMatch(name, state, when, level, gaps, need, states, readiness, fit, used)


def _level(package: ProductPackage, known: Known) -> Level | None:
    area, observable = package.suits.level_area, package.suits.level_indicator
    wanted = package.suits.levels
    if not wanted or (area is None and observable is None):
        return None
    result = known.result
    band = result.areas[area].band if area else result.observables[observable or ""].band
    truth = None if band is None else band in wanted
    return Level(area or "", observable or "", wanted, band, truth)


def _gaps(framework: Framework, package: ProductPackage, known: Known) -> tuple[Gap, ...]:
    """Return the gaps of the rated observables that the package has an effect on, once each."""
    targets = dict.fromkeys(one.observable for one in package.effects if one.observable)
    found = []
    for name in targets:
        score = known.result.observables[name].score
        if score is not None:
            found.append(Gap(name, (100 - score) / 100, weight_of(framework, known, name)))
    return tuple(found)


def need_of(gaps: tuple[Gap, ...]) -> float | None:
    """Return the mean of the gaps weighted by importance, 0 to 1; None without any."""
    return mean_of([(one.weight, one.gap) for one in gaps])


def readiness_of(states: Mapping[str, str]) -> float | None:
    """Return the met part of the conditions whose state is known, 0 to 1.

    1 where a package declares none; None where it declares some and the state of none is known.
    """
    known = [state for state in states.values() if state != UNKNOWN]
    if not known:
        return None if states else 1.0
    return known.count(MET) / len(known)


def condition_state(city: City, condition: str) -> str:
    """Return the state of a local condition in a city: what its projects say of it.

    Met if it is met for any project; not met if any says so, also in part; else unknown.
    """
    stated = [
        document.record.conditions[condition].state
        for document in documents_in(city.documents, "projects").values()
        if condition in document.record.conditions
    ]
    if MET in stated:
        return MET
    return NOT_MET if any(state != UNKNOWN for state in stated) else UNKNOWN


def projects_using(city: City, package: str) -> tuple[str, ...]:
    """Return the ids of the city's projects that name a package."""
    return tuple(
        name
        for name, document in documents_in(city.documents, "projects").items()
        if package in document.record.packages
    )


def _order(match: PackageMatch) -> tuple[float, float, str]:
    missing = -1.0
    fit = missing if match.fit is None else match.fit
    need = missing if match.need is None else match.need
    return (-fit, -need, match.package)
