"""The scores say with how many peers a city is compared; a rank has its interval beside it."""

import csv
import io

from generator.outputs.data.data_files import DataFile
from generator.views.site import Site


def rows_of(files: dict[str, DataFile]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files["scores.csv"].content.decode("utf-8-sig"))))


def test_a_percentile_needs_enough_peers(site: Site, files: dict[str, DataFile]) -> None:
    minimum = site.publication.framework.policy.comparison.minimum
    compared = [row for row in rows_of(files) if row["percentile"]]
    assert compared
    for row in compared:
        assert row["peer_group"]
        assert int(row["peers"]) >= minimum
        assert row["score"]


def test_a_rank_stands_within_its_interval(files: dict[str, DataFile]) -> None:
    for row in rows_of(files):
        ends = (row["rank_low"], row["rank_high"])
        assert all(ends) == bool(row["rank"])
        if row["rank"]:
            assert float(ends[0]) <= int(row["rank"]) <= float(ends[1])
