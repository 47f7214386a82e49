"""What a country's cities ask of the state: their editors, and the library by their figures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.assessment.advice.named_reasons import why_unnamed
from generator.assessment.advice.proposals import Proposal, is_standing
from generator.assessment.results import CityResult
from generator.frozen import dataclass
from generator.model.library_records import NATIONAL
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Lines, Link
from generator.views.doubt_words import why_text
from generator.views.names_in_sentences import names_text
from generator.views.sentences import printed
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.units import with_unit
from generator.views.values import full_name


@dataclass(frozen=True, slots=True)
class NationalAdvice:
    """What a city's editors recommend to the national government."""

    title: str
    text: str
    author: str
    date: str
    basis: str
    city: str


@dataclass(frozen=True, slots=True)
class CalledFor:
    """Recommendations to the state: `every` that figures of cities call for.

    `named` are those that figures which may be named call for, with the names of these cities.
    """

    every: frozenset[str]
    named: Mapping[str, list[str]]


def national_advice(site: Site, cities: Iterable[City]) -> Iterator[NationalAdvice]:
    """Yield the cities' own recommendations that are addressed to the national government."""
    for city in cities:
        document = city.documents.get("recommendations.yml")
        for one in document.record.own.values() if document is not None else ():
            if one.addressee == NATIONAL:
                date = site.date(one.date)
                yield NationalAdvice(
                    one.title, one.text, one.author, date, one.basis, city.record.name
                )


def proposed_table(site: Site, cities: Sequence[City]) -> Table:
    """Return the library's recommendations to the state that named figures of cities call for.

    Figures of fewer cities than the policy of the editors asks are no ground for advice to a state.
    """
    library, fewest = site.publication.recommendations, site.editorial.state_advice_from
    named = _called_for(site, cities).named
    called = {name: found for name, found in named.items() if len(found) >= fewest}
    columns = [
        Column[str](
            "recommendation",
            site.say("recommendation"),
            lambda name: Link(library[name].title, targets.recommendation(name)),
        ),
        Column[str]("cities", site.say("cities"), lambda name: names_text(site, called[name])),
        Column[str](
            "because",
            site.say("because"),
            lambda name: Lines(tuple(_figures_behind(site, cities, name))),
        ),
    ]
    ordered = sorted(called, key=lambda name: (-len(called[name]), name))
    return lay_out(site.say("caption.country-proposed"), columns, ordered)


def _figures_behind(site: Site, cities: Sequence[City], name: str) -> Iterator[str]:
    """Yield the figures that may be named and call for a recommendation, city by city."""
    for city in cities:
        result = site.results[city.id]
        for proposal in _standing(site, city, (name,)):
            for leaf in proposal.triggers:
                one = result.observables[leaf.name]
                row = one.selection.shown
                if row is not None and not why_unnamed(result, leaf):
                    yield site.say(
                        "country.because",
                        city=city.record.name,
                        indicator=full_name(site, one),
                        value=with_unit(site, printed(site, row, one), one.observable.unit),
                        year=str(row.period),
                    )


def proposed_lead(site: Site, cities: Sequence[City]) -> str:
    """Return when the library is recommended to a state, and of how many that is not so here.

    Nothing where no figure calls for any.
    """
    fewest, called = site.editorial.state_advice_from, _called_for(site, cities)
    if not called.every:
        return ""
    few = sum(len(found) < fewest for found in called.named.values())
    texts = [site.say("country.proposed-rule", n=fewest)]
    texts += [site.say("country.proposed-few", n=few)] if few else []
    texts.append(_unsaid(site, cities, called))
    return " ".join(filter(None, texts))


def _unsaid(site: Site, cities: Sequence[City], called: CalledFor) -> str:
    """Return how many more the figures call for that may not be named, and why; "" for none."""
    unsaid = called.every - called.named.keys()
    reasons = [
        why_unnamed(site.results[city.id], leaf)
        for city in cities
        for one in _standing(site, city, unsaid)
        for leaf in one.triggers
    ]
    if not unsaid:
        return ""
    why = why_text(site, sorted({reason for reason in reasons if reason}))
    return site.say("country.proposed-unsaid", n=len(unsaid), why=why)


def _called_for(site: Site, cities: Sequence[City]) -> CalledFor:
    library, named, every = site.publication.recommendations, dict[str, list[str]](), set[str]()
    to_state = [name for name, record in library.items() if record.addressee == NATIONAL]
    for city in cities:
        for one in _standing(site, city, to_state):
            every.add(one.recommendation)
            if _is_named(site.results[city.id], one):
                named.setdefault(one.recommendation, []).append(city.record.name)
    return CalledFor(frozenset(every), named)


def _is_named(result: CityResult, proposal: Proposal) -> bool:
    return any(not why_unnamed(result, leaf) for leaf in proposal.triggers)


def _standing(site: Site, city: City, names: Iterable[str]) -> Iterator[Proposal]:
    """Yield the proposals of some recommendations that stand in a city and rest on figures.

    That a city has no figure says nothing of its state.
    """
    guidance = site.guidance.get(city.id)
    if guidance is not None:
        found = (guidance.advice.proposals[name] for name in names)
        yield from (
            one for one in found if is_standing(one) and one.triggers and not one.rests_on_gaps
        )
