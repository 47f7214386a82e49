"""Scripted edits of a publication of two cities: exactly the causes and consequences to expect.

Everything expected was worked out by hand: a score is the value itself, bands begin at 0, 33, 66
and 95, urgency is (100 - score) / 100 x 0.75, medium from 0.20 and high from 0.40 on.
"""

from pathlib import Path

from tests.change.conftest import Told
from tests.change.edits import (
    ALPHA,
    INTERNET,
    OBSERVATIONS,
    ROW,
    causes,
    consequences,
    replacing,
    writing,
)
from tests.change.small_world import PROJECT


def test_a_value_that_takes_the_next_band(edited: Told) -> None:
    report = edited(replacing(OBSERVATIONS, "60.0", "70.0"))
    assert causes(report) == [f"changed {OBSERVATIONS}:2 {ROW} value [60.0] [70.0]"]
    assert report.causes[0].source == "Yearbook"
    assert consequences(report) == [
        f"alpha band {INTERNET} [Moderate] [Good]",
        f"alpha score {INTERNET} [60.0] [70.0]",
        f"alpha interval {INTERNET} [60.0 – 60.0] [70.0 – 70.0]",
        f"alpha value {INTERNET} [60.0 %, 2024] [70.0 %, 2024]",
        "alpha recommendation connect-households [proposed] []",
    ]
    assert [(one.observable, one.before, one.after) for one in report.series] == [
        (INTERNET, ((2024, 60.0),), ((2024, 70.0),))
    ]


def test_decimals_that_no_page_shows(edited: Told) -> None:
    report = edited(replacing(OBSERVATIONS, "60.0", "60.00"))
    assert causes(report) == [f"changed {OBSERVATIONS}:2 {ROW} value [60.0] [60.00]"]
    assert (report.verdict, consequences(report)) == ("nothing", [])


def test_counts_in_place_of_their_rate(edited: Told) -> None:
    """600 of 1000 are the 60 % that stood there, printed with the two decimals of the framework."""

    def edit(root: Path) -> None:
        path = root / OBSERVATIONS
        text = path.read_text(encoding="utf-8").replace("note\n", "note,numerator,denominator\n")
        text = text.replace("60.0,%,a-yearbook,,\n", ",%,a-yearbook,,,600,1000\n")
        path.write_text(text.replace("10.0,%,a-yearbook,,", "10.0,%,a-yearbook,,,,"))

    report = edited(edit)
    assert causes(report) == [
        f"changed {OBSERVATIONS}:2 {ROW} value [60.0] [], numerator [] [600], denominator [] [1000]"
    ]
    assert consequences(report) == [f"alpha value {INTERNET} [60.0 %, 2024] [60.00 %, 2024]"]


def test_a_row_that_is_new(edited: Told) -> None:
    """An older figure joins the series; two tell no trend, and the newest one is rated."""
    row = f"{INTERNET},2023,50.0,%,a-yearbook,,\n{INTERNET},2024"
    report = edited(replacing(OBSERVATIONS, f"{INTERNET},2024", row))
    cells = f"observable [] [{INTERNET}], period [] [2023], value [] [50.0], unit [] [%]"
    assert causes(report) == [
        f"added {OBSERVATIONS}:2 {INTERNET}|2023|||||a-yearbook {cells}, source [] [a-yearbook]"
    ]
    assert consequences(report) == []
    assert report.verdict == "words"
    assert [(one.before, one.after) for one in report.series] == [
        (((2024, 60.0),), ((2023, 50.0), (2024, 60.0)))
    ]


def test_a_row_that_is_gone(edited: Told) -> None:
    report = edited(replacing(OBSERVATIONS, "unemployment-rate,2024,10.0,%,a-yearbook,,\n", ""))
    cells = "observable [unemployment-rate] [], period [2024] [], value [10.0] [], unit [%] []"
    assert causes(report) == [
        f"removed {OBSERVATIONS}:3 unemployment-rate|2024|||||a-yearbook "
        f"{cells}, source [a-yearbook] []"
    ]
    assert consequences(report) == [
        "alpha leads unemployment-rate [yes] []",
        "alpha value unemployment-rate [10.0 %, 2024] []",
        "alpha state unemployment-rate [has a figure] [not collected]",
        "alpha position unemployment-rate [50.0] []",
        "alpha count figures [2] [1]",
        "alpha count rated [2] [1]",
    ]


def test_a_figure_that_a_source_says_is_missing(edited: Told) -> None:
    report = edited(
        replacing(OBSERVATIONS, "60.0,%,a-yearbook,,", ",%,a-yearbook,M,Nobody counted.")
    )
    assert causes(report) == [
        f"changed {OBSERVATIONS}:2 {ROW} value [60.0] [], status [] [M], note [] [Nobody counted.]"
    ]
    assert consequences(report) == [
        f"alpha leads {INTERNET} [yes] []",
        f"alpha band {INTERNET} [Moderate] []",
        f"alpha score {INTERNET} [60.0] []",
        f"alpha interval {INTERNET} [60.0 – 60.0] []",
        f"alpha value {INTERNET} [60.0 %, 2024] []",
        f"alpha state {INTERNET} [has a figure] [a source says there is none]",
        f"alpha urgency {INTERNET} [medium] []",
        "alpha recommendation connect-households [proposed] []",
        "alpha count figures [2] [1]",
        "alpha count rated [2] [1]",
    ]


def test_a_status_by_which_a_figure_may_not_lead(edited: Told) -> None:
    report = edited(replacing(OBSERVATIONS, "60.0,%,a-yearbook,,", "60.0,%,a-yearbook,E,A guess."))
    assert causes(report) == [f"changed {OBSERVATIONS}:2 {ROW} status [] [E], note [] [A guess.]"]
    assert consequences(report) == [f"alpha leads {INTERNET} [yes] []"]


def test_a_citys_own_target(edited: Told) -> None:
    table = f"observable,value,unit,year,source\n{INTERNET},80,%,2028,a-yearbook\n"
    report = edited(writing(f"{ALPHA}/targets.csv", table))
    cells = f"observable [] [{INTERNET}], value [] [80], unit [] [%], year [] [2028]"
    assert causes(report) == [
        f"added {ALPHA}/targets.csv:2 {INTERNET}|2028 {cells}, source [] [a-yearbook]"
    ]
    assert (report.verdict, consequences(report)) == ("words", [])


def test_a_population_that_moves_peers(edited: Told) -> None:
    """From 500 000 inhabitants on a city is large: each of the two becomes a peer of the other."""
    report = edited(replacing(f"{ALPHA}/context.csv", "400000", "700000"))
    assert causes(report) == [
        f"changed {ALPHA}/context.csv:2 population|2024|a-yearbook value [400000] [700000]"
    ]
    assert consequences(report) == [
        "alpha peer large-cities/beta [] [Large cities]",
        "beta peer large-cities/alpha [] [Large cities]",
    ]


def test_a_rank_of_a_city_that_was_not_edited(edited: Told) -> None:
    """By unemployment of 10 and 5 % the second leads; with 4 % the first does."""
    of_two = replacing(
        "content/framework/rating-policy.yml", "minimum: 5, years", "minimum: 2, years"
    )
    large = replacing(f"{ALPHA}/context.csv", "400000", "700000")
    report = edited(replacing(OBSERVATIONS, "10.0", "4.0"), first=(of_two, large))
    assert consequences(report) == [
        "alpha value unemployment-rate [10.0 %, 2024] [4.0 %, 2024]",
        "alpha position unemployment-rate [50.0] [80.0]",
        "alpha rank large-cities/unemployment-rate [2 (2 to 2) of 2] [1 (1 to 1) of 2]",
        "beta rank large-cities/unemployment-rate [1 (1 to 1) of 2] [2 (2 to 2) of 2]",
    ]


def test_the_stage_of_a_project(edited: Told) -> None:
    first = "  - {date: 2024-01, stage: concept, source: a-yearbook}\n"
    second = "  - {date: 2025-01, stage: feasibility, source: a-yearbook}\n"
    report = edited(replacing(f"{ALPHA}/projects/cables.yml", first, first + second))
    assert causes(report) == [
        f"added {ALPHA}/projects/cables.yml:7 status_history/2 "
        "date [] [2025-01], stage [] [feasibility], source [] [a-yearbook]"
    ]
    assert (report.verdict, consequences(report)) == ("words", [])


def test_a_project_that_is_new(edited: Told) -> None:
    report = edited(writing(f"{ALPHA}/projects/masts.yml", PROJECT.replace("Cables", "Masts")))
    assert {cause.file for cause in report.causes} == {f"{ALPHA}/projects/masts.yml"}
    assert [page.address for page in report.pages_added] == ["cities/alpha/projects/masts"]
    assert (report.pages_removed, consequences(report)) == ((), [])


def test_a_decision_of_the_city(edited: Told) -> None:
    decision = "{decision: accepted, author: A council, date: 2026-02, basis: A vote}"
    text = f"decisions:\n  connect-households: {decision}\n"
    report = edited(writing(f"{ALPHA}/recommendations.yml", text))
    assert causes(report) == [
        f"added {ALPHA}/recommendations.yml:2 decisions/connect-households "
        "decision [] [accepted], author [] [A council], date [] [2026-02], basis [] [A vote]"
    ]
    assert consequences(report) == ["alpha recommendation connect-households [proposed] [Accepted]"]


def test_words_of_a_section(edited: Told) -> None:
    report = edited(replacing(f"{ALPHA}/sections/lake.md", "a lake", "a river"))
    assert causes(report) == [
        f"changed {ALPHA}/sections/lake.md:8  "
        "text [The city lies at a lake.] [The city lies at a river.]"
    ]
    assert (report.verdict, report.reworded, consequences(report)) == ("words", ("alpha",), [])


def test_the_title_of_a_source(edited: Told) -> None:
    report = edited(replacing(f"{ALPHA}/sources.csv", "Yearbook", "Annual book"))
    assert causes(report) == [
        f"changed {ALPHA}/sources.csv:2 a-yearbook title [Yearbook] [Annual book]"
    ]
    assert (report.verdict, consequences(report)) == ("words", [])


def test_another_source_of_the_same_value(edited: Told) -> None:
    """The source is part of the key of a row; what is cited otherwise is the same figure."""
    source = "an-annual,Annual,official-statistics,An office,2025,https://o.example/,2026-01-02,\n"
    added = replacing(f"{ALPHA}/sources.csv", "a-yearbook,", f"{source}a-yearbook,")
    report = edited(
        replacing(OBSERVATIONS, "60.0,%,a-yearbook", "60.0,%,an-annual"), first=(added,)
    )
    assert causes(report) == [
        f"changed {OBSERVATIONS}:2 {INTERNET}|2024|||||an-annual source [a-yearbook] [an-annual]"
    ]
    assert (report.verdict, consequences(report)) == ("words", [])


def test_blanks_notes_and_the_order_of_keys(edited: Told) -> None:
    report = edited(
        replacing(
            f"{ALPHA}/city.yml",
            "name: Alpha\ncountry: XA\n",
            "# Who\ncountry:  XA\nname: Alpha\n\n",
        )
    )
    assert (report.verdict, causes(report)) == ("nothing", [])


def test_the_order_of_rows_and_columns(edited: Told) -> None:
    def turned(root: Path) -> None:
        head, *rows = (root / OBSERVATIONS).read_text(encoding="utf-8").splitlines()
        lines = [",".join(line.split(",")[::-1]) for line in (head, *rows[::-1])]
        (root / OBSERVATIONS).write_text("\n".join(lines) + "\n", encoding="utf-8")

    report = edited(turned)
    assert (report.verdict, causes(report)) == ("nothing", [])


def test_a_note_beside_a_figure(edited: Told) -> None:
    report = edited(replacing(OBSERVATIONS, "60.0,%,a-yearbook,,", "60.0,%,a-yearbook,,By phone."))
    assert causes(report) == [f"changed {OBSERVATIONS}:2 {ROW} note [] [By phone.]"]
    assert (report.verdict, consequences(report)) == ("words", [])


def test_the_website_of_a_city(edited: Told) -> None:
    site = "https://alpha.example/"
    report = edited(replacing(f"{ALPHA}/city.yml", "country:", f"website: {site}\ncountry:"))
    assert causes(report) == [f"changed {ALPHA}/city.yml:1  website [] [{site}]"]
    assert (report.verdict, consequences(report)) == ("words", [])
