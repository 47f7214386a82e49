"""Prints what builds of the shipped cities and of fictitious ones cost.

Of the fictitious cities seven of the first eight report every indicator over eight years; the
others have figures of two to four tenths of the indicators, few of them as series, as real
cities do. Seconds differ between machines; compare them with those of the same machine only.
"""

import argparse
import multiprocessing
import shutil
import tempfile
from pathlib import Path

from tests.benchmark.builds import measure_builds
from tests.benchmark.stages import measure_stages
from tests.benchmark.tables import build_table, stage_table
from tests.commands import CHECKOUT
from tests.world import write_world

COUNTRIES = 5


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("--fictitious", type=int, default=100, help="how many fictitious cities")
    wanted = parser.parse_args().fictitious
    print(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        shipped, fictitious = Path(folder, "shipped"), Path(folder, "fictitious")
        for name in ("content", "cities"):
            shutil.copytree(CHECKOUT / name, shipped / name)
        write_world(fictitious, cities=wanted, countries=COUNTRIES)
        for root in (shipped, fictitious):
            print_tables(root)


def print_tables(root: Path) -> None:
    """Measure the publication in `root` and print its two tables."""
    cities = sum(1 for path in (root / "cities").iterdir() if path.is_dir())
    print(f"\n## {cities} cities, {root.name}: a build from nothing, by stage\n", flush=True)
    # A process of its own: memory that was used before is not counted.
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        costs = pool.apply(measure_stages, (root, root / "stages"))
    print(stage_table(costs, cities), flush=True)
    print(f"\n## {cities} cities, {root.name}: kinds of builds\n", flush=True)
    print(build_table(measure_builds(root, root / "build")), flush=True)


if __name__ == "__main__":
    main()
