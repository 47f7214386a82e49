"""Writes a fictitious publication to a new folder, or renews the cities of the demonstration."""

import argparse
import shutil
import tempfile
from pathlib import Path

from generator.editing.demonstration import HERE
from tests.world import COUNTRIES, SEED, write_world


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.world", description=__doc__)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("folder", nargs="?", type=Path, help="a new or an empty folder")
    which.add_argument("--renew", action="store_true", help="renew the demonstration's cities")
    parser.add_argument("--cities", type=int, default=8, help="how many, at least 2")
    parser.add_argument("--countries", type=int, default=COUNTRIES, help="how many, 2 to 5")
    parser.add_argument("--seed", type=int, default=SEED, help="the random start of the figures")
    chosen = parser.parse_args()
    if chosen.renew:
        renew_demonstration()
    else:
        write_world(chosen.folder, chosen.cities, chosen.countries, chosen.seed)


def renew_demonstration() -> None:
    """Replace the cities of the demonstration by those of `files/`; pictures stay."""
    with tempfile.TemporaryDirectory() as folder:
        write_world(Path(folder))
        shutil.rmtree(HERE / "cities")
        shutil.copytree(Path(folder, "cities"), HERE / "cities")


if __name__ == "__main__":
    main()
