"""Leading and trailing cities from values on record, beside those that are frozen.

What stands in goalposts.csv is frozen: a further city changes no score. This module says what
the record would give today, and is called by nobody who rates.
"""

from collections.abc import Mapping, Sequence
from statistics import fmean

from generator.assessment.comparison.peer_comparison import quantile
from generator.assessment.plausibility.findings import by_row, standing
from generator.assessment.plausibility.relations_held import findings_of
from generator.assessment.rating.indicator_ratings import assess_observables
from generator.frozen import dataclass
from generator.model.benchmark_policy import BenchmarkPolicy
from generator.model.framework_tables import LEADING_CITIES, Goalpost
from generator.model.publication import Publication

RISING = {"higher": True, "lower": False}
"""Whether more is better, of the directions that have leading cities."""


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What the values of an observable would give today: `worst` and `best` only if enough."""

    observable: str
    cities: tuple[str, ...]
    countries: int
    years: tuple[int, int]
    worst: float | None
    best: float | None
    frozen: Goalpost | None


def ends_of(
    values: Sequence[float], rising: bool, policy: BenchmarkPolicy
) -> tuple[float, float] | None:
    """Return the trailing and the leading end of values; None for too few.

    Leading is the mean of the best values, as many as the policy says; trailing the quantile
    (type 7) that it names, counted from the worst.
    """
    if len(values) < policy.minimum_cities:
        return None
    ordered = sorted(values)
    best = ordered[-policy.leading :] if rising else ordered[: policy.leading]
    share = policy.trailing if rising else 1.0 - policy.trailing
    return quantile(ordered, share), fmean(best)


def on_record(publication: Publication) -> list[OnRecord]:
    """Return every observable with leading cities, or with enough values on record for them."""
    framework = publication.framework
    usable: dict[str, dict[str, tuple[float, int]]] = {}
    for city in publication.cities.values():
        findings = by_row(standing(city, findings_of(framework, city), publication.record.as_of))
        observables, _ = assess_observables(
            framework, city, publication.profile_year(city), findings
        )
        for name, result in observables.items():
            value, row = result.selection.value, result.selection.shown
            if value is not None and row and row.period and not result.selection.reason:
                usable.setdefault(name, {})[city.id] = (value, row.period.last)
    found = (
        _of_observable(publication, name, usable.get(name, {})) for name in framework.observables
    )
    return [one for one in found if one.frozen is not None or one.best is not None]


def _of_observable(
    publication: Publication, name: str, values: Mapping[str, tuple[float, int]]
) -> OnRecord:
    framework = publication.framework
    rising = RISING.get(framework.observables[name].direction)
    numbers = [value for value, _ in values.values()]
    ends = None if rising is None else ends_of(numbers, rising, framework.policy.benchmarks)
    years = [year for _, year in values.values()]
    cities = publication.cities
    return OnRecord(
        observable=name,
        cities=tuple(cities[city].record.name for city in values),
        countries=len({cities[city].record.country for city in values}),
        years=(min(years, default=0), max(years, default=0)),
        worst=ends[0] if ends else None,
        best=ends[1] if ends else None,
        frozen=next(
            (row for row in framework.goalposts_of.get(name, ()) if row.family == LEADING_CITIES),
            None,
        ),
    )
