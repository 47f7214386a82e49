"""What pages on the quality of all data need of a city, counted: files and how sure it is rated."""

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.assessment.plausibility.common_jumps import count_jumps
from generator.assessment.results import FULL, CityResult, Interval
from generator.assessment.shares import as_percent, in_percent
from generator.frozen import dataclass
from generator.model.framework import Framework
from generator.model.framework_tables import LEADING_CITIES, TARGET
from generator.model.publication import City

AREAS, OBSERVABLES = "areas", "observables"


@dataclass(frozen=True)
class Tallies:
    """Rows of observations, all of them and those with a value, by what they carry.

    `statuses`, `qualities` and `comparabilities` count all rows by code, "" where there is none;
    `valued` those with a value by comparability; `undated` those without a year of their own;
    `to_confirm` the context figures to be confirmed; `uses` the rows that cite each source.

    `rated` counts the bands of areas and of observables that carry a value, `unsure` those that
    could be another band; `scored` the scores by family of benchmarks, floors left out, `at_ends`
    those of 0 or 100. `series` and `jumps` are told in `common_jumps.py`.
    """

    statuses: Mapping[str, int]
    qualities: Mapping[str, int]
    comparabilities: Mapping[str, int]
    valued: Mapping[str, int]
    undated: int
    to_confirm: int
    uses: Mapping[str, int]
    rated: Mapping[str, int]
    unsure: Mapping[str, int]
    scored: Mapping[str, int]
    at_ends: Mapping[str, int]
    series: Mapping[str, int]
    jumps: Mapping[str, int]


def tallies_of(city: City, result: CityResult, framework: Framework) -> Tallies:
    """Return the counts of a city."""
    policy, (series, jumps) = framework.policy, count_jumps(framework, city)
    bands, scores = list(_bands(result)), list(_scores(result))
    enough = 1.0 - policy.uncertainty.distinguishable
    rows = list(city.observations)
    valued = [row for row in rows if row.has_figure]
    citing = (table for table in city.tables if table.kind != city.sources.kind)
    cited = (getattr(row, "source", None) for table in citing for row in table)
    return Tallies(
        statuses=Counter(row.status or "" for row in rows),
        qualities=Counter(row.quality or "" for row in rows),
        comparabilities=Counter(row.comparability or "" for row in rows),
        valued=Counter(row.comparability or "" for row in valued),
        undated=sum(row.period_basis == "report" or row.period is None for row in valued),
        to_confirm=sum(city.source_of[row.source].is_to_confirm for row in city.context),
        uses=Counter(source for source in cited if source),
        rated=Counter(what for what, _, _ in bands),
        unsure=Counter(
            what for what, band, interval in bands if could_be_another(band, interval, enough)
        ),
        scored=Counter(family for family, _ in scores),
        at_ends=Counter(family for family, score in scores if score in (0.0, FULL)),
        series=series,
        jumps=jumps,
    )


def could_be_another(band: str, interval: Interval | None, enough: float) -> bool:
    """Return whether another band is as likely as `enough`."""
    shares = {} if interval is None else in_percent(interval.bands)
    return any(name != band and share >= as_percent(enough) for name, share in shares.items())


def _bands(result: CityResult) -> Iterator[tuple[str, str, Interval | None]]:
    """Yield every band of an area, and of an observable that carries a value."""
    for area in result.areas.values():
        if area.band is not None:
            yield AREAS, area.band, area.interval
    for one in result.observables.values():
        if one.band is not None and not one.data_points:
            yield OBSERVABLES, one.band, one.interval


def _scores(result: CityResult) -> Iterator[tuple[str, float]]:
    """Yield every score and position of what carries a value, with its family; no floors."""
    for one in result.observables.values():
        if one.mean_score is not None and not one.data_points:
            yield TARGET, one.mean_score
        if one.position is not None and not one.data_points:
            yield LEADING_CITIES, one.position
