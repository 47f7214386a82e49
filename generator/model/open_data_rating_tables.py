"""The tables of open data on ratings: what the site states, and all that it follows from.

Scores stand as they are printed; in the other tables numbers stand as computed, to six places, so
that they can be compared with those of another program.
"""

from generator.frozen import dataclass
from generator.model.framework_tables import FAMILIES
from generator.model.scalars import Period
from generator.model.tables import Cell, Row, TableKind, column


@dataclass(frozen=True)
class WeightLine(Row):
    """What counts in an area with the weights in use; areas below another one come first."""

    area: str = column(Cell.LINE, "Area, or a scheme as a whole.", filled=True, refers="area")
    member: str = column(Cell.LINE, "Area or indicator directly below it.", filled=True)
    weight: float = column(Cell.NUMBER, "What it weighs among its siblings.", filled=True)


@dataclass(frozen=True)
class Score(Row):
    """What a profile shows of an indicator, a data point or an area."""

    city: str = column(Cell.ID, "Folder of the city.", filled=True, refers="city")
    kind: str = column(Cell.ID, "indicator, data-point or area.", filled=True)
    id: str = column(Cell.LINE, "Id of the indicator, data point or area.", filled=True)
    name: str = column(Cell.LINE, "Its name.", filled=True)
    period: Period | None = column(Cell.PERIOD, "Reference period of the value.")
    value: str | None = column(Cell.LINE, "The value that the profile shows: a number or a word.")
    unit: str | None = column(Cell.LINE, "Unit of the value.", refers="unit")
    status: str | None = column(Cell.LINE, "SDMX observation status.", refers="status")
    comparability: str | None = column(
        Cell.ID, "exact, near or proxy.", refers="vocabulary:comparability"
    )
    source: str | None = column(Cell.ID, "Source of the value.", refers="source")
    benchmarks: tuple[str, ...] = column(
        Cell.LIST,
        "What can rate a value of this city: target or floor (in no mean), and leading-cities.",
    )
    state: str = column(Cell.ID, "rated, not-rated, no-benchmark or no-figure.", filled=True)
    evidence: str | None = column(
        Cell.ID,
        "value, missing (a source says that the city has none), not-found, not-collected, "
        "withheld or held-back; blank for an area.",
    )
    reason: str | None = column(Cell.ID, "Why there is no rating.")
    doubts: tuple[str, ...] = column(
        Cell.LIST,
        "Why its figure may not lead anywhere: held-back, overtaken (by one held back), proxy, "
        "territory, disputed, undated, old or status; of an area reason=count of the figures rated "
        "there.",
    )
    score: float | None = column(
        Cell.NUMBER, "0 at the worst value, 100 at the target; as printed, with one decimal."
    )
    band: str | None = column(Cell.ID, "Rating by the target.", refers="band")
    floor: bool | None = column(
        Cell.YES_NO, "yes: its target is one that nearly all reach, or yes or no; in no mean."
    )
    position: float | None = column(
        Cell.NUMBER, "0 at the trailing, 100 at the leading cities; of an area the median."
    )
    targets: int | None = column(Cell.INTEGER, "Of an area: targets that are rated.")
    reached: int | None = column(
        Cell.INTEGER, "Of an area: how many of them are reached; else 1 if the target is."
    )
    percent: float | None = column(
        Cell.NUMBER,
        "Share of the benchmark reached, in per cent; of an area the share of the points.",
    )
    points: int | None = column(
        Cell.INTEGER, "Points of the published U4SSC scale; of an area their sum."
    )
    rated: int | None = column(Cell.INTEGER, "Of an area: indicators whose score enters its mean.")
    total: int | None = column(Cell.INTEGER, "Of an area: all its indicators.")
    with_figure: int | None = column(Cell.INTEGER, "Of an area: its indicators with a figure.")
    with_benchmark: int | None = column(
        Cell.INTEGER, "Of an area: its indicators with a benchmark for this city."
    )
    with_rating: int | None = column(
        Cell.INTEGER, "Of an area: its indicators with a score or a position."
    )
    coverage: float | None = column(
        Cell.NUMBER, "Of an area: rated share of what has a target, in per cent."
    )
    low: float | None = column(Cell.NUMBER, "Of an area: score if all that is missing were 0.")
    high: float | None = column(Cell.NUMBER, "Of an area: score if all that is missing were 100.")


@dataclass(frozen=True)
class Setting(Row):
    """A number or word of the rating policy that enters a rating, trend or urgency."""

    setting: str = column(Cell.LINE, "Its keys in rating-policy.yml, by dots.", filled=True)
    value: str = column(Cell.LINE, "A number, a word, or several parted by semicolons.")


@dataclass(frozen=True)
class Certainty(Row):
    """A score or a position with what it is made of, and the points of its replications.

    The scale is blank for what is a mean: of data points, or of an area.
    """

    city: str = column(Cell.ID, "Folder of the city.", filled=True, refers="city")
    id: str = column(Cell.LINE, "Id of the indicator, data point or area.", filled=True)
    family: str = column(
        Cell.ID,
        "target and yes-no give a score, leading-cities a position.",
        filled=True,
        refers=f"vocabulary:{FAMILIES}",
    )
    direction: str | None = column(Cell.ID, "Which way is better.", refers="vocabulary:direction")
    value: str | None = column(Cell.LINE, "Value that is rated: a number or a word.")
    value_low: float | None = column(Cell.NUMBER, "Lowest value that a replication takes.")
    value_high: float | None = column(Cell.NUMBER, "Highest value that a replication takes.")
    minimum: float | None = column(Cell.NUMBER, "Smallest possible value.")
    maximum: float | None = column(Cell.NUMBER, "Largest possible value.")
    worst: float | None = column(Cell.NUMBER, "Value that scores 0.")
    worst_of_five: float | None = column(Cell.NUMBER, "Worst end of half of the replications.")
    worst_above: float | None = column(Cell.NUMBER, "Upper value that scores 0.")
    best: float | None = column(Cell.NUMBER, "Value that scores 100.")
    transform: str | None = column(Cell.ID, "linear, log or fourth-root.")
    scores: str | None = column(Cell.LINE, "Scores of words.")
    score: float = column(Cell.NUMBER, "Score or position, to six places.", filled=True)
    low: float | None = column(Cell.NUMBER, "Its 5 % point, or itself if that is lower.")
    median: float | None = column(Cell.NUMBER, "Its 50 % point.")
    high: float | None = column(Cell.NUMBER, "Its 95 % point, or itself if that is higher.")
    bands: tuple[str, ...] = column(
        Cell.LIST, "Share of the replications in each band that it reaches: band=share."
    )
    reached: float | None = column(
        Cell.NUMBER,
        "Probability that the value lies on the reached side of the target, from 0 to 1: it may be "
        "anywhere from value_low to value_high. Blank for words, and with a worst_above.",
    )


@dataclass(frozen=True)
class SeriesLine(Row):
    """A year of the series from which a trend is told, since its last break."""

    city: str = column(Cell.ID, "Folder of the city.", filled=True, refers="city")
    id: str = column(Cell.LINE, "Id of the indicator or data point.", filled=True)
    year: int = column(Cell.YEAR, "Last year of the period.", filled=True)
    value: float = column(Cell.NUMBER, "Value; of a word its score.", filled=True)
    error: float = column(Cell.NUMBER, "By how much it may be off, in the unit.", filled=True)
    progress: float = column(
        Cell.NUMBER, "The value so turned that more is better, or minus its distance to a target.",
        filled=True,
    )  # fmt: skip
    left: float | None = column(
        Cell.NUMBER,
        "By how much it is short of what is to be reached; 0 or less: reached.",
    )
    score: float | None = column(Cell.NUMBER, "Score or position, also below 0 and above 100.")


@dataclass(frozen=True)
class TrendLine(Row):
    """How an indicator or data point moves, and what bears it out."""

    city: str = column(Cell.ID, "Folder of the city.", filled=True, refers="city")
    id: str = column(Cell.LINE, "Id of the indicator or data point.", filled=True)
    trend: str = column(Cell.ID, "Class by the first and the last year.", filled=True)
    told: str = column(Cell.ID, "Class that may be said.", filled=True)
    reason: str | None = column(Cell.ID, "Why it is not assessed.")
    untold: str | None = column(Cell.ID, "Why the change may not be said.")
    since: int | None = column(Cell.YEAR, "Year in which the series begins anew.")
    baseline_year: int | None = column(Cell.YEAR, "First year that counts.")
    baseline: float | None = column(Cell.NUMBER, "Its value; of a word the score.")
    latest_year: int | None = column(Cell.YEAR, "Last year that counts.")
    latest: float | None = column(Cell.NUMBER, "Its value; of a word the score.")
    points: int | None = column(Cell.INTEGER, "Years with a value that count.")
    target: float | None = column(Cell.NUMBER, "What is to be reached.")
    target_year: int | None = column(Cell.YEAR, "By when.")
    target_from: str | None = column(Cell.ID, "city or goalpost.")
    rate: float | None = column(Cell.NUMBER, "Observed change over the one required.")
    change: float | None = column(Cell.NUMBER, "Change per year, in the unit.")
    score_change: float | None = column(Cell.NUMBER, "Change of the score per year.")
    slope: float | None = column(Cell.NUMBER, "Slope of Theil and Sen, per year.")
    probability: float | None = column(Cell.NUMBER, "Of the test of Mann and Kendall.")
    moving_away: bool | None = column(Cell.YES_NO, "yes: reached, and by all years being lost.")


@dataclass(frozen=True)
class UrgencyLine(Row):
    """How urgent action on an indicator, data point or area is, and what it is made of."""

    city: str = column(Cell.ID, "Folder of the city.", filled=True, refers="city")
    id: str = column(Cell.LINE, "Id of the indicator, data point or area.", filled=True)
    urgency: float = column(Cell.NUMBER, "0 to 1.", filled=True)
    level: str = column(Cell.ID, "Level that it reaches.", filled=True)
    importance: int | None = column(Cell.INTEGER, "1 to 3.")
    importance_from: str | None = column(Cell.ID, "Who judged so: city or framework.")
    importance_factor: float | None = column(Cell.NUMBER, "What it multiplies the gap by.")
    trend: str | None = column(Cell.ID, "Class of trend that may be said.")
    trend_factor: float | None = column(Cell.NUMBER, "What that multiplies the gap by.")
    holds: float | None = column(Cell.NUMBER, "Share of the replications with the same level.")


@dataclass(frozen=True)
class ReviewLine(Row):
    """What speaks against a figure, so that it is under review and not rated."""

    figure: str = column(Cell.LINE, "Key of the row in observations.", filled=True)
    relation: str = column(Cell.ID, "Relation of the framework that it breaks.", filled=True)
    left: str = column(Cell.LINE, "One side of the relation.", filled=True)
    left_value: float = column(Cell.NUMBER, "Its value.", filled=True)
    right: str | None = column(Cell.LINE, "The other side; blank for a limit.")
    right_value: float = column(Cell.NUMBER, "Its value, or the limit.", filled=True)


@dataclass(frozen=True)
class PeerLine(Row):
    """An indicator, data point or area of a city beside one of its peer groups."""

    city: str = column(Cell.ID, "Folder of the city.", filled=True)
    id: str = column(Cell.LINE, "Id of the indicator, data point or area.", filled=True)
    peer_group: str = column(Cell.ID, "Group of cities that it is compared with.", filled=True)
    peers: int = column(Cell.INTEGER, "Cities compared, this one among them.", filled=True)
    percentile: float | None = column(
        Cell.NUMBER,
        "Share of the other cities below, those with the same score as half; 0 to 100. "
        "Blank if fewer cities than the policy asks.",
    )
    rank: int | None = column(
        Cell.INTEGER, "Of an area: 1 and the number of cities above. Only with its interval."
    )
    rank_low: float | None = column(Cell.NUMBER, "Of an area: lower end of the rank's interval.")
    rank_high: float | None = column(Cell.NUMBER, "Of an area: upper end of the rank's interval.")


@dataclass(frozen=True)
class PeerGroupLine(Row):
    """A city in a group of peers; cities of one group have the same in `common`."""

    peer_group: str = column(Cell.ID, "Group of cities.", filled=True)
    common: str = column(
        Cell.LINE,
        "What its cities share: a value, or that they meet its rule; else whose own it is.",
        filled=True,
    )
    city: str = column(Cell.ID, "Folder of a city in it.", filled=True, refers="city")


SETTINGS = TableKind("policy", Setting, ("setting",))
WEIGHTS = TableKind("weights", WeightLine, ("area", "member"))
CERTAINTY = TableKind("certainty", Certainty, ("city", "id", "family"))
TRENDS = TableKind("trends", TrendLine, ("city", "id"))
URGENCY = TableKind("urgency", UrgencyLine, ("city", "id"))
SCORES = TableKind("scores", Score, ("city", "id"))
SERIES = TableKind("series", SeriesLine, ("city", "id", "year"))
UNDER_REVIEW = TableKind("under-review", ReviewLine, ("figure", "relation", "left"))
PEERS = TableKind("peers", PeerLine, ("city", "id", "peer_group"))
PEER_GROUPS = TableKind("peer-groups", PeerGroupLine, ("peer_group", "common", "city"))
