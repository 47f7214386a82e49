"""On the pages of the shipped cities no headline contradicts what stands beside a figure."""

import re
from collections.abc import Iterator
from html import unescape

import pytest

from generator.pages import WrittenPage
from generator.views import targets
from generator.views.site import Site
from generator.views.values import full_name

Pages = dict[str, WrittenPage]
FINDINGS = re.compile(r'<ul class="findings">(.*?)</ul>', re.DOTALL)
ROW = r'<tr id="{}".*?</tr>'
STANDING = re.compile(r"Targets reached: (\d+) of (\d+) with")
NOTHING = re.compile(r"[Nn]one of the (\d+) dated and recent figures with a target")
DOUBTFUL = re.compile(r"<sup|[Pp]roxy|under review|year not stated")
"""What stands at a figure that may not be named elsewhere."""


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def row_of(pages: Pages, city: str, observable: str) -> str:
    """Return the row of a figure in the table of all indicators."""
    table = pages[f"cities/{city}/indicators"].body
    found = re.search(ROW.format(re.escape(targets.anchor(observable))), table, re.DOTALL)
    assert found, (city, observable)
    return found[0]


def findings_of(pages: Pages, city: str) -> list[str]:
    found = FINDINGS.search(pages[f"cities/{city}"].body)
    return [text_of(line) for line in re.findall(r"<li>(.*?)</li>", found[1])] if found else []


def named(site: Site, pages: Pages) -> Iterator[tuple[str, str, str]]:
    """Yield each figure that the first lines name: city, line, observable."""
    for name, result in site.results.items():
        for line in findings_of(pages, name):
            names = {
                full_name(site, one): key
                for key, one in result.observables.items()
                if not one.data_points
            }
            for item in line.partition(":")[2].split(";"):
                begun = [one for one in names if item.strip().startswith(f"{one} ")]
                if begun:
                    yield name, line, names[max(begun, key=len)]


def test_no_headline_contradicts_a_mark(site: Site, pages: Pages) -> None:
    compared = list(named(site, pages))
    assert len(compared) > 8
    for city, line, key in compared:
        kind, row = line.partition(":")[0], row_of(pages, city, key)
        assert not DOUBTFUL.search(row), (city, line, row)
        if kind in ("Good", "At benchmark"):
            assert kind in text_of(row), (city, line, row)


def test_the_search_names_no_value_that_its_row_doubts(site: Site, pages: Pages) -> None:
    told = silent = 0
    for city in site.cities:
        for entry in pages[f"cities/{city.id}"].page.head.entries:
            observable = entry.target.partition("#i-")[2].replace("--", ".")
            row = row_of(pages, city.id, observable)
            if re.search(r": ≈?\s?[−\d]", entry.context):
                assert not DOUBTFUL.search(row), (city.id, entry)
                told += 1
            else:
                silent += 1
    assert told > 20
    assert silent > 20


@pytest.mark.parametrize("name", ["almaty", "barcelona", "shymkent", "tbilisi", "moscow", "rana"])
def test_the_counts_of_a_first_screen_agree(pages: Pages, name: str) -> None:
    """Targets counted as dated and recent are as many where they are reached and where urgent."""
    text = text_of(pages[f"cities/{name}"].body)
    counts = {int(n) for _, n in STANDING.findall(text)} | {int(n) for n in NOTHING.findall(text)}
    assert len(counts) <= 1
    for reached, n in STANDING.findall(text):
        assert int(reached) <= int(n)
    heading = re.search(r"Most urgent|Of high urgency|Nothing urgent to name", text)
    if heading and heading[0] == "Most urgent":
        assert "Nothing is urgent" not in text


def test_what_was_not_collected_is_one_line_with_a_count(site: Site, pages: Pages) -> None:
    for city in site.cities:
        profile = text_of(pages[f"cities/{city.id}"].body)
        table = pages[f"cities/{city.id}/indicators"].body
        assert "not collected for this profile" not in "".join(re.findall("<td.*?</td>", table))
        by_area = re.findall(r"(\d+) indicators? (?:was|were) not collected", text_of(table))
        whole = re.search(r"(\d+) indicators? (?:was|were) not collected", profile)
        assert sum(map(int, by_area)) == (int(whole[1]) if whole else 0), city.id


def test_an_older_figure_says_that_a_later_one_is_under_review(site: Site, pages: Pages) -> None:
    """Shymkent's fine dust of 2022 and 2023 cannot be true; that of 2021 is shown."""
    for page in ("cities/shymkent", "cities/shymkent/indicators", "indicators/air-pollution"):
        body = text_of(pages[page].body)
        assert body.count("Later figures, of 2022 and 2023, are under review.") >= 2, page
