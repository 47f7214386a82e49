"""Rates of plain counts: what is counted, by how many, times the multiplier of the framework."""

import pytest

from generator.assessment import assess_city
from tests.assessment.conftest import Read

HEADER = "observable,period,value,unit,source,numerator,denominator\n"


@pytest.mark.parametrize(
    ("row", "rate"),
    [
        ("traffic-fatalities,2023,,per 100 000 inhabitants,book,3,98000", 3 * 100_000 / 98_000),
        ("physicians,2023,,per 100 000 inhabitants,book,450,98000", 450 * 100_000 / 98_000),
        ("maternal-mortality-rate,2023,,per 100 000 live births,book,1,9000", 100_000 / 9_000),
        ("poverty,2023,,%,book,12,120", 10.0),
        ("open-data.share-published,2023,,%,book,30,120", 25.0),
        ("water-consumption,2023,,litres per capita per day,book,240,2", 120.0),
    ],
)
def test_plain_counts_make_the_rate(read: Read, row: str, rate: float) -> None:
    publication = read({"testburg": {"observations.csv": f"{HEADER}{row}\n"}})
    city = publication.cities["testburg"]
    result = assess_city(publication.framework, city, 2024)
    assert result.observables[row.partition(",")[0]].selection.value == pytest.approx(rate)


def test_three_deaths_are_not_at_the_benchmark_and_450_physicians_are_not_low(read: Read) -> None:
    rows = (
        "traffic-fatalities,2023,,per 100 000 inhabitants,book,3,98000\n"
        "physicians,2023,,per 100 000 inhabitants,book,450,98000\n"
    )
    publication = read({"testburg": {"observations.csv": HEADER + rows}})
    result = assess_city(publication.framework, publication.cities["testburg"], 2024)
    assert result.indicators["physicians"].band != "low"
    assert (result.indicators["traffic-fatalities"].score or 0.0) < 100
