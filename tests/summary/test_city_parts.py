"""What is known of a city, read again from its parts, is what the assessment found out."""

import json
from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from generator.assessment.advice.condition_evaluation import Evaluation, Found
from generator.assessment.results import CityResult, Robustness, Selection
from generator.assessment.traces import Trace
from generator.model.publication import City
from generator.model.tables import Row, Table
from generator.summary.city_parts import CityKnowledge, Fetch, forms_of, knowledge_of, parts_of
from generator.summary.part_files import PartFile, part_file
from generator.summary.plain_data import Forms
from generator.views.site import Site
from tests import sites

LEFT_OUT: Mapping[Any, tuple[str, ...]] = {
    CityResult: ("observables",),  # compared by itself: its order says nothing
    Trace: ("formula", "inputs", "steps", "settings", "result", "outcome"),
    Selection: ("series", "reasons", "aside"),
    Evaluation: ("joint", "parts", "leaf"),
    Found: ("line",),
    Row: ("line",),
}
"""What only the pages of the city itself show, by type; how robust a score is, too."""


@pytest.fixture(scope="module")
def known(fictitious_site: Site) -> dict[str, CityKnowledge]:
    return sites.knowledge_of(fictitious_site.publication)


def fetch_from(forms: Forms, file: PartFile) -> Fetch:
    def fetch(name: str, hint: Any) -> Any:
        return forms.of(hint).read(json.loads(file.text(name)))

    return fetch


@pytest.mark.parametrize("city", ["sampleford", "draftwick", "fablemouth"])
def test_parts_give_back_what_was_found_out(
    fictitious_site: Site, known: dict[str, CityKnowledge], city: str, tmp_path: Path
) -> None:
    framework = fictitious_site.publication.framework
    path, whole = tmp_path / "parts", known[city]
    path.write_bytes(part_file(parts_of(forms_of(framework), whole)))
    fetch, own = (
        fetch_from(forms_of(framework), PartFile(path)),
        fictitious_site.publication.cities[city],
    )
    read = knowledge_of(framework, own, fetch)
    for name in ("result", "undertakings", "figures", "tallies"):
        assert differing(plain(getattr(read, name)), plain(getattr(whole, name)), name) == ""
    assert dict(plain(read.result.observables)) == dict(plain(whole.result.observables))
    assert differing(plain(read.guidance.advice), plain(whole.guidance.advice), "advice") == ""


def test_parts_do_not_hang_on_the_lines_of_files(
    fictitious_site: Site, known: dict[str, CityKnowledge]
) -> None:
    publication, name = fictitious_site.publication, "sampleford"
    city = publication.cities[name]
    moved = {one.name: further_down(getattr(city, one.name)) for one in fields(City)
             if isinstance(getattr(city, one.name), Table)}  # fmt: skip
    moved["cash_flows"] = {key: further_down(table) for key, table in city.cash_flows.items()}
    cities = {**publication.cities, name: replace(city, **moved)}
    again = sites.knowledge_of(replace(publication, cities=cities))[name]
    forms = forms_of(publication.framework)
    assert parts_of(forms, again) == parts_of(forms, known[name])


def further_down(table: Table[Any]) -> Table[Any]:
    """Return a table whose rows stand a line further down."""
    return replace(table, rows=tuple(replace(row, line=row.line + 1) for row in table))


def plain(value: Any) -> Any:
    """Return a value without what is left out, records as their fields by name."""
    if isinstance(value, Robustness):
        return None
    if is_dataclass(value):
        out = {
            name for kind, names in LEFT_OUT.items() if isinstance(value, kind) for name in names
        }
        names = [one.name for one in fields(value) if one.name not in out]
        return type(value).__name__, {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return [(key, plain(item)) for key, item in value.items()]
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Set):
        return sorted(value)
    return value if value is not True and value is not False else str(value)


def differing(one: Any, other: Any, place: str) -> str:
    """Return the first place where two values differ, with both; "" if they are equal."""
    if isinstance(one, dict) and isinstance(other, dict):
        one, other = list(one.items()), list(other.items())
    if isinstance(one, list | tuple) and isinstance(other, list | tuple) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        found = (differing(*pair, f"{place}/{at}") for at, pair in pairs)
        return next(filter(None, found), "")
    return "" if one == other else f"{place}: {one} {other}"
