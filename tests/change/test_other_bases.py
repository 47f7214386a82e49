"""Edits that concern all cities, cities that come and go, and bases that compare badly."""

import shutil
from pathlib import Path

from generator.change.reported import BASE_ERRORS, CONTENT_ERRORS, FRAMEWORK, Note
from tests.change.conftest import Told
from tests.change.edits import (
    ALPHA,
    BETA,
    INTERNET,
    OBSERVATIONS,
    causes,
    consequences,
    replacing,
    writing,
)

GOALPOSTS = "content/framework/goalposts.csv"


def test_a_goalpost_of_all_cities(edited: Told) -> None:
    """With 80 % for the best, 60 % scores 75 and 90 % is beyond the target."""
    report = edited(replacing(GOALPOSTS, "target,,0,,,100", "target,,0,,,80"))
    assert causes(report) == [
        f"changed {GOALPOSTS}:2 {INTERNET}|target| best [100] [80]",
    ]
    assert report.causes[0].city == ""
    assert report.notes == (Note(FRAMEWORK, (GOALPOSTS,)),)
    assert consequences(report) == [
        f"alpha band {INTERNET} [Moderate] [Good]",
        f"alpha score {INTERNET} [60.0] [75.0]",
        f"alpha interval {INTERNET} [60.0 – 60.0] [75.0 – 75.0]",
        f"alpha urgency {INTERNET} [medium] [low]",
        "alpha recommendation connect-households [proposed] []",
        "beta headline Household Internet Access [] [Target reached: 90.0 %, 2024]",
        f"beta band {INTERNET} [Good] [At benchmark]",
        f"beta score {INTERNET} [90.0] [100.0]",
        f"beta interval {INTERNET} [90.0 – 90.0] [100.0 – 100.0]",
        f"beta trend {INTERNET} [] [Target met]",
    ]


def test_another_version_of_the_framework(edited: Told) -> None:
    """Bands that begin elsewhere: 60 is good from 50 on."""
    policy = "content/framework/rating-policy.yml"
    report = edited(replacing(policy, "good: 66", "good: 50"))
    assert report.notes == (Note(FRAMEWORK, (policy,)),)
    assert [cause.split(" ")[0] for cause in causes(report)] == ["changed"]
    assert consequences(report) == [f"alpha band {INTERNET} [Moderate] [Good]"]


def test_a_label(edited: Told) -> None:
    report = edited(replacing("content/labels/en.yml", "band.low: Low", "band.low: Very low"))
    assert causes(report) == ["changed content/labels/en.yml:None band.low text [Low] [Very low]"]
    assert (report.verdict, consequences(report), report.notes) == ("words", [], ())


def test_a_base_that_lacks_a_label_of_today(edited: Told) -> None:
    """It was the generator's own there, so that readers are told nothing new."""
    label = "band.low: Low\n"
    labels = "content/labels/en.yml"
    report = edited(
        replacing(labels, "band.moderate:", f"{label}band.moderate:"),
        replacing(OBSERVATIONS, "60.0", "61.0"),
        first=(replacing(labels, label, ""),),
    )
    assert report.notes == ()
    assert [cause.partition(":")[0] for cause in causes(report)] == [f"changed {OBSERVATIONS}"]
    assert {one.city for one in report.consequences} == {"alpha"}


def test_a_page_of_prose(edited: Told) -> None:
    report = edited(replacing("content/pages/about.md", "\n", "\n\nOne more paragraph.\n\n"))
    assert [(cause.file, cause.city) for cause in report.causes] == [("content/pages/about.md", "")]
    assert (report.verdict, consequences(report)) == ("words", [])


def test_a_folder_that_is_renamed(edited: Told) -> None:
    report = edited(lambda root: shutil.move(root / ALPHA, root / "cities/omega"))
    assert causes(report) == ["renamed cities/omega:None   [alpha] [omega]"]
    assert consequences(report) == []
    gone, new = (
        {page.address for page in pages} for pages in (report.pages_removed, report.pages_added)
    )
    assert {"cities/alpha", "cities/alpha/peers", "cities/alpha/projects/cables"} <= gone
    assert new == {address.replace("alpha", "omega") for address in gone}


def test_a_city_that_is_new(edited: Told) -> None:
    def add(root: Path) -> None:
        shutil.copytree(root / BETA, root / "cities/gamma")
        replacing("cities/gamma/city.yml", "Beta", "Gamma")(root)

    report = edited(add)
    assert causes(report) == ["added cities/gamma:None  "]
    assert consequences(report) == [
        "beta peer large-cities/gamma [] [Large cities]",
        "gamma count figures [] [2]",
        "gamma count benchmarks [] [2]",
        "gamma count rated [] [2]",
    ]
    assert "cities/gamma" in {page.address for page in report.pages_added}


def test_a_city_that_goes_under_embargo(edited: Told) -> None:
    report = edited(writing(f"{ALPHA}/approval.yml", "state: draft\nembargo: 2027-01-01\n"))
    assert causes(report) == [
        f"added {ALPHA}/approval.yml:1  state [] [draft], embargo [] [2027-01-01]"
    ]
    assert consequences(report) == [
        "alpha count figures [2] []",
        "alpha count benchmarks [2] []",
        "alpha count rated [2] []",
    ]
    assert {"cities/alpha", "cities/alpha/projects/cables"} <= {
        page.address for page in report.pages_removed
    }
    assert report.pages_added == ()


def test_two_cities_at_once(edited: Told) -> None:
    report = edited(
        replacing(OBSERVATIONS, "60.0", "61.0"),
        replacing(f"{BETA}/observations.csv", "90.0", "91.0"),
    )
    assert [cause.city for cause in report.causes] == ["alpha", "beta"]
    assert consequences(report) == [
        f"alpha score {INTERNET} [60.0] [61.0]",
        f"alpha interval {INTERNET} [60.0 – 60.0] [61.0 – 61.0]",
        f"alpha value {INTERNET} [60.0 %, 2024] [61.0 %, 2024]",
        f"beta score {INTERNET} [90.0] [91.0]",
        f"beta interval {INTERNET} [90.0 – 90.0] [91.0 – 91.0]",
        f"beta value {INTERNET} [90.0 %, 2024] [91.0 %, 2024]",
    ]


def test_a_base_in_which_a_city_has_an_error(edited: Told) -> None:
    """Of alpha only the edits are told; beta is compared as ever."""
    broken = replacing(OBSERVATIONS, "60.0", "sixty")
    report = edited(
        replacing(OBSERVATIONS, "sixty", "70.0"),
        replacing(f"{BETA}/observations.csv", "90.0", "91.0"),
        first=(broken,),
    )
    assert report.notes == (Note(BASE_ERRORS, ("alpha",)),)
    assert {cause.city for cause in report.causes} == {"alpha", "beta"}
    assert {one.city for one in report.consequences} == {"beta"}


def test_a_base_with_an_error_that_changes_nothing_else_is_not_called_the_same(
    edited: Told,
) -> None:
    report = edited(
        replacing(OBSERVATIONS, "sixty", "60.0"), first=(replacing(OBSERVATIONS, "60.0", "sixty"),)
    )
    assert (report.verdict, consequences(report)) == ("unknown", [])


def test_a_base_whose_framework_has_an_error(edited: Told) -> None:
    report = edited(
        replacing(GOALPOSTS, ",nobody", ",a-guideline"),
        replacing(OBSERVATIONS, "60.0", "70.0"),
        first=(replacing(GOALPOSTS, ",a-guideline", ",nobody"),),
    )
    assert report.notes[0] == Note(CONTENT_ERRORS, (GOALPOSTS,))
    assert {cause.file for cause in report.causes} == {GOALPOSTS, OBSERVATIONS}
    assert (report.verdict, consequences(report)) == ("unknown", [])
