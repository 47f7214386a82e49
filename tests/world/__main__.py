"""Writes a fictitious publication to a new folder, or renews the cities of the demonstration."""

import argparse
import shutil
import tempfile
from pathlib import Path

from generator.editing.demonstration import HERE
from tests.world import COUNTRIES, SEED, write_world
from tests.world.edition import edition_before
from tests.world.world import load_world


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
    """Replace cities and edition of the demonstration by those of `files/`; pictures stay."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_world(root)
        shutil.rmtree(HERE / "cities")
        shutil.copytree(root / "cities", HERE / "cities")
        edition = HERE / "editions" / load_world().settings["revised_edition"]
        shutil.rmtree(edition, ignore_errors=True)
        edition.mkdir(parents=True)
        for name, data in edition_before(root).items():
            (edition / name).write_bytes(data)


if __name__ == "__main__":
    main()
