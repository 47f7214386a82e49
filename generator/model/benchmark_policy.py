"""The parts of the rating policy on benchmarks, on what an area needs, and on cities compared."""

from generator.model.records import AtLeastOne, Count, Record, Share


class BenchmarkPolicy(Record):
    """How leading cities are made from values on record, and when too many scores say too little.

    Best is the mean of the best `leading`, worst the quantile `trailing`, from `minimum_cities`
    on. The build warns when a larger share than `at_ends` of the scores of a family, from
    `counted_from` on, stand at 0 or 100.
    """

    leading: AtLeastOne
    trailing: Share
    minimum_cities: AtLeastOne
    at_ends: Share
    counted_from: AtLeastOne


class Coverage(Record):
    """From how many rated indicators on an area has a score, and a median position."""

    minimum_rated: Count


class ComparisonPolicy(Record):
    minimum: Count
    years_warn: Count
    years_exclude: Count
