"""No title, sentence or list compares figures across a break, and none tells what may be chance."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.charts.from_results import series_of
from generator.model.publication import Publication
from generator.problems import Problems
from generator.read.publication_reader import read_publication
from generator.views.finding_sentences import finding_sentences
from generator.views.sentences import changes
from generator.views.site import Site
from tests.roots import copy_content
from tests.sites import site_of

NAME = "unemployment-rate"
SOURCES = """\
source,title,kind,publisher
book,A book,publication,An institute
sequel,Another book,publication,An institute
office,Yearbook,official-statistics,An office
"""
HEAD = "observable,period,value,unit,source,status\n"


def rows(values: Mapping[int, float], broken: int = 0) -> str:
    return "".join(
        f"{NAME},{year},{value},%,book,{'B' if year == broken else ''}\n"
        for year, value in values.items()
    )


@pytest.fixture
def tell(tmp_path: Path):
    """Return what the pages say of a series: the title of its chart, sentences, changes."""

    def told(series: str, head: str = HEAD) -> tuple[str, str, str]:
        copy_content(tmp_path / "content")
        folder = tmp_path / "cities" / "x"
        folder.mkdir(parents=True)
        (folder / "city.yml").write_text("name: X\ncountry: DE\nprofile_year: 2022\n")
        (folder / "sources.csv").write_text(SOURCES)
        (folder / "observations.csv").write_text(head + series)
        publication = read_publication(tmp_path, Problems())
        assert isinstance(publication, Publication)
        site: Site = site_of(publication, tmp_path)
        result, city = site.results["x"], publication.cities["x"]
        chart = series_of(
            publication.framework, city, result.observables[NAME], site.language, fewest=3,
            trend=result.trends[NAME],
        )  # fmt: skip
        assert chart is not None
        found = " ".join(finding_sentences(site, result))
        return chart.message, found, str(changes(site, city, result))

    return told


def test_a_near_figure_after_exact_ones_begins_a_new_series(tell) -> None:
    new = {2018: 9.9, 2019: 9.0, 2020: 8.1, 2021: 7.0, 2022: 6.2}
    near = rows(new).replace("book,\n", "book,,near\n")
    head = HEAD.replace("status", "status,comparability")
    title, sentences, _ = tell(rows(OLD).replace("book,\n", "book,,\n") + near, head)
    assert title.endswith(
        "fell from ≈\N{NO-BREAK SPACE}9.9 in 2018 to ≈\N{NO-BREAK SPACE}6.2 in 2022"
    )
    assert "4.2" not in title + sentences


def test_a_figure_that_follows_from_its_counts_ends_a_series_like_any_other(tell) -> None:
    """6 % are 300 of 5000 in the labour force."""
    head = HEAD.replace("status", "status,numerator,denominator")
    series = rows({2018: 9.9, 2019: 9.0, 2020: 8.1, 2021: 7.0}).replace("book,\n", "book,,,\n")
    title, sentences, _ = tell(f"{series}{NAME},2022,,%,book,,300,5000\n", head)
    assert title.endswith("fell from 9.9 in 2018 to 6.00 in 2022")
    assert "from 9.9 in 2018 to 6.00 % in 2022" in sentences


@pytest.mark.parametrize(("source", "start"), [("office", "9.9 in 2018"), ("sequel", "9 in 2008")])
def test_figures_of_another_publisher_begin_a_new_series(tell, source: str, start: str) -> None:
    """The office is another body than that of the book; the sequel is of the same."""
    new = {2018: 9.9, 2019: 9.0, 2020: 8.1, 2021: 7.0, 2022: 6.2}
    old = {2008: 9, 2010: 9.8, 2012: 9.7, 2014: 9.6}
    title, _, _ = tell(rows(old) + rows(new).replace("book", source))
    assert title.endswith(f"fell from {start} to 6.2 in 2022")


OLD = {2008: 4.2, 2010: 4.0, 2012: 4.1, 2014: 4.4}


def test_nothing_is_compared_across_a_break(tell) -> None:
    new = {2018: 7.9, 2019: 7.9, 2020: 8.0, 2021: 8.0, 2022: 8.0}
    title, sentences, listed = tell(rows(OLD | new, broken=2018))
    assert title.endswith(", 2008 to 2022")
    assert "4.2" not in title + sentences + listed
    assert listed == "[]"


def test_what_the_years_since_the_break_bear_out_is_said(tell) -> None:
    new = {2018: 9.9, 2019: 9.0, 2020: 8.1, 2021: 7.0, 2022: 6.2}
    title, sentences, listed = tell(rows(OLD | new, broken=2018))
    assert title.endswith("fell from 9.9 in 2018 to 6.2 in 2022")
    assert "A clear change for the better: Unemployment Rate from 9.9 in 2018" in sentences
    assert "before='9.9'" in listed


def test_a_last_year_that_stands_alone_is_no_change(tell) -> None:
    values = {2016: 6.0, 2017: 6.4, 2018: 5.7, 2019: 6.2, 2020: 5.8, 2021: 6.1, 2022: 6.9}
    title, sentences, listed = tell(rows(values))
    assert title.endswith(", 2016 to 2022")
    assert sentences.endswith("No change can be told yet: "
                              "the one series of several years does not bear one out.")  # fmt: skip
    assert listed == "[]"


SAME = {2018: 8.1, 2019: 8.1, 2020: 8.1, 2021: 8.1, 2022: 8.1}
STILL = ": 8.1 in 2018 and in 2022"


@pytest.mark.parametrize(
    "series, ending",
    [
        (rows(SAME), STILL),
        (rows(SAME | {2020: 9.0}), ", 2018 to 2022"),
        (rows(dict.fromkeys((2019, 2020, 2022), 8.1)), ", 2019 to 2022"),
        (rows(SAME).replace("2022,8.1,%,book,", "2022,8.1,%,book,U"), ", 2018 to 2022"),
        (rows(SAME).replace("2018,8.1,%,book,", "2018,8.1,%,book,E"), ", 2018 to 2022"),
        (rows({2010: 3.3} | SAME, broken=2018), STILL),
    ],
    ids=["same", "between", "few", "doubtful", "doubtful-first", "since-a-break"],
)
def test_a_title_says_that_a_series_stands_still_only_if_all_of_it_does(
    tell, series: str, ending: str
) -> None:
    assert tell(series)[0] == f"Unemployment Rate{ending}"
