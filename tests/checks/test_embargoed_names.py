"""A city under embargo: what refers to it falls out, what names it in words is named."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.making.benchmarks import benchmarks
from generator.making.checking import check
from generator.model.embargo import Embargo, city_told, content_told, embargo_of
from generator.model.publication import Publication
from tests.roots import make_root

PARTNER = "Bristol,bristol,GB,cultural,friendship,,,,,alesund-nordic-climate\n"
SECTION = """---
title: Words
author: An editor
basis: What was seen
---

Buses run every day.
It learned from Bristol, and from Bristolians.
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_root(tmp_path_factory.mktemp("embargo") / "root", "alesund", "bristol")
    own = root / "cities" / "alesund"
    for file, text in (
        ("partnerships.csv", PARTNER),
        ("city.yml", "peers: {cities: [bristol]}\n"),
        (
            "practices/clean-bus-tenders.yml",
            "reproduced_by: [{city: bristol}, {name: Lahti, country: FI}]\n",
        ),
    ):
        (own / file).write_text((own / file).read_text(encoding="utf-8") + text, "utf-8")
    (own / "sections").mkdir(exist_ok=True)
    (own / "sections" / "words.md").write_text(SECTION, encoding="utf-8")
    approval = "state: review\ndate: 2026-10-25\nembargo: 2026-12-15\n"
    (root / "cities" / "bristol" / "approval.yml").write_text(approval, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def publication(root: Path) -> Publication:
    publication = check(root).publication
    assert publication is not None
    return publication


@pytest.fixture(scope="module")
def embargo(publication: Publication) -> Embargo:
    return embargo_of(publication.cities, publication.record.as_of)


def test_what_names_it_in_words_is_named_with_its_place(root: Path) -> None:
    told = [(one.place.file, one.place.line, one.place.column, one.found)
            for one in check(root).problems if one.code.value == "embargo-named"
            if one.place.file.startswith("cities/")]  # fmt: skip
    assert told == [("cities/alesund/sections/words.md", 8, 17, "Bristol")]


def test_a_benchmark_that_rests_on_it_is_named(root: Path) -> None:
    rows = (root / "content/framework/goalposts.csv").read_text(encoding="utf-8").split("\n")
    resting = [line for line, row in enumerate(rows, 1) if "Bristol" in row]
    told = [(line, one.found) for one in check(root).problems
            if one.code.value == "embargo-benchmark"
            for line in (one.place.line, *one.lines)]  # fmt: skip
    assert len(resting) > 3
    assert told == [(line, "Bristol") for line in resting]


def test_references_to_it_fall_out(publication: Publication, embargo: Embargo) -> None:
    own = publication.cities["alesund"]
    city = city_told(own, embargo)
    assert len(city.partnerships) == len(own.partnerships) - 1
    assert "Bristol" not in {row.partner for row in city.partnerships}
    assert city.record.peers is not None
    assert city.record.peers.cities == ()
    practice = city.documents["practices/clean-bus-tenders.yml"].record
    assert [one.name for one in practice.reproduced_by] == ["Lahti"]


def test_leading_cities_lose_its_name(publication: Publication, embargo: Embargo) -> None:
    before = publication.framework.goalposts
    after = content_told(publication, embargo).framework.goalposts
    assert not any("Bristol" in row.cities for row in after)
    assert len(after) == len(before)
    assert sum(len(row.cities) for row in before) - sum(len(row.cities) for row in after) == sum(
        "Bristol" in row.cities for row in before
    )


def test_leading_cities_that_were_it_alone_are_no_benchmark(publication: Publication) -> None:
    several = [row for row in publication.framework.goalposts if row.cities]
    embargo = Embargo(tuple(("city-name", name) for name in several[0].cities))
    after = content_told(publication, embargo).framework.goalposts.by_key()
    assert publication.framework.goalposts.kind.key_of(several[0]) not in after


def test_nothing_changes_without_an_embargo(publication: Publication) -> None:
    assert embargo_of(publication.cities, "2026-12-15") == Embargo()
    assert content_told(publication, Embargo()) is publication


def test_the_record_of_today_leaves_it_out(publication: Publication) -> None:
    cities, bristol = publication.cities, publication.cities["bristol"]
    alone = replace(publication, cities={"alesund": cities["alesund"]})
    lifted = replace(publication, cities={**cities, "bristol": replace(bristol, documents={})})
    assert benchmarks(publication) == benchmarks(alone) != benchmarks(lifted)
