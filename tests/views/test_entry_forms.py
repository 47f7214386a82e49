"""The forms of the site ask for what the check reads, no more and no less."""

import pytest

from generator.model.city_records import GoodPractice
from generator.model.city_tables import OBSERVATIONS, SOURCES
from generator.model.tables import TableKind
from generator.views.entry_forms import EntryForm, entry_forms
from generator.views.site import Site


@pytest.fixture(scope="module")
def forms(site_then: Site) -> dict[str, EntryForm]:
    return {form.id: form for form in entry_forms(site_then)}


@pytest.mark.parametrize(("form", "kind"), [("figure", OBSERVATIONS), ("source", SOURCES)])
def test_a_form_has_the_columns_of_its_table(
    forms: dict[str, EntryForm], form: str, kind: TableKind
) -> None:
    fields = {field.name: field for field in forms[form].fields}
    assert list(fields) == ["city", *(column.name for column in kind.columns)]
    for column in kind.columns:
        assert fields[column.name].required is column.filled, column.name


def test_the_form_of_a_practice_wants_what_the_record_wants(forms: dict[str, EntryForm]) -> None:
    wanted = {field.name for field in forms["practice"].fields if field.required} - {"city"}
    records = GoodPractice.model_fields
    assert wanted == {name for name, one in records.items() if one.is_required()}


def test_a_figure_knows_unit_and_limits_of_its_indicator(
    forms: dict[str, EntryForm], site_then: Site
) -> None:
    observable = next(field for field in forms["figure"].fields if field.name == "observable")
    options = {option.value: option for option in observable.options}
    carriers = site_then.publication.framework.observables.values()
    assert set(options) == {one.id for one in carriers if one.carries_value}
    access = options["household-internet-access"]
    assert (access.unit, access.minimum, access.maximum) == ("%", "0", "100")


def test_a_closed_list_is_chosen_from(forms: dict[str, EntryForm]) -> None:
    (status,) = (field for field in forms["figure"].fields if field.name == "status")
    assert status.kind == "select"
    assert {option.value: option.rule for option in status.options}["A"] == "required"
