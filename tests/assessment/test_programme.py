"""The programme in figures, worked by hand."""

from types import SimpleNamespace

from generator.assessment.programme.programme_figures import (
    count_partnerships,
    in_dollars,
    is_late,
    sum_resources,
)
from generator.model.governance_tables import Partnership
from generator.model.programme_tables import Deliverable, Resource


def resource(amount: float, currency: str | None, state: str, **more: object) -> Resource:
    values = {
        "resource": "r", "partner": None, "type": "donor-grant", "usd_rate": None,
        "rate_date": None, "year": 2025, "city": None, "project": None, "source": "s", **more,
    }  # fmt: skip
    return Resource(1, amount=amount, currency=currency, state=state, **values)


def deliverable(planned: str | None, state: str, actual: str | None = None) -> Deliverable:
    return Deliverable(1, deliverable="d", title="D", output=None, planned=planned, actual=actual,
                       state=state, document=None, source=None)  # fmt: skip


def partnership(partner: str, folder: str | None, country: str, **more: object) -> Partnership:
    values = {"level": "city-government", "kind": None, "status": None, "start": None,
              "end": None, "results": None, "source": "s", **more}  # fmt: skip
    return Partnership(1, partner=partner, partner_city=folder, country=country, **values)


def city(name: str, country: str, *rows: Partnership) -> SimpleNamespace:
    return SimpleNamespace(id=name, record=SimpleNamespace(country=country), partnerships=rows)


def test_an_amount_is_converted_at_the_rate_of_its_row_alone() -> None:
    assert in_dollars(resource(500, "USD", "pledged")) == 500
    assert in_dollars(resource(900, "EUR", "pledged", usd_rate=0.9)) == 1000
    assert in_dollars(resource(900, "EUR", "pledged")) is None
    assert in_dollars(resource(12, None, "pledged")) is None


def test_resources_add_up_by_state_and_what_has_no_rate_is_counted() -> None:
    rows = [
        resource(500, "USD", "pledged"),
        resource(900, "EUR", "disbursed", usd_rate=0.9),
        resource(100, "USD", "disbursed"),
        resource(77, "KZT", "pledged"),
    ]
    (whole,) = sum_resources(rows, lambda row: "")
    assert whole.by_state == {"pledged": 500, "disbursed": 1100}
    assert whole.total == 1600
    assert whole.unconverted == 1


def test_sums_stand_by_key() -> None:
    rows = [resource(1, "USD", "pledged", year=year) for year in (2024, 2025, 2024)]
    found = sum_resources(rows, lambda row: str(row.year))
    assert [(one.key, one.total) for one in found] == [("2024", 2), ("2025", 1)]


def test_a_deliverable_is_late_after_the_last_day_of_its_plan() -> None:
    as_of = "2026-11-01"
    assert is_late(deliverable("2026-10", "ongoing"), as_of)
    assert not is_late(deliverable("2026", "ongoing"), as_of)
    assert not is_late(deliverable("2025", "delivered"), as_of)
    assert not is_late(deliverable("2025", "ongoing", actual="2026"), as_of)
    assert not is_late(deliverable(None, "ongoing"), as_of)


def test_a_pair_that_both_cities_record_counts_once() -> None:
    countries = {
        "AA": SimpleNamespace(economy_group="developed"),
        "BB": SimpleNamespace(economy_group="transition"),
    }
    one = city(
        "one", "AA",
        partnership("Two", "two", "BB", status="active"),
        partnership("Far", None, "AA", results="A joint school."),
    )  # fmt: skip
    two = city("two", "BB", partnership("One", "one", "AA"))
    levels = ("city-government", "business")
    found, none = count_partnerships([one, two], levels, countries)
    assert (found.pairs, found.active, found.with_results, found.across_economies) == (2, 1, 1, 1)
    assert none.pairs == 0
