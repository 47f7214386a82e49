"""A city beside its peer groups: rule, members, spread of positions, ranks with their intervals.

Nothing here enters a score. A rank never stands without its interval, and cities that cannot be
told apart stand in one row.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from generator.assessment.comparison.peer_comparison import Comparison
from generator.assessment.comparison.peer_groups import Group
from generator.assessment.comparison.ranking import Ranked
from generator.frozen import dataclass
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Lines, Link
from generator.views.condition_words import context_name, question, question_text
from generator.views.names_in_sentences import cities_text
from generator.views.ranks import rank_text
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.values import observable_name


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """A group with its rule in words, its members, the comparison, and rankings by figure.

    Of more members than a page lists only the `count` is told.
    """

    title: str
    rule: str
    members: tuple[Link, ...]
    count: str
    comparison: Table
    rankings: tuple[Table, ...]


def peer_groups(site: Site, city: City) -> Iterator[PeerGroup]:
    """Yield the groups of a city."""
    compared = site.compared.of(city.id)
    for group in compared.groups:
        listed = group.members if len(group.members) <= site.editorial.index_cities else ()
        yield PeerGroup(
            title=group_name(site, group),
            rule=question_text(site, question(site, group.rule)) if group.rule else "",
            members=tuple(_members(site, listed)),
            count=site.say("count.city", n=len(group.members)),
            comparison=_comparison(site, city, compared.comparisons[group.id].values()),
            rankings=tuple(
                _ranking(site, observable, ranking)
                for observable, ranking in compared.rankings[group.id].items()
            ),
        )


def _members(site: Site, listed: Iterable[str]) -> Iterator[Link]:
    """Yield the cities listed, in the alphabet of the language."""
    names = {name: site.publication.cities[name].record.name for name in listed}
    for name in sorted(names, key=lambda name: site.language.order(names[name])):
        yield Link(names[name], targets.city(name))


def group_name(site: Site, group: Group) -> str:
    if group.same:
        value = site.word(group.same, group.value)
        variable = site.language.inside(context_name(site, group.same))
        return site.say("peers.same", variable=variable, value=site.language.inside(value))
    named = f"peers.group.{group.id}"
    return site.say(named) if site.language.has(named) else group.id


def _comparison(site: Site, city: City, comparisons: Iterable[Comparison]) -> Table:
    """Return the subjects with the city's position, the spread of the group and the percentile."""
    number, say = site.language.number, site.say

    def decimal(value: float | None) -> str:
        return "–" if value is None else number(value, 1)

    columns: list[Column[Comparison]] = [
        Column("subject", say("indicator"), lambda row: _subject(site, city, row.subject)),
        Column(
            "position", say("position"), lambda row: decimal(row.positions[city.id]), number=True
        ),
        Column("median", say("median"), lambda row: decimal(row.summary.median), number=True),
        Column("quartiles", say("quartiles"), lambda row: _quartiles(site, row), number=True),
        Column(
            "range",
            say("position-range"),
            lambda row: f"{decimal(row.summary.minimum)}–{decimal(row.summary.maximum)}",
            number=True,
        ),
        Column("cities", say("cities"), lambda row: number(row.summary.cities, 0), number=True),
        Column(
            "percentile",
            say("percentile"),
            lambda row: "–" if row.percentile is None else number(row.percentile, 0),
            number=True,
        ),
        Column("comparability", say("comparability"), lambda row: _remarks(site, row)),
    ]
    rows = [row for row in comparisons if row.summary.cities > 1]
    return lay_out(say("caption.peers"), columns, rows)


def _subject(site: Site, city: City, subject: str) -> Link:
    return Link(observable_name(site, subject), targets.how(city.id, subject))


def _quartiles(site: Site, row: Comparison) -> str:
    low, high = row.summary.lower_quartile, row.summary.upper_quartile
    if low is None or high is None:
        return "–"
    return f"{site.language.number(low, 1)}–{site.language.number(high, 1)}"


def _remarks(site: Site, row: Comparison) -> str:
    """Return why some cities are not fully comparable, and which were left out."""
    by_reason: dict[str, list[str]] = {}
    for name, reasons in row.warnings.items():
        for reason in reasons:
            by_reason.setdefault(reason, []).append(name)
    parts = [
        site.say(f"peers.warning.{reason}", names=_named(site, warned))
        for reason, warned in by_reason.items()
    ]
    if row.excluded:
        parts.append(site.say("peers.excluded", names=_named(site, row.excluded)))
    return " ".join(parts)


def _named(site: Site, cities: Iterable[str]) -> str:
    """Return the names of cities in a sentence, in the alphabet of the language."""
    names = (site.publication.cities[city].record.name for city in cities)
    return cities_text(site, sorted(names, key=site.language.order))


def _ranking(site: Site, observable: str, ranking: Sequence[Ranked]) -> Table:
    """Return the groups of a ranking, a row each: no two of a group can be told apart."""
    following = dict(pairwise(one.city for one in ranking))
    tiers = [tuple(members) for _, members in groupby(ranking, key=lambda ranked: ranked.tier)]
    columns: list[Column[tuple[Ranked, ...]]] = [
        Column("places", site.say("places"), lambda tier: _places(site, tier)),
        Column(
            "cities",
            site.say("city"),
            lambda tier: Lines(
                tuple(_ranked(site, one, len(ranking), following.get(one.city)) for one in tier)
            ),
        ),
    ]
    caption = site.say("caption.ranking", indicator=observable_name(site, observable))
    return lay_out(caption, columns, tiers)


def _places(site: Site, tier: Sequence[Ranked]) -> str:
    low, high = tier[0].rank, max(ranked.rank for ranked in tier)
    return site.say("peers.places", low=low, high=high) if low != high else str(low)


def _ranked(site: Site, ranked: Ranked, of: int, after: str | None) -> str:
    """Return a city with rank, interval and position, and how surely it is above the next."""
    number, cities = site.language.number, site.publication.cities
    line = site.say(
        "peers.ranked",
        city=cities[ranked.city].record.name,
        rank=rank_text(site, ranked, of),
        position=number(ranked.score, 1),
    )
    if ranked.above_next is None or after is None:
        return line
    surely = site.say(
        "peers.distinguishable" if ranked.distinguishable else "peers.above",
        city=cities[after].record.name,
        share=number(100 * ranked.above_next, 0),
    )
    return site.language.by_semicolons((line, surely))
