"""Fictitious publications of any size, the shipped demonstration among them.

In: the demonstration without its cities, and the folder `files/`, which holds names, settings and
templates. Out: a root folder with `content/` and `cities/` that passes the check. The same
arguments give the same bytes: figures follow a rule whose random start is the seed with the names
of city and observable.
"""

from pathlib import Path

from generator.editing.demonstration import write_content
from generator.problems import Problems
from generator.read.publication_reader import read_publication
from tests.world.city import write_city
from tests.world.places import choose_places
from tests.world.world import FILES, load_world

__all__ = ["COUNTRIES", "SEED", "write_world"]

SEED = 20260101
COUNTRIES = 2
"""How many countries the demonstration has."""


def write_world(
    folder: Path, cities: int = 8, countries: int = COUNTRIES, seed: int = SEED
) -> list[str]:
    """Write the publication of `cities` invented cities; return their ids.

    At least two cities and two countries, since cities name each other as twins. Beyond the
    first eight, a city follows one of them under a name made of two parts.

    Raises:
        FolderNotEmpty: there is something in the folder.
    """
    world = load_world()
    write_content(folder)
    further = (FILES / "countries.csv").read_text(encoding="utf-8").splitlines(keepends=True)[1:]
    table = folder / "content/framework/countries.csv"
    with table.open("a", encoding="utf-8", newline="\n") as file:
        file.writelines(further[: countries - COUNTRIES])
    (folder / "cities").mkdir()
    publication = read_publication(folder, Problems())
    assert publication is not None
    places = choose_places(world, cities, countries)
    for place in places:
        write_city(folder / "cities" / place.id, world, place, publication.framework, seed)
    return [place.id for place in places]
