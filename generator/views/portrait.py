"""A city in a few sentences: place and size, what is known of it, and among the leading cities.

Computed from context and figures, and marked so. Which context figures make a sentence, the
labels say: `portrait.of.<variable>`, or `portrait.of.<variable>.<value>` for a category.
"""

from collections.abc import Iterator

from generator.assessment.evidence_states import count_evidence
from generator.assessment.rating.headline_gate import may_lead
from generator.assessment.results import FULL, CityResult, IndicatorResult
from generator.model.publication import City
from generator.model.territories import stands_in
from generator.views.key_facts import dated, fact_text
from generator.views.sentences import printed
from generator.views.site import Site
from generator.views.units import with_unit
from generator.views.values import full_name

REPORT = "report"
"""The basis of a period that is the year of the report."""


def portrait(site: Site, city: City) -> tuple[str, ...]:
    """Return the paragraphs of a city; one for which nothing is known is left out."""
    result = site.results[city.id]
    paragraphs = (_place(site, city), _known(site, city, result), _among_cities(site, result))
    return tuple(text for text in map(" ".join, paragraphs) if text)


def place_text(site: Site, city: City) -> str:
    """Return the first sentence of the portrait, on its country and size; "" without any."""
    return next(_place(site, city), "")


def _place(site: Site, city: City) -> Iterator[str]:
    """Yield what the context figures in use say, in the order of the framework."""
    for variable in site.publication.framework.context_variables:
        row = city.context_in_use(variable.variable)
        if row is None:
            continue
        label = f"portrait.of.{variable.variable}"
        known = [one for one in (f"{label}.{row.value}", label) if one in site.language.labels]
        if known:
            number, text, unit = fact_text(site, variable, row.value)
            yield site.say(
                known[0],
                city=city.record.name,
                country=site.country(city.record.country),
                value=f"{number or text} {unit}".rstrip(),
                year=dated(site, city, row),
            )


def _known(site: Site, city: City, result: CityResult) -> Iterator[str]:
    """Yield how much is known, of which territory and of when."""
    counts = count_evidence(result.indicators.values())
    rows = [
        one.selection.shown
        for one in result.observables.values()
        if not one.data_points and one.selection.shown and one.selection.value is not None
    ]
    wider = sum(stands_in(row, city.record) for row in rows)
    undated = sum(row.period is None or row.period_basis == REPORT for row in rows)
    yield site.say("portrait.figures", n=counts.figures, total=counts.total)
    yield site.say("portrait.rated", n=counts.rated)
    if wider:
        yield site.say("portrait.wider", n=wider)
    if undated:
        yield site.say("portrait.undated", n=undated)
    if years := [row.period.last for row in rows if row.period]:
        yield site.say("portrait.newest", year=str(max(years)))


def _among_cities(site: Site, result: CityResult) -> Iterator[str]:
    """Yield in what the city is nearest to the leading, and to the trailing cities on record."""
    placed = [
        (one.position, one)
        for name, one in result.observables.items()
        if one.position is not None and not one.data_points and may_lead(result, name)
    ]
    placed.sort(key=lambda item: (item[0], item[1].observable.id))
    near = FULL * site.editorial.portrait_ends
    ends = {
        "ahead": [one for position, one in reversed(placed) if position > FULL - near],
        "behind": [one for position, one in placed if position < near],
    }
    for end, members in ends.items():
        if members:
            listed = members[: site.editorial.named_in_sentence]
            figures = site.language.by_semicolons(_figure(site, one) for one in listed)
            yield site.say(f"portrait.{end}", figures=figures)


def _figure(site: Site, one: IndicatorResult) -> str:
    row = one.selection.shown
    if row is None:
        raise ValueError(one.observable.id)
    return site.say(
        "portrait.figure",
        name=full_name(site, one),
        value=with_unit(site, printed(site, row, one), one.observable.unit),
        year=str(row.period),
        position=site.language.number(one.position or 0.0, 0),
    )
