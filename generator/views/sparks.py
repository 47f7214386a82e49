"""Series at their smallest, as rows show them: a line from 0 to 1 with both ends in words."""

from collections.abc import Sequence

from generator.assessment.results import IndicatorResult
from generator.assessment.small_series import SmallSeries, small_series
from generator.frozen import dataclass
from generator.model.framework_tables import Goalpost
from generator.model.publication import City
from generator.views.sentences import printed
from generator.views.site import Site

LEAST_SHARE = 0.15
"""The least share of the way from worst to best that a small series spans: noise is flat."""

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Spark:
    """A series at its smallest: points from 0 to 1 in time and value, its ends in words.

    `label` says both ends; `open`: the last point is provisional or estimated.
    """

    points: Points
    first: str
    last: str
    label: str
    open: bool


@dataclass(frozen=True, slots=True)
class Window:
    """The years and values that one or several small series share."""

    start: float
    years: float
    low: float
    height: float

    @classmethod
    def around(cls, points: Sequence[tuple[float, float]], way: float) -> "Window":
        """Return the window that holds all points; `way` lies between worst and best."""
        if not points:
            return cls(0.0, 1.0, 0.0, 1.0)
        years, values = zip(*points, strict=True)
        height = max(max(values) - min(values), way * LEAST_SHARE) or 1.0
        low = (max(values) + min(values) - height) / 2
        return cls(min(years), (max(years) - min(years)) or 1.0, low, height)

    def drawn(self, points: Sequence[tuple[float, float]]) -> Points:
        """Return points from 0 to 1 in time and value."""
        return tuple(
            (round((year - self.start) / self.years, 3), round((value - self.low) / self.height, 3))
            for year, value in points
        )

    def height_at(self, value: float) -> float | None:
        """Return where a value lies, from 0 to 1; None beyond the window."""
        height = round((value - self.low) / self.height, 3)
        return height if 0 <= height <= 1 else None


def spark_of(site: Site, city: City, result: IndicatorResult) -> Spark | None:
    """Return the dated series of a figure, if it is long enough; None for proxies and words."""
    return spark_from(site, result, small_series(city, result))


def spark_from(site: Site, result: IndicatorResult, series: SmallSeries | None) -> Spark | None:
    """Return a series as drawn in a row, if it is long enough."""
    if series is None or len(series.points) < site.editorial.series_from:
        return None
    return Spark(
        points=Window.around(series.points, way_of(result.goalpost)).drawn(series.points),
        first=str(series.first.period),
        last=str(series.last.period),
        label=series_label(site, series, result),
        open=is_open(site, series),
    )


def way_of(post: Goalpost | None) -> float:
    """Return how far the worst and the best value lie apart, in the unit; 0 if unknown."""
    if post is None or post.best is None or post.worst is None:
        return 0.0
    return abs(post.best - post.worst)


def series_label(site: Site, series: SmallSeries, result: IndicatorResult) -> str:
    """Return both ends of a series in words."""
    return site.say(
        "spark.label",
        start=str(series.first.period),
        before=printed(site, series.first, result),
        end=str(series.last.period),
        after=printed(site, series.last, result),
    )


def is_open(site: Site, series: SmallSeries) -> bool:
    """Return whether the last figure of a series is provisional or otherwise less sure."""
    status = site.publication.framework.status_of.get(series.last.status or "A")
    return bool(status and status.mark)
