"""A complete fictitious publication, for training, tests and measurements.

In: the shipped content and the folder `files/`, which holds every name and every text. Out: a
root folder with `content/` and `cities/` that passes the check. The same arguments give the
same bytes: figures follow a rule whose random start is the seed with the names of city and
observable.
"""

from pathlib import Path

from generator.editing.demonstration.city import write_city
from generator.editing.demonstration.content import write_content
from generator.editing.demonstration.places import choose_places
from generator.editing.demonstration.world import load_world
from generator.problems import Problems
from generator.read.publication_reader import read_publication

__all__ = ["SEED", "FolderNotEmpty", "write_demonstration"]

SEED = 20260101


class FolderNotEmpty(ValueError):
    """The folder holds something already; nothing was written."""


def write_demonstration(
    folder: Path, cities: int = 8, countries: int = 2, seed: int = SEED
) -> list[str]:
    """Write the publication of `cities` invented cities; return their ids.

    At least two cities and two countries, since cities name each other as twins. Beyond the
    first eight, a city follows one of them under a name made of two parts.

    Raises:
        FolderNotEmpty: there is something in the folder.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmpty(str(folder))
    world = load_world()
    places = choose_places(world, cities, countries)
    write_content(folder, world, places, countries)
    (folder / "cities").mkdir()
    publication = read_publication(folder, Problems())
    if publication is None:
        raise FileNotFoundError("content/framework")
    for place in places:
        write_city(folder / "cities" / place.id, world, place, publication.framework, seed)
    return [place.id for place in places]
