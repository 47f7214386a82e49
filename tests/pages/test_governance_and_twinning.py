"""What stands on the governance and twinning pages of a city, and what they say of gaps."""

import dataclasses
import re
from html import unescape
from pathlib import Path

import pytest

from generator.assessment.comparison.twin_matching import Lead
from generator.pages.across.twinning_overview import compose_twinning_overview
from generator.pages.city.governance import compose_governance
from generator.pages.city.twinning import compose_twinning
from generator.views.site import Site
from generator.views.values import observable_name
from tests.roots import make_root
from tests.sites import read_site
from tests.written import body_of


@pytest.fixture
def city(tmp_path: Path) -> Path:
    root = make_root(tmp_path / "root", "rana", "asker", "alesund")
    return root / "cities" / "rana"


def body(city: Path, compose: object) -> str:
    site = read_site(city.parents[1])
    page = compose(site, site.publication.cities[city.name])
    return body_of(site, page)


def test_what_is_not_recorded_has_no_heading_and_stands_in_one_line(city: Path) -> None:
    text = body(city, compose_governance)
    assert re.findall(r"^## (.*)", unescape(text), re.MULTILINE) == ["Plans, strategies and bodies"]
    assert (
        "Nothing is recorded yet of: Procedure of the programme, City Organizing Committee and "
        "Capacity of the local authorities." in text
    )


def test_a_group_without_a_member_is_named_as_missing(city: Path) -> None:
    source = "rana-climate-plan-2010"
    rows = ["organisation,group,role,since,until,source"]
    rows += [f"City hall,administration,Chair,2024,,{source}", f"Bank,finance,,,2020,{source}"]
    (city / "committee.csv").write_text("\n".join([*rows, ""]), encoding="utf-8")
    text = body(city, compose_governance)
    assert "1 of 7 groups sits in the City Organizing Committee." in text
    assert text.count("not represented") == 6
    assert "Former members: Bank (until 2020)." in text


def test_the_procedure_shows_all_steps_and_what_is_next(city: Path) -> None:
    record = (city / "city.yml").read_text(encoding="utf-8")
    steps = "procedure:\n  - {step: request, status: done, date: 2019-05}\n"
    (city / "city.yml").write_text(record + steps, encoding="utf-8")
    text = body(city, compose_governance)
    assert "1 of 7 steps of the procedure is recorded as done. Next: Team of experts." in text
    assert "May 2019" in text
    assert text.count("not recorded") == 6


def test_recorded_partnerships_come_before_the_computed(city: Path) -> None:
    text = body(city, compose_twinning)
    assert text.index("Fairbanks") < text.index("Cities that would suit")
    assert "Nothing recorded yet for: business, culture and social exchange." in text


def test_too_little_in_common_is_said_and_similar_cities_are_still_shown(city: Path) -> None:
    table = city / "observations.csv"
    header = table.read_text(encoding="utf-8").partition("\n")[0]
    table.write_text(header + "\n", encoding="utf-8")
    text = body(city, compose_twinning)
    assert "Not enough in common data to propose a partner." in text
    assert "Ålesund" in text[text.index("Cities in a similar situation") :]


LEADS_BACK = "traffic-fatalities"


def test_a_proposal_gives_its_reasons(city: Path) -> None:
    site = read_site(city.parents[1])
    framework = site.publication.framework
    areas = [row.area for row in framework.areas if row.scheme == "action"]
    enough = framework.policy.coverage.minimum_rated
    area, subjects = next(
        (row.area, [placed.indicator for placed in framework.indicators_of[row.area]][:enough])
        for row in framework.areas
        if row.scheme == framework.policy.twinning.scheme
        if len(framework.indicators_of.get(row.area, ())) >= enough
    )
    match = next(one for one in site.twins["rana"] if one.partner == "asker")
    better = dataclasses.replace(
        match,
        reason="",
        match=54.3,
        to_learn=0.4,
        figures=(*(Lead(name, 20.0, 80.0) for name in subjects), Lead(LEADS_BACK, 90.0, 40.0)),
        shared_priorities=(areas[2],),
        economy_groups=("developed", "transition"),
    )
    site = dataclasses.replace(site, twins={"rana": (better,)}, alike={"rana": ("asker",)})
    text = body_of(site, compose_twinning(site, site.publication.cities["rana"]))
    names = framework.area_of
    assert "Match 54 of 100" in text
    assert "Across economy groups: developed economy and economy in transition." in text
    first, second = (observable_name(site, name) for name in (subjects[0], LEADS_BACK))
    assert text.index("Where Asker leads") < text.index(first)
    assert text.index("Where Rana leads") < text.index(second)
    assert f"{names[area].name}: 20 and 80 (mean position, {enough} shared indicators)" in text
    assert names[areas[2]].name in text


def test_a_pair_that_both_cities_record_stands_once_on_the_page_of_all(tmp_path: Path) -> None:
    site = read_site(make_root(tmp_path / "root", "bristol", "tbilisi"))
    partners = {row.partner_city for city in site.cities for row in city.partnerships}
    assert {"bristol", "tbilisi"} <= partners
    text = body_of(site, compose_twinning_overview(site))
    assert "1 partnership among the cities of this publication is on record." in text


def test_what_only_the_partner_records_is_shown_as_recorded_there(city: Path) -> None:
    rows = "partner,partner_city,country,level,kind,status,start,end,results,source\n"
    other = city.parent / "asker"
    source = (other / "sources.csv").read_text(encoding="utf-8").split("\n")[1].split(",")[0]
    table = (other / "partnerships.csv").read_text(encoding="utf-8")
    assert table.startswith(rows)
    line = f"Rana,rana,NO,business,project,active,2024,,A joint fair.,{source}\n"
    (other / "partnerships.csv").write_text(table + line, encoding="utf-8")
    text = body(city, compose_twinning)
    there = text[text.index("Recorded by the partner") :]
    assert "A joint fair." in there
    assert there.index("Asker") < there.index("Cities that would suit")


def test_proposals_over_all_cities_begin_with_the_best_match(fictitious_site: Site) -> None:
    site = fictitious_site
    best = max(
        (one for matches in site.twins.values() for one in matches if not one.reason),
        key=lambda one: one.match,
    )
    text = body_of(site, compose_twinning_overview(site))
    table = text[text.index("The strongest proposals") :]
    first = table[table.index("<tbody>") :].split("</tr>")[0]
    names = [site.publication.cities[name].record.name for name in (best.city, best.partner)]
    assert all(name in first for name in names)
