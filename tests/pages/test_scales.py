"""Both scales stand at each indicator of a city, and where they differ is said."""

import re
from pathlib import Path

from generator.pages import WrittenPage
from generator.views.scales import difference_text, steps_differ
from generator.views.site import Site
from generator.views.targets import anchor

CHECKOUT = Path(__file__).resolve().parents[2]


def test_score_and_points_stand_in_one_row(site: Site, pages: dict[str, WrittenPage]) -> None:
    body = pages["cities/almaty/indicators"].body
    rows = 0
    for one in site.results["almaty"].observables.values():
        if one.points is None or one.score is None:
            continue
        row = re.search(rf'<tr id="{anchor(one.observable.id)}".*?</tr>', body, re.DOTALL)
        assert row is not None
        score = "–" if one.stands_apart else site.language.number(one.score, 1)
        assert f">{score}</td>" in row[0]
        assert f">{one.points} of 4 " in row[0]
        assert ("≠" in row[0]) == steps_differ(site, one)
        rows += 1
    assert rows > 5


def test_internet_access_of_almaty_differs_between_the_scales(site: Site) -> None:
    """95.8 % of a benchmark of 100 % is 4 points, but 87.3 between 67 % and 100 % is good."""
    found = site.results["almaty"].observables["household-internet-access"]
    assert (found.points, found.band) == (4, "good")
    assert steps_differ(site, found)
    assert "Household Internet Access" in difference_text(site, site.results["almaty"])
