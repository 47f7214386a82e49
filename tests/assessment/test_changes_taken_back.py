"""A change that the newest figure takes back leads nothing."""

import pytest

from tests.assessment.conftest import HEADER, Read
from tests.roots import CHECKOUT
from tests.sites import site_of


def unnamed(read: Read, values: str) -> str:
    """Return why the change of a series of yearly figures may not be named."""
    rows = "".join(
        f"access-to-electricity,{year},{value},percent,book,,exact\n"
        for year, value in enumerate(values.split(), start=2017)
    )
    publication = read({"musterstadt": {"observations.csv": HEADER + rows}})
    trends = site_of(publication, CHECKOUT).results["musterstadt"].trends
    return trends["access-to-electricity"].unnamed


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ("72.0 76.0 80.0 84.0 88.0 92.0", ""),
        ("70.0 78.0 73.0 81.0 90.0 84.0", "turned"),
        ("72.0 76.0 80.0 84.0 88.1 88.0", ""),  # less than both figures may be off
        ("94.0 86.0 91.0 83.0 74.0 80.0", "turned"),
    ],
)
def test_the_last_step_leads_back(read: Read, values: str, why: str) -> None:
    assert unnamed(read, values) == why
