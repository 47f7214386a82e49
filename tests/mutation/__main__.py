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

import tests.conftest  # noqa: F401  importing it sets the seeded profile before tests are read
from tests.draws import draws
from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.trial import survivors_of

HERE = Path(__file__).parent
SEED = 20260101

TESTS = {
    "rating.aggregation": ("scores", "aggregation", "library"),
    "rating.composite": ("aggregation", "library", "library_choices"),
    "rating.normalisation": ("scores", "library"),
    "rating.benchmarking": ("u4ssc_examples", "scores", "library_places"),
    "investment.returns": ("returns",),
    "trend.towards_target": ("trend", "changes_told", "library_series"),
}
"""Module of `generator.assessment` to its tests in `tests/assessment`, the quickest first."""


def equivalents() -> set[tuple[str, str, str, str]]:
    """Return the mutants that change nothing: module, function, line before, line after."""
    with (HERE / "equivalent.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["module"], row["function"], row["before"], row["after"]) for row in rows}


def survivors_in(name: str) -> list[Mutant]:
    """Return and print the mutants of a module that its tests do not notice."""
    known = equivalents()
    mutants = [
        one for one in all_mutants(name) if (name, one.function, one.before, one.after) not in known
    ]
    mutants = random.Random(SEED).sample(mutants, draws(len(mutants)))
    print(f"{name}: {len(mutants)} mutants", flush=True)

    def tell(one: Mutant) -> None:
        print(f"{name}: {one.function}\n  - {one.before}\n  + {one.after}", flush=True)

    tests = [f"tests/assessment/test_{test}.py" for test in TESTS[name]]
    return survivors_of(import_module(f"generator.assessment.{name}"), mutants, tests, tell)


def all_mutants(name: str) -> list[Mutant]:
    """Return the mutants of a module of `generator.assessment`."""
    file = Path(import_module(f"generator.assessment.{name}").__file__ or "")
    return list(mutants_of(file.read_text(encoding="utf-8"), str(file)))


def main(names: Sequence[str]) -> int:
    settings.load_profile("mutation")
    chosen = names or list(TESTS)
    survivors = [one for name in chosen for one in survivors_in(name)]
    print(f"{len(survivors)} survive." if survivors else "None survives.")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
