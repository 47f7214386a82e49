"""What ratings of many cities cost: 300 cities x 91 indicators x 1,000 replications, 3 schemes."""

import time

import pytest

from generator.assessment import assess_city
from generator.assessment.rating.replication import settings_of
from tests.assessment.policies import shipped
from tests.assessment.test_laws import SCALED, city, framework

CITIES = 300
SECONDS = 6.0
USUAL_LOOP = 0.05
"""CPU seconds of `busy_loop` on the machine for which the limit was set."""


def busy_loop() -> float:
    """Return the CPU seconds of a fixed piece of work: how slow this machine is now."""
    before = time.process_time()
    sum(number * number for number in range(1_000_000))
    return time.process_time() - before


def replicate_all() -> float:
    """Return the CPU seconds of the replications of 300 cities with 91 indicators each."""
    from generator.assessment.rating.intervals import intervals_of
    from generator.assessment.rating.uncertainty import Measured, replicate_areas
    from generator.assessment.rating.uncertainty import replicate_scores as replicate
    from generator.model.framework_tables import Goalpost

    settings = settings_of(shipped())
    shipped_bands = shipped().bands
    trees = [tree for (_, name), tree in framework().trees.items() if name == "default"]
    post = Goalpost(0, observable="", family="target", worst=0.0, best=100.0, reason="")
    before = time.process_time()
    for number in range(CITIES):
        measured = [
            Measured(name, (7 * number + at) % 100, post, error=3.0)
            for at, name in enumerate(framework().indicators)
        ]
        scores = replicate(settings, f"city-{number}", measured)
        draws = {area: one for tree in trees for area, one in
                 replicate_areas(settings, tree, scores).items()}  # fmt: skip
        exact = dict.fromkeys([*scores, *draws], 50.0)
        intervals_of({**scores, **draws}, exact, shipped_bands)
    return time.process_time() - before


def test_the_replications_of_300_cities_take_less_than_five_seconds(
    capsys: pytest.CaptureFixture[str],
) -> None:
    slowness = max(1.0, busy_loop() / USUAL_LOOP)
    seconds = replicate_all()
    with capsys.disabled():
        print(f"\n300 x 91 x 1,000 replications, 3 schemes: {seconds:.2f} CPU s")
    assert seconds < SECONDS * slowness


def test_the_assessment_of_a_full_city_takes_a_moment() -> None:
    full = city(dict.fromkeys(SCALED, 0.4))
    assess_city(framework(), full, 2024)  # draws shared by all cities are made once
    slowness = max(1.0, busy_loop() / USUAL_LOOP)
    before = time.process_time()
    assess_city(framework(), full, 2024)
    assert time.process_time() - before < 0.1 * slowness
