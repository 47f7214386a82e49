"""Print the mutants of the ratings that no test notices: python -m tests.mutation [module ...].

`DRAWS=small` tries a seeded 5 % of them, at least one of each module. Mutants that change nothing
stand in `equivalent.csv`, each with its reason. The exit status is 1 if another one survives.
"""

import csv
import random
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from hypothesis import settings

import tests.conftest  # noqa: F401  its profile comes first
from tests.draws import draws
from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.trial import survives

HERE = Path(__file__).parent
SEED = 20260101

TESTS = {
    "rating.aggregation": ("scores", "aggregation", "library"),
    "rating.composite": ("aggregation", "library"),
    "rating.normalisation": ("scores", "library"),
    "rating.benchmarking": ("u4ssc_examples", "scores", "library"),
    "investment.returns": ("returns",),
    "trend.towards_target": ("trend", "library"),
}
"""Module of `generator.assessment` to its tests in `tests/assessment`, the quickest first."""


def equivalents() -> set[tuple[str, str, str, str]]:
    """Return the mutants that change nothing: module, function, line before, line after."""
    with (HERE / "equivalent.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["module"], row["function"], row["before"], row["after"]) for row in rows}


def survivors_of(name: str) -> list[str]:
    """Return and print the survivors of a module, or that its tests are red by themselves."""
    module = import_module(f"generator.assessment.{name}")
    known = equivalents()
    tests = [f"tests/assessment/test_{test}.py" for test in TESTS[name]]
    if not survives(module, None, tests):
        return [f"{name}: its tests are red without a mutant"]
    mutants = [
        one for one in all_mutants(name) if (name, one.function, one.before, one.after) not in known
    ]
    mutants = random.Random(SEED).sample(mutants, draws(len(mutants)))
    print(f"{name}: {len(mutants)} mutants", flush=True)
    found = []
    for one in mutants:
        if survives(module, one.code, tests):
            found.append(f"{name}: {one.function}\n  - {one.before}\n  + {one.after}")
            print(found[-1], flush=True)
    return found


def all_mutants(name: str) -> list[Mutant]:
    """Return the mutants of a module of `generator.assessment`."""
    file = Path(import_module(f"generator.assessment.{name}").__file__ or "")
    return list(mutants_of(file.read_text(encoding="utf-8"), str(file)))


def main(names: Sequence[str]) -> int:
    settings.load_profile("mutation")
    chosen = names or list(TESTS)
    for test in dict.fromkeys(test for name in chosen for test in TESTS[name]):
        import_module(f"tests.assessment.test_{test}")
    survivors = [one for name in chosen for one in survivors_of(name)]
    print(f"{len(survivors)} survive." if survivors else "None survives.")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
