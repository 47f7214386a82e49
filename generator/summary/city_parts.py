"""The results of a city in parts: an indicator, an area, a recommendation, … each by itself.

A page of several cities reads the parts that it shows, so that it is made again only if one of
them has changed. Traces, the rows of series and the lines of files are left out: only pages of the
city itself show them. Of a series its years, values and both ends are a part.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import cache, partial
from typing import Any, get_args, get_origin, get_type_hints

from generator.assessment.advice.condition_evaluation import Evaluation, Found, Truth
from generator.assessment.advice.guidance import Guidance
from generator.assessment.advice.package_fit import PackageMatch
from generator.assessment.advice.proposals import CityAdvice, Proposal
from generator.assessment.advice.told_by_cities import Told
from generator.assessment.comparison.peer_comparison import Figure
from generator.assessment.comparison.peer_groups import Memberships
from generator.assessment.investment.appraisal import projects_of
from generator.assessment.investment.undertakings import Undertakings, bundles_of
from generator.assessment.rating.other_figures import later_held_back
from generator.assessment.results import (
    HELD_BACK,
    AreaResult,
    AreaUrgency,
    CityResult,
    IndicatorResult,
    Robustness,
    Selection,
)
from generator.assessment.small_series import CitySeries, SmallSeries
from generator.assessment.standings import Standings
from generator.assessment.tallies import Tallies
from generator.assessment.traces import Trace
from generator.assessment.trend_results import TrendResult
from generator.assessment.urgency_results import UrgencyResult
from generator.frozen import dataclass
from generator.model.framework import Framework
from generator.model.framework_tables import GOALPOSTS, Goalpost
from generator.model.observables import Observable
from generator.model.on_demand import OnDemand, record_on_demand
from generator.model.publication import City
from generator.summary.noted_records import SHAPE, NotedForms
from generator.summary.part_files import PartFile
from generator.summary.plain_data import Form, Forms, Tell, to_text

Fetch = Callable[[str, Any], Any]
"""Gives a part by its name, read as a value of a type; KeyError if there is none."""
KEYS = tuple[str, ...]
"""The type of the part that names the others of a mapping."""

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


def forms_of(framework: Framework, tell: Tell | None = None) -> Forms:
    """Return the forms of all results; records of the framework are written by their ids.

    `tell` is given each text for readers as it is read.
    """
    forms = Forms(
        {
            Observable: Form(lambda one: one.id, lambda name: framework.observables[name]),
            Goalpost: Form(GOALPOSTS.key_of, framework.goalposts.by_key().__getitem__),
            Trace: Form(lambda _: True, lambda _: ELSEWHERE),
            Robustness: Form(lambda _: None, lambda _: None),
        },
        tell,
        {IndicatorResult: ("printed_position",), Selection: ("last_year",)},
    )
    truth = forms.of(tuple[Truth])
    forms.name(
        Evaluation,
        Form(lambda one: truth.write((one.result,)), lambda data: Evaluation(*truth.read(data))),
    )
    found = forms.of(Found)
    forms.name(Found, Form(lambda one: found.write(replace(one, line=None)), found.read))
    whole = forms.of(Selection)
    forms.name(Selection, Form(lambda one: whole.write(without_series(one)), whole.read))
    return forms


def without_series(one: Selection) -> Selection:
    """Return a selection without its series; of what is aside only what is later and held back."""
    aside = tuple((row, HELD_BACK) for row in later_held_back(one))
    return replace(one, series=(), reasons=(), aside=aside)


def parts_of(forms: Forms, known: CityKnowledge) -> dict[str, str]:
    """Return the text of every part by its name."""
    found: dict[str, Any] = {}
    found |= _parts(forms, "result", known.result, without=("city", "observables"))
    found |= _parts(forms, "guidance", known.guidance, without=("advice", "evidence"))
    found |= _parts(forms, "advice", known.guidance.advice)
    found |= _parts(forms, "undertakings", known.undertakings, without=FROM_FILES)
    found |= _pieces(forms, FIGURES, Figure, known.figures)
    found |= _parts(forms, "tallies", known.tallies)
    found |= _parts(forms, "standings", known.standings)
    found |= _parts(forms, "series", known.series)
    found[MEMBERSHIPS] = forms.of(Memberships).write(known.memberships)
    return {name: to_text(data) for name, data in found.items()}


def told_parts(forms: Forms, told: Told) -> dict[str, str]:
    """Return the text of every part of what a city tells before it is assessed."""
    return {name: to_text(data) for name, data in _parts(forms, "told", told).items()}


def told_from(fetch: Fetch) -> Told:
    """Return what a city tells, each part read when it is asked for."""
    return record_on_demand(Told, partial(_field, fetch, "told", _hints(Told)))


def kind_of_part(part: str) -> Any:
    """Return the type of a part by its name; None of one that is not of what is known of a city."""
    name, _, key = part.partition("/")
    if name == FIGURES:
        return Figure if key else KEYS
    prefix, _, field = name.partition(".")
    hint = _hints(RECORDS[prefix]).get(field) if prefix in RECORDS else None
    if get_origin(hint) is Mapping:
        return get_args(hint)[1] if key else KEYS
    return hint


def changed_parts(noted: NotedForms, before: PartFile | None, now: PartFile) -> list[str]:
    """Return the parts that differ, and the paths of fields that do, as they are noted."""
    old, new = before.checksums if before else {}, now.checksums
    names = [name for name in old.keys() | new.keys() if old.get(name) != new.get(name)]
    found = list(names)
    for name in names:
        try:
            data = [json.loads(file.text(name)) for file in (before, now) if file]
        except KeyError:
            data = []
        if len(data) == 2:
            found += (name + path for path in noted.changed(kind_of_part(name), *data))
        else:
            found.append(name + SHAPE)
    return found


FIGURES, MEMBERSHIPS = "figures", "memberships"
RECORDS: Mapping[str, Any] = {
    "result": CityResult, "guidance": Guidance, "advice": CityAdvice, "tallies": Tallies,
    "undertakings": Undertakings, "standings": Standings, "series": CitySeries, "told": Told,
}  # fmt: skip
"""The records whose fields are parts, by what stands before their names."""
FIELD_BY_FIELD = frozenset({
    IndicatorResult, Selection, AreaResult, AreaUrgency, UrgencyResult, TrendResult, Proposal,
    PackageMatch, SmallSeries, Figure,
})  # fmt: skip
"""Of what pages of several cities mostly show little."""
FROM_FILES = ("records", "bundle_records")
"""Of what a city undertakes, what its files say themselves."""


def _parts(
    forms: Forms, prefix: str, record: object, without: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Return the data of the fields of a record; of a mapping its keys, and each value alone."""
    found: dict[str, Any] = {}
    for name, hint in _hints(RECORDS[prefix]).items():
        if name in without:
            continue
        value, part = getattr(record, name), f"{prefix}.{name}"
        if get_origin(hint) is Mapping:
            found |= _pieces(forms, part, get_args(hint)[1], value)
        else:
            found[part] = forms.of(hint).write(value)
    return found


def _pieces(forms: Forms, part: str, hint: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of the keys of a mapping, and of each value alone."""
    write = forms.of(hint).write
    return {part: list(values)} | {f"{part}/{key}": write(item) for key, item in values.items()}


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    hints = get_type_hints(kind)
    return {item.name: hints[item.name] for item in fields(kind)}


def knowledge_of(framework: Framework, city: City, fetch: Fetch) -> CityKnowledge:
    """Return what is known of a city, each part read when it is asked for."""

    def load(prefix: str, **known: Any) -> Any:
        kind = RECORDS[prefix]
        return record_on_demand(kind, partial(_field, fetch, prefix, _hints(kind)), **known)

    indicators = OnDemand(
        lambda: framework.indicators,
        lambda key: fetch(f"result.indicators/{key}", IndicatorResult),
    )

    def memberships() -> Mapping[str, str]:
        found: Mapping[str, str] = fetch(MEMBERSHIPS, Memberships)
        return found

    return CityKnowledge(
        load(
            "result",
            city=city.id,
            indicators=indicators,
            observables=_observables(framework, indicators),
        ),
        load("guidance", advice=load("advice")),
        load(
            "undertakings",
            records=OnDemand(lambda: projects_of(city), lambda key: projects_of(city)[key]),
            bundle_records=OnDemand(lambda: bundles_of(city), lambda key: bundles_of(city)[key]),
        ),
        _mapping(fetch, FIGURES, Figure),
        load("tallies"),
        OnDemand(memberships, lambda key: memberships()[key]),
        load("standings"),
        load("series"),
    )


def _field(fetch: Fetch, prefix: str, hints: Mapping[str, Any], name: str) -> Any:
    """Return a field of a record from its part; a mapping whose values are parts of their own."""
    part, hint = f"{prefix}.{name}", hints[name]
    if get_origin(hint) is not Mapping:
        return fetch(part, hint)
    return _mapping(fetch, part, get_args(hint)[1])


def _mapping(fetch: Fetch, part: str, hint: Any) -> Mapping[str, Any]:
    return OnDemand(lambda: fetch(part, KEYS), lambda key: fetch(f"{part}/{key}", hint))


def _observables(
    framework: Framework, indicators: Mapping[str, IndicatorResult]
) -> Mapping[str, IndicatorResult]:
    """Return the results of indicators and of their data points by id."""

    def load(key: str) -> IndicatorResult:
        result = indicators[framework.observables[key].indicator]
        own = (one for one in (result, *result.data_points) if one.observable.id == key)
        return next(own)

    return OnDemand(lambda: framework.observables, load)
