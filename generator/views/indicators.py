"""Indicators as the framework knows them: the index by area, and what it says of each."""

from collections.abc import Iterator
from itertools import groupby

from generator.frozen import dataclass
from generator.model.framework_records import IndicatorRecord
from generator.model.framework_tables import Area
from generator.views import targets
from generator.views.areas import areas_to
from generator.views.cell import Code, Link, Term
from generator.views.site import Site
from generator.views.sources import ListedSource, listed_source
from generator.views.table import Column, Group, Table, group_of, heads_of
from generator.views.units import unit_label


@dataclass(frozen=True, slots=True)
class IndexChapter:
    """The indicators of a top area."""

    name: str
    table: Table


def indicator_index(site: Site) -> list[IndexChapter]:
    """Return all indicators by area of the main scheme."""
    tops = site.publication.framework.children(site.publication.record.main_scheme)
    return [IndexChapter(top.name, _index_table(site, top)) for top in tops]


def _index_table(site: Site, top: Area) -> Table:
    caption = site.say("caption.indicators-of", area=top.name)
    columns = _index_columns(site)
    return Table(caption, heads_of(columns), tuple(_index_groups(site, top, columns)))


def _index_groups(site: Site, top: Area, columns: list[Column[str]]) -> Iterator[Group]:
    framework = site.publication.framework

    def area_of(name: str) -> Area | None:
        return framework.area_of_indicator(name, top.scheme)

    for area, names in groupby(framework.placed_below(top.area), area_of):
        if area is None:
            yield group_of(columns, names)
        else:
            yield group_of(columns, names, area.name, targets.area(area.area))


def _index_columns(site: Site) -> list[Column[str]]:
    indicators = site.publication.framework.indicators

    def benchmark(name: str) -> str:
        return site.say("benchmark.yes" if has_benchmark(site, name) else "benchmark.no")

    def reporting(name: str) -> str:
        reported = sum(one.indicators[name].is_reported for one in site.standings.values())
        return site.language.number(reported, 0)

    return [
        Column("indicator", site.say("indicator"), lambda name: indicator_link(site, name)),
        Column("unit", site.say("unit"), lambda name: units_label(site, name)),
        Column("reporting", site.say("cities-reporting"), reporting, number=True),
        Column("benchmark", site.say("benchmark"), benchmark),
        Column("code", site.say("code"), lambda name: Code(indicators[name].code)),
    ]


def indicator_link(site: Site, indicator: str) -> Link:
    """Return the name of an indicator, leading to its page."""
    name = site.publication.framework.indicators[indicator].name
    return Link(name, targets.indicator(indicator))


def has_benchmark(site: Site, indicator: str) -> bool:
    """Return whether an indicator or a data point of it can be rated."""
    return any(one.indicators[indicator].is_assessable for one in site.standings.values()) or any(
        post.states_benchmark
        for post in site.publication.framework.goalposts
        if post.observable.partition(".")[0] == indicator
    )


def units_label(site: Site, indicator: str) -> str:
    """Return the units of an indicator: one, or those of its data points where they differ."""
    found = [
        unit_label(site, one.unit)
        for one in site.publication.framework.observables.values()
        if one.indicator == indicator and one.carries_value
    ]
    return site.language.by_semicolons(dict.fromkeys(found))


def indicator_trail(site: Site, indicator: str) -> tuple[Link, ...]:
    """Return the way to an indicator through its area of the main scheme."""
    scheme = site.publication.record.main_scheme
    area = site.publication.framework.area_of_indicator(indicator, scheme)
    index = Link(site.say("section.indicators"), targets.page("indicators"))
    return (index, *(areas_to(site, area) if area else ()))


def indicator_facts(site: Site, indicator: str) -> list[Term]:
    """Return what the framework says of an indicator, as terms and facts."""
    framework = site.publication.framework
    record = framework.indicators[indicator]
    known: dict[str, str | None] = {
        "version": record.framework_version,
        "value-kind": site.word("indicator-kind", record.kind),
        "unit": units_label(site, indicator),
        "direction": site.word("direction", record.direction),
        "numerator": record.numerator,
        "denominator": record.denominator,
        "reading": record.reading,
        "expected": record.expected,
        "type": site.word("indicator-type", record.type or ""),
        "sdg": goals_text(site, record),
        "certainty": certainty_text(site, record),
    }
    facts = [Term(site.say(f"fact.{name}"), text) for name, text in known.items() if text]
    for scheme in framework.schemes:
        area = framework.area_of_indicator(indicator, scheme.scheme)
        if area is not None:
            placed = framework.placements.by_key().get(f"{indicator}|{area.area}")
            basis = f" ({placed.basis})" if placed and placed.basis else ""
            facts.append(Term(scheme.name, Link(f"{area.name}{basis}", targets.area(area.area))))
    return facts


def direction_text(site: Site, direction: str | None) -> str:
    """Return which way is better, as a sentence; blank where no way is."""
    if direction in (None, "none"):
        return ""
    return site.say("direction.sentence", direction=site.word("direction", direction))


def goals_text(site: Site, record: IndicatorRecord) -> str:
    """Return the SDG targets and indicators that an indicator speaks to, and how closely."""
    texts = []
    for link in record.sdg:
        relation = site.word_inside("sdg-relation", link.relation)
        number = link.indicator or link.target or link.goal or ""
        texts.append(site.say("sdg.link", number=number, relation=relation))
    return site.language.by_semicolons(texts)


def certainty_text(site: Site, record: IndicatorRecord) -> str:
    """Return how certain the definition of an indicator is."""
    name = site.word("certainty", record.certainty)
    return f"{name}. {record.certainty_note}" if record.certainty_note else name


def indicator_sources(site: Site, indicator: str) -> list[ListedSource]:
    """Return the sources of an indicator and of its goalposts, each once."""
    framework = site.publication.framework
    found = list(framework.indicators[indicator].sources)
    for post in framework.goalposts:
        if post.observable.partition(".")[0] == indicator and post.source:
            found.append(post.source)
    return [listed_source(site, framework.source_of[key]) for key in dict.fromkeys(found)]
