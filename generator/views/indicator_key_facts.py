"""What leads the page of an indicator: its benchmarks, how many cities have a figure, its goal."""

from collections.abc import Iterator

from generator.model.framework_tables import LEADING_CITIES, TARGET, Goalpost
from generator.model.observables import Observable
from generator.views.benchmark_marks import ends_short
from generator.views.key_facts import Fact
from generator.views.site import Site
from generator.views.units import unit_beside


def indicator_key_facts(site: Site, indicator: str) -> list[Fact]:
    """Return the facts of an indicator; benchmarks only if it carries its values itself."""
    framework = site.publication.framework
    carriers = [
        one
        for one in framework.observables.values()
        if one.indicator == indicator and one.carries_value
    ]
    facts = list(_benchmarks(site, carriers[0])) if len(carriers) == 1 else []
    facts.append(_figures(site, indicator))
    link = next(iter(framework.indicators[indicator].sdg), None)
    if link is not None:
        number = link.indicator or link.target or link.goal or ""
        relation = site.word_inside("sdg-relation", link.relation)
        facts.append(
            Fact(site.say("key.goal"), text=site.say("key.sdg", number=number), note=relation)
        )
    return facts


def _benchmarks(site: Site, observable: Observable) -> Iterator[Fact]:
    """Yield what is asked, and between whom the cities stand: the first row of each family."""
    rows = site.publication.framework.goalposts_of.get(observable.id, ())
    for family in (TARGET, LEADING_CITIES):
        post = next((row for row in rows if row.family == family and row.best is not None), None)
        if post is not None:
            yield from _ends(site, observable, post)


def _ends(site: Site, observable: Observable, post: Goalpost) -> Iterator[Fact]:
    notes = {"best": _best_note(site, post), "worst": site.say(f"key.{post.family}.zero")}
    for key, end in (("best", post.best), ("worst", post.worst)):
        if end is not None:
            label = site.say(f"key.{post.family}.{key}")
            number = site.language.number(end)
            unit = unit_beside(site, observable.unit, number)
            yield Fact(label, number, unit=unit, note=notes[key])


def _best_note(site: Site, post: Goalpost) -> str:
    """Return who asks for it, of whom and by when; of the leading cities, which they are."""
    if post.family == LEADING_CITIES:
        return ends_short(site, post)
    parts = [site.say(f"asked.{post.kind}")]
    if post.applies:
        parts.append(site.say("goalpost.applies", group=site.word("country-group", post.applies)))
    if post.target_year:
        parts.append(site.say("key.by", year=str(post.target_year)))
    return site.language.by_commas(parts)


def _figures(site: Site, indicator: str) -> Fact:
    """Return how many cities have a figure, of how many, and of which years the figures are."""
    shown = {
        city.id: [
            one.selection.shown for one in site.results[city.id].indicators[indicator].carriers
        ]
        for city in site.cities
    }
    rows = [row for found in shown.values() for row in found if row is not None]
    years = [row.period.last for row in rows if row.period]
    n = sum(any(row is not None for row in found) for found in shown.values())
    note = site.say("key.of-cities", n=len(site.cities))
    if years:
        first, last = str(min(years)), str(max(years))
        span = site.say("key.years" if last > first else "key.year", first=first, last=last)
        note = site.language.by_commas((note, span))
    return Fact(site.say("key.figures"), site.language.number(n, 0), note=note)
