"""The results of a city in parts: an indicator, an area, a recommendation, … each by itself.

A page of several cities reads the parts that it shows, so that it is made again only if one of
them has changed. Traces, the rows of series and the lines of files are left out: only pages of the
city itself show them. Of a series its years, values and both ends are a part.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache, partial
from typing import Any, get_args, get_origin, get_type_hints

from generator.assessment.advice.condition_evaluation import Evaluation, Found, Truth
from generator.assessment.advice.guidance import Guidance
from generator.assessment.advice.proposals import CityAdvice
from generator.assessment.advice.told_by_cities import Told
from generator.assessment.comparison.peer_comparison import Figure
from generator.assessment.comparison.peer_groups import Memberships
from generator.assessment.investment.appraisal import projects_of
from generator.assessment.investment.undertakings import Undertakings, bundles_of
from generator.assessment.rating.other_figures import later_held_back
from generator.assessment.results import (
    HELD_BACK,
    CityResult,
    IndicatorResult,
    Robustness,
    Selection,
)
from generator.assessment.small_series import CitySeries
from generator.assessment.standings import Standings
from generator.assessment.tallies import Tallies
from generator.assessment.traces import Trace
from generator.model.city_tables import Observation
from generator.model.framework import Framework
from generator.model.framework_tables import GOALPOSTS, Goalpost
from generator.model.observables import Observable
from generator.model.on_demand import OnDemand, record_on_demand
from generator.model.publication import City
from generator.summary.plain_data import Form, Forms, to_text

Fetch = Callable[[str, Callable[[Any], Any]], Any]
"""Gives a part by its name, read from its data by a function; KeyError if there is none."""

ELSEWHERE = Trace("", (), (), (), None)
"""Stands for a trace, which only the pages of its city show."""


@dataclass(frozen=True)
class CityKnowledge:
    """What the assessment found out about a city."""

    result: CityResult
    guidance: Guidance
    undertakings: Undertakings
    figures: Mapping[str, Figure]
    """What is compared with other cities, by subject."""
    tallies: Tallies
    memberships: Memberships
    """The peer groups of the policy that it is in."""
    standings: Standings
    series: CitySeries


def forms_of(framework: Framework) -> Forms:
    """Return the forms of all results; records of the framework are written by their ids."""
    forms = Forms(
        {
            Observable: Form(lambda one: one.id, lambda name: framework.observables[name]),
            Goalpost: Form(GOALPOSTS.key_of, framework.goalposts.by_key().__getitem__),
            Trace: Form(lambda _: True, lambda _: ELSEWHERE),
            Robustness: Form(lambda _: None, lambda _: None),
        }
    )
    truth = forms.of(tuple[Truth])
    forms.name(
        Evaluation,
        Form(lambda one: truth.write((one.result,)), lambda data: Evaluation(*truth.read(data))),
    )
    found = forms.of(Found)
    forms.name(Found, Form(lambda one: found.write(replace(one, line=None)), found.read))
    rows = tuple[Observation, ...]
    shown: Form = forms.of(tuple[Observation | None, float | None, str, rows, rows])

    def kept(one: Selection) -> object:
        later = later_held_back(one)
        return shown.write((one.shown, one.value, one.reason, one.beside, later))

    forms.name(Selection, Form(kept, _without_series(shown)))
    return forms


def _without_series(shown: Form) -> Callable[[Any], Selection]:
    def read(data: Any) -> Selection:
        row, value, reason, beside, later = shown.read(data)
        aside = tuple((one, HELD_BACK) for one in later)
        return Selection(row, value, reason, (), aside=aside, beside=beside)

    return read


def parts_of(forms: Forms, known: CityKnowledge) -> dict[str, str]:
    """Return the text of every part by its name."""
    found: dict[str, Any] = {}
    found |= _parts(forms, "result", CityResult, known.result, without=("city", "observables"))
    found |= _parts(forms, "guidance", Guidance, known.guidance, without=("advice", "evidence"))
    found |= _parts(forms, "advice", CityAdvice, known.guidance.advice)
    found |= _parts(forms, "undertakings", Undertakings, known.undertakings, without=FROM_FILES)
    found[FIGURES] = forms.of(Mapping[str, Figure]).write(known.figures)
    found |= _parts(forms, "tallies", Tallies, known.tallies)
    found |= _parts(forms, "standings", Standings, known.standings)
    found |= _parts(forms, "series", CitySeries, known.series)
    found[MEMBERSHIPS] = forms.of(Memberships).write(known.memberships)
    return {name: to_text(data) for name, data in found.items()}


def told_parts(forms: Forms, told: Told) -> dict[str, str]:
    """Return the text of every part of what a city tells before it is assessed."""
    return {name: to_text(data) for name, data in _parts(forms, "told", Told, told).items()}


def told_from(forms: Forms, fetch: Fetch) -> Told:
    """Return what a city tells, each part read when it is asked for."""
    return record_on_demand(Told, partial(_field, forms, fetch, "told", _hints(Told)))


FIGURES, MEMBERSHIPS = "figures", "memberships"
FROM_FILES = ("records", "bundle_records")
"""Of what a city undertakes, what its files say themselves."""


def _parts(
    forms: Forms, prefix: str, kind: Any, record: object, without: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Return the data of the fields of a record; of a mapping its keys, and each value alone."""
    found: dict[str, Any] = {}
    for name, hint in _hints(kind).items():
        if name in without:
            continue
        value, part = getattr(record, name), f"{prefix}.{name}"
        if get_origin(hint) is Mapping:
            write = forms.of(get_args(hint)[1]).write
            found[part] = list(value)
            for key, item in value.items():
                found[f"{part}/{key}"] = write(item)
        else:
            found[part] = forms.of(hint).write(value)
    return found


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    hints = get_type_hints(kind)
    return {item.name: hints[item.name] for item in fields(kind)}


def knowledge_of(framework: Framework, forms: Forms, city: City, fetch: Fetch) -> CityKnowledge:
    """Return what is known of a city, each part read when it is asked for."""

    def load(prefix: str, kind: Any, **known: Any) -> Any:
        return record_on_demand(kind, partial(_field, forms, fetch, prefix, _hints(kind)), **known)

    indicators = OnDemand(
        lambda: framework.indicators,
        lambda key: fetch(f"result.indicators/{key}", forms.of(IndicatorResult).read),
    )

    def whole(part: str, kind: Any) -> Mapping[str, Any]:
        def read() -> Mapping[str, Any]:
            found: Mapping[str, Any] = fetch(part, forms.of(kind).read)
            return found

        return OnDemand(read, lambda key: read()[key])

    return CityKnowledge(
        load(
            "result",
            CityResult,
            city=city.id,
            indicators=indicators,
            observables=_observables(framework, indicators),
        ),
        load("guidance", Guidance, advice=load("advice", CityAdvice)),
        load(
            "undertakings",
            Undertakings,
            records=OnDemand(lambda: projects_of(city), lambda key: projects_of(city)[key]),
            bundle_records=OnDemand(lambda: bundles_of(city), lambda key: bundles_of(city)[key]),
        ),
        whole(FIGURES, Mapping[str, Figure]),
        load("tallies", Tallies),
        whole(MEMBERSHIPS, Memberships),
        load("standings", Standings),
        load("series", CitySeries),
    )


def _field(forms: Forms, fetch: Fetch, prefix: str, hints: Mapping[str, Any], name: str) -> Any:
    """Return a field of a record from its part; a mapping whose values are parts of their own."""
    part, hint = f"{prefix}.{name}", hints[name]
    if get_origin(hint) is not Mapping:
        return fetch(part, forms.of(hint).read)
    read = forms.of(get_args(hint)[1]).read
    return OnDemand(lambda: fetch(part, tuple), lambda key: fetch(f"{part}/{key}", read))


def _observables(
    framework: Framework, indicators: Mapping[str, IndicatorResult]
) -> Mapping[str, IndicatorResult]:
    """Return the results of indicators and of their data points by id."""

    def load(key: str) -> IndicatorResult:
        result = indicators[framework.observables[key].indicator]
        own = (one for one in (result, *result.data_points) if one.observable.id == key)
        return next(own)

    return OnDemand(lambda: framework.observables, load)
