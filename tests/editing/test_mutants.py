"""Ten thousand faults in valid folders: how many the check stops, and how near it points.

Harmful ones must be errors in their file, line and column; suspicious figures must be warned of
or held back. The deep test prints the shares and what falls short of them.
"""

from collections.abc import Iterator, Sequence

import pytest

from generator.problems.formats import FORMATS
from generator.problems.render import load_messages
from tests.commands import apart
from tests.draws import draws
from tests.editing.mutants.doubtful_figures import DOUBTS, Doubt
from tests.editing.mutants.drawing import Drawing
from tests.editing.mutants.grounds import Ground, city_ground, content_ground
from tests.editing.mutants.lone_figures import LONE
from tests.editing.mutants.measuring import (
    Measured,
    Tally,
    measure_doubtful,
    measure_harmful,
    mutated,
)
from tests.editing.test_mistakes import CITY, Base
from tests.read_once import Kept
from tests.roots import make_root

Grounds = Sequence[tuple[Ground, int]]

HARMFUL, DOUBTFUL = (4500, 1800, 1350, 1350), (400, 300, 300)
"""How many are drawn in each ground."""
WANTED = {"stopped": 0.995, "line": 0.98, "column": 0.95}
WANTED_OF_DOUBTS = 0.9


@pytest.fixture(scope="module")
def grounds(base: Base, tmp_path_factory: pytest.TempPathFactory) -> Sequence[Ground]:
    """A fictitious city, three real ones, and the framework and library of the first."""
    real = [
        city_ground(make_root(tmp_path_factory.mktemp(city) / "root", city), city)
        for city in ("almaty", "bristol", "barcelona")
    ]
    return (
        city_ground(base.root, CITY), *real[:2], content_ground(base.root), real[2],
    )  # fmt: skip


@pytest.fixture(autouse=True)
def read_of_mutants(read_already: Kept) -> Iterator[None]:
    """Forget what was read of mutants."""
    size = len(read_already)
    yield
    while len(read_already) > size:
        read_already.popitem()


def measured(grounds: Grounds) -> Measured:
    found = Measured()
    for ground, count in grounds:
        drawing = Drawing(ground)
        for number in range(count):
            measure_harmful(ground, drawing.mutant(number), found)
    return found


def told(name: str, tally: Tally) -> str:
    """Return a share, and what falls short of it, for the log of the test."""
    first = f"{name}: {tally.held} of {tally.drawn} ({100 * tally.share:.2f} %)"
    return "\n".join([first, *(f"    {each}" for each in tally.short[:40])])


def test_a_few_mutants_are_all_told(grounds: Sequence[Ground]) -> None:
    found = measured([(grounds[0], 60), (grounds[1], 40), (grounds[2], 30), (grounds[3], 6)])
    assert found.stopped.short == []
    assert found.line.share > WANTED["line"]
    assert found.column.share > WANTED["column"]


def test_mutants_are_judged_as_by_the_command(grounds: Sequence[Ground]) -> None:
    messages = load_messages("en")
    for ground, numbers in zip(grounds, (range(4), range(2), range(2), range(4)), strict=False):
        drawing = Drawing(ground)
        for mutant in map(drawing.mutant, numbers):
            with mutated(ground, mutant):
                checked = ground.judge()
                printed = FORMATS["json"](checked.problems, messages, waived=checked.waived)
                command = apart("check", *ground.names, "--format", "json", cwd=ground.root)
            assert command.stdout.strip() == printed.strip(), mutant.fault
            assert command.returncode == (1 if checked.errors else 0)


@pytest.mark.deep
def test_harmful_mutants_are_stopped_where_they_are(grounds: Sequence[Ground]) -> None:
    found = measured([(one, draws(count)) for one, count in zip(grounds, HARMFUL, strict=False)])
    tallies = {name: getattr(found, name) for name in WANTED}
    for name, tally in tallies.items():
        print(told(name, tally))
    assert {
        name: tally.share for name, tally in tallies.items() if tally.share < WANTED[name]
    } == {}


def doubted(grounds: Sequence[Ground], doubts: Sequence[Doubt]) -> Measured:
    found = Measured()
    where = (grounds[0], grounds[1], grounds[4])
    for ground, count in zip(where, DOUBTFUL, strict=True):
        drawing = Drawing(ground)
        for number in range(draws(count)):
            mutant = drawing.doubtful(number, doubts[number % len(doubts)])
            if mutant is not None:
                measure_doubtful(ground, mutant, found)
    return found


@pytest.mark.deep
def test_suspicious_figures_are_warned_of(grounds: Sequence[Ground]) -> None:
    held = doubted(grounds, DOUBTS)
    print(told("warned", held.warned))
    assert held.warned.share >= WANTED_OF_DOUBTS


@pytest.mark.deep
def test_suspicious_figures_without_a_series_are_warned_of(grounds: Sequence[Ground]) -> None:
    held = doubted(grounds, LONE)
    print(told("warned, of figures that stand alone", held.warned))
    missed = held.warned.drawn - held.warned.held
    assert missed <= max(1, (1 - WANTED_OF_DOUBTS) * held.warned.drawn), "of a few, one"
