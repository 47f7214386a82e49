"""The data say with how many peers a city is compared; a rank has its interval beside it."""

import csv
import io

import pytest

from generator.outputs.data.data_files import DataFile
from generator.views.site import Site

Rows = list[dict[str, str]]


@pytest.fixture
def rows(files: dict[str, DataFile]) -> Rows:
    return list(csv.DictReader(io.StringIO(files["peers.csv"].content.decode("utf-8-sig"))))


def test_a_percentile_needs_enough_peers(site: Site, rows: Rows) -> None:
    minimum = site.publication.framework.policy.comparison.minimum
    compared = [row for row in rows if row["percentile"]]
    assert compared
    for row in compared:
        assert row["peer_group"]
        assert int(row["peers"]) >= minimum


def test_a_rank_stands_within_its_interval(rows: Rows) -> None:
    assert any(row["rank"] for row in rows)
    for row in rows:
        ends = (row["rank_low"], row["rank_high"])
        assert all(ends) == bool(row["rank"])
        if row["rank"]:
            assert float(ends[0]) <= int(row["rank"]) <= float(ends[1])
