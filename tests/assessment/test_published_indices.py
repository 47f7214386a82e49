"""Published indices computed again with the library, from the figures that are printed beside them.

Sources: Human Development Report 2021/2022, table 1; Sustainable Development Report 2023, table of
all figures (values, normalised scores, goal scores, regional means, SDG Index).
"""

import pytest

from generator.assessment import rate_tables

HDI = """
Switzerland 84.0 16.5 13.9 66933 0.962
Norway      83.2 18.2 13.0 64660 0.961
Iceland     82.7 19.2 13.8 55782 0.959
Hong-Kong   85.5 17.3 12.2 62607 0.952
Australia   84.5 21.1 12.7 49238 0.951
Denmark     81.4 18.7 13.0 60365 0.948
Sweden      83.0 19.4 12.6 54489 0.947
Ireland     82.0 18.9 11.6 76169 0.945
Germany     80.6 17.0 14.1 54534 0.942
Kazakhstan  69.4 15.8 12.3 23943 0.811
South-Sudan 55.0  5.5  5.7   768 0.385
"""
"""Life expectancy, expected and mean years of schooling, income per head, published index."""

HDI_AREAS = {"hdi": ["life", "education", "income"], "education": ["expected", "mean"]}
HDI_POSTS = {
    "life": (20, 85), "expected": (0, 18), "mean": (0, 15),
    "income": {"worst": 100, "best": 75000, "transform": "log"},
}  # fmt: skip


def test_the_human_development_index() -> None:
    """Values beyond a goalpost are capped: life in Hong Kong, schooling, income in Ireland.

    The inputs are printed with one decimal, so that the index is known to 0.001.
    """
    rows = [line.split() for line in HDI.split("\n") if line]
    cities = {row[0]: dict(zip(HDI_POSTS, row[1:5], strict=True)) for row in rows}
    found = rate_tables(cities, HDI_POSTS, HDI_AREAS, methods={"hdi": "geometric"})
    for country, *_, published in rows:
        score = found[country]["hdi"].score
        assert score is not None
        assert score / 100 == pytest.approx(float(published), abs=0.0015)
    assert found["Ireland"]["income"].score == found["Iceland"]["expected"].score == 100
    table = found.table("hdi")
    assert [row["city"] for row in table] == [row[0] for row in rows]
    assert [row["rank"] for row in table] == [str(rank) for rank in range(1, 12)]


WATER = {"water": (40, 100), "sanitation": (9.7, 100), "withdrawal": (100, 12.5),
         "wastewater": (15, 100), "imported": (11000, 100)}  # fmt: skip
GOAL_6 = {
    "Finland": ((100, 99.448, 7.114, 100, 3124.865), (100, 99.389, 100, 100, 72.249), 94.3),
    "Sweden": ((99.827, 99.286, 3.427, 100, 2675.953), (99.712, 99.209, 100, 100, 76.367), 95.1),
    "Denmark": ((100, 99.597, 24.941, 100, 3552.897), (100, 99.554, 85.782, 100, 68.322), 90.7),
    "Germany": ((100, 99.226, 33.502, 97, 3304.106), (100, 99.143, 75.998, 96.471, 70.605), 88.4),
    "Norway": ((100, 98.051, 2.046, 64.35, 4197.504), (100, 97.842, 100, 58.059, 62.408), 83.7),
    "Czechia": ((99.881, 99.133, 29.699, 61.5, 2226.942),
                (99.802, 99.04, 80.344, 54.706, 80.487), 82.9),
}  # fmt: skip
"""Basic water, basic sanitation, freshwater withdrawal, treated wastewater, scarce water in the
imports: values, their normalised scores, and the score of goal 6."""


def test_indicator_and_goal_scores_of_the_sustainable_development_report() -> None:
    cities = {
        name: dict(zip(WATER, values, strict=True)) for name, (values, _, _) in GOAL_6.items()
    }
    found = rate_tables(cities, WATER, {6: list(WATER)})
    for country, (_, scores, goal) in GOAL_6.items():
        node = found[country]
        assert [round(node[name].score or 0, 3) for name in WATER] == pytest.approx(
            scores, abs=0.0011
        )
        assert round(node[6].score or 0, 1) == goal


GOALS = """
Finland 99.6 60.9 95.4 97.2 92.1 94.3 93.0 86.8 96.0  98.5 91.2 60.1 68.8 87.9 85.1 92.5 75.6 86.8
Sweden  98.9 63.1 96.9 99.8 91.4 95.1 98.0 85.0 97.6  95.0 90.4 56.8 70.0 69.3 80.2 88.5 85.8 86.0
Denmark 99.2 71.0 95.4 99.3 87.0 90.7 87.7 87.6 97.0  98.2 93.0 44.6 60.8 76.3 92.8 93.8 82.1 85.7
Germany 99.5 72.4 93.0 97.2 81.9 88.4 77.2 87.0 95.8  88.1 90.1 55.4 64.0 74.0 79.2 89.5 84.4 83.4
Austria 99.5 73.1 92.5 97.9 84.6 92.2 86.0 83.3 97.0  94.6 92.5 49.6 57.3 none 73.6 87.9 71.1 82.3
France  99.7 72.4 93.2 99.6 87.8 89.3 78.6 85.3 92.8  87.5 90.5 60.5 73.8 65.7 68.8 76.1 73.1 82.0
Norway  99.2 60.8 97.1 98.0 92.9 83.7 98.5 85.9 92.4  99.4 91.2 39.8 20.7 74.6 74.1 91.7 94.0 82.0
Czechia 99.9 62.1 90.2 93.9 74.3 82.9 76.0 88.0 83.8 100.0 94.5 62.8 72.2 none 92.5 84.2 68.6 81.9
"""
"""The scores of the 17 goals, then the SDG Index; countries without a coast have no goal 14."""

MISSING = "none"

OECD_GOAL_14 = 66.1379927083333
"""The regional mean, which stands for goal 14 in Austria and Czechia."""


def test_the_sdg_index_takes_a_regional_mean_for_a_missing_goal() -> None:
    rows = [line.split() for line in GOALS.split("\n") if line]
    posts = {str(goal): (0, 100) for goal in range(1, 18)}
    cities = {
        row[0]: dict(zip(posts, (cell.replace(MISSING, "") for cell in row[1:18]), strict=True))
        for row in rows
    }
    index = {"index": list(posts)}
    found = rate_tables(cities, posts, index, substitute={14: OECD_GOAL_14}, minimum_coverage=0.8)
    for country, *_, published in rows:
        assert found[country]["index"].score == pytest.approx(float(published), abs=0.0501)
    austria = found["Austria"]
    assert (austria.substituted, found["Finland"].substituted) == (("14",), ())
    assert austria["index"].coverage == pytest.approx(16 / 17)
    ranks = {row["city"]: row["rank"] for row in found.table("index")}
    assert (ranks["Finland"], ranks["Austria"], ranks["Czechia"]) == ("1", "5", "8")
    without = rate_tables(cities, posts, index)["Austria"]["index"].score
    assert without == pytest.approx(83.29, abs=0.005)  # the mean of 16 goals is not what is printed


def test_equal_printed_scores_share_a_place() -> None:
    """France and Norway are both printed 82.0; the report, which has more digits, ranks 6 and 7."""
    posts = {"index": (0, 100)}
    scores = {row.split()[0]: {"index": row.split()[-1]} for row in GOALS.split("\n") if row}
    found = rate_tables(scores, posts, decimals=1)
    places = [found[name]["index"].place for name in ("Austria", "France", "Norway", "Czechia")]
    assert places == ["5", "=6", "=6", "8"]
