"""What the record would give today for the leading cities, beside what is frozen."""

from generator.assessment.comparison.leading_cities import OnRecord
from generator.model.framework_tables import Goalpost
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.values import observable_name


def record_table(site: Site, found: list[OnRecord]) -> Table:
    """Return a row for each observable: the two ends today and as frozen, each with its cities."""

    def number(value: float | None) -> str:
        return "–" if value is None else site.language.number(value)

    def frozen(row: OnRecord, end: str) -> str:
        return number(None if row.frozen is None else getattr(row.frozen, end))

    columns: list[Column[OnRecord]] = [
        Column(
            "observable", site.say("indicator"), lambda row: observable_name(site, row.observable)
        ),
        Column("cities", site.say("benchmarks.cities"), lambda row: str(len(row.cities)), True),
        Column("countries", site.say("benchmarks.countries"), lambda row: str(row.countries), True),
        Column("years", site.say("benchmarks.years"), _years),
        Column("worst", site.say("benchmarks.worst"), lambda row: number(row.worst), True),
        Column("best", site.say("benchmarks.best"), lambda row: number(row.best), True),
        Column("frozen", site.say("benchmarks.frozen"), lambda row: _made_from(site, row.frozen)),
        Column(
            "frozen-worst", site.say("benchmarks.worst"), lambda row: frozen(row, "worst"), True
        ),
        Column("frozen-best", site.say("benchmarks.best"), lambda row: frozen(row, "best"), True),
    ]
    return lay_out(site.say("caption.benchmarks"), columns, found)


def _years(row: OnRecord) -> str:
    return "–".join(dict.fromkeys(str(year) for year in row.years if year))


def _made_from(site: Site, frozen: Goalpost | None) -> str:
    """Return the number of the cities named, or what the source says of them, with the years."""
    if frozen is None:
        return "–"
    cities = frozen.cities
    named = str(len(cities)) if len(cities) > 1 else "".join(cities)
    return site.language.by_commas((named, frozen.years))
