"""Projects, bundles and pipeline from the files of a city; country figures over cities."""

from dataclasses import replace

import pytest

from generator.assessment.comparison.roll_up import areas_across, urgent_areas
from generator.assessment.investment.pipeline_totals import pipeline_of, total_of, totals_by
from generator.assessment.investment.undertakings import Undertakings, undertakings_of
from generator.assessment.results import AreaUrgency, CityResult
from generator.assessment.traces import Trace
from generator.model.publication import Publication
from tests.assessment.made_up import CITY, known_of, publish

HEAD = "areas: [action/transport]\nsources: [book]\n"
MONEY = (
    "currency: EUR\nprice_year: 2022\nprice_basis: real\nrates: {financial: 0.06, social: 0.05}\n"
)
FILES = {
    "projects/trams.yml": (
        f"title: Trams\n{HEAD}{MONEY}"
        "status_history:\n"
        "  - {date: 2020, stage: concept, amount: 90, currency: EUR}\n"
        "  - {date: 2022, stage: feasibility, amount: 100, currency: EUR}\n"
        "variants: {small: {title: Small}, large: {title: Large, selected: yes, reason: More}}\n"
        "funding:\n"
        "  - {variant: large, instrument: loan, amount: 75, state: committed}\n"
        "  - {variant: large, instrument: grant, amount: 25, state: idea}\n"
        "conditions:\n"
        "  tariff-reform: {text: T, state: not-met, effects: [{kind: revenue, change: 0.10}]}\n"
        "impacts:\n"
        "  - {observable: air-pollution.pm2-5, kind: absolute, central: -9, year: 2026,\n"
        "     evidence: model}\n"
        "emissions: [{year: 2023, tco2e_avoided: 2}, {year: 2024, tco2e_avoided: 3}]\n"
    ),
    "projects/trams.cash-flows.csv": (
        "variant,year,item,kind,amount,perspective,source\n"
        "small,2022,Line,investment,60,both,book\n"
        "small,2023,Fares,revenue,70,both,book\n"
        "large,2022,Line,investment,100,both,book\n"
        + "".join(f"large,{2022 + year},Fares,revenue,18,both,book\n" for year in range(1, 9))
    ),
    "projects/lanes.yml": (
        f"title: Lanes\n{HEAD}{MONEY}status_history: [{{date: 2021, stage: concept}}]\n"
        "conditions: {tariff-reform: {text: T, state: met}}\n"
        "impacts:\n"
        "  - {observable: air-pollution.pm2-5, kind: absolute, central: -1, year: 2026,\n"
        "     evidence: expert}\n"
    ),
    "projects/lanes.cash-flows.csv": (
        "variant,year,item,kind,amount,perspective,source\n"
        "base,2022,Lanes,investment,40,both,book\n"
        + "".join(f"base,{2022 + year},Fees,revenue,2,both,book\n" for year in range(1, 9))
    ),
    "projects/park.yml": (
        "title: Park\nareas: [action/transport, action/water]\nsources: [book]\n"
        "status_history: [{date: 2010, stage: operation, amount: 7, currency: USD}]\n"
    ),
    "bundles.yml": (
        "corridor:\n"
        "  title: Corridor\n"
        "  projects: [{project: trams}, {project: lanes}]\n"
        "  rationale: {kind: cross-subsidy, text: T}\n"
        "  shared_items:\n"
        "    - {year: 2022, item: One tender, kind: saving, amount: 20, perspective: both}\n"
        "  overlaps: [{observable: air-pollution.pm2-5, less: 2}]\n"
        "  author: A\n"
        "  basis: B\n"
    ),
}


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return publish(tmp_path_factory.mktemp("undertakings"), FILES)


@pytest.fixture(scope="module")
def undertakings(publication: Publication) -> Undertakings:
    return undertakings_of(publication, publication.cities[CITY], known_of(publication).result)


def test_every_variant_is_appraised_and_one_is_selected(undertakings: Undertakings) -> None:
    trams = undertakings.projects["trams"]
    assert (trams.selected, tuple(trams.variants)) == ("large", ("small", "large"))
    small = trams.variants["small"]
    assert small.financial is not None
    assert small.financial.npv == pytest.approx(-60 + 70 / 1.06)
    assert trams.chosen.investment == 100


def test_the_trace_of_an_appraisal_leads_to_lines_of_the_file(undertakings: Undertakings) -> None:
    chosen = undertakings.projects["trams"].chosen
    assert chosen.financial is not None
    outlay = chosen.financial.trace.inputs[0]
    assert outlay.file.endswith("teststadt/projects/trams.cash-flows.csv")
    assert (outlay.line, outlay.value) == (4, -100)


def test_the_funding_adds_up_and_levers(undertakings: Undertakings) -> None:
    mix = undertakings.projects["trams"].funding
    assert mix is not None
    assert (mix.total, mix.by_instrument, mix.leverage) == (100, {"loan": 75, "grant": 25}, 3)
    assert mix.by_state == {"committed": 75, "idea": 25}


def test_an_unmet_condition_is_appraised_as_met(undertakings: Undertakings) -> None:
    as_is, met = undertakings.projects["trams"].chosen.conditions
    assert as_is.financial_npv == pytest.approx(11.776, abs=1e-3)
    assert met.financial_npv == pytest.approx(11.776 + 11.178, abs=1e-3)


def test_a_bundle_carries_what_its_members_share(undertakings: Undertakings) -> None:
    """11.78 - 27.58 + 20 = 4.20: the lanes are paid for by the trams and the common tender."""
    bundle = undertakings.bundles["corridor"]
    financial = bundle.appraisal.financial
    assert financial is not None
    assert financial.npv == pytest.approx(4.196, abs=1e-3)
    assert [one.financial_npv for one in bundle.members] == pytest.approx(
        [11.776, -27.580], abs=1e-3
    )
    assert bundle.shared_financial == 20
    assert bundle.cross_subsidised == ("lanes",)
    assert bundle.conditions == {"tariff-reform": ("trams", "lanes")}
    assert bundle.appraisal.tonnes_avoided == 5


def test_what_members_claim_twice_counts_once(undertakings: Undertakings) -> None:
    """29 - 9 - 1, of which 2 are claimed twice: 21."""
    (effect,) = undertakings.bundle_effects["corridor"].observables
    assert effect.central.value == 21
    (alone,) = undertakings.effects["trams"].observables
    assert alone.central.value == 20
    (together,) = undertakings.together.observables
    assert together.central.value == 19


def test_the_pipeline_takes_the_latest_stage_and_amount(
    publication: Publication, undertakings: Undertakings
) -> None:
    lines = pipeline_of(publication, {CITY: undertakings})
    assert [(one.project, one.stage, one.amount, one.currency) for one in lines] == [
        ("lanes", "concept", None, "EUR"),
        ("park", "operation", 7, "USD"),
        ("trams", "feasibility", 100, "EUR"),
    ]


def test_two_currencies_are_never_added(
    publication: Publication, undertakings: Undertakings
) -> None:
    lines = pipeline_of(publication, {CITY: undertakings})
    total = total_of(lines)
    assert (total.count, total.amounts, total.unstated) == (3, {"EUR": 100, "USD": 7}, 1)
    by_area = totals_by(lines, lambda line: line.areas)
    assert by_area["action/water"].amounts == {"USD": 7}
    assert by_area["action/transport"].count == 3


# Countries.

AREA = "u4ssc/economy"


def cities_with(
    publication: Publication, scores: list[float | None]
) -> tuple[Publication, dict[str, CityResult]]:
    """Return as many cities as scores of one area, of 50 000 people each."""
    base = known_of(publication).result
    place = publication.cities[CITY]
    cities, results = {}, {}
    for at, score in enumerate(scores):
        name = f"city-{at}"
        area = replace(base.areas[AREA], score=score, band=None if score is None else "moderate")
        cities[name] = replace(place, id=name)
        results[name] = replace(base, city=name, areas={**base.areas, AREA: area})
    return replace(publication, cities=cities), results


def test_three_rated_cities_have_a_mean_and_two_do_not(publication: Publication) -> None:
    three, results = cities_with(publication, [40, 50, 60, None])
    (found,) = areas_across(three.framework, list(three.cities.values()), results, [AREA])
    assert (found.rated, found.mean, found.weighted) == (3, 50, 50)
    assert (found.lowest, found.highest, found.bands["moderate"]) == (40, 60, 3)
    two, results = cities_with(publication, [40, 50])
    (found,) = areas_across(two.framework, list(two.cities.values()), results, [AREA])
    assert (found.rated, found.mean, found.lowest, found.bands["moderate"]) == (2, None, None, 2)


def test_the_most_urgent_area_is_urgent_in_the_largest_share_of_cities(
    publication: Publication,
) -> None:
    made, results = cities_with(publication, [40, 50])
    trace = Trace("", (), (), (), None)

    def urgent(values: dict[str, float]) -> dict[str, AreaUrgency]:
        return {
            name: AreaUrgency(name, value, "", (), False, trace) for name, value in values.items()
        }

    for city, values in (
        ("city-0", {"a": 0.4, "b": 0.7}),
        ("city-1", {"a": 0.5, "b": 0.1, "c": 0.3}),
    ):
        headlines = dict.fromkeys(values, "")
        results[city] = replace(results[city], area_urgencies=urgent(values), headlines=headlines)
    found = urgent_areas(made.framework, list(made.cities.values()), results, ["a", "b", "c"])
    assert [(one.subject, one.share, one.rated) for one in found] == [("a", 1, 2), ("b", 0.5, 2)]
    undated = {"a": "undated", "b": ""}
    results["city-0"] = replace(results["city-0"], headlines=undated)
    found = urgent_areas(made.framework, list(made.cities.values()), results, ["a", "b", "c"])
    assert next((one.subject, one.cities, one.rated) for one in found) == ("a", ("city-1",), 1)
