"""How much a city reports, counted: what pages on the quality of all data need of its files."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.publication import City


@dataclass(frozen=True)
class Tallies:
    """Rows of observations, all of them and those with a value, by what they carry.

    `statuses`, `qualities` and `comparabilities` count all rows by code, "" where there is none;
    `valued` those with a value by comparability; `undated` those without a year of their own;
    `to_confirm` the context figures to be confirmed; `uses` the rows that cite each source.
    """

    statuses: Mapping[str, int]
    qualities: Mapping[str, int]
    comparabilities: Mapping[str, int]
    valued: Mapping[str, int]
    undated: int
    to_confirm: int
    uses: Mapping[str, int]


def tallies_of(city: City) -> Tallies:
    """Return the counts of a city."""
    rows = list(city.observations)
    valued = [row for row in rows if row.value is not None]
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
    )
