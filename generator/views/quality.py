"""How good the data are: what each city reports, what is reported of each indicator, remarks."""

from collections import Counter
from collections.abc import Callable

from generator.assessment.evidence_states import Standing
from generator.frozen import dataclass
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Code, Link
from generator.views.indicators import indicator_link
from generator.views.site import Site
from generator.views.table import Column, Row, Table, group_of, heads_of, lay_out


@dataclass(frozen=True, slots=True)
class Count:
    """How many observations of all cities carry a remark; `code` is that of the files."""

    name: str
    code: str
    values: int


def observations_count(site: Site) -> int:
    """Return the number of the observations of all cities."""
    return sum(_over_cities(site, "statuses").values())


def _over_cities(site: Site, name: str) -> Counter[str]:
    """Return a tally of every city as one."""
    total: Counter[str] = Counter()
    for city in site.cities:
        total.update(getattr(site.tallies[city.id], name))
    return total


def city_table(site: Site) -> Table:
    """Return what each city reports, and how much of it carries a remark."""

    def name(city: City) -> Link:
        return Link(city.record.name, targets.tab(city.id, "data"))

    def indicators(city: City, counted: Callable[[Standing], bool]) -> int:
        return sum(counted(one) for one in site.standings[city.id].indicators.values())

    counts: dict[str, Callable[[City], int]] = {
        "figures": lambda city: indicators(city, lambda one: one.is_reported),
        "benchmarked": lambda city: indicators(city, lambda one: one.is_assessable),
        "rated": lambda city: indicators(city, lambda one: one.is_rated),
        "values": lambda city: sum(site.tallies[city.id].valued.values()),
        "near": lambda city: site.tallies[city.id].valued.get("near", 0),
        "proxy": lambda city: site.tallies[city.id].valued.get("proxy", 0),
        "undated": lambda city: site.tallies[city.id].undated,
        "context-to-be-confirmed": lambda city: site.tallies[city.id].to_confirm,
    }
    columns = [Column("city", site.say("city"), name)]
    columns += [_count_column(site, key, count) for key, count in counts.items()]
    return lay_out(site.say("caption.quality-cities"), columns, site.cities)


def _count_column(site: Site, name: str, count: Callable[[Row], int]) -> Column[Row]:
    return Column(name, site.say(name), lambda row: site.language.number(count(row), 0), True)


def indicator_table(site: Site) -> Table:
    """Return how many cities report and have rated each indicator, by top area."""
    framework = site.publication.framework

    standings = [site.standings[city.id].indicators for city in site.cities]

    def counted(name: str, test: Callable[[Standing], bool]) -> int:
        return sum(test(indicators[name]) for indicators in standings)

    def reporting(name: str) -> int:
        return counted(name, lambda one: one.is_reported)

    def rated(name: str) -> int:
        return counted(name, lambda one: one.is_rated)

    columns = [
        Column[str]("indicator", site.say("indicator"), lambda name: indicator_link(site, name)),
        _count_column(site, "cities-reporting", reporting),
        _count_column(site, "rated", rated),
    ]
    tops = framework.children(site.publication.record.main_scheme)
    groups = (group_of(columns, framework.placed_below(top.area), top.name) for top in tops)
    return Table(site.say("caption.quality-indicators"), heads_of(columns), tuple(groups))


def status_table(site: Site) -> Table:
    """Return every status in use with the number of its observations."""
    counts = _over_cities(site, "statuses")
    counts["A"] += counts.pop("", 0)
    rows = (
        Count(row.label, row.status, counts[row.status])
        for row in site.publication.framework.statuses
        if counts[row.status]
    )
    columns = _columns_of_counts(site, "status")
    columns.insert(1, Column("code", site.say("code"), lambda row: Code(row.code)))
    return lay_out(site.say("caption.quality-statuses"), columns, rows)


def comparability_table(site: Site) -> Table:
    """Return how many observations are near what an indicator asks for, and how many stand in."""
    counts = _over_cities(site, "comparabilities")
    counts["exact"] += counts.pop("", 0)
    words = site.publication.framework.words.get("comparability", {})
    rows = (Count(name, key, counts[key]) for key, name in words.items())
    columns = _columns_of_counts(site, "comparability")
    return lay_out(site.say("caption.quality-comparability"), columns, rows)


def level_table(site: Site) -> Table:
    """Return how many observations have each level of quality, those of none last."""
    counts = _over_cities(site, "qualities")
    levels = {row.quality: row.name for row in site.publication.framework.qualities}
    levels[""] = site.say("quality.not-stated")
    rows = (Count(name, key, counts[key]) for key, name in levels.items())
    columns = _columns_of_counts(site, "quality")
    return lay_out(site.say("caption.quality-levels"), columns, rows)


def _columns_of_counts(site: Site, head: str) -> list[Column[Count]]:
    return [
        Column[Count](head, site.say(head), lambda row: row.name),
        _count_column(site, "values", lambda row: row.values),
    ]
