"""The table of the cities that have a figure of an indicator."""

import re

from generator.pages import WrittenPage
from generator.views.indicator_cities import observable_chapters
from generator.views.site import Site

TABLE = re.compile(r'<table class="indicators standing sorted".*?</table>', re.DOTALL)
COLUMNS = {"worst-to-benchmark": "bar-cell", "since": "since"}
"""The heads of columns that hold drawings, and the class of their cells."""


def test_it_has_no_empty_column(site: Site, pages: dict[str, WrittenPage]) -> None:
    seen = set()
    for folder in ("indicators/wastewater-treatment", "indicators/air-pollution"):
        for table in TABLE.findall(pages[folder].body):
            for label, cell in COLUMNS.items():
                filled = re.search(rf'<td class="{cell}">(?!</td>)', table) is not None
                assert (f">{site.say(label)}</th>" in table) == filled, (folder, label)
                seen.add((label, filled))
    assert seen == {(label, filled) for label in COLUMNS for filled in (True, False)}


def test_it_says_an_order_only_where_a_city_has_a_place(site: Site) -> None:
    primary, secondary, _ = observable_chapters(site, "wastewater-treatment")
    assert all(one.mark.band == "no-benchmark" for one in primary.figures)
    assert primary.order == ""
    assert secondary.order == site.say("order.target")
