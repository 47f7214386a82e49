"""The tables of open data from which anyone can rebuild the ratings, with what comes out.

Numbers stand as computed, to six places, so that they can be compared with those of another
program.
"""

from dataclasses import dataclass

from generator.model.tables import Cell, Row, TableKind, column


@dataclass(frozen=True, slots=True)
class Setting(Row):
    """A number or word of the rating policy that enters a rating, trend or urgency."""

    setting: str = column(Cell.LINE, "Its keys in rating-policy.yml, by dots.", filled=True)
    value: str = column(Cell.LINE, "A number, a word, or several parted by semicolons.")


@dataclass(frozen=True, slots=True)
class Certainty(Row):
    """How sure a score and a position are: points of the replications."""

    city: str = column(Cell.ID, "Folder of the city.", filled=True, refers="city")
    id: str = column(Cell.LINE, "Id of the indicator, data point or area.", filled=True)
    score: float | None = column(Cell.NUMBER, "Score, to six places.")
    low: float | None = column(Cell.NUMBER, "Its 5 % point, or the score if that is lower.")
    median: float | None = column(Cell.NUMBER, "Its 50 % point.")
    high: float | None = column(Cell.NUMBER, "Its 95 % point, or the score if that is higher.")
    bands: tuple[str, ...] = column(
        Cell.LIST, "Share of the replications in each band that it reaches: band=share."
    )
    position: float | None = column(Cell.NUMBER, "Position, to six places.")
    position_low: float | None = column(Cell.NUMBER, "Its 5 % point, or the position if lower.")
    position_high: float | None = column(Cell.NUMBER, "Its 95 % point, or the position if higher.")


@dataclass(frozen=True, slots=True)
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
    moving_away: bool | None = column(Cell.YES_NO, "yes: reached, and being lost again.")


@dataclass(frozen=True, slots=True)
class UrgencyLine(Row):
    """How urgent action on an indicator, data point or area is, and what it is made of."""

    city: str = column(Cell.ID, "Folder of the city.", filled=True, refers="city")
    id: str = column(Cell.LINE, "Id of the indicator, data point or area.", filled=True)
    urgency: float = column(Cell.NUMBER, "0 to 1.", filled=True)
    level: str = column(Cell.ID, "Level that it reaches.", filled=True)
    importance: int | None = column(Cell.INTEGER, "1 to 3.")
    importance_from: str | None = column(Cell.ID, "Who judged so: city or framework.")
    holds: float | None = column(Cell.NUMBER, "Share of the replications with the same level.")


SETTINGS = TableKind("policy", Setting, ("setting",))
CERTAINTY = TableKind("certainty", Certainty, ("city", "id"))
TRENDS = TableKind("trends", TrendLine, ("city", "id"))
URGENCY = TableKind("urgency", UrgencyLine, ("city", "id"))
